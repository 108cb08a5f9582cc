using AmiDashboard.Core;
using AmiDashboard.Core.Applications.Figures;

namespace AmiDashboard.Charts.Applications;

/// <summary>What the deposit curve says in one sentence.</summary>
internal static class DepositTakeaway
{
    /// <summary>Paris days at the end of which the deadline falls, it included, that count as the last rush.</summary>
    private const int LastDays = 3;

    public static string Of(DepositCurve figure, ChartText text)
    {
        EditionDeposits[] editions = [.. figure.Editions.Where(edition => edition.Total > 0)];
        return editions switch
        {
            [] => text["Deposits_Takeaway_0"],
            [var only] when only.Edition.Deadline > figure.Scope.AsOf => Open(only, figure.Scope.AsOf, text),
            [{ Total: 1 } one] => text.Of(
                one.Late == 0 ? "Deposits_One_InTime" : "Deposits_One_Late",
                text.Day(one.Days[0].Day)
            ),
            [var only] => Closed(only, text),
            _ => Several(editions, figure, text),
        };
    }

    private static string Open(EditionDeposits edition, DateTime asOf, ChartText text)
    {
        var last = ParisTime.DayOf(edition.Edition.Deadline);
        return text.Counted(
            "Deposits_Open",
            edition.Total,
            text.Counted("DaysLeft", last.DayNumber - ParisTime.DayOf(asOf).DayNumber, text.Day(last))
        );
    }

    private static string Closed(EditionDeposits edition, ChartText text)
    {
        var last = ParisTime.DayOf(edition.Edition.Deadline);
        var rush = edition
            .Days.Where(day => day.Day > last.AddDays(-LastDays) && day.Day <= last)
            .Sum(day => day.Deposits);
        return text.Of(
            rush == 0 ? "Deposits_Closed_NoRush" : "Deposits_Closed",
            text.Applications(edition.Total),
            text.Share(rush, edition.Total),
            text.Counted("AfterDeadline", edition.Late, text.Day(last))
        );
    }

    private static string Several(EditionDeposits[] editions, DepositCurve figure, ChartText text) =>
        text.Of(
            "Deposits_Several",
            text.Number(figure.Total),
            text.List([
                .. editions.Select(edition =>
                    text.Of("Deposits_InEdition", text.Number(edition.Total), ChartText.Cut(edition.Edition.Name))
                ),
            ]),
            text.Counted("Late", editions.Sum(edition => edition.Late))
        );
}
