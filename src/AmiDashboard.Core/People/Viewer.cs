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

    public bool HasAnyProfile => IsProduct || Profiles.Count > 0;

    public bool Can(Right right) => IsProduct || Profiles.Any(held => ProfileRights.Of(held.Profile).Contains(right));

    /// <summary>What the right reaches: the union of the perimeters of the profiles that hold it.</summary>
    public Perimeter PerimeterOf(Right right) =>
        IsProduct
            ? Perimeter.Everything
            : Profiles
                .Where(held => ProfileRights.Of(held.Profile).Contains(right))
                .Aggregate(Perimeter.Nothing, (reached, held) => reached.Or(held.Perimeter));
}
