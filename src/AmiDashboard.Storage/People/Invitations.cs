using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.People;

/// <summary>How an invitation is made, and what it gives to who comes by it.</summary>
internal static class Invitations
{
    public static Invitation For(
        Writing writing,
        Viewer viewer,
        Profile profile,
        Perimeter wanted,
        string? email,
        string? code
    ) =>
        new()
        {
            Email = email,
            Sha256 = code is null ? null : InvitationCode.DigestOf(code),
            Profile = profile,
            IsEverything = wanted.IsEverything,
            Edition = wanted.OneEdition,
            Applications = [.. wanted.Applications.Order()],
            InvitedAt = writing.Now,
            LapsesAt = writing.Now + (code is null ? InvitationRules.EmailLifetime : InvitationRules.CodeLifetime),
            InvitedById = viewer.IsProduct ? null : viewer.PersonId,
            InvitedBy = writing.By,
        };

    /// <summary>Takes what is kept for the e-mails of somebody who signs in.</summary>
    /// <param name="emails">As <see cref="EmailList.Kept"/> makes them, and verified by the provider.</param>
    public static async Task TakeAsync(Writing writing, Person person, string[] emails, CancellationToken cancellation)
    {
        if (emails.Length == 0)
        {
            return;
        }

        var kept = await writing
            .Context.Invitations.Where(one =>
                one.ClosedAt == null && one.LapsesAt > writing.Now && emails.Contains(one.Email)
            )
            .OrderBy(one => one.Id)
            .ToListAsync(cancellation);
        foreach (var one in kept)
        {
            await TakeAsync(writing, person, one, cancellation);
        }
    }

    /// <summary>
    /// Gives what it keeps, as who invited would give it at this moment: at once, or as a proposal where it takes a second
    /// administrator. Closed without giving anything where they could not any more.
    /// </summary>
    public static async Task TakeAsync(Writing writing, Person person, Invitation one, CancellationToken cancellation)
    {
        var (context, wanted) = (writing.Context, one.Perimeter);
        var inviter = await InviterAsync(context, one, cancellation);
        var refusal = await Granting.CheckAsync(context, inviter, person, one.Profile, wanted, cancellation);
        one.ClosedAt = writing.Now;
        writing.Touch(Subject.Invitation, one.Id);
        if (refusal is not null && refusal != Granting.Held)
        {
            one.ClosedBy = writing.By;
            return;
        }

        (one.PersonId, one.ClosedBy) = (person.Id, person.Name);
        if (refusal is not null)
        {
            return;
        }

        if (await TakesSecondAsync(writing, inviter, person, one, cancellation))
        {
            if (!await Proposals.StandsAsync(writing, person, one.Profile, wanted, cancellation))
            {
                Proposals.Add(writing, inviter, person, one.Profile, wanted);
            }

            return;
        }

        Granting.Give(writing, person, one.Profile, wanted, one.InvitedBy, confirmedBy: null);
    }

    /// <summary>With what they hold now; who runs the program may give anything.</summary>
    private static async Task<Viewer> InviterAsync(
        AmiContext context,
        Invitation one,
        CancellationToken cancellation
    ) =>
        one.InvitedById is not { } id ? Viewer.Product
        : await Granting.PersonAsync(context, id, cancellation) is { } person ? FindViewer.ToViewer(person)
        : new Viewer(id, one.InvitedBy, []);

    private static async Task<bool> TakesSecondAsync(
        Writing writing,
        Viewer inviter,
        Person person,
        Invitation one,
        CancellationToken cancellation
    )
    {
        if (inviter.IsProduct || !SecondPersonRules.Guard(one.Profile))
        {
            return false;
        }

        var second = await Granting.SecondAsync(
            writing.Context,
            inviter,
            person.Id,
            one.Perimeter,
            writing.Now,
            cancellation
        );
        return second.IsThere || second.AloneFrom > writing.Now;
    }
}
