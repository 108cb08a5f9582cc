using System.Collections.Immutable;
using AmiDashboard.Core.Applications;

namespace AmiDashboard.Core.Scores.Figures;

/// <summary>Applications of one edition meant one by one: what a mark of scores counts, and the filter that lists them.</summary>
public sealed record ApplicationSet(int Edition, ImmutableSortedSet<int> Numbers)
{
    public int Count => Numbers.Count;

    /// <summary>Null where there is none, or where they are too many to be named one by one.</summary>
    public ApplicationFilter? Rows =>
        Count > 0 && NumberSet.Of(Numbers) is { } named ? new() { Edition = Edition, Numbers = named } : null;

    public static ApplicationSet Of(int edition, params IEnumerable<int> numbers) => new(edition, [.. numbers]);

    public static ApplicationSet Of(int edition, IEnumerable<ApplicationSet> sets) =>
        Of(edition, sets.SelectMany(set => set.Numbers));
}
