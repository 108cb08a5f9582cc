using System.Collections.Immutable;
using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;

namespace AmiDashboard.Storage.Prototypes;

/// <summary>
/// Says what came of the expected benefits of a prototype, and concludes. Said again it takes the place of what was said
/// before, which is kept. The result is its id.
/// </summary>
public sealed class Evaluate(Store store) : IOperation<Evaluate.Request, long>
{
    public sealed record Request(int Number, ImmutableArray<EvaluatedBenefit> Benefits, string? Conclusion);

    public static Right Right => Right.LeadSupport;

    public Task<Outcome<long>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync(
            viewer,
            Right,
            nameof(Evaluate),
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

        if (EvaluationRules.Check(request.Benefits, request.Conclusion) is { } refusal)
        {
            return refusal;
        }

        var evaluation = new Evaluation
        {
            Edition = taken.Value.Edition,
            Number = request.Number,
            Benefits =
            [
                .. request.Benefits.Select(benefit =>
                    benefit with
                    {
                        Expected = PlanText.Tidy(benefit.Expected)!,
                        Observed = PlanText.Tidy(benefit.Observed),
                    }
                ),
            ],
            Conclusion = PlanText.Tidy(request.Conclusion)!,
            RecordedAt = writing.Now,
            RecordedBy = writing.By,
        };
        writing.Context.Evaluations.Add(evaluation);
        await writing.Context.SaveChangesAsync(cancellation);
        return evaluation.Id;
    }
}
