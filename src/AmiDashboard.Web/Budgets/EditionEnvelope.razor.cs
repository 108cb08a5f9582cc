using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Budgets;
using AmiDashboard.Storage.Scores;
using AmiDashboard.Web.Acts;
using AmiDashboard.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace AmiDashboard.Web.Budgets;

/// <summary>One edition's envelope: what it is, what is left of it, and what SGPI and CDC write of it.</summary>
public sealed partial class EditionEnvelope
{
    private readonly TypedEntry envelope = new();
    private readonly TypedEntry fee = new();
    private readonly TypedQuotes granting = new();
    private UnwrittenGrants unwritten = UnwrittenGrants.None;
    private IReadOnlyList<BudgetDocument> documents = [];
    private Told? told;

    [Parameter, EditorRequired]
    public required EditionBudget Edition { get; set; }

    [Parameter, EditorRequired]
    public required KnownBudgets Known { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    [Inject]
    public required CurrentViewer Current { get; set; }

    [Inject]
    public required RecordEnvelope Envelope { get; set; }

    [Inject]
    public required RecordFee Fee { get; set; }

    [Inject]
    public required RecordGrants Grants { get; set; }

    [Inject]
    public required SessionList Sessions { get; set; }

    [Inject]
    public required SessionSheet Session { get; set; }

    private string TitleId => $"envelope-{Edition.Edition}";

    private Posting Now => Edition.Balances.Now;

    private bool HasEnvelope => Now.Envelope != Money.Zero;

    private bool MayOwn => Current.Value.PerimeterOf(Right.KeepEnvelope).Covers(Edition.Edition);

    private bool MayKeep => Current.Value.PerimeterOf(Right.KeepBudgets).Covers(Edition.Edition);

    [Inject]
    public required AttachDocument Attach { get; set; }

    [Inject]
    public required BudgetDocumentList List { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        unwritten = Current.Value.Can(SessionList.Right)
            ? await UnwrittenGrants.OfAsync(Current.Value, Edition.Edition, Known.Facts, Sessions, Session)
            : UnwrittenGrants.None;
        documents = await List.RunAsync(Current.Value, new(Edition.Edition));
    }

    private Task<Outcome<long[]>> TakeAsync(TypedQuotes quotes) =>
        quotes.TakeAsync(Attach, Current.Value, Edition.Edition, number: null);

    private Task<Refusal?> RecordEnvelopeAsync() =>
        envelope.RunAsync(
            TakeAsync,
            (amount, on, quoted) =>
                Envelope.RunAsync(Current.Value, new(Edition.Edition, amount, on, envelope.Reason, quoted))
        );

    private Task<Refusal?> RecordFeeAsync() =>
        fee.RunAsync(
            TakeAsync,
            (amount, on, quoted) => Fee.RunAsync(Current.Value, new(Edition.Edition, amount, on, fee.Reason, quoted))
        );

    private async Task<Refusal?> RecordGrantsAsync()
    {
        var quoted = await TakeAsync(granting);
        return quoted.Done
            ? (await Grants.RunAsync(Current.Value, new(Edition.Edition, quoted.Value))).Refusal
            : quoted.Refusal;
    }

    private Task DoneAsync(string key)
    {
        envelope.Clear();
        fee.Clear();
        granting.Clear();
        return SayAsync(L[key]);
    }

    private async Task SayAsync(string said)
    {
        told?.Say(said);
        await OnChanged.InvokeAsync();
    }
}
