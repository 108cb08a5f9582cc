using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using AmiDashboard.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Scores;

/// <summary>
/// Joins somebody who signs in to the reviewer that they were expected as: one of the e-mails that the provider has
/// verified, and a reviewer's profile that the product's own table gives them. The result is the number of editions joined.
/// </summary>
public sealed class LinkReviewer(Store store) : IOperation<LinkReviewer.Request, int>
{
    /// <param name="VerifiedEmails">As <see cref="SignInPerson.Request"/> has them.</param>
    public sealed record Request(int PersonId, IReadOnlyList<string> VerifiedEmails);

    /// <summary>Asked by the product itself, at sign-in.</summary>
    public static Right Right => Right.None;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<int>(
            viewer,
            Right,
            nameof(LinkReviewer),
            async writing =>
            {
                var person = await writing
                    .Context.People.Include(person => person.Entitlements)
                    .SingleOrDefaultAsync(person => person.Id == request.PersonId, cancellation);
                var emails = request.VerifiedEmails.Select(EmailList.Folded).OfType<string>().ToArray();
                if (
                    !viewer.IsProduct
                    || person is null
                    || !person.Entitlements.Exists(held => held.WithdrawnAt is null && held.Profile == Profile.Reviewer)
                )
                {
                    return 0;
                }

                var expected = await writing
                    .Context.Reviewers.Where(reviewer =>
                        reviewer.PersonId == null
                        && emails.Contains(reviewer.Email)
                        && !writing.Context.Reviewers.Any(own =>
                            own.EditionId == reviewer.EditionId && own.PersonId == person.Id
                        )
                    )
                    .ToListAsync(cancellation);
                foreach (var reviewer in expected)
                {
                    (reviewer.PersonId, reviewer.Name) = (person.Id, person.Name);
                    writing.Touch(Subject.Reviewer, reviewer.Id);
                }

                return expected.Count;
            },
            cancellation
        );
}
