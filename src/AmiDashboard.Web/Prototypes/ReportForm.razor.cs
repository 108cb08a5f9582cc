using AmiDashboard.Core;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Storage.Prototypes;
using AmiDashboard.Web.Applications;
using AmiDashboard.Web.Live;
using Microsoft.AspNetCore.Components;

namespace AmiDashboard.Web.Prototypes;

/// <summary>A team's report of a month as it is written, until it is published.</summary>
public sealed partial class ReportForm
{
    private readonly List<string> replaced = [];
    private ReportText draft = ReportText.Empty;
    private int? version;
    private string begun = "";
    private int drawing;
    private int added = -1;
    private ElementReference add;
    private ElementReference confirm;
    private string? refusal;
    private bool isAsking;
    private bool focusAdd;
    private bool focusConfirm;

    [Parameter, EditorRequired]
    public required OpenReport Desk { get; set; }

    [Parameter, EditorRequired]
    public DateOnly Month { get; set; }

    [Parameter, EditorRequired]
    public EventCallback OnPublished { get; set; }

    [Inject]
    private ReportDesk Desks { get; set; } = default!;

    [Inject]
    private SaveReport Save { get; set; } = default!;

    [Inject]
    private PublishReport Publish { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    protected override string Key => $"report:{Number}:{ReportMonth.Anchor(Month)}";

    private int Number => Desk.Prototype.Number;

    /// <summary>The last report's risks that are not in this one.</summary>
    private IReadOnlyList<Risk> AtHand => [.. (Desk.Last?.Text.Risks ?? []).Where(risk => !draft.Risks.Contains(risk))];

    protected override void OnInitialized()
    {
        (draft, version) = (Desk.Draft?.Text ?? ReportText.Empty, Desk.Draft?.Version);
        begun = Desk.Draft is { } kept
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

        if (focusAdd)
        {
            focusAdd = false;
            await add.FocusAsync();
        }
    }

    protected override Task<SavedDraft> SaveAsync(IReadOnlyDictionary<string, string?> fields) =>
        KeepAsync(TypedReport.Apply(draft, fields), (newer, seen) => TypedReport.ApplyOver(newer, seen, fields));

    /// <param name="over">The same change to what a colleague saved meanwhile, given what was seen before it.</param>
    private async Task<SavedDraft> KeepAsync(ReportText text, Func<ReportText, ReportText, ReportText> over)
    {
        if (text == draft)
        {
            return Saved();
        }

        var outcome = await Save.RunAsync(Current.Value, new(Number, Month, text, version));
        if (
            outcome.Refusal == Refusal.Conflict
            && await Desks.RunAsync(Current.Value, new(Number)) is { Draft: { } newer } desk
            && desk.Month == Month
        )
        {
            var theirs = newer.Text;
            text = over(theirs, draft);
            outcome = await Save.RunAsync(Current.Value, new(Number, Month, text, newer.Version));
            if (outcome.Done)
            {
                Remember(theirs, text);
            }
        }

        if (!outcome.Done)
        {
            return new SavedDraft(null, RefusalText.Of(outcome.Refusal, P));
        }

        var hasOtherRisks = text.Risks.Length != draft.Risks.Length;
        (draft, version) = (text, outcome.Value);
        if (hasOtherRisks)
        {
            StateHasChanged();
        }

        return Saved();
    }

    private SavedDraft Saved() =>
        new(version is null ? null : ParisTime.FromUtc(Time.GetUtcNow().UtcDateTime).ToString("T"), null);

    /// <summary>Takes a colleague's text in; what of theirs is replaced by what was typed here is shown, not lost.</summary>
    private void Remember(ReportText theirs, ReportText text)
    {
        foreach (var field in TypedReport.Texts)
        {
            if (
                TypedReport.TextOf(theirs, field) is { } written
                && written != TypedReport.TextOf(draft, field)
                && written != TypedReport.TextOf(text, field)
            )
            {
                replaced.Remove(written);
                replaced.Add(written);
            }
        }

        if (!theirs.Risks.SequenceEqual(draft.Risks))
        {
            DrawAnew();
        }

        StateHasChanged();
    }

    /// <summary>All risks, none of which is new then.</summary>
    private void DrawAnew()
    {
        drawing++;
        added = -1;
    }

    private async Task AddAsync()
    {
        // Told before it is drawn, which the browser may have done before this ends.
        await ChangeAsync(risks =>
        {
            added = risks.Length;
            return [.. risks, TypedReport.NewRisk];
        });
    }

    private Task TakeRisksAsync() => ChangeAsync(risks => [.. risks, .. AtHand]);

    private async Task RemoveAsync(int index)
    {
        await ChangeAsync(risks => index < risks.Length ? [.. risks.RemoveAt(index)] : risks);
        // The risks after it have another place now.
        DrawAnew();
        focusAdd = true;
    }

    private async Task ChangeAsync(Func<System.Collections.Immutable.ImmutableArray<Risk>, IEnumerable<Risk>> change)
    {
        if (!await FlushAsync())
        {
            return;
        }

        var saved = await KeepAsync(
            Changed(draft),
            (newer, seen) => newer.Risks.SequenceEqual(seen.Risks) ? Changed(newer) : newer
        );
        refusal = saved.Refused;

        ReportText Changed(ReportText text) => text with { Risks = [.. change(text.Risks)] };
    }

    private bool Stood(Risk risk) => Desk.Last?.Text.Risks.Any(last => last.Text == risk.Text) ?? false;

    private async Task AskAsync()
    {
        if (await FlushAsync())
        {
            var no = ReportRules.CheckPublication(draft);
            refusal = no is null ? null : RefusalText.Of(no, P);
            isAsking = focusConfirm = no is null;
        }
    }

    private async Task PublishAsync()
    {
        if (await FlushAsync())
        {
            var outcome = await Publish.RunAsync(Current.Value, new(Number, Month, draft, version));
            isAsking = false;
            refusal = outcome.Refusal is { } no ? RefusalText.Of(no, P) : null;
            if (outcome.Done)
            {
                await OnPublished.InvokeAsync();
            }
            else if (outcome.Refusal == Refusal.Conflict)
            {
                await ShowNewerAsync();
            }
        }
    }

    /// <summary>A colleague changed it between the last word and the publication: theirs is shown, to be read first.</summary>
    private async Task ShowNewerAsync()
    {
        if (await Desks.RunAsync(Current.Value, new(Number)) is { Draft: { } newer })
        {
            (draft, version) = (newer.Text, newer.Version);
            drawing++;
        }
    }

    private async Task<bool> FlushAsync()
    {
        var isSent = await SendAllAsync();
        refusal = isSent ? null : L["Draft_NotSent"].Value;
        return isSent;
    }
}
