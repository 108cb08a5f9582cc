using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Scores;

/// <summary>
/// Takes over instructors' notes from the source as submitted reviews of one reviewer who never signs in. Those that the
/// grid cannot take are left out, and those of an application that the reviewer is kept away from. Run again it adds
/// nothing; notes that changed at the source are submitted anew, and the older ones stay, uncounted. What a manager
/// reopened stays reopened until the notes change. The result is the number of reviews written.
/// </summary>
public sealed class ImportNotes(Store store) : IOperation<ImportNotes.Request, int>
{
    /// <param name="Reviewer">The name that the reviewer of these notes gets; the key by which a later run finds it.</param>
    /// <param name="NotScored">As in <see cref="SourceNotes.Query"/>.</param>
    /// <param name="Changed">The reason kept with notes that a later run replaces.</param>
    public sealed record Request(int Edition, string Reviewer, string NotScored, string Changed);

    public static Right Right => Right.ManageReviews;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<int>(
            viewer,
            Right,
            nameof(ImportNotes),
            async writing =>
            {
                var context = writing.Context;
                if (!viewer.PerimeterOf(Right).Covers(request.Edition))
                {
                    return Refusal.NotFound;
                }

                if (await ScoringTurn.TakeAloneAsync(writing, request.Edition, cancellation) is { } closed)
                {
                    return closed;
                }

                var noted = await SourceNotes.ReadAsync(context, request.Edition, request.NotScored, cancellation);
                if (noted is null)
                {
                    return new Refusal("Refusal_NoGrid");
                }

                var reviewer = await ReviewerAsync(writing, request, cancellation);
                var known = await context
                    .Reviews.Include(review => review.Submissions)
                    .Where(review => review.ReviewerId == reviewer.Id)
                    .ToDictionaryAsync(review => review.ApplicationId, cancellation);
                var ties = await context
                    .Conflicts.Where(tie => tie.ReviewerId == reviewer.Id && tie.LiftedAt == null)
                    .Select(tie => tie.ApplicationId)
                    .ToHashSetAsync(cancellation);
                var written = 0;
                foreach (
                    var application in noted.Where(one => one.Refusal is null && !ties.Contains(one.ApplicationId))
                )
                {
                    written += Write(writing, reviewer, application, known, request) ? 1 : 0;
                }

                await context.SaveChangesAsync(cancellation);
                return written;
            },
            cancellation
        );

    private static async Task<Reviewer> ReviewerAsync(Writing writing, Request request, CancellationToken cancellation)
    {
        var reviewer = await writing.Context.Reviewers.SingleOrDefaultAsync(
            reviewer =>
                reviewer.Edition == request.Edition
                && reviewer.PersonId == null
                && reviewer.Email == null
                && reviewer.Name == request.Reviewer,
            cancellation
        );
        if (reviewer is not null)
        {
            return reviewer;
        }

        reviewer = new Reviewer
        {
            EditionId = await writing
                .Context.Editions.Where(edition => edition.Number == request.Edition)
                .Select(edition => edition.Id)
                .SingleAsync(cancellation),
            Edition = request.Edition,
            Name = request.Reviewer,
        };
        writing.Context.Reviewers.Add(reviewer);
        await writing.Context.SaveChangesAsync(cancellation);
        writing.Touch(Subject.Reviewer, reviewer.Id);
        return reviewer;
    }

    private static bool Write(
        Writing writing,
        Reviewer reviewer,
        NotedApplication application,
        Dictionary<long, Review> known,
        Request request
    )
    {
        var sheet = application.Proposal.Sheet;
        if (!known.TryGetValue(application.ApplicationId, out var review))
        {
            review = new Review
            {
                ApplicationId = application.ApplicationId,
                Edition = reviewer.Edition,
                Number = application.Number,
                ReviewerId = reviewer.Id,
                State = ReviewState.Submitted,
                Draft = sheet,
                StartedAt = writing.Now,
                SavedAt = writing.Now,
            };
            writing.Context.Reviews.Add(review);
            writing.Context.Assignments.Add(
                new Assignment
                {
                    ApplicationId = application.ApplicationId,
                    Edition = reviewer.Edition,
                    Number = application.Number,
                    ReviewerId = reviewer.Id,
                    AssignedAt = writing.Now,
                    AssignedBy = writing.By,
                }
            );
        }
        else if (JsonText.Write(review.Draft) == JsonText.Write(sheet))
        {
            return false;
        }
        else if (review.State == ReviewState.Submitted)
        {
            Reviews.Reopen(writing, review, request.Changed);
        }

        (review.Draft, review.SavedAt, review.State) = (sheet, writing.Now, ReviewState.Submitted);
        review.Submissions.Add(
            new ReviewSubmission
            {
                Sheet = sheet,
                SubmittedAt = writing.Now,
                SubmittedBy = writing.By,
            }
        );
        writing.TouchAdded(Subject.Review, () => review.Id);
        writing.Touch(Subject.Reviewer, reviewer.Id);
        return true;
    }
}
