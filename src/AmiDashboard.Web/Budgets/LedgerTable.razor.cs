using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Storage.Budgets;
using AmiDashboard.Web.Acts;
using AmiDashboard.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace AmiDashboard.Web.Budgets;

/// <summary>Entries line by line, each with its hash, and the button that takes one back for who may.</summary>
public sealed partial class LedgerTable
{
    private Told? told;
    private long? reversing;
    private DateOnly? on;
    private string? reason;
    private readonly TypedQuotes quotes = new();

    [Parameter, EditorRequired]
    public required IReadOnlyList<LedgerEntry> Entries { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyDictionary<long, long> ReversedBy { get; set; }

    /// <summary>Where the documents are that they quote.</summary>
    [Parameter, EditorRequired]
    public required QuotedDocuments Quoted { get; set; }

    /// <summary>Entries of several projects, or of envelopes: each says whose it is.</summary>
    [Parameter]
    public bool WithProject { get; set; } = true;

    [Parameter]
    public EventCallback OnChanged { get; set; }

    [Inject]
    public required CurrentViewer Current { get; set; }

    [Inject]
    public required ReverseEntry Reversal { get; set; }

    [Inject]
    public required AttachDocument Attach { get; set; }

    private bool MayReverseAny => Entries.Any(MayReverse);

    /// <summary>Payments are taken back by the bank's return, which has its own button beside the payment.</summary>
    private bool MayReverse(LedgerEntry entry)
    {
        var perimeter = Current.Value.PerimeterOf(ReverseEntry.RightOf(entry.Kind));
        return entry is { Reverses: null, Kind: not EntryKind.Payment }
            && !ReversedBy.ContainsKey(entry.Id)
            && (entry.Number is { } number ? perimeter.Admits(entry.Edition, number) : perimeter.Covers(entry.Edition));
    }

    /// <summary>Or closes it; documents chosen for one entry are not another's.</summary>
    private void Open(long id)
    {
        reversing = reversing == id ? null : id;
        quotes.Clear();
    }

    private async Task<Refusal?> ReverseAsync(LedgerEntry entry)
    {
        if (on is not { } day)
        {
            return new Refusal("Refusal_DateMissing");
        }

        var quoted = await quotes.TakeAsync(Attach, Current.Value, entry.Edition, entry.Number);
        return quoted.Done
            ? (await Reversal.RunAsync(Current.Value, new(entry.Id, day, reason, quoted.Value))).Refusal
            : quoted.Refusal;
    }

    private async Task DoneAsync(long id)
    {
        (reversing, on, reason) = (null, null, null);
        quotes.Clear();
        told?.Say(L["Reversed", id]);
        await OnChanged.InvokeAsync();
    }
}
