using System.Collections.Immutable;

namespace AmiDashboard.Core.Dashboards;

/// <summary>How one person has arranged one dashboard, and the filter they left it with.</summary>
public sealed class DashboardLayout
{
    public int Id { get; init; }

    public required int PersonId { get; init; }

    /// <summary>As in its address.</summary>
    public required string Dashboard { get; init; }

    /// <summary>In the order of the page; empty for the page as it is made.</summary>
    public ImmutableArray<CardPlace> Cards { get; set; } = [];

    /// <summary>The query of the address, without its question mark; empty for no filter.</summary>
    public string Filter { get; set; } = "";

    /// <summary>UTC.</summary>
    public required DateTime SavedAt { get; set; }

    public const int LongestDashboard = 40;

    public const int LongestFilter = 2000;

    public const int MostCards = 100;
}

/// <param name="Chart">Name of the catalogue; one that is no more is passed over.</param>
/// <param name="IsWide">Across the whole page.</param>
public sealed record CardPlace(string Chart, bool IsWide, bool IsHidden)
{
    /// <summary>
    /// The cards of a page as they were arranged; those that nobody placed (a new chart) follow in the page's own order.
    /// </summary>
    /// <param name="made">The page's own charts, the first of which is wide.</param>
    public static ImmutableArray<CardPlace> Arranged(IReadOnlyList<string> made, ImmutableArray<CardPlace> placed)
    {
        ArgumentNullException.ThrowIfNull(made);
        var known = made.ToHashSet(StringComparer.Ordinal);
        var kept = (placed.IsDefault ? [] : placed)
            .Where(place => known.Contains(place.Chart))
            .DistinctBy(place => place.Chart)
            .ToList();
        var missing = known.Except(kept.Select(place => place.Chart), StringComparer.Ordinal).ToHashSet();
        return
        [
            .. kept,
            .. made.Where(missing.Contains)
                .Select(chart => new CardPlace(chart, IsWide: chart == made[0], IsHidden: false)),
        ];
    }
}
