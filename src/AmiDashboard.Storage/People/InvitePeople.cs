using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.People;

/// <summary>
/// Keeps a profile over a perimeter for people who are known by their e-mail alone, until they sign in. The result is how
/// many are invited by it: who was already, to the same, is left as they are. Refuses what <see cref="GrantEntitlement"/>
/// refuses of a perimeter, and a list that is empty, too long, or holds something that is no e-mail.
/// </summary>
public sealed class InvitePeople(Store store) : IOperation<InvitePeople.Request, int>
{
    public sealed record Request(IReadOnlyList<string> Emails, Profile Profile, Perimeter Perimeter);

    public static Right Right => Right.ManagePeople;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<int>(
            viewer,
            Right,
            nameof(InvitePeople),
            async writing =>
            {
                var (context, wanted) = (writing.Context, request.Perimeter);
                if (await Granting.CheckAsync(context, viewer, wanted, cancellation) is { } refusal)
                {
                    return refusal;
                }

                if (request.Emails.Count is 0 or > InvitationRules.MostAtOnce)
                {
                    return new Refusal("Refusal_InvitedCount", InvitationRules.MostAtOnce);
                }

                if (request.Emails.FirstOrDefault(email => EmailList.Kept(email) is null) is { } wrong)
                {
                    return new Refusal("Refusal_Email", wrong);
                }

                string[] emails = [.. request.Emails.Select(email => EmailList.Kept(email)!).Distinct()];
                var standing = await context
                    .Invitations.Where(one =>
                        one.ClosedAt == null && one.Profile == request.Profile && emails.Contains(one.Email)
                    )
                    .ToListAsync(cancellation);
                var invited = emails
                    .Where(email =>
                        !standing.Exists(one =>
                            one.Email == email
                            && one.Perimeter == wanted
                            && one.StateAt(writing.Now) == InvitationState.Open
                        )
                    )
                    .Select(email => Invitations.For(writing, viewer, request.Profile, wanted, email, code: null))
                    .ToList();
                context.Invitations.AddRange(invited);
                foreach (var one in invited)
                {
                    writing.TouchAdded(Subject.Invitation, () => one.Id);
                }

                return invited.Count;
            },
            cancellation
        );
}
