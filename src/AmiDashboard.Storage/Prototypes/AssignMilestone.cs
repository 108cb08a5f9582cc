using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;

namespace AmiDashboard.Storage.Prototypes;

/// <summary>Says who answers for a milestone. The result is its new version.</summary>
public sealed class AssignMilestone(Store store) : IOperation<AssignMilestone.Request, int>
{
    /// <param name="Version">That of the milestone, as the person saw it.</param>
    public sealed record Request(int Number, int Position, string? Owner, int Version);

    public static Right Right => Right.KeepPlans;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<int>(
            viewer,
            Right,
            nameof(AssignMilestone),
            async writing =>
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

                var milestone = taken.Value.Milestone;
                if (PlanText.Tidy(request.Owner) is not { Length: <= Prototype.LongestName } owner)
                {
                    return new Refusal("Refusal_MilestoneOwner", milestone.Position, Prototype.LongestName);
                }

                milestone.Owner = owner;
                await writing.Context.SaveChangesAsync(cancellation);
                return milestone.Version;
            },
            cancellation
        );
}
