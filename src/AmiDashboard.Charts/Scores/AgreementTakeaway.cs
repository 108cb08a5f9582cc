using AmiDashboard.Core.Scores.Figures;

namespace AmiDashboard.Charts.Scores;

/// <summary>What the agreement of reviewers means for the ranking, for those who know no statistics.</summary>
internal static class AgreementTakeaway
{
    public static string Of(AgreementFigure figure, ChartText text)
    {
        if (figure.Measures.IsEmpty || figure.Applications.Count == 0)
        {
            return text["Agreement_Takeaway_0"];
        }

        // Means are what is ranked, so it is their reliability that speaks of the ranking.
        var means = figure.Of(AgreementKind.MeanOfReviewers);
        return means is { Value: { } value, Band: { } band }
            ? text.Of($"Agreement_Takeaway_Band{band}", value < 0 ? text.Difference(value) : text.Points(value))
            : text["Agreement_Takeaway_Undefined"];
    }
}
