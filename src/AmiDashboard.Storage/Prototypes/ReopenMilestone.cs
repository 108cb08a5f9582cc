using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;

namespace AmiDashboard.Storage.Prototypes;

/// <summary>
/// Says that a milestone was not reached after all, why, and when it is now expected. The result is its new version.
/// </summary>
public sealed class ReopenMilestone(Store store) : IOperation<ReopenMilestone.Request, int>
{
    /// <param name="On">Paris day.</param>
    /// <param name="Version">That of the milestone, as the person saw it.</param>
    public sealed record Request(int Number, int Position, DateOnly On, string? Reason, int Version);

    public static Right Right => Right.KeepPlans;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync(
            viewer,
            Right,
            nameof(ReopenMilestone),
            writing => ApplyAsync(writing, viewer, request, cancellation),
            cancellation
        );

    /// <summary>The same within a transaction that is open already.</summary>
    internal static async Task<Outcome<int>> ApplyAsync(
        Writing writing,
        Viewer viewer,
        Request request,
        CancellationToken cancellation
    )
    {
        var taken = await PrototypeTurn.TakeMilestoneAsync(
            writing,
            viewer,
            request.Number,
            request.Position,
            request.Version,
            cancellation
        );
        if (!taken.Done)
        {
            return taken.Refusal;
        }

        var (prototype, milestone) = taken.Value;
        if (PlanRules.CheckReopening(prototype, milestone, request.On, request.Reason) is { } refusal)
        {
            return refusal;
        }

        PrototypeTurn.Add(writing, milestone, RevisionKind.Reopened, request.On, request.Reason);
        await writing.Context.SaveChangesAsync(cancellation);
        return milestone.Version;
    }
}
