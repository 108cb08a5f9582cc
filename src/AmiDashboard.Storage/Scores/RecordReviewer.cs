using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Scores;

/// <summary>
/// Enlists a reviewer of an edition, or changes what is known of them. Somebody who signed in is named by their person,
/// somebody expected by name and e-mail (<see cref="LinkReviewer"/> joins the two). Refuses a person without a reviewer's
/// profile, and one who could see others' scores by another profile.
/// </summary>
public sealed class RecordReviewer(Store store) : IOperation<RecordReviewer.Request, int>
{
    /// <param name="ReviewerId">Null for a new reviewer.</param>
    /// <param name="PersonId">Null for somebody who has not signed in yet.</param>
    /// <param name="Version">The version that the person saw; null for a new reviewer.</param>
    public sealed record Request(
        int Edition,
        int? ReviewerId,
        int? PersonId,
        string? Name,
        string? Email,
        string? Ministry,
        IReadOnlyList<string> Expertise,
        int? Capacity,
        int? Version = null
    );

    public static Right Right => Right.ManageReviews;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<int>(
            viewer,
            Right,
            nameof(RecordReviewer),
            async writing =>
            {
                var context = writing.Context;
                await writing.TakeTurnAsync(request.Edition, isAlone: false, cancellation);
                var editionId = viewer.PerimeterOf(Right).Covers(request.Edition)
                    ? await context
                        .Editions.Where(edition => edition.Number == request.Edition)
                        .Select(edition => (int?)edition.Id)
                        .SingleOrDefaultAsync(cancellation)
                    : null;
                var reviewer = await context.Reviewers.SingleOrDefaultAsync(
                    reviewer => reviewer.Id == request.ReviewerId && reviewer.Edition == request.Edition,
                    cancellation
                );
                if (editionId is null || (request.ReviewerId is not null && reviewer is null))
                {
                    return Refusal.NotFound;
                }

                if (reviewer?.Version != request.Version)
                {
                    return Refusal.Conflict;
                }

                var personId = reviewer?.PersonId ?? request.PersonId;
                var person = await context
                    .People.Include(person => person.Entitlements)
                    .SingleOrDefaultAsync(person => person.Id == personId, cancellation);
                if (personId is not null && person is null)
                {
                    return Refusal.NotFound;
                }

                if (Check(request, person) is { } refusal)
                {
                    return refusal;
                }

                if (reviewer is null)
                {
                    reviewer = new Reviewer
                    {
                        EditionId = editionId.Value,
                        Edition = request.Edition,
                        Name = "",
                    };
                    context.Reviewers.Add(reviewer);
                }

                Apply(reviewer, request, person);
                if (await EndBarredAsync(writing, reviewer, cancellation) is { } closed)
                {
                    return closed;
                }

                await context.SaveChangesAsync(cancellation);
                writing.Touch(Subject.Reviewer, reviewer.Id);
                return reviewer.Id;
            },
            cancellation
        );

    private static Refusal? Check(Request request, Person? person)
    {
        if (request.Capacity < 0)
        {
            return new Refusal("Refusal_Capacity");
        }

        if (person is null)
        {
            return string.IsNullOrWhiteSpace(request.Name) || request.Name.Length > Reviewer.LongestName
                    ? new Refusal("Refusal_ReviewerName", Reviewer.LongestName)
                : EmailList.Folded(request.Email) is not { Length: <= EmailList.LongestEmail } email
                || !email.Contains('@', StringComparison.Ordinal)
                    ? new Refusal("Refusal_ReviewerEmail")
                : null;
        }

        var standing = person.Entitlements.Where(held => held.WithdrawnAt is null).ToList();
        return standing.TrueForAll(held => held.Profile != Profile.Reviewer)
                ? new Refusal("Refusal_NoReviewer", person.Name)
            : standing.Exists(held => ProfileRights.Of(held.Profile).Contains(Right.SeeRanking))
                ? new Refusal("Refusal_ReviewerSeesScores", person.Name)
            : null;
    }

    private static void Apply(Reviewer reviewer, Request request, Person? person)
    {
        reviewer.PersonId ??= person?.Id;
        reviewer.Name = person?.Name ?? request.Name!.Trim();
        reviewer.Email = EmailList.Folded(person?.Email ?? request.Email);
        reviewer.Ministry = MinistryOf(request);
        reviewer.Expertise.Clear();
        reviewer.Expertise.AddRange(request.Expertise.Distinct(StringComparer.Ordinal));
        reviewer.Capacity = request.Capacity;
    }

    /// <summary>Cut as those of applications are, so that the two can be equal.</summary>
    private static string? MinistryOf(Request request) =>
        PlainText.Of(request.Ministry)?.Trim() is not { Length: > 0 } ministry ? null
        : ministry.Length <= ApplicationReading.LongestCategory ? ministry
        : PlainText.Of(ministry[..ApplicationReading.LongestCategory]);

    /// <summary>
    /// A ministry that becomes known ends the assignments that it makes a conflict; refused where a jury rests on them.
    /// </summary>
    private static async Task<Refusal?> EndBarredAsync(
        Writing writing,
        Reviewer reviewer,
        CancellationToken cancellation
    )
    {
        if (reviewer.Id == 0 || reviewer.Ministry is null)
        {
            return null;
        }

        var held = await (
            from assignment in writing.Context.Assignments
            join application in writing.Context.Applications on assignment.ApplicationId equals application.Id
            where assignment.ReviewerId == reviewer.Id && assignment.EndedAt == null
            select new { Assignment = assignment, application.Ministry }
        ).ToListAsync(cancellation);
        var barred = held.FindAll(one => reviewer.IsOfMinistry(one.Ministry));
        if (barred.Count > 0 && await ScoringTurn.AreFrozenAsync(writing.Context, reviewer.Edition, cancellation))
        {
            return new Refusal("Refusal_ReviewsClosed");
        }

        foreach (var one in barred)
        {
            Assignments.End(writing, one.Assignment, AssignmentEnd.Conflict);
            var review = await writing
                .Context.Reviews.Include(review => review.Submissions)
                .SingleOrDefaultAsync(
                    review => review.ApplicationId == one.Assignment.ApplicationId && review.ReviewerId == reviewer.Id,
                    cancellation
                );
            if (review is { State: ReviewState.Submitted })
            {
                Reviews.Reopen(writing, review, reviewer.Ministry);
            }
        }

        return null;
    }
}
