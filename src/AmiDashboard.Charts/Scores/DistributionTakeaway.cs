using AmiDashboard.Core.Scores.Figures;

namespace AmiDashboard.Charts.Scores;

/// <summary>Which criterion is scored highest and lowest, and on which scores are furthest apart.</summary>
internal static class DistributionTakeaway
{
    public static string Of(ScoreDistribution figure, ChartText text)
    {
        CriterionScores[] scored = [.. figure.Criteria.Where(criterion => criterion.Scores > 0)];
        var count = text.Counted("Scores", figure.Scores);
        if (scored.Length == 0)
        {
            return text["Distribution_Takeaway_0"];
        }

        if (scored.Length == 1)
        {
            return text.Of("Distribution_Takeaway_One", count, NameOf(scored[0]), text.Points(scored[0].Mean!.Value));
        }

        var highest = scored.MaxBy(criterion => criterion.Mean)!;
        var lowest = scored.MinBy(criterion => criterion.Mean)!;
        var widest = scored.MaxBy(criterion => criterion.Deviation)!;
        var means =
            text.Points(highest.Mean!.Value) == text.Points(lowest.Mean!.Value)
                ? text.Of("Distribution_Level", count, text.Points(highest.Mean.Value))
                : text.Of(
                    "Distribution_Means",
                    count,
                    NameOf(highest),
                    text.Points(highest.Mean.Value),
                    NameOf(lowest),
                    text.Points(lowest.Mean.Value)
                );
        return widest.Deviation < .005
            ? text.Of("Distribution_Takeaway_Same", means)
            : text.Of("Distribution_Takeaway", means, NameOf(widest), text.Points(widest.Deviation!.Value));
    }

    private static string NameOf(CriterionScores criterion) => ChartText.Cut(criterion.Criterion.ShortName);
}
