using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.People;

/// <summary>What has to hold of a grant, whether it is made, proposed or confirmed.</summary>
internal static class Granting
{
    public static readonly Refusal Held = new("Refusal_EntitlementHeld");

    /// <summary>The person with what they hold now; null for a number that does not exist.</summary>
    public static Task<Person?> PersonAsync(AmiContext context, int id, CancellationToken cancellation) =>
        context
            .People.Include(person => person.Entitlements.Where(entitlement => entitlement.WithdrawnAt == null))
            .SingleOrDefaultAsync(person => person.Id == id, cancellation);

    /// <summary>Null where this viewer may give this profile over this perimeter to this person.</summary>
    public static async Task<Refusal?> CheckAsync(
        AmiContext context,
        Viewer viewer,
        Person? person,
        Profile profile,
        Perimeter wanted,
        CancellationToken cancellation
    )
    {
        if (CheckShape(wanted) is { } shape)
        {
            return shape;
        }

        // Without the filters only the reach is asked about: who one does not know is as good as not there.
        var reach = await ManagedReach.LoadAsync(
            context,
            viewer.PerimeterOf(Right.ManagePeople),
            [wanted, .. person?.Entitlements.Select(held => held.Perimeter) ?? []],
            cancellation
        );
        return person is null || !reach.Knows(person) ? Refusal.NotFound
            : person.Id == viewer.PersonId && !viewer.IsProduct ? new Refusal("Refusal_ToOneself")
            : await CheckReachAsync(context, reach, wanted, cancellation)
                ?? (
                    person.Entitlements.Exists(held =>
                        held.WithdrawnAt is null && held.Profile == profile && held.Perimeter == wanted
                    )
                        ? Held
                        : null
                );
    }

    /// <summary>Null where this viewer may give something over this perimeter to somebody who is not known yet.</summary>
    public static async Task<Refusal?> CheckAsync(
        AmiContext context,
        Viewer viewer,
        Perimeter wanted,
        CancellationToken cancellation
    )
    {
        if (CheckShape(wanted) is { } shape)
        {
            return shape;
        }

        var managed = viewer.PerimeterOf(Right.ManagePeople);
        var reach = await ManagedReach.LoadAsync(context, managed, [wanted], cancellation);
        return await CheckReachAsync(context, reach, wanted, cancellation);
    }

    /// <summary>
    /// Whether somebody else may confirm, or could until a short time ago: who has just taken the right away from the only
    /// other administrator does not act alone for that.
    /// </summary>
    public static async Task<SecondPerson> SecondAsync(
        AmiContext context,
        Viewer viewer,
        int beneficiary,
        Perimeter wanted,
        DateTime now,
        CancellationToken cancellation
    )
    {
        var since = now - SecondPersonRules.Lifetime;
        var managers = Enum.GetValues<Profile>()
            .Where(profile => ProfileRights.Of(profile).Contains(Right.ManagePeople))
            .ToArray();
        var others = await context
            .People.SelectMany(person => person.Entitlements)
            .Where(held =>
                managers.Contains(held.Profile)
                && held.PersonId != viewer.PersonId
                && held.PersonId != beneficiary
                && (held.WithdrawnAt == null || held.WithdrawnAt > since)
            )
            .ToListAsync(cancellation);
        var able = new List<Entitlement>();
        foreach (var held in others)
        {
            if (await ManagedReach.IncludesAsync(context, held.Perimeter, wanted, cancellation))
            {
                able.Add(held);
            }
        }

        return able.Exists(held => held.WithdrawnAt is null)
            ? new(true, null)
            : new(false, able.Max(held => held.WithdrawnAt) + SecondPersonRules.Lifetime);
    }

    public static Entitlement Give(
        Writing writing,
        Person person,
        Profile profile,
        Perimeter wanted,
        string grantedBy,
        string? confirmedBy
    )
    {
        var entitlement = new Entitlement
        {
            PersonId = person.Id,
            Profile = profile,
            IsEverything = wanted.IsEverything,
            Edition = wanted.OneEdition,
            Applications = [.. wanted.Applications.Order()],
            GrantedAt = writing.Now,
            GrantedBy = grantedBy,
            ConfirmedBy = confirmedBy,
        };
        person.Entitlements.Add(entitlement);
        person.IsManaged = true;
        writing.Touch(Subject.Person, person.Id);
        return entitlement;
    }

    private static Refusal? CheckShape(Perimeter wanted) =>
        wanted.IsNothing
        || wanted.Barred.Count > 0
        || wanted.Editions.Count > 1
        || (wanted.OneEdition is not null && wanted.Applications.Count > 0)
            ? new Refusal("Refusal_PerimeterShape")
        // It becomes part of every query of theirs.
        : wanted.Applications.Count > Perimeter.MostApplications
            ? new Refusal("Refusal_PerimeterTooMany", Perimeter.MostApplications)
        : null;

    private static async Task<Refusal?> CheckReachAsync(
        AmiContext context,
        ManagedReach reach,
        Perimeter wanted,
        CancellationToken cancellation
    ) =>
        await UnknownAsync(context, wanted, cancellation) is { Count: > 0 } unknown
            ? new Refusal("Refusal_PerimeterUnknown", string.Join(", ", unknown))
        : !reach.Includes(wanted) ? new Refusal("Refusal_BeyondReach")
        : null;

    private static async Task<IReadOnlyList<int>> UnknownAsync(
        AmiContext context,
        Perimeter wanted,
        CancellationToken cancellation
    )
    {
        int[] numbers = [.. wanted.Applications];
        int[] editions = [.. wanted.Editions];
        var knownNumbers = await context
            .Applications.Where(application => numbers.Contains(application.Number))
            .Select(application => application.Number)
            .ToListAsync(cancellation);
        var knownEditions = await context
            .Editions.Where(edition => editions.Contains(edition.Number))
            .Select(edition => edition.Number)
            .ToListAsync(cancellation);
        return [.. numbers.Except(knownNumbers), .. editions.Except(knownEditions)];
    }
}

/// <param name="IsThere">Whether somebody else could confirm now.</param>
/// <param name="AloneFrom">UTC instant from which one may act alone, while that is to come or past; null for at once.</param>
internal sealed record SecondPerson(bool IsThere, DateTime? AloneFrom);
