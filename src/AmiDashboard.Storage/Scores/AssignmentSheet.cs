using System.Collections.Immutable;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Storage.Applications;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Scores;

/// <summary>Who reviews what in an edition: a line for each application to review, a cell for each reviewer.</summary>
public sealed class AssignmentSheet(Store store) : IRead<AssignmentSheet.Query, AssignmentGrid?>
{
    public sealed record Query(int Edition);

    public static Right Right => Right.ManageReviews;

    public async Task<AssignmentGrid?> RunAsync(Viewer viewer, Query query, CancellationToken cancellation = default)
    {
        await using var context = store.Read(viewer, Right);
        if (!viewer.PerimeterOf(Right).Covers(query.Edition))
        {
            return null;
        }

        var least = await context
            .ScoringGrids.Where(grid => grid.Edition == query.Edition)
            .Select(grid => (int?)grid.LeastReviewers)
            .SingleOrDefaultAsync(cancellation);
        var reviewers = await context
            .Reviewers.Where(reviewer => reviewer.Edition == query.Edition)
            .OrderBy(reviewer => reviewer.Name)
            .ToListAsync(cancellation);
        var applications = await context
            .Applications.Shown()
            .Include(application => application.Techniques)
            .Where(application =>
                application.Edition == query.Edition
                && (
                    application.Stage == Stage.Eligible
                    || application.Stage == Stage.UnderReview
                    || application.Stage == Stage.Shortlisted
                    || context.Assignments.Any(assignment =>
                        assignment.ApplicationId == application.Id && assignment.EndedAt == null
                    )
                )
            )
            .OrderBy(application => application.Number)
            .ToListAsync(cancellation);
        var assigned = await context
            .Assignments.Where(assignment => assignment.Edition == query.Edition && assignment.EndedAt == null)
            .Select(assignment => new { assignment.Number, assignment.ReviewerId })
            .ToListAsync(cancellation);
        var states = await context
            .Reviews.Where(review => review.Edition == query.Edition)
            .Select(review => new
            {
                review.Number,
                review.ReviewerId,
                review.State,
            })
            .ToDictionaryAsync(review => (review.Number, review.ReviewerId), review => review.State, cancellation);
        var conflicts = await context
            .Conflicts.Where(conflict => conflict.Edition == query.Edition && conflict.LiftedAt == null)
            .ToListAsync(cancellation);
        return new AssignmentGrid(
            least ?? 3,
            [.. reviewers],
            [
                .. applications.Select(application => new AssignmentLine(
                    application.Number,
                    application.Title,
                    application.Ministry,
                    [.. application.Techniques.Select(technique => technique.Name).Order(StringComparer.Ordinal)],
                    application.Stage
                )),
            ],
            assigned.ToImmutableDictionary(
                one => (one.Number, one.ReviewerId),
                one => states.TryGetValue((one.Number, one.ReviewerId), out var state) ? (ReviewState?)state : null
            ),
            conflicts.ToImmutableDictionary(one => (one.Number, one.ReviewerId)),
            await ScoringTurn.AreFrozenAsync(context, query.Edition, cancellation)
        );
    }
}

/// <param name="Assigned">By application and reviewer: how far the review is; null where it is not begun.</param>
/// <param name="Conflicts">Those that stand, by application and reviewer.</param>
public sealed record AssignmentGrid(
    int LeastReviewers,
    ImmutableArray<Reviewer> Reviewers,
    ImmutableArray<AssignmentLine> Lines,
    ImmutableDictionary<(int Number, int Reviewer), ReviewState?> Assigned,
    ImmutableDictionary<(int Number, int Reviewer), ConflictOfInterest> Conflicts,
    bool IsFrozen
)
{
    /// <summary>Whether the reviewer may not be given the application.</summary>
    public bool IsBarred(AssignmentLine line, Reviewer reviewer)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(reviewer);
        return reviewer.IsOfMinistry(line.Ministry) || Conflicts.ContainsKey((line.Number, reviewer.Id));
    }

    public int ReviewersOf(int number) => Assigned.Keys.Count(pair => pair.Number == number);

    public int LoadOf(int reviewer) => Assigned.Keys.Count(pair => pair.Reviewer == reviewer);

    /// <summary>A proposal for what is missing; nothing of it is written until somebody assigns it.</summary>
    public AssignmentProposal Propose() =>
        AssignmentProposal.Of(
            [
                .. Lines
                    .Where(line => line.Stage is Stage.Eligible or Stage.UnderReview or Stage.Shortlisted)
                    .Select(line => new SoughtReviews(
                        line.Number,
                        line.Techniques,
                        [.. Assigned.Keys.Where(pair => pair.Number == line.Number).Select(pair => pair.Reviewer)],
                        [.. Reviewers.Where(reviewer => IsBarred(line, reviewer)).Select(reviewer => reviewer.Id)]
                    )),
            ],
            [
                .. Reviewers
                    .Where(reviewer => reviewer.PersonId is not null || reviewer.Email is not null)
                    .Select(reviewer => new AvailableReviewer(
                        reviewer.Id,
                        [.. reviewer.Expertise],
                        LoadOf(reviewer.Id),
                        reviewer.Capacity
                    )),
            ],
            LeastReviewers
        );
}

public sealed record AssignmentLine(
    int Number,
    string Title,
    string? Ministry,
    ImmutableArray<string> Techniques,
    Stage Stage
);
