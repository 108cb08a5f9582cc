using AmiDashboard.Core;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Prototypes.Figures;
using AmiDashboard.Storage.Prototypes;
using AmiDashboard.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace AmiDashboard.Web.Prototypes;

/// <summary>A milestone with its history, and what may be said of it next.</summary>
public sealed partial class MilestoneLine
{
    private DateOnly? on;
    private string? reason;
    private string? owner;

    [Parameter, EditorRequired]
    public required MilestoneStanding Standing { get; set; }

    [Parameter, EditorRequired]
    public required PlanStanding Plan { get; set; }

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
    public required ReachMilestone Reach { get; set; }

    [Inject]
    public required ReviseMilestone Revise { get; set; }

    [Inject]
    public required ReopenMilestone Reopen { get; set; }

    [Inject]
    public required AssignMilestone Assign { get; set; }

    private Milestone Milestone => Standing.Milestone;

    private int Number => Plan.Number;

    private DateOnly Day => on ?? Standing.Day;

    private async Task<Refusal?> ReachAsync() =>
        (await Reach.RunAsync(Current.Value, new(Number, Standing.Position, Day, Milestone.Version))).Refusal;

    private async Task<Refusal?> ReviseAsync() =>
        (await Revise.RunAsync(Current.Value, new(Number, Standing.Position, Day, reason, Milestone.Version))).Refusal;

    private async Task<Refusal?> ReopenAsync() =>
        (await Reopen.RunAsync(Current.Value, new(Number, Standing.Position, Day, reason, Milestone.Version))).Refusal;

    private async Task<Refusal?> AssignAsync() =>
        (await Assign.RunAsync(Current.Value, new(Number, Standing.Position, owner, Milestone.Version))).Refusal;

    private async Task SayAsync(string key)
    {
        reason = null;
        await OnDone.InvokeAsync(L[key, Milestone.Name]);
    }
}
