using System.Collections.Immutable;

namespace AmiDashboard.Core.People;

/// <summary>
/// What a conflict of interest takes away: the application, from every profile of the person, for every right that would
/// show it or act on it. Whatever the order in which profiles and conflicts came, since it is asked each time.
/// </summary>
public static class ConflictRules
{
    /// <summary>They keep the house and show no application; without all of an edition they would leave it half kept.</summary>
    private static readonly ImmutableHashSet<Right> OfTheHouse =
    [
        Right.None,
        Right.ManagePeople,
        Right.EditEditions,
        Right.EditMapping,
        Right.SeeSynchronisation,
        Right.Synchronise,
    ];

    /// <summary>
    /// What a right reaches by one profile. A ministry's team keeps the projects that they were given by number: being of the
    /// team is the conflict, and their profile shows no score.
    /// </summary>
    public static Perimeter ReachOf(HeldProfile held, Right right, ImmutableHashSet<BarredApplication> barred)
    {
        ArgumentNullException.ThrowIfNull(held);
        ArgumentNullException.ThrowIfNull(barred);
        return barred.IsEmpty || held.Profile == Profile.Ministry || OfTheHouse.Contains(right)
            ? held.Perimeter
            : held.Perimeter.Except(barred);
    }
}
