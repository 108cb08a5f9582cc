using System.Collections.Immutable;

namespace AmiDashboard.Core.People;

/// <summary>A profile and the perimeter it holds over.</summary>
public sealed record HeldProfile(Profile Profile, Perimeter Perimeter);

/// <summary>
/// The person for whom something is read or done, with what the product's own table says of them at that moment. Never
/// built from a token alone.
/// </summary>
public sealed record Viewer(int PersonId, string Name, IReadOnlyList<HeldProfile> Profiles)
{
    /// <summary>The product itself: synchronisation, start-up, change feed. Never given to a request.</summary>
    public static readonly Viewer Product = new(0, "AmiDashboard", []) { IsProduct = true };

    public bool IsProduct { get; private init; }

    /// <summary>
    /// Rights that a profile gives and that the person may not use for now: who still has reviews to submit sees no scores.
    /// </summary>
    public ImmutableHashSet<Right> Withheld { get; init; } = [];

    /// <summary>Of the person at that moment (<see cref="Person.SessionStamp"/>).</summary>
    public int SessionStamp { get; init; }

    /// <summary>
    /// Applications that a conflict of interest keeps the person from, by whatever profile they would reach them
    /// (<see cref="ConflictRules"/>).
    /// </summary>
    public ImmutableHashSet<BarredApplication> Barred { get; init; } = [];

    public bool HasAnyProfile => IsProduct || Profiles.Count > 0;

    public bool Can(Right right) => IsProduct || Holding(right).Any();

    /// <summary>What the right reaches: the union of the perimeters of the profiles that hold it.</summary>
    public Perimeter PerimeterOf(Right right) =>
        IsProduct
            ? Perimeter.Everything
            : Holding(right)
                .Aggregate(
                    Perimeter.Nothing,
                    (reached, held) => reached.Or(ConflictRules.ReachOf(held, right, Barred))
                );

    /// <summary>Whether it is the same person with at least the same rights: what was shown to the other may stay shown.</summary>
    public bool MayAllThat(Viewer other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return PersonId == other.PersonId
            && Withheld.IsSubsetOf(other.Withheld)
            && Barred.IsSubsetOf(other.Barred)
            && other.Profiles.All(shown =>
                Profiles.Any(held => held.Profile == shown.Profile && held.Perimeter.Includes(shown.Perimeter))
            );
    }

    private IEnumerable<HeldProfile> Holding(Right right) =>
        Withheld.Contains(right) ? [] : Profiles.Where(held => ProfileRights.Of(held.Profile).Contains(right));
}
