using AmiDashboard.Core;
using AmiDashboard.Core.Budgets.Figures;

namespace AmiDashboard.Charts.Budgets;

/// <summary>How far payments are from their plan, in euros and in days, and what the year is expected to end with.</summary>
internal static class DisbursementTakeaway
{
    public static string Of(Trajectory figure, ChartText text)
    {
        var sums = figure.Sums;
        if (figure.Points.IsEmpty)
        {
            return text["Disbursements_Takeaway_None"];
        }

        var stand = text.Of(
            "Disbursements_Stand",
            text.Day(figure.Day),
            text.ShortMoney(sums.Paid),
            text.ShortMoney(sums.PlannedToDate),
            GapOf(sums, text)
        );
        return text.Of(
            "Disbursements_Takeaway",
            stand,
            sums.Year,
            text.ShortMoney(sums.YearForecast),
            text.ShortMoney(sums.YearPlanned)
        );
    }

    private static string GapOf(TrajectorySums sums, ChartText text)
    {
        var amount = text.ShortMoney(sums.Gap < Money.Zero ? Money.Zero - sums.Gap : sums.Gap);
        return sums.Gap == Money.Zero ? text["Disbursements_OnPlan"]
            : sums.GapDays is not { } days ? text.Of("Disbursements_Beyond", amount)
            : days == 0 ? text.Of("Disbursements_BehindToday", amount)
            : text.Of(
                sums.Gap < Money.Zero ? "Disbursements_Behind" : "Disbursements_Ahead",
                amount,
                text.DaysInWords(Math.Abs(days))
            );
    }
}
