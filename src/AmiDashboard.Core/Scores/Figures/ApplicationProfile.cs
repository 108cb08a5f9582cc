using System.Collections.Immutable;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Scores.Statistics;

namespace AmiDashboard.Core.Scores.Figures;

/// <summary>
/// One application against the laureates, criterion by criterion: those decided where a body has, else the first places by
/// adjusted rank. Means are those of the scores as given.
/// </summary>
/// <param name="Number">The single number of the filter; null where it names none or several, or one that has no score.</param>
/// <param name="IsDecided">Whether the others are laureates already.</param>
public sealed record ApplicationProfile(
    FigureScope Scope,
    Scale Scale,
    int? Number,
    string? Title,
    bool IsDecided,
    ApplicationSet Others,
    ImmutableArray<ProfileRow> Rows
)
{
    public static ApplicationProfile Of(ScoreFacts facts, FigureScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var one = OneOf(facts, scope);
        var isDecided = facts.Verdicts.ContainsValue(Verdict.Laureate);
        // Against all of them: the filter that chooses the application is not meant for those it is compared with.
        var known = new AdmittedScores(facts, scope with { Filter = ApplicationFilter.All }).Numbers;
        RankedApplication[] others =
        [
            .. RankedRows
                .Of(facts)
                .Where(row => known.Contains(row.Number))
                .Where(row =>
                    isDecided
                        ? facts.Verdicts.TryGetValue(row.Number, out var verdict) && verdict == Verdict.Laureate
                        : row.AdjustedRank <= facts.Places
                ),
        ];
        return new ApplicationProfile(
            scope,
            facts.Scale,
            one?.Number,
            one is null ? null : facts.Titles.GetValueOrDefault(one.Number),
            isDecided,
            ApplicationSet.Of(facts.Edition.Number, others.Select(row => row.Number)),
            one is null
                ? []
                : [.. facts.Criteria.Select((criterion, index) => ProfileRow.Of(criterion, index, one, others))]
        );
    }

    private static RankedApplication? OneOf(ScoreFacts facts, FigureScope scope)
    {
        var admitted = new AdmittedScores(facts, scope).Numbers;
        return
            scope.Filter.Numbers is { Numbers: { Count: 1 } chosen }
            && RankedRows.Of(facts).FirstOrDefault(row => row.Number == chosen[0]) is { Reviews: > 0 } row
            && admitted.Contains(row.Number)
            ? row
            : null;
    }
}

/// <summary>Points; null where nobody scored the criterion.</summary>
/// <param name="Mean">The application's own.</param>
/// <param name="Median">Of the others' means, like the least and the most.</param>
public sealed record ProfileRow(CriterionFact Criterion, double? Mean, double? Median, double? Least, double? Most)
{
    public double? Gap => Mean - Median;

    internal static ProfileRow Of(CriterionFact criterion, int index, RankedApplication one, RankedApplication[] others)
    {
        double[] means = [.. others.Select(row => MeanOf(row, index)).OfType<double>()];
        return new ProfileRow(
            criterion,
            MeanOf(one, index),
            Figures.Median.Of(means),
            means.Length == 0 ? null : means.Min(),
            means.Length == 0 ? null : means.Max()
        );
    }

    private static double? MeanOf(RankedApplication row, int criterion) =>
        row.CriterionMeans.IsDefault ? null : row.CriterionMeans.ElementAtOrDefault(criterion);
}
