using AmiDashboard.Core.Scores.Figures;

namespace AmiDashboard.Charts.Scores;

/// <summary>The widest gap between two reviewers; none is told where there is no common scale to tell it on.</summary>
internal static class SeverityTakeaway
{
    /// <summary>Points that round to nothing.</summary>
    private const double Nothing = .005;

    public static string Of(ReviewerSeverities figure, ChartText text) =>
        figure.Rows.IsEmpty ? text["Severity_Takeaway_0"]
        : figure.Components > 1 ? text.Of("Severity_Takeaway_NoCommonScale", text.Number(figure.Components))
        : figure.Gap is not { } gap ? text["Severity_Takeaway_One"]
        : gap < Nothing ? text.Counted("Severity_Takeaway_Same", figure.Rows.Length)
        : text.Of(
            "Severity_Takeaway",
            text.PointsInWords(gap),
            NameOf(figure.Rows[0], text),
            text.Difference(figure.Rows[0].Lean),
            NameOf(figure.Rows[^1], text),
            text.Difference(figure.Rows[^1].Lean)
        );

    private static string NameOf(SeverityRow row, ChartText text) =>
        ChartText.Cut(text.Reviewer(row.Name, row.Reviewer));
}
