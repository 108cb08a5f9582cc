using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;

namespace AmiDashboard.Storage.Prototypes;

/// <summary>Says that a stage of readiness is reached, and what shows it. The result is the proof's id.</summary>
public sealed class ProveReadiness(Store store) : IOperation<ProveReadiness.Request, long>
{
    /// <param name="Link">Https; a demonstration needs none.</param>
    /// <param name="On">Paris day, not to come.</param>
    public sealed record Request(
        int Number,
        ReadinessLevel Level,
        EvidenceKind Evidence,
        string? Description,
        string? Link,
        DateOnly On
    );

    public static Right Right => Right.KeepPlans;

    public Task<Outcome<long>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync(
            viewer,
            Right,
            nameof(ProveReadiness),
            writing => ApplyAsync(writing, viewer, request, cancellation),
            cancellation
        );

    /// <summary>The same within a transaction that is open already.</summary>
    internal static async Task<Outcome<long>> ApplyAsync(
        Writing writing,
        Viewer viewer,
        Request request,
        CancellationToken cancellation
    )
    {
        var taken = await PrototypeTurn.TakeAsync(writing, viewer, Right, request.Number, cancellation);
        if (!taken.Done)
        {
            return taken.Refusal;
        }

        var (description, link) = (PlanText.Tidy(request.Description), PlanText.Tidy(request.Link));
        var today = ParisTime.DayOf(writing.Now);
        if (ReadinessProof.Check(request.Evidence, description, link, request.On, today) is { } refusal)
        {
            return refusal;
        }

        var proof = new ReadinessProof
        {
            Edition = taken.Value.Edition,
            Number = request.Number,
            Level = request.Level,
            Evidence = request.Evidence,
            Description = description!,
            Link = link,
            On = request.On,
            RecordedAt = writing.Now,
            RecordedBy = writing.By,
        };
        writing.Context.ReadinessProofs.Add(proof);
        await writing.Context.SaveChangesAsync(cancellation);
        return proof.Id;
    }
}
