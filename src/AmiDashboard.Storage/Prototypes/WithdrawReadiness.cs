using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Prototypes;

/// <summary>Takes a proof of readiness back, with a reason; that it was given stays readable. The result is its id.</summary>
public sealed class WithdrawReadiness(Store store) : IOperation<WithdrawReadiness.Request, long>
{
    /// <param name="Version">That of the proof, as the person saw it.</param>
    public sealed record Request(long Id, string? Reason, int Version);

    public static Right Right => Right.KeepPlans;

    public Task<Outcome<long>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<long>(
            viewer,
            Right,
            nameof(WithdrawReadiness),
            async writing =>
            {
                var proof = await writing.Context.ReadinessProofs.SingleOrDefaultAsync(
                    proof => proof.Id == request.Id,
                    cancellation
                );
                if (proof is null)
                {
                    return Refusal.NotFound;
                }

                if (proof.Version != request.Version || proof.WithdrawnAt is not null)
                {
                    return Refusal.Conflict;
                }

                if (PlanText.CheckReason(request.Reason) is { } refusal)
                {
                    return refusal;
                }

                (proof.WithdrawnAt, proof.WithdrawnBy) = (writing.Now, writing.By);
                proof.WithdrawalReason = PlanText.Tidy(request.Reason);
                writing.Touch(Subject.Prototype, proof.Number);
                return proof.Id;
            },
            cancellation
        );
}
