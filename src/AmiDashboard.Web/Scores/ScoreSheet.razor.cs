using System.Globalization;
using AmiDashboard.Core;
using AmiDashboard.Core.Scores;
using AmiDashboard.Storage.Scores;
using AmiDashboard.Web.Applications;
using AmiDashboard.Web.Live;
using Microsoft.AspNetCore.Components;

namespace AmiDashboard.Web.Scores;

/// <summary>The score sheet as it is filled in.</summary>
public sealed partial class ScoreSheet
{
    private ReviewSheet draft = ReviewSheet.Empty;
    private int? version;
    private ElementReference confirm;
    private ScoreTally? tally;
    private string? refusal;
    private bool isAsking;
    private bool focusConfirm;

    [Parameter, EditorRequired]
    public int Number { get; set; }

    [Parameter, EditorRequired]
    public required OwnSheet Own { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnSubmitted { get; set; }

    [Inject]
    private SaveDraft Save { get; set; } = default!;

    [Inject]
    private SubmitReview Submit { get; set; } = default!;

    [Inject]
    private ReviewWorkspace Workspace { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    protected override string Key => Number.ToString(CultureInfo.InvariantCulture);

    protected override bool IsOpen => !Own.IsFrozen;

    protected override async Task<SavedDraft> SaveAsync(IReadOnlyDictionary<string, string?> fields)
    {
        var typed = TypedFields.Apply(draft, fields);
        var outcome = await Save.RunAsync(Current.Value, new(Number, typed, version));
        if (outcome.Refusal == Refusal.Conflict && await Workspace.RunAsync(Current.Value, new(Number)) is { } newer)
        {
            // Another window of the same person saved meanwhile: its fields stay, those typed here are put over them.
            typed = TypedFields.Apply(newer.Draft, fields);
            outcome = await Save.RunAsync(Current.Value, new(Number, typed, newer.Version));
        }

        if (!outcome.Done)
        {
            return new SavedDraft(null, RefusalText.Of(outcome.Refusal, L));
        }

        (draft, version) = (typed, outcome.Value);
        tally?.Show(draft);
        return new SavedDraft(ParisTime.FromUtc(Time.GetUtcNow().UtcDateTime).ToString("T"), null);
    }

    protected override void OnInitialized() => (draft, version) = (Own.Draft, Own.Version);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        await base.OnAfterRenderAsync(firstRender);
        if (focusConfirm)
        {
            focusConfirm = false;
            await confirm.FocusAsync();
        }
    }

    private async Task SubmitAsync()
    {
        if (await FlushAsync() && ReviewRules.CheckSubmission(draft, Own.Grid) is var no)
        {
            refusal = no is null ? null : RefusalText.Of(no, L);
            isAsking = focusConfirm = no is null;
        }
    }

    private async Task ConfirmAsync()
    {
        if (await FlushAsync() && version is { } saved)
        {
            var outcome = await Submit.RunAsync(Current.Value, new(Number, saved));
            refusal = outcome.Refusal is { } no ? RefusalText.Of(no, L) : null;
            isAsking = false;
            if (outcome.Done)
            {
                await OnSubmitted.InvokeAsync();
            }
        }
    }

    /// <summary>False where the browser could not send all that was typed.</summary>
    private async Task<bool> FlushAsync()
    {
        var isSent = await SendAllAsync();
        refusal = isSent ? null : L["Draft_NotSent"].Value;
        return isSent;
    }
}
