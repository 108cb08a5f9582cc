using AmiDashboard.Core;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Storage.Prototypes;
using AmiDashboard.Web.Applications;
using AmiDashboard.Web.Live;
using Microsoft.AspNetCore.Components;

namespace AmiDashboard.Web.Prototypes;

/// <summary>A project's sheet as it is written; published by those who lead the support.</summary>
public sealed partial class SheetForm
{
    private readonly List<string> replaced = [];
    private SheetText draft = null!;
    private int? version;
    private string begun = "";
    private int drawing;
    private ElementReference confirm;
    private string? refusal;
    private bool isAsking;
    private bool isPreviewed;
    private bool focusConfirm;

    [Parameter, EditorRequired]
    public int Number { get; set; }

    /// <summary>Null before its first word.</summary>
    [Parameter, EditorRequired]
    public ProjectSheet? Sheet { get; set; }

    /// <summary>What it begins with.</summary>
    [Parameter, EditorRequired]
    public required SheetText Beginning { get; set; }

    [Parameter]
    public bool MayPublish { get; set; }

    [Parameter]
    public EventCallback OnPublished { get; set; }

    [Inject]
    private SheetDesk Desk { get; set; } = default!;

    [Inject]
    private SaveSheet Save { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    protected override string Key => $"sheet:{Number}";

    protected override void OnInitialized()
    {
        (draft, version) = (Sheet?.Draft ?? Beginning, Sheet?.Version);
        begun = Sheet is { } kept
            ? L["Draft_Saved", ParisTime.FromUtc(kept.SavedAt).ToString("g")]
            : L["Draft_New"].Value;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        await base.OnAfterRenderAsync(firstRender);
        if (focusConfirm)
        {
            focusConfirm = false;
            await confirm.FocusAsync();
        }
    }

    protected override async Task<SavedDraft> SaveAsync(IReadOnlyDictionary<string, string?> fields)
    {
        var typed = TypedSheet.Apply(draft, fields);
        if (typed != draft)
        {
            var outcome = await Save.RunAsync(Current.Value, new(Number, typed, false, version));
            if (outcome.Refusal == Refusal.Conflict && await Desk.RunAsync(Current.Value, new(Number)) is { } newer)
            {
                // A colleague saved meanwhile: their fields stay, those typed here are put over them.
                typed = TypedSheet.Apply(newer.Draft, fields);
                outcome = await Save.RunAsync(Current.Value, new(Number, typed, false, newer.Version));
                if (outcome.Done)
                {
                    Remember(newer.Draft, typed);
                }
            }

            if (!outcome.Done)
            {
                return new SavedDraft(null, RefusalText.Of(outcome.Refusal, P));
            }

            (draft, version) = (typed, outcome.Value);
            if (isPreviewed)
            {
                StateHasChanged();
            }
        }

        return version is null
            ? new SavedDraft(null, null)
            : new SavedDraft(ParisTime.FromUtc(Time.GetUtcNow().UtcDateTime).ToString("T"), null);
    }

    /// <summary>What a colleague wrote and what was typed here replaced: shown, not lost.</summary>
    private void Remember(SheetText theirs, SheetText text)
    {
        foreach (var field in TypedSheet.All)
        {
            if (
                field.Read(theirs) is { } written
                && written != field.Read(draft)
                && written != field.Read(text)
                && !replaced.Contains(written)
            )
            {
                replaced.Add(written);
            }
        }

        StateHasChanged();
    }

    private async Task PreviewAsync() => isPreviewed = !isPreviewed && await FlushAsync();

    private async Task AskAsync()
    {
        if (MayPublish && await FlushAsync())
        {
            var no = draft.Tidy().CheckPublication();
            refusal = no is null ? null : RefusalText.Of(no, P);
            isAsking = focusConfirm = no is null;
        }
    }

    private async Task PublishAsync()
    {
        if (await FlushAsync())
        {
            var outcome = await Save.RunAsync(Current.Value, new(Number, draft, true, version));
            isAsking = false;
            refusal = outcome.Refusal is { } no ? RefusalText.Of(no, P) : null;
            if (outcome.Done)
            {
                version = outcome.Value;
                await OnPublished.InvokeAsync();
            }
            else if (
                outcome.Refusal == Refusal.Conflict
                && await Desk.RunAsync(Current.Value, new(Number)) is { } newer
            )
            {
                // A colleague changed it between the last word and the publication: theirs is shown, to be read first.
                (draft, version) = (newer.Draft, newer.Version);
                drawing++;
            }
        }
    }

    private async Task<bool> FlushAsync()
    {
        var isSent = await SendAllAsync();
        refusal = isSent ? null : L["Draft_NotSent"].Value;
        return isSent;
    }
}
