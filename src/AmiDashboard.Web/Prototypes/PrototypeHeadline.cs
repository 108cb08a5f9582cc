using System.Globalization;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Prototypes.Figures;

namespace AmiDashboard.Web.Prototypes;

/// <summary>The prototypes of the filter in a few numbers, each named as <c>data-figure</c> and its label are.</summary>
internal static class PrototypeHeadline
{
    /// <param name="asOf">UTC: the instant of the standings.</param>
    public static IReadOnlyList<(string Name, string Value)> Of(IReadOnlyList<PlanStanding> standings, DateTime asOf)
    {
        var held = standings
            .SelectMany(standing => TrialStanding.Of(standing.Fact, asOf))
            .Where(trial => trial.IsHeld)
            .ToList();
        var answers = held.SelectMany(trial => trial.Last.Result?.Usability ?? []).ToList();
        var weight = standings.Sum(standing => standing.Weight);
        return
        [
            ("under-way", Number(standings.Count(standing => !standing.IsFinished))),
            ("finished", Number(standings.Count(standing => standing.IsFinished))),
            ("planned-share", Share(standings.Sum(standing => standing.PlannedWeight), weight)),
            ("earned-share", Share(standings.Sum(standing => standing.EarnedWeight), weight)),
            ("trial-people", Number(held.Sum(trial => trial.People))),
            (
                "usability",
                answers.Count == 0
                    ? "–"
                    : answers.Average(answer => answer.Score).ToString("N0", CultureInfo.CurrentCulture)
            ),
        ];
    }

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);

    private static string Share(int part, int whole) =>
        whole == 0 ? "–" : ((double)part / whole).ToString("P0", CultureInfo.CurrentCulture);
}
