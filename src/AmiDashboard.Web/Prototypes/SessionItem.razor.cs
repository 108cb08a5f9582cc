using AmiDashboard.Core;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Storage.Prototypes;
using AmiDashboard.Web.Applications;
using AmiDashboard.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace AmiDashboard.Web.Prototypes;

/// <summary>A session with what came of it, and what may be said of it next.</summary>
public sealed partial class SessionItem
{
    private TypedSession typed = new();
    private string? refusal;

    [Parameter, EditorRequired]
    public required SupportSession Session { get; set; }

    /// <summary>UTC.</summary>
    [Parameter, EditorRequired]
    public DateTime Now { get; set; }

    [Parameter]
    public bool MayKeep { get; set; }

    /// <summary>Whether the viewer may say that an action is done.</summary>
    [Parameter]
    public bool MayFinish { get; set; }

    /// <summary>What to say once something is done.</summary>
    [Parameter]
    public EventCallback<string> OnDone { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    [Inject]
    public required CurrentViewer Current { get; set; }

    [Inject]
    public required PlanSession Plan { get; set; }

    [Inject]
    public required HoldSession Hold { get; set; }

    [Inject]
    public required CancelSession Cancel { get; set; }

    [Inject]
    public required FinishAction Finish { get; set; }

    private SupportSessionStep Last => Session.Steps[^1];

    /// <summary>Planned for a time that is past: somebody has to say whether it was held.</summary>
    private bool IsUntold => Last.Step == SessionStep.Planned && Last.StartsAt < Now;

    private bool IsLate(SupportAction action) => action.DueOn < ParisTime.DayOf(Now);

    private void Begin()
    {
        typed = TypedSession.Of(Last);
        if (Session.Actions.Count == 0)
        {
            typed.ToDo.Add(new TypedAction());
        }
    }

    private async Task<Refusal?> HoldAsync() =>
        (
            await Hold.RunAsync(
                Current.Value,
                new(
                    Session.Id,
                    typed.StartsAt,
                    typed.Minutes,
                    typed.Coach,
                    typed.Conclusions,
                    typed.Actions,
                    Session.Version
                )
            )
        ).Refusal;

    private async Task<Refusal?> MoveAsync() =>
        (
            await Plan.RunAsync(
                Current.Value,
                new(
                    Session.Number,
                    Session.Track,
                    typed.StartsAt,
                    typed.Minutes,
                    typed.Coach,
                    typed.Topic,
                    typed.Place,
                    (Session.Id, Session.Version),
                    typed.Reason
                )
            )
        ).Refusal;

    private async Task<Refusal?> CancelAsync() =>
        (await Cancel.RunAsync(Current.Value, new(Session.Id, typed.Reason, Session.Version))).Refusal;

    private async Task FinishAsync(SupportAction action, ChangeEventArgs change)
    {
        var outcome = await Finish.RunAsync(Current.Value, new(action.Id, change.Value is true, action.Version));
        refusal = outcome.Refusal is { } no ? RefusalText.Of(no, L) : null;
        await OnChanged.InvokeAsync();
    }

    private async Task SayAsync(string key)
    {
        typed = new TypedSession();
        await OnDone.InvokeAsync(L[key]);
    }
}
