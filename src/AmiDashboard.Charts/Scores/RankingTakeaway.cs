using AmiDashboard.Core.Scores.Figures;

namespace AmiDashboard.Charts.Scores;

/// <summary>How many places are settled whoever reviewed, and how many applications compete for the rest.</summary>
internal static class RankingTakeaway
{
    public static string Of(RankingFigure figure, ChartText text)
    {
        var ranked = figure.Ranked.Count();
        if (ranked == 0)
        {
            return text["Ranking_Takeaway_0"];
        }

        var stakes =
            figure.IsPartial
                ? text.Counted(
                    "Ranking_Partial",
                    figure.Rows.Length,
                    text.Number(figure.All),
                    text.Number(figure.Ranked.Count(row => row.Application.AdjustedRank <= figure.Places)),
                    text.Counted("Places", figure.Places)
                )
            : figure.Coverage is null
                ? text.Of(
                    "Ranking_Pending",
                    text.Counted("Places", figure.Places),
                    text.Counted("RankedApplications", ranked)
                )
            : Stakes(figure, text);
        return figure.Components > 1
            ? text.Of("Ranking_NoCommonScale", stakes, text.Number(figure.Components))
            : stakes;
    }

    private static string Stakes(RankingFigure figure, ChartText text)
    {
        var sure = figure.CountOf(RankStanding.Inside);
        var disputed = figure.CountOf(RankStanding.Disputed);
        var places = text.Counted("Places", figure.Places);
        return text.Of(
            "Ranking_Stakes",
            places,
            text.Counted("Ranking_Sure", sure),
            Disputed(disputed, sure, figure.Places - sure, text)
        );
    }

    /// <param name="left">Places that nobody surely has; ties can leave none.</param>
    private static string Disputed(int disputed, int sure, int left, ChartText text) =>
        disputed < 2 || sure == 0 || left < 1
            ? text.Counted("Ranking_InBalance", disputed)
            : text.Counted("Ranking_Compete", disputed, text.Counted("Ranking_Left", left));
}
