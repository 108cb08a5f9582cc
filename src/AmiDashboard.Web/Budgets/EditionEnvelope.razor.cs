using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Budgets;
using AmiDashboard.Storage.Scores;
using AmiDashboard.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace AmiDashboard.Web.Budgets;

/// <summary>One edition's envelope: what it is, what is left of it, and what SGPI and CDC write of it.</summary>
public sealed partial class EditionEnvelope
{
    private readonly TypedEntry envelope = new();
    private readonly TypedEntry fee = new();
    private UnwrittenGrants unwritten = UnwrittenGrants.None;
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

    protected override async Task OnParametersSetAsync() =>
        unwritten = Current.Value.Can(SessionList.Right)
            ? await UnwrittenGrants.OfAsync(Current.Value, Edition.Edition, Known.Facts, Sessions, Session)
            : UnwrittenGrants.None;

    private Task<Refusal?> RecordEnvelopeAsync() =>
        envelope.RunAsync(
            (amount, on) => Envelope.RunAsync(Current.Value, new(Edition.Edition, amount, on, envelope.Reason))
        );

    private Task<Refusal?> RecordFeeAsync() =>
        fee.RunAsync((amount, on) => Fee.RunAsync(Current.Value, new(Edition.Edition, amount, on, fee.Reason)));

    private async Task<Refusal?> RecordGrantsAsync() =>
        (await Grants.RunAsync(Current.Value, new(Edition.Edition))).Refusal;

    private async Task DoneAsync(string key)
    {
        foreach (var typed in (TypedEntry[])[envelope, fee])
        {
            (typed.Amount, typed.On, typed.Reason) = (null, null, null);
        }

        told?.Say(L[key]);
        await OnChanged.InvokeAsync();
    }
}
