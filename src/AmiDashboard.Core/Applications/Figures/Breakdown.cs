using System.Collections.Immutable;

namespace AmiDashboard.Core.Applications.Figures;

/// <summary>Applications by ministry, most first; an application has one ministry or none, so the parts add up to the whole.</summary>
public sealed record MinistryBreakdown(FigureScope Scope, ImmutableArray<Part> Parts, Count Whole)
{
    public static MinistryBreakdown Of(IEnumerable<ApplicationFact> facts, FigureScope scope)
    {
        var (parts, whole) = Breakdown.Of(
            facts,
            scope,
            fact => [fact.Ministry ?? ""],
            (filter, ministry) => filter with { Ministry = ministry }
        );
        return new MinistryBreakdown(scope, parts, whole);
    }
}

/// <summary>
/// Applications by AI technique, most first. An application that aims at two techniques is counted in both, so the parts
/// may add up to more than the whole, and say so.
/// </summary>
public sealed record TechniqueBreakdown(FigureScope Scope, ImmutableArray<Part> Parts, Count Whole)
{
    public static TechniqueBreakdown Of(IEnumerable<ApplicationFact> facts, FigureScope scope)
    {
        var (parts, whole) = Breakdown.Of(
            facts,
            scope,
            fact => fact.Techniques.IsEmpty ? [""] : fact.Techniques,
            (filter, technique) => filter with { Technique = technique }
        );
        ArgumentNullException.ThrowIfNull(scope);
        return new TechniqueBreakdown(
            scope,
            scope.Filter.Technique is { } only ? [.. parts.Where(part => part.Name == only)] : parts,
            whole
        );
    }
}

/// <param name="Name">The ministry or the technique; empty where it is not given.</param>
/// <param name="Requested">Sum of the amounts asked for, where given.</param>
public sealed record Part(string Name, Count Count, Money Requested);

file static class Breakdown
{
    public static (ImmutableArray<Part> Parts, Count Whole) Of(
        IEnumerable<ApplicationFact> facts,
        FigureScope scope,
        Func<ApplicationFact, IEnumerable<string>> categoriesOf,
        Func<ApplicationFilter, string, ApplicationFilter> rowsOf
    )
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(scope);
        var sums = new Dictionary<string, (int Applications, Money Requested)>(StringComparer.Ordinal);
        var whole = 0;
        foreach (var fact in scope.Admitted(facts))
        {
            whole++;
            foreach (var category in categoriesOf(fact))
            {
                var (applications, requested) = sums.GetValueOrDefault(category);
                sums[category] = (applications + 1, requested + (fact.Requested ?? Money.Zero));
            }
        }

        return (
            [
                .. sums.OrderByDescending(sum => sum.Value.Applications)
                    .ThenBy(sum => sum.Key, StringComparer.Ordinal)
                    .Select(sum => new Part(
                        sum.Key,
                        new Count(sum.Value.Applications, rowsOf(scope.Filter, sum.Key)),
                        sum.Value.Requested
                    )),
            ],
            new Count(whole, scope.Filter)
        );
    }
}
