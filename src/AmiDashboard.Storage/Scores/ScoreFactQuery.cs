using System.Collections.Immutable;
using AmiDashboard.Core.Scores;
using AmiDashboard.Core.Scores.Figures;
using AmiDashboard.Storage.Applications;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Scores;

/// <summary>What the database holds of one edition's scores, names and all: for the board and the freezing, never for a page.</summary>
internal sealed record StoredScores(
    ScoringGrid Grid,
    ImmutableArray<Reviewer> Reviewers,
    ImmutableArray<AssignmentFact> Assignments,
    ImmutableDictionary<long, ImmutableArray<SubmissionFact>> Submissions,
    ImmutableDictionary<int, string> Titles,
    ImmutableArray<DatedVerdict> Verdicts
);

/// <summary>What a closed act said of an application.</summary>
/// <param name="At">UTC: when the act was closed.</param>
internal sealed record DatedVerdict(int Number, Verdict Verdict, DateTime At);

/// <summary>Loads <see cref="StoredScores"/>: flat queries, joined here.</summary>
internal static class ScoreFactQuery
{
    private const int BatchSize = 500;

    /// <summary>Null for an edition without a grid.</summary>
    public static async Task<StoredScores?> LoadAsync(AmiContext context, int edition, CancellationToken cancellation)
    {
        var grid = await context
            .ScoringGrids.AsNoTracking()
            .Include(grid => grid.Criteria.OrderBy(criterion => criterion.Position))
                .ThenInclude(criterion => criterion.Weights.OrderBy(weight => weight.Id))
            .SingleOrDefaultAsync(grid => grid.Edition == edition, cancellation);
        if (grid is null)
        {
            return null;
        }

        var reviewers = await context
            .Reviewers.AsNoTracking()
            .Where(reviewer => reviewer.Edition == edition)
            .OrderBy(reviewer => reviewer.Id)
            .ToListAsync(cancellation);
        var assignments = await context
            .Assignments.Where(assignment => assignment.Edition == edition)
            .OrderBy(assignment => assignment.Id)
            .Select(assignment => new AssignmentFact(
                assignment.Number,
                assignment.ReviewerId,
                assignment.AssignedAt,
                assignment.EndedAt
            ))
            .ToListAsync(cancellation);
        var titles = await context
            .Applications.Shown()
            .Where(application => application.Edition == edition)
            .Select(application => new { application.Number, application.Title })
            .ToListAsync(cancellation);
        var submissions = await LoadAsync(
            grid,
            context.Reviews.Where(review => review.Edition == edition),
            cancellation
        );
        return new StoredScores(
            grid,
            [.. reviewers],
            [.. assignments],
            submissions.ToImmutableDictionary(),
            titles.ToImmutableDictionary(one => one.Number, one => one.Title),
            await VerdictsAsync(context, edition, cancellation)
        );
    }

    /// <summary>The submissions of some reviews, by review; a review that is gone has none.</summary>
    public static async Task<Dictionary<long, ImmutableArray<SubmissionFact>>> LoadAsync(
        AmiContext context,
        ScoringGrid grid,
        IReadOnlyCollection<long> reviews,
        CancellationToken cancellation
    )
    {
        var found = new Dictionary<long, ImmutableArray<SubmissionFact>>();
        foreach (var batch in reviews.Chunk(BatchSize))
        {
            var some = context.Reviews.Where(review => review.Edition == grid.Edition && batch.Contains(review.Id));
            foreach (var (review, submissions) in await LoadAsync(grid, some, cancellation))
            {
                found[review] = submissions;
            }
        }

        return found;
    }

    private static async Task<Dictionary<long, ImmutableArray<SubmissionFact>>> LoadAsync(
        ScoringGrid grid,
        IQueryable<Review> reviews,
        CancellationToken cancellation
    )
    {
        var rows = await reviews
            .SelectMany(
                review => review.Submissions,
                (review, submission) =>
                    new
                    {
                        review.Id,
                        review.Number,
                        review.ReviewerId,
                        Submission = submission.Id,
                        submission.SubmittedAt,
                        submission.ReopenedAt,
                        submission.Sheet,
                    }
            )
            .AsNoTracking()
            .ToListAsync(cancellation);
        return rows.GroupBy(row => row.Id)
            .ToDictionary(
                group => group.Key,
                group =>
                    group
                        .OrderBy(row => row.Submission)
                        .Select(row => new SubmissionFact(
                            row.Number,
                            row.ReviewerId,
                            row.SubmittedAt,
                            row.ReopenedAt,
                            [.. grid.Criteria.Select(criterion => row.Sheet.Of(criterion.Id)?.Score)]
                        ))
                        .ToImmutableArray()
            );
    }

    /// <summary>Those of the closed acts, in the order of their closing: the last one counts.</summary>
    private static async Task<ImmutableArray<DatedVerdict>> VerdictsAsync(
        AmiContext context,
        int edition,
        CancellationToken cancellation
    )
    {
        var verdicts = await context
            .Sessions.Where(session => session.Edition == edition && session.State == SessionState.Closed)
            .SelectMany(
                session => session.Decisions,
                (session, decision) =>
                    new
                    {
                        session.EndedAt,
                        session.Id,
                        decision.Number,
                        decision.Verdict,
                    }
            )
            .ToListAsync(cancellation);
        return
        [
            .. verdicts
                .OrderBy(one => one.EndedAt)
                .ThenBy(one => one.Id)
                .Select(one => new DatedVerdict(one.Number, one.Verdict, one.EndedAt ?? DateTime.MinValue)),
        ];
    }
}
