namespace AmiDashboard.Core.People;

/// <summary>
/// Which applications a right reaches: all of them, those of some editions, or some by number. The empty perimeter
/// reaches none. Storage puts it into every query; figures test it fact by fact.
/// </summary>
public sealed record Perimeter(bool IsEverything, IReadOnlySet<int> Editions, IReadOnlySet<int> Applications)
{
    /// <summary>Applications that somebody is given one by one.</summary>
    public const int MostApplications = 200;

    private static readonly HashSet<int> None = [];

    public static readonly Perimeter Everything = new(true, None, None);
    public static readonly Perimeter Nothing = new(false, None, None);

    public static Perimeter OfEdition(int edition) => new(false, new HashSet<int> { edition }, None);

    public static Perimeter OfApplications(params IEnumerable<int> numbers) => new(false, None, numbers.ToHashSet());

    public bool IsNothing => !IsEverything && Editions.Count == 0 && Applications.Count == 0;

    public bool Admits(int edition, int application) =>
        IsEverything || Editions.Contains(edition) || Applications.Contains(application);

    /// <summary>Whether it reaches a whole edition: what a ranking needs, which says nothing of a part.</summary>
    public bool Covers(int edition) => IsEverything || Editions.Contains(edition);

    /// <summary>Whether all that another reaches is reached.</summary>
    public bool Includes(Perimeter other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return IsEverything
            || (
                !other.IsEverything
                && other.Editions.IsSubsetOf(Editions)
                && other.Applications.IsSubsetOf(Applications)
            );
    }

    public Perimeter Or(Perimeter other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return IsEverything || other.IsEverything
            ? Everything
            : new(
                false,
                Editions.Union(other.Editions).ToHashSet(),
                Applications.Union(other.Applications).ToHashSet()
            );
    }

    /// <summary>Equal keys reach equal applications: what is drawn for one viewer may be shown to another.</summary>
    public string Key =>
        IsEverything ? "*" : $"e{string.Join(',', Editions.Order())};a{string.Join(',', Applications.Order())}";

    public bool Equals(Perimeter? other) => other is not null && Key == other.Key;

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);
}
