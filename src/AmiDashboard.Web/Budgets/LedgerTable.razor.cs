using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Storage.Budgets;
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

    [Parameter, EditorRequired]
    public required IReadOnlyList<LedgerEntry> Entries { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyDictionary<long, long> ReversedBy { get; set; }

    /// <summary>Entries of several projects, or of envelopes: each says whose it is.</summary>
    [Parameter]
    public bool WithProject { get; set; } = true;

    [Parameter]
    public EventCallback OnChanged { get; set; }

    [Inject]
    public required CurrentViewer Current { get; set; }

    [Inject]
    public required ReverseEntry Reversal { get; set; }

    private bool MayReverseAny => Entries.Any(MayReverse);

    /// <summary>Payments are taken back by the bank's return, which has its own button beside the payment.</summary>
    private bool MayReverse(LedgerEntry entry)
    {
        var perimeter = Current.Value.PerimeterOf(ReverseEntry.RightOf(entry.Kind));
        return entry is { Reverses: null, Kind: not EntryKind.Payment }
            && !ReversedBy.ContainsKey(entry.Id)
            && (entry.Number is { } number ? perimeter.Admits(entry.Edition, number) : perimeter.Covers(entry.Edition));
    }

    private async Task<Refusal?> ReverseAsync(long id) =>
        on is { } day
            ? (await Reversal.RunAsync(Current.Value, new(id, day, reason))).Refusal
            : new Refusal("Refusal_DateMissing");

    private async Task DoneAsync(long id)
    {
        (reversing, on, reason) = (null, null, null);
        told?.Say(L["Reversed", id]);
        await OnChanged.InvokeAsync();
    }
}
