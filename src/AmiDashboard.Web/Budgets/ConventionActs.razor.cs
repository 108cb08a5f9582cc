using System.Collections.Immutable;
using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Storage.Budgets;
using AmiDashboard.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace AmiDashboard.Web.Budgets;

/// <summary>What CDC does with a project's convention: draft, sign, amend, close.</summary>
public sealed partial class ConventionActs
{
    private List<TypedInstalment> schedule = [];
    private string? beneficiary;
    private string? reference;
    private string? amount;
    private string? coFinancing;
    private int paymentDays = ConventionRules.UsualPaymentDays;
    private string? change;
    private string? reason;
    private string? closingReason;
    private readonly TypedQuotes amending = new();
    private readonly TypedQuotes closing = new();
    private DateOnly? signedOn;
    private DateOnly? amendedOn;
    private DateOnly? closedOn;

    /// <summary>Of the convention that the form was filled with; live changes since are not what the person saw.</summary>
    private int? seen;
    private bool isBegun;

    [Parameter, EditorRequired]
    public required ProjectFile File { get; set; }

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
    public required DraftConvention Draft { get; set; }

    [Inject]
    public required SignConvention Sign { get; set; }

    [Inject]
    public required AmendConvention Amend { get; set; }

    [Inject]
    public required CloseConvention Close { get; set; }

    [Inject]
    public required AttachDocument Attach { get; set; }

    private bool HasSignedDocument =>
        File.Documents.Any(document => document is { Kind: DocumentKind.SignedConvention, WithdrawnAt: null });

    /// <summary>Instalments that payments were asked for on: an amendment leaves them as they are.</summary>
    private IEnumerable<Instalment> Asked =>
        File.Convention!.Standing.Where(one =>
            File.Payments.Any(payment => payment.Counts && payment.InstalmentId == one.Id)
        );

    private void BeginDraft()
    {
        if (isBegun)
        {
            return;
        }

        (isBegun, seen) = (true, File.Convention?.Version);
        if (File.Convention is { } draft)
        {
            (beneficiary, reference, paymentDays) = (draft.Beneficiary, draft.Reference, draft.PaymentDays);
            (amount, coFinancing) = (draft.Amount.Typed(), draft.CoFinancing.Typed());
            schedule = [.. draft.Standing.Select(TypedInstalment.Of)];
        }
        else
        {
            (amount, coFinancing) = (File.Balance.Granted.Typed(), Money.Zero.Typed());
            schedule =
            [
                .. Enum.GetValues<InstalmentKind>()
                    .Select(kind => TypedInstalment.Usual(kind, L[$"InstalmentKind_{kind}"])),
            ];
        }
    }

    private void BeginAmendment()
    {
        if (isBegun)
        {
            return;
        }

        (isBegun, seen, change) = (true, File.Convention!.Version, Money.Zero.Typed());
        schedule = [.. File.Convention.Standing.Except(Asked).Select(TypedInstalment.Of)];
    }

    /// <summary>Somebody else's version is shown now, and the next attempt is made knowing it; what was typed stays.</summary>
    private async Task SeeNewestAsync()
    {
        await OnChanged.InvokeAsync();
        seen = File.Convention?.Version;
    }

    private async Task<Refusal?> DraftAsync()
    {
        if (TypedMoney.Read(amount) is not { } whole || TypedMoney.Read(coFinancing) is not { } other)
        {
            return new Refusal("Refusal_AmountUnreadable");
        }

        var lines = TypedInstalment.Read(schedule);
        return lines.Done
            ? Begun(
                await Draft.RunAsync(
                    Current.Value,
                    new(File.Number, beneficiary ?? "", reference, whole, other, paymentDays, lines.Value, seen)
                )
            )
            : lines.Refusal;
    }

    private async Task<Refusal?> SignAsync() =>
        signedOn is { } on
            ? Begun(await Sign.RunAsync(Current.Value, new(File.Number, on, File.Convention!.Version)))
            : new Refusal("Refusal_DateMissing");

    private async Task<Refusal?> AmendAsync()
    {
        if (TypedMoney.Read(change) is not { } by)
        {
            return new Refusal("Refusal_AmountUnreadable");
        }

        if (amendedOn is not { } on)
        {
            return new Refusal("Refusal_DateMissing");
        }

        var lines = TypedInstalment.Read(schedule);
        if (!lines.Done)
        {
            return lines.Refusal;
        }

        var quoted = await QuotedAsync(amending, by != Money.Zero);
        return quoted.Done
            ? Begun(
                await Amend.RunAsync(
                    Current.Value,
                    new(File.Number, by, lines.Value, on, reason, seen ?? 0, quoted.Value)
                )
            )
            : quoted.Refusal;
    }

    private async Task<Refusal?> CloseAsync()
    {
        if (closedOn is not { } on)
        {
            return new Refusal("Refusal_DateMissing");
        }

        var quoted = await QuotedAsync(closing, File.Balance.Remaining > Money.Zero);
        return quoted.Done
            ? Begun(
                await Close.RunAsync(
                    Current.Value,
                    new(File.Number, on, closingReason, File.Convention!.Version, quoted.Value)
                )
            )
            : quoted.Refusal;
    }

    /// <param name="isAsked">Whether the form asks for them: else nothing is written that could quote.</param>
    private async Task<Outcome<long[]>> QuotedAsync(TypedQuotes quotes, bool isAsked) =>
        isAsked ? await quotes.TakeAsync(Attach, Current.Value, File.Edition, File.Number) : (long[])[];

    /// <summary>Once done, the next form is filled anew.</summary>
    private Refusal? Begun(Outcome<int> outcome)
    {
        if (outcome.Done)
        {
            (isBegun, reason, amendedOn) = (false, null, null);
            amending.Clear();
            closing.Clear();
        }

        return outcome.Refusal;
    }
}
