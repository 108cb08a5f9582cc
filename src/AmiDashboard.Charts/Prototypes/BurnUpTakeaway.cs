using AmiDashboard.Core.Prototypes.Figures;

namespace AmiDashboard.Charts.Prototypes;

/// <summary>How far milestones are from their plan, in points and in days, and when the last is expected.</summary>
internal static class BurnUpTakeaway
{
    public static string Of(MilestoneBurnUp figure, ChartText text) =>
        figure is { PlannedEnd: { } planned, ExpectedEnd: { } expected }
            ? text.Of(
                figure.Earned == figure.Points ? "BurnUp_Takeaway_Finished" : "BurnUp_Takeaway",
                text.Of(
                    "BurnUp_Stand",
                    text.Day(figure.Day),
                    text.MilestonePoints(figure.Earned),
                    text.Number(figure.Points),
                    text.Share(figure.Earned, figure.Points),
                    text.Number(figure.PlannedToDate),
                    GapOf(figure, text)
                ),
                text.Day(expected),
                text.Day(planned)
            )
            : text["BurnUp_Takeaway_None"];

    private static string GapOf(MilestoneBurnUp figure, ChartText text)
    {
        var points = text.MilestonePoints(Math.Abs(figure.Gap));
        return figure.Gap == 0 ? text["Disbursements_OnPlan"]
            : figure.GapDays is not { } days || days == 0 ? text.Of("Disbursements_BehindToday", points)
            : text.Of(
                figure.Gap < 0 ? "Disbursements_Behind" : "Disbursements_Ahead",
                points,
                text.DaysInWords(Math.Abs(days))
            );
    }
}
