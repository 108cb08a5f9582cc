using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Prototypes.Figures;
using AmiDashboard.Storage.Prototypes;
using AmiDashboard.Web.Acts;
using AmiDashboard.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace AmiDashboard.Web.Prototypes;

/// <summary>What came of the expected benefits, and what both bodies say of a roll-out.</summary>
public sealed partial class EvaluationCard
{
    private readonly List<TypedBenefit> typed = [];
    private Told? told;
    private string? conclusion;
    private string? reason;
    private RollOutAdvice advice;
    private DateOnly? on;

    [Parameter, EditorRequired]
    public required PrototypeFact Fact { get; set; }

    /// <summary>Paris day.</summary>
    [Parameter, EditorRequired]
    public DateOnly Today { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    [Inject]
    public required CurrentViewer Current { get; set; }

    [Inject]
    public required Evaluate Evaluation { get; set; }

    [Inject]
    public required JudgeRollOut Judge { get; set; }

    private Evaluation? Last => Fact.Evaluations.IsEmpty ? null : Fact.Evaluations[^1];

    private RollOutVerdict? VerdictOf(RollOutBody body) => Fact.Verdicts.LastOrDefault(verdict => verdict.Body == body);

    private bool May(Right right) => Current.Value.PerimeterOf(right).Admits(Fact.Edition, Fact.Number);

    private void Begin()
    {
        typed.Clear();
        typed.AddRange(Last?.Benefits.Select(TypedBenefit.Of) ?? [new TypedBenefit()]);
        conclusion = Last?.Conclusion;
    }

    private async Task<Refusal?> EvaluateAsync() =>
        (
            await Evaluation.RunAsync(
                Current.Value,
                new(Fact.Number, [.. typed.Select(benefit => benefit.ToBenefit())], conclusion)
            )
        ).Refusal;

    private async Task<Refusal?> JudgeAsync(RollOutBody body) =>
        (await Judge.RunAsync(Current.Value, new(Fact.Number, body, advice, on ?? Today, reason))).Refusal;

    private async Task DoneAsync(string key)
    {
        reason = null;
        told?.Say(L[key]);
        await OnChanged.InvokeAsync();
    }

    private sealed class TypedBenefit
    {
        public string? Expected { get; set; }

        public string? Observed { get; set; }

        public BenefitOutcome Outcome { get; set; } = BenefitOutcome.NotMeasured;

        public EvaluatedBenefit ToBenefit() => new(Expected ?? "", Observed, Outcome);

        public static TypedBenefit Of(EvaluatedBenefit benefit) =>
            new()
            {
                Expected = benefit.Expected,
                Observed = benefit.Observed,
                Outcome = benefit.Outcome,
            };
    }
}
