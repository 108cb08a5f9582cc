using System.Collections.Immutable;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;

namespace AmiDashboard.Core.Budgets.Figures;

/// <summary>Projects meant one by one: what a mark of budgets counts, and the filter that lists them.</summary>
/// <param name="Edition">That of the scope's filter; null for any.</param>
public sealed record ProjectSet(int? Edition, ImmutableSortedSet<int> Numbers)
{
    public int Count => Numbers.Count;

    /// <summary>Null where there is none, or where they are too many to be named one by one.</summary>
    public ApplicationFilter? Rows =>
        Count > 0 && NumberSet.Of(Numbers) is { } named ? new() { Edition = Edition, Numbers = named } : null;

    public static ProjectSet Of(FigureScope scope, params IEnumerable<int> numbers)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return new(scope.Filter.Edition, [.. numbers]);
    }

    public static ProjectSet Of(FigureScope scope, IEnumerable<ProjectSet> sets) =>
        Of(scope, sets.SelectMany(set => set.Numbers));

    public bool Equals(ProjectSet? other) =>
        other is not null && Edition == other.Edition && Numbers.SetEquals(other.Numbers);

    public override int GetHashCode() => HashCode.Combine(Edition, Count);
}
