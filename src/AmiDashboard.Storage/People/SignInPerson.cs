using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.People;

/// <summary>
/// Notes who signed in, and gives the profiles of the token to somebody who has never held any. From then on the
/// product's own table decides: a role added or taken away at the provider changes nothing here. What invitations keep for
/// one of their e-mails is given whenever they come.
/// </summary>
public sealed class SignInPerson(Store store, IEnumerable<IViewerNarrowing> narrowings)
    : IOperation<SignInPerson.Request, Viewer>
{
    /// <summary>What « granted by » says of an entitlement that came from the token.</summary>
    public const string GrantedByToken = "SSO";

    /// <param name="Email">As it is shown; anybody may have written it.</param>
    public sealed record Request(
        string Issuer,
        string Subject,
        string Name,
        string? Email,
        IReadOnlyList<ClaimedProfile> Claimed
    )
    {
        /// <summary>Those that the provider itself vouches for.</summary>
        public IReadOnlyList<string> VerifiedEmails { get; init; } = [];
    }

    /// <param name="Applications">
    /// Numbers the profile is claimed over; null takes the profile's usual perimeter: everything, of which a reviewer sees
    /// what they are given; nothing yet for ministries.
    /// </param>
    public sealed record ClaimedProfile(Profile Profile, IReadOnlyList<int>? Applications = null);

    /// <summary>Asked by the product itself, for anybody who signs in.</summary>
    public static Right Right => Right.None;

    public async Task<Outcome<Viewer>> RunAsync(
        Viewer viewer,
        Request request,
        CancellationToken cancellation = default
    )
    {
        var outcome = await SignInAsync(viewer, request, cancellation);
        return outcome.Done ? await narrowings.NarrowAsync(outcome.Value, cancellation) : outcome;
    }

    private Task<Outcome<Viewer>> SignInAsync(Viewer viewer, Request request, CancellationToken cancellation) =>
        store.WriteAsync<Viewer>(
            viewer,
            Right,
            nameof(SignInPerson),
            async writing =>
            {
                var person = await writing
                    .Context.People.Include(person => person.Entitlements)
                    .SingleOrDefaultAsync(
                        person => person.Issuer == request.Issuer && person.Subject == request.Subject,
                        cancellation
                    );
                if (person is null)
                {
                    person = new Person
                    {
                        Issuer = request.Issuer,
                        Subject = request.Subject,
                        Name = request.Name,
                        FirstSignInAt = writing.Now,
                    };
                    writing.Context.People.Add(person);
                }

                (person.Name, person.Email, person.LastSignInAt) = (request.Name, request.Email, writing.Now);
                if (!person.IsManaged && person.Entitlements.Count == 0)
                {
                    person.Entitlements.AddRange(
                        request.Claimed.Select(claimed => ToEntitlement(claimed, writing.Now))
                    );
                }

                await writing.Context.SaveChangesAsync(cancellation);
                writing.Touch(Subject.Person, person.Id);
                string[] verified = [.. request.VerifiedEmails.Select(EmailList.Kept).OfType<string>()];
                await Invitations.TakeAsync(writing, person, verified, cancellation);
                return FindViewer.ToViewer(person);
            },
            cancellation
        );

    private static Entitlement ToEntitlement(ClaimedProfile claimed, DateTime now) =>
        new()
        {
            Profile = claimed.Profile,
            IsEverything = claimed.Applications is null && claimed.Profile is not Profile.Ministry,
            Applications = [.. claimed.Applications ?? []],
            GrantedAt = now,
            GrantedBy = GrantedByToken,
        };
}
