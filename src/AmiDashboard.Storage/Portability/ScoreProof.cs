using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Scores;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Portability;

/// <summary>Reads scores and sessions through, some at a time, and proves each by its own rules.</summary>
internal sealed class ScoreProof(AmiContext context, List<Refusal> findings)
{
    private const int BatchSize = 200;

    /// <summary>How many reviews there are.</summary>
    public async Task<int> CheckReviewsAsync(CancellationToken cancellation)
    {
        var grids = await CheckGridsAsync(cancellation);
        findings.AddRange(await RepeatedNumbers.CheckAsync(context, cancellation));
        await CheckAssignmentsAsync(cancellation);
        var (count, after) = (0, 0L);
        var lacking = new HashSet<int>();
        while (true)
        {
            var batch = await context
                .Reviews.Include(review => review.Submissions)
                .AsSplitQuery()
                .Where(review => review.Id > after)
                .OrderBy(review => review.Id)
                .Take(BatchSize)
                .ToListAsync(cancellation);
            if (batch.Count == 0)
            {
                return count;
            }

            foreach (var review in batch)
            {
                var grid = grids.GetValueOrDefault(review.Edition);
                if (grid is null && lacking.Add(review.Edition))
                {
                    findings.Add(new Refusal("Verify_NoGrid", review.Edition));
                }

                findings.AddRange(ReviewProof.Check(review, grid));
            }

            count += batch.Count;
            after = batch[^1].Id;
        }
    }

    /// <summary>How many sessions there are. One at a time: each holds a whole edition's scores.</summary>
    public async Task<int> CheckSessionsAsync(CancellationToken cancellation)
    {
        var ids = await context
            .Sessions.OrderBy(session => session.Id)
            .Select(session => session.Id)
            .ToListAsync(cancellation);
        foreach (var id in ids)
        {
            var session = await context
                .Sessions.Include(session => session.Members)
                .Include(session => session.Recusals)
                .Include(session => session.Decisions)
                .AsSplitQuery()
                .SingleAsync(session => session.Id == id, cancellation);
            findings.AddRange(SessionProof.Check(session));
            foreach (var decisions in session.Decisions.OrderBy(decision => decision.Number).Chunk(BatchSize))
            {
                await CheckStagesAsync(session, decisions, cancellation);
            }
        }

        return ids.Count;
    }

    private async Task<Dictionary<int, ScoringGrid>> CheckGridsAsync(CancellationToken cancellation)
    {
        var grids = await context
            .ScoringGrids.Include(grid => grid.Criteria)
                .ThenInclude(criterion => criterion.Weights)
            .AsSplitQuery()
            .OrderBy(grid => grid.EditionId)
            .ToListAsync(cancellation);
        findings.AddRange(grids.SelectMany(GridProof.Check));
        return grids.DistinctBy(grid => grid.Edition).ToDictionary(grid => grid.Edition);
    }

    /// <summary>Nobody reviews in a conflict, and what counts was asked for. Only pairs that disagree leave the database.</summary>
    private async Task CheckAssignmentsAsync(CancellationToken cancellation)
    {
        var tied =
            from assignment in context.Assignments
            join conflict in context.Conflicts
                on new { assignment.ApplicationId, assignment.ReviewerId } equals new
                {
                    conflict.ApplicationId,
                    conflict.ReviewerId,
                }
            where assignment.EndedAt == null && conflict.LiftedAt == null
            orderby assignment.Id
            select new { assignment.Number, assignment.ReviewerId };
        await foreach (var pair in tied.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            findings.Add(new Refusal("Verify_AssignedInConflict", pair.Number, pair.ReviewerId));
        }

        var unasked =
            from review in context.Reviews
            where
                review.State == ReviewState.Submitted
                && !context.Assignments.Any(assignment =>
                    assignment.ApplicationId == review.ApplicationId
                    && assignment.ReviewerId == review.ReviewerId
                    && assignment.EndedAt == null
                )
            orderby review.Id
            select new { review.Number, review.ReviewerId };
        await foreach (var pair in unasked.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            findings.Add(new Refusal("Verify_ReviewUnassigned", pair.Number, pair.ReviewerId));
        }
    }

    private async Task CheckStagesAsync(Session session, Decision[] decisions, CancellationToken cancellation)
    {
        long[] ids = [.. decisions.Select(decision => decision.ApplicationId)];
        var changes = (
            await context
                .Applications.Where(application => ids.Contains(application.Id))
                .SelectMany(application => application.StageChanges)
                .OrderBy(change => change.Id)
                .ToListAsync(cancellation)
        ).ToLookup(change => change.ApplicationId);
        findings.AddRange(
            decisions
                .Select(decision => SessionProof.CheckStages(session, decision, [.. changes[decision.ApplicationId]]))
                .OfType<Refusal>()
        );
    }
}
