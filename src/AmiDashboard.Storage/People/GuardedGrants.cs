using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.People;

/// <summary>
/// What every administrator is told, within what they manage: proposals that wait for a second one, and what was given,
/// refused or withdrawn of late of the profiles that two people give. The last first.
/// </summary>
public sealed class GuardedGrants(Store store, TimeProvider time)
    : IRead<GuardedGrants.Query, IReadOnlyList<GuardedGrant>>
{
    /// <summary>How long what is settled stays told.</summary>
    public static readonly TimeSpan Told = TimeSpan.FromDays(30);

    public sealed record Query;

    public static Right Right => Right.ManagePeople;

    public async Task<IReadOnlyList<GuardedGrant>> RunAsync(
        Viewer viewer,
        Query query,
        CancellationToken cancellation = default
    )
    {
        await using var context = store.Read(viewer, Right);
        var now = time.GetUtcNow().UtcDateTime;
        var since = now - Told;
        var guarded = Enum.GetValues<Profile>().Where(SecondPersonRules.Guard).ToArray();
        var proposals = await (
            from proposal in context.GrantProposals
            join person in context.People on proposal.PersonId equals person.Id
            where !proposal.IsConfirmed && (proposal.ProposedAt > since || proposal.ClosedAt > since)
            select new { proposal, person.Name }
        ).ToListAsync(cancellation);
        var held = await context
            .People.SelectMany(
                person =>
                    person.Entitlements.Where(one =>
                        guarded.Contains(one.Profile) && (one.GrantedAt > since || one.WithdrawnAt > since)
                    ),
                (person, one) => new { one, person.Name }
            )
            .ToListAsync(cancellation);
        var reach = await ManagedReach.LoadAsync(
            context,
            viewer.PerimeterOf(Right),
            proposals.Select(row => row.proposal.Perimeter).Concat(held.Select(row => row.one.Perimeter)),
            cancellation
        );
        return
        [
            .. proposals
                .Where(row => reach.Includes(row.proposal.Perimeter))
                .Select(row => GuardedGrant.Of(row.proposal, row.Name, viewer, now))
                .Concat(
                    held.Where(row => reach.Includes(row.one.Perimeter))
                        .SelectMany(row => GuardedGrant.Of(row.one, row.Name, since))
                )
                .OrderByDescending(row => row.State == GuardedState.Waiting)
                .ThenByDescending(row => row.At)
                .ThenBy(row => row.Name, StringComparer.Ordinal),
        ];
    }
}

/// <summary>What became of it. « Alone »: given while there was no second administrator.</summary>
public enum GuardedState
{
    Waiting,
    TakenBack,
    Lapsed,
    Confirmed,
    Alone,
    FromToken,
    Withdrawn,
}

/// <param name="ProposalId">Null where it is no proposal.</param>
/// <param name="Name">Whose profile it is, or would be.</param>
/// <param name="At">UTC: when the state came about; while it waits, when it was proposed.</param>
/// <param name="By">Who gave or proposed it.</param>
/// <param name="Second">Who confirmed it, or closed it, or withdrew it; null for nobody.</param>
/// <param name="LapsesAt">UTC; null where it is no proposal.</param>
/// <param name="MayConfirm">Whether the viewer is another person than those two.</param>
public sealed record GuardedGrant(
    int? ProposalId,
    string Name,
    Profile Profile,
    Perimeter Perimeter,
    GuardedState State,
    DateTime At,
    string By,
    string? Second,
    DateTime? LapsesAt = null,
    bool MayConfirm = false
)
{
    internal static GuardedGrant Of(GrantProposal one, string name, Viewer viewer, DateTime now) =>
        new(
            one.Id,
            name,
            one.Profile,
            one.Perimeter,
            one.StateAt(now) switch
            {
                ProposalState.Open => GuardedState.Waiting,
                ProposalState.Lapsed => GuardedState.Lapsed,
                ProposalState.TakenBack => GuardedState.TakenBack,
                _ => GuardedState.Confirmed,
            },
            one.ClosedAt ?? (one.StateAt(now) == ProposalState.Lapsed ? one.LapsesAt : one.ProposedAt),
            one.ProposedBy,
            one.ClosedBy,
            one.LapsesAt,
            SecondPersonRules.Check(one, viewer.PersonId, now) is null
        );

    internal static IEnumerable<GuardedGrant> Of(Entitlement one, string name, DateTime since)
    {
        if (one.GrantedAt > since)
        {
            var state =
                one.ConfirmedBy is not null ? GuardedState.Confirmed
                : one.GrantedBy == SignInPerson.GrantedByToken ? GuardedState.FromToken
                : GuardedState.Alone;
            yield return new(
                null,
                name,
                one.Profile,
                one.Perimeter,
                state,
                one.GrantedAt,
                one.GrantedBy,
                one.ConfirmedBy
            );
        }

        if (one.WithdrawnAt > since)
        {
            yield return new(
                null,
                name,
                one.Profile,
                one.Perimeter,
                GuardedState.Withdrawn,
                one.WithdrawnAt.Value,
                one.GrantedBy,
                one.WithdrawnBy
            );
        }
    }
}
