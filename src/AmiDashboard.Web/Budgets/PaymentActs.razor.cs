using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Storage.Budgets;
using AmiDashboard.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace AmiDashboard.Web.Budgets;

/// <summary>The steps of a payment that CDC takes: complete, prepared, validated by another, paid, rejected, returned.</summary>
public sealed partial class PaymentActs
{
    private DateOnly? paidOn;
    private DateOnly? returnedOn;
    private string? reference;
    private string? reason;
    private readonly TypedQuotes quotes = new();

    [Parameter, EditorRequired]
    public required Payment Payment { get; set; }

    [Parameter, EditorRequired]
    public required string Of { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<DocumentKind> Missing { get; set; }

    /// <summary>Paris day.</summary>
    [Parameter, EditorRequired]
    public DateOnly Today { get; set; }

    /// <summary>What to say once something is done.</summary>
    [Parameter]
    public EventCallback<string> OnDone { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    [Inject]
    public required CurrentViewer Current { get; set; }

    [Inject]
    public required AdvancePayment Advance { get; set; }

    [Inject]
    public required RecordPayment Record { get; set; }

    [Inject]
    public required ReturnPayment SendBack { get; set; }

    [Inject]
    public required AttachDocument Attach { get; set; }

    private string PreparedBy => Payment.Steps.FindLast(step => step.State == PaymentState.Prepared)?.By ?? "";

    private async Task<Refusal?> MoveAsync(PaymentState to)
    {
        var outcome = await Advance.RunAsync(
            Current.Value,
            new(Payment.Id, to, to == PaymentState.Rejected ? reason : null, Payment.Version)
        );
        return outcome.Refusal;
    }

    private async Task<Refusal?> PayAsync() =>
        paidOn is { } on
            ? (await Record.RunAsync(Current.Value, new(Payment.Id, on, reference, Payment.Version))).Refusal
            : new Refusal("Refusal_DateMissing");

    private async Task<Refusal?> ReturnAsync()
    {
        if (returnedOn is not { } on)
        {
            return new Refusal("Refusal_DateMissing");
        }

        var quoted = await quotes.TakeAsync(Attach, Current.Value, Payment.Edition, Payment.Number);
        return quoted.Done
            ? (
                await SendBack.RunAsync(Current.Value, new(Payment.Id, on, reason, Payment.Version, quoted.Value))
            ).Refusal
            : quoted.Refusal;
    }
}
