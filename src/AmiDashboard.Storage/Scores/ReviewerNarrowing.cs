using System.Collections.Immutable;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Scores;

/// <summary>
/// A reviewer's profile says where they may be given applications; what it reaches is those they have, none that a
/// conflict of interest keeps them from. While one of their reviews is not submitted they see no scores by any other profile.
/// </summary>
public sealed class ReviewerNarrowing(Store store) : IViewerNarrowing
{
    private static readonly ImmutableHashSet<Right> Scores =
    [
        Right.SeeRanking,
        Right.ManageReviews,
        Right.SeeDecisions,
        Right.HoldSessions,
        Right.Grant,
    ];

    public async Task<Viewer> NarrowAsync(Viewer viewer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (viewer.Profiles.All(held => held.Profile != Profile.Reviewer))
        {
            return viewer;
        }

        await using var context = store.Read(Viewer.Product, Right.None);
        var given = await (
            from assignment in context.Assignments
            join reviewer in context.Reviewers on assignment.ReviewerId equals reviewer.Id
            join application in context.Applications on assignment.ApplicationId equals application.Id
            where assignment.EndedAt == null && reviewer.PersonId == viewer.PersonId
            select new
            {
                Reviewer = reviewer,
                application.Ministry,
                assignment.Edition,
                assignment.Number,
                IsSubmitted = context.Reviews.Any(review =>
                    review.ApplicationId == assignment.ApplicationId
                    && review.ReviewerId == assignment.ReviewerId
                    && review.State == ReviewState.Submitted
                ),
            }
        ).ToListAsync(cancellation);
        // The source may name the ministry after the application was given.
        given.RemoveAll(one => one.Reviewer.IsOfMinistry(one.Ministry));
        return viewer with
        {
            Profiles =
            [
                .. viewer.Profiles.Select(held =>
                    held.Profile != Profile.Reviewer
                        ? held
                        : held with
                        {
                            Perimeter = Perimeter.OfApplications(
                                given
                                    .Where(one => held.Perimeter.Admits(one.Edition, one.Number))
                                    .Select(one => one.Number)
                            ),
                        }
                ),
            ],
            Withheld = given.All(one => one.IsSubmitted) ? [] : Scores,
        };
    }
}
