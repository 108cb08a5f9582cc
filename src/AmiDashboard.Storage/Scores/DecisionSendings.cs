using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Scores;

/// <summary>What was sent to the source of one session's decisions, and what was heard of it, the last first.</summary>
public sealed class DecisionSendings(Store store) : IRead<DecisionSendings.Query, IReadOnlyList<DecisionSending>>
{
    public sealed record Query(int SessionId);

    public static Right Right => Right.SeeDecisions;

    public async Task<IReadOnlyList<DecisionSending>> RunAsync(
        Viewer viewer,
        Query query,
        CancellationToken cancellation = default
    )
    {
        await using var context = store.Read(viewer, Right);
        return await context
            .DecisionSendings.Where(sending => sending.SessionId == query.SessionId)
            .Include(sending => sending.Answers.OrderBy(answer => answer.Id))
            .OrderByDescending(sending => sending.Id)
            .ToListAsync(cancellation);
    }
}
