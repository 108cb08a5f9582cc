using System.Runtime.InteropServices;

namespace AmiDashboard.Core.People;

/// <summary>
/// Which applications a right reaches: all of them, those of some editions, or some by number, but for those that are
/// barred. The empty perimeter reaches none. Storage puts it into every query; figures test it fact by fact.
/// </summary>
public sealed class Perimeter : IEquatable<Perimeter>
{
    /// <summary>Applications that somebody is given one by one.</summary>
    public const int MostApplications = 200;

    private static readonly HashSet<int> None = [];
    private static readonly HashSet<BarredApplication> NoneBarred = [];

    public static readonly Perimeter Everything = new(true, None, None, NoneBarred);
    public static readonly Perimeter Nothing = new(false, None, None, NoneBarred);

    private Perimeter(
        bool reachesAll,
        IReadOnlySet<int> editions,
        IReadOnlySet<int> applications,
        IReadOnlySet<BarredApplication> barred
    ) => (ReachesAll, Editions, Applications, Barred) = (reachesAll, editions, applications, barred);

    public static Perimeter OfEdition(int edition) => new(false, new HashSet<int> { edition }, None, NoneBarred);

    public static Perimeter OfApplications(params IEnumerable<int> numbers) =>
        new(false, None, numbers.ToHashSet(), NoneBarred);

    /// <summary>As rows of the store say it: everything, one edition, or some numbers; none of them reaches nothing.</summary>
    public static Perimeter Of(bool isEverything, int? edition, IEnumerable<int> applications) =>
        isEverything ? Everything
        : edition is { } number ? OfEdition(number)
        : OfApplications(applications);

    /// <summary>The edition that <see cref="Of"/> would be told; null where it is not one.</summary>
    public int? OneEdition => Editions.Count == 1 ? Editions.Single() : null;

    /// <summary>Every edition, those to come among them; what is barred is still left out.</summary>
    public bool ReachesAll { get; }

    public IReadOnlySet<int> Editions { get; }

    public IReadOnlySet<int> Applications { get; }

    /// <summary>Left out of what the editions would reach.</summary>
    public IReadOnlySet<BarredApplication> Barred { get; }

    /// <summary>Every edition, and nothing left out.</summary>
    public bool IsEverything => ReachesAll && Barred.Count == 0;

    public bool IsNothing => !ReachesAll && Editions.Count == 0 && Applications.Count == 0;

    public bool Admits(int edition, int application) =>
        (ReachesAll || Editions.Contains(edition) || Applications.Contains(application))
        && !Barred.Contains(new(edition, application));

    /// <summary>
    /// Whether it reaches a whole edition: what a ranking needs, or an envelope, which say something of all the others. An
    /// edition of which one application is barred is not whole: a hole in a ranking would tell its rank.
    /// </summary>
    public bool Covers(int edition) =>
        (ReachesAll || Editions.Contains(edition)) && Barred.All(one => one.Edition != edition);

    /// <summary>Whether it reaches everything, or one whole edition of those that it names.</summary>
    public bool CoversAny => IsEverything || Editions.Any(Covers);

    /// <summary>Whether all that another reaches is reached, as far as can be told without knowing the applications.</summary>
    public bool Includes(Perimeter other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return !Barred.Any(one => other.Admits(one.Edition, one.Number))
            && (
                ReachesAll
                || (
                    !other.ReachesAll
                    && other.Editions.IsSubsetOf(Editions)
                    && other.Applications.IsSubsetOf(Applications)
                )
            );
    }

    public Perimeter Or(Perimeter other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var barred = Barred
            .Where(one => !other.Admits(one.Edition, one.Number))
            .Concat(other.Barred.Where(one => !Admits(one.Edition, one.Number)))
            .ToHashSet();
        return ReachesAll || other.ReachesAll
            ? new(true, None, None, barred)
            : new(
                false,
                Editions.Union(other.Editions).ToHashSet(),
                Applications.Union(other.Applications).ToHashSet(),
                barred
            );
    }

    /// <summary>The same without some applications; equal where it reached none of them.</summary>
    public Perimeter Except(IEnumerable<BarredApplication> applications)
    {
        var reached = applications.Where(one => Admits(one.Edition, one.Number)).ToList();
        return new(
            ReachesAll,
            Editions,
            Applications.Except(reached.Select(one => one.Number)).ToHashSet(),
            Barred.Concat(reached.Where(one => ReachesAll || Editions.Contains(one.Edition))).ToHashSet()
        );
    }

    /// <summary>Equal keys reach equal applications: what is drawn for one viewer may be shown to another.</summary>
    public string Key =>
        (ReachesAll ? "*" : $"e{string.Join(',', Editions.Order())};a{string.Join(',', Applications.Order())}")
        + (Barred.Count == 0 ? "" : $";x{string.Join(',', Barred.Select(one => one.Number).Order())}");

    public bool Equals(Perimeter? other) => other is not null && Key == other.Key;

    public override bool Equals(object? obj) => Equals(obj as Perimeter);

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    public static bool operator ==(Perimeter? left, Perimeter? right) => left?.Key == right?.Key;

    public static bool operator !=(Perimeter? left, Perimeter? right) => !(left == right);

    public override string ToString() => Key;
}

/// <summary>An application that a conflict of interest keeps somebody from.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct BarredApplication(int Edition, int Number);
