using AmiDashboard.Core;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Storage.Prototypes;
using AmiDashboard.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace AmiDashboard.Web.Prototypes;

/// <summary>A trial with what it found, and what may be said of it next.</summary>
public sealed partial class TrialItem
{
    private TypedTrial typed = new();

    [Parameter, EditorRequired]
    public required UserTrial Trial { get; set; }

    /// <summary>Paris day.</summary>
    [Parameter, EditorRequired]
    public DateOnly Today { get; set; }

    [Parameter]
    public bool MayKeep { get; set; }

    /// <summary>What to say once something is done.</summary>
    [Parameter]
    public EventCallback<string> OnDone { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    [Inject]
    public required CurrentViewer Current { get; set; }

    [Inject]
    public required RecordTrial Record { get; set; }

    [Inject]
    public required PlanTrial Plan { get; set; }

    [Inject]
    public required CancelTrial Cancel { get; set; }

    private UserTrialStep Last => Trial.Steps[^1];

    private string Name => $"{L[$"Audience_{Trial.Audience}"]}, {Last.On:d}";

    private async Task<Refusal?> RecordAsync()
    {
        var result = typed.ToResult();
        return result.Refusal
            ?? (
                await Record.RunAsync(
                    Current.Value,
                    new(Trial.Id, typed.On ?? Last.On, typed.People, result.Value!, typed.Reason, Trial.Version)
                )
            ).Refusal;
    }

    private async Task<Refusal?> MoveAsync() =>
        (
            await Plan.RunAsync(
                Current.Value,
                new(
                    Trial.Number,
                    Trial.Audience,
                    typed.On ?? Last.On,
                    typed.People,
                    (Trial.Id, Trial.Version),
                    typed.Reason
                )
            )
        ).Refusal;

    private async Task<Refusal?> CancelAsync() =>
        (await Cancel.RunAsync(Current.Value, new(Trial.Id, typed.Reason, Trial.Version))).Refusal;
}
