using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.People;

/// <summary>
/// What somebody manages, able to say whether a perimeter lies within: an application lies within its edition, which the
/// two perimeters alone do not know.
/// </summary>
internal sealed class ManagedReach
{
    private readonly Perimeter managed;
    private readonly Dictionary<int, int> editions;

    private ManagedReach(Perimeter managed, Dictionary<int, int> editions) =>
        (this.managed, this.editions) = (managed, editions);

    /// <param name="asked">Every perimeter that will be asked about.</param>
    public static async Task<ManagedReach> LoadAsync(
        AmiContext context,
        Perimeter managed,
        IEnumerable<Perimeter> asked,
        CancellationToken cancellation
    )
    {
        if (managed.IsEverything)
        {
            return new(managed, []);
        }

        int[] numbers = [.. asked.SelectMany(one => one.Applications).Distinct()];
        return new(
            managed,
            await context
                .Applications.IgnoreQueryFilters()
                .Where(application => numbers.Contains(application.Number))
                .ToDictionaryAsync(application => application.Number, application => application.Edition, cancellation)
        );
    }

    /// <summary>The same for one perimeter alone.</summary>
    public static async Task<bool> IncludesAsync(
        AmiContext context,
        Perimeter managed,
        Perimeter asked,
        CancellationToken cancellation
    ) => (await LoadAsync(context, managed, [asked], cancellation)).Includes(asked);

    /// <summary>One that reaches nothing yet lies within any: somebody has to give it its applications.</summary>
    public bool Includes(Perimeter other) =>
        managed.IsEverything
        || (
            !other.ReachesAll
            && other.Editions.All(managed.Covers)
            && other.Applications.All(number =>
                editions.TryGetValue(number, out var edition)
                    ? managed.Admits(edition, number)
                    : managed.Applications.Contains(number)
            )
        );

    /// <summary>
    /// Whether a person is among those that one manages: who holds something within, or holds nothing at all, since somebody
    /// has to give them the first thing.
    /// </summary>
    public bool Knows(Person person)
    {
        var held = person.Entitlements.FindAll(one => one.WithdrawnAt is null);
        return held.Count == 0 || held.Exists(one => Includes(one.Perimeter));
    }
}
