using AmiDashboard.Core;
using AmiDashboard.Core.Scores;
using AmiDashboard.Storage.Scores;
using AmiDashboard.Web.Applications;
using AmiDashboard.Web.Live;
using AmiDashboard.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AmiDashboard.Web.Scores;

/// <summary>
/// The score sheet as it is filled in. The browser keeps each key stroke until the server has saved it (review-draft.js):
/// a connection that drops, or a server that restarts, loses nothing.
/// </summary>
public sealed partial class ScoreSheet : IAsyncDisposable
{
    private ReviewSheet draft = ReviewSheet.Empty;
    private int? version;
    private ElementReference form;
    private ElementReference confirm;
    private ScoreTally? tally;
    private string? refusal;
    private bool isAsking;
    private bool isBusy;
    private bool focusConfirm;
    private ElementScript<ScoreSheet>? script;

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
    private CurrentViewer Current { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Inject]
    private IJSRuntime Browser { get; set; } = default!;

    /// <summary>What the browser has that was not saved yet, field by field; called again until it is answered.</summary>
    /// <returns>When it was saved (Paris), or why it was not.</returns>
    [JSInvokable]
    public async Task<SavedDraft> Typed(Dictionary<string, string?> fields)
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

    /// <summary>What a browser that is gone did not send it sends when it is back.</summary>
    public ValueTask DisposeAsync() => script?.DisposeAsync() ?? ValueTask.CompletedTask;

    protected override void OnInitialized() => (draft, version) = (Own.Draft, Own.Version);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && !Own.IsFrozen)
        {
            script = new ElementScript<ScoreSheet>(this);
            await script.FollowAsync(Browser, "./js/review-draft.js", form, $"{Current.Value.PersonId}:{Number}");
        }

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
        isBusy = true;
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

        isBusy = false;
    }

    /// <summary>False where the browser could not send all that was typed.</summary>
    private async Task<bool> FlushAsync()
    {
        var isSent = script is not null && await script.AskAsync<bool>("flush");
        refusal = isSent ? null : L["Draft_NotSent"].Value;
        return isSent;
    }
}

/// <param name="At">Paris time of day; null where it was refused.</param>
public sealed record SavedDraft(string? At, string? Refused);
