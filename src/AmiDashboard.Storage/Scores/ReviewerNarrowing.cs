using System.Collections.Immutable;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Scores;

/// <summary>
/// A reviewer's profile says where they may be given applications; what it reaches is those they have. While one of their
/// reviews is not submitted they see no scores by any other profile, and no profile reaches what a conflict of interest
/// keeps them from.
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
        if (!viewer.HasAnyProfile)
        {
            return viewer;
        }

        await using var context = store.Read(Viewer.Product, Right.None);
        var reviewers = await OwnConflicts.ReviewersAsync(context, viewer.PersonId, cancellation);
        if (reviewers.Count > 0)
        {
            viewer = viewer with { Barred = await OwnConflicts.OfAsync(context, reviewers, cancellation) };
        }

        if (viewer.Profiles.All(held => held.Profile != Profile.Reviewer))
        {
            return viewer;
        }

        var given = await GivenAsync(context, viewer, cancellation);
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

    private static async Task<List<Given>> GivenAsync(AmiContext context, Viewer viewer, CancellationToken cancellation)
    {
        var given = await (
            from assignment in context.Assignments
            join reviewer in context.Reviewers on assignment.ReviewerId equals reviewer.Id
            where assignment.EndedAt == null && reviewer.PersonId == viewer.PersonId
            select new Given(
                assignment.Edition,
                assignment.Number,
                context.Reviews.Any(review =>
                    review.ApplicationId == assignment.ApplicationId
                    && review.ReviewerId == assignment.ReviewerId
                    && review.State == ReviewState.Submitted
                )
            )
        ).ToListAsync(cancellation);
        // The source may name the ministry after the application was given.
        return given.FindAll(one => !viewer.Barred.Contains(new(one.Edition, one.Number)));
    }

    private sealed record Given(int Edition, int Number, bool IsSubmitted);
}
