using AmiDashboard.Core.Prototypes.Figures;

namespace AmiDashboard.Charts.Prototypes;

/// <summary>How many prototypes are expected after their planned end, the latest of them, and what is overdue.</summary>
internal static class PlanTakeaway
{
    public static string Of(PlanPortfolio figure, ChartText text)
    {
        var (all, running) = (figure.Rows.Length, figure.Running.Count());
        if (all == 0)
        {
            return text["Plan_Takeaway_None"];
        }

        var first = figure.Rows[0];
        if (running == 0)
        {
            var after = figure.Rows.Count(row => row.SlipDays > 0);
            return all > 1 ? text.Of("Plan_Finished", text.Number(all), text.Counted("Plan_FinishedLate", after))
                : after == 0 ? text["Plan_OnlyFinished_InTime"]
                : text.Of("Plan_OnlyFinished_Late", text.DaysInWords(first.SlipDays));
        }

        var late = figure.Late.Count();
        var stand =
            late == 0
                ? text.Counted("Plan_InTime", running)
                : text.Counted(
                    running == 1 ? "Plan_OnlyLate" : "Plan_Late",
                    late,
                    text.Number(running),
                    text.Quoted(first.Title, first.Number),
                    text.DaysInWords(first.SlipDays)
                );
        return figure.Overdue == 0
            ? text.Of("Plan_Stand", stand)
            : text.Of("Plan_StandOverdue", stand, text.Counted("Plan_Overdue", figure.Overdue));
    }
}
