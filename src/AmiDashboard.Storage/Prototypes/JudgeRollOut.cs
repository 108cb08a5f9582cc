using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Prototypes;

/// <summary>
/// Says, for DINSIC or for DITP, whether a prototype should be rolled out, and why. Refused before its evaluation. Said
/// again it takes the place of what that body said before, which is kept. The result is its id.
/// </summary>
public sealed class JudgeRollOut(Store store) : IOperation<JudgeRollOut.Request, long>
{
    /// <param name="On">Paris day, not to come.</param>
    public sealed record Request(int Number, RollOutBody Body, RollOutAdvice Advice, DateOnly On, string? Reason);

    public static Right Right => Right.LeadSupport;

    public Task<Outcome<long>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync(
            viewer,
            Right,
            nameof(JudgeRollOut),
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
        if (!viewer.Can(EvaluationRules.RightOf(request.Body)))
        {
            return new Refusal("Refusal_OtherBody");
        }

        var taken = await PrototypeTurn.TakeAsync(
            writing,
            viewer,
            EvaluationRules.RightOf(request.Body),
            request.Number,
            cancellation
        );
        if (!taken.Done)
        {
            return taken.Refusal;
        }

        var isEvaluated = await writing.Context.Evaluations.AnyAsync(
            evaluation => evaluation.Number == request.Number,
            cancellation
        );
        var today = ParisTime.DayOf(writing.Now);
        if (EvaluationRules.CheckVerdict(isEvaluated, request.On, today, request.Reason) is { } refusal)
        {
            return refusal;
        }

        var verdict = new RollOutVerdict
        {
            Edition = taken.Value.Edition,
            Number = request.Number,
            Body = request.Body,
            Advice = request.Advice,
            On = request.On,
            Reason = PlanText.Tidy(request.Reason)!,
            RecordedAt = writing.Now,
            RecordedBy = writing.By,
        };
        writing.Context.RollOutVerdicts.Add(verdict);
        await writing.Context.SaveChangesAsync(cancellation);
        return verdict.Id;
    }
}
