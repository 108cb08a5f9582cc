namespace AmiDashboard.Core.Budgets;

/// <summary>
/// The hard rules of a budget: paid ≤ contracted ≤ committed ≤ granted for each project, and granted + fees ≤ envelope
/// for each edition. The database holds them too, in constraints of its own: these here only say in words what it would
/// refuse.
/// </summary>
public static class LedgerRules
{
    /// <summary>What an entry of a kind moves by an amount; a release gives back from the grant down to a level.</summary>
    public static Posting PostingOf(EntryKind kind, Money amount, ReleaseLevel level = ReleaseLevel.Grant) =>
        kind switch
        {
            EntryKind.Envelope or EntryKind.Redeployment => Posting.Nothing with { Envelope = amount },
            EntryKind.Fee => Posting.Nothing with { Fees = amount },
            EntryKind.Grant => Posting.Nothing with { Granted = amount },
            EntryKind.Commitment => Posting.Nothing with { Committed = amount },
            EntryKind.Contract => Posting.Nothing with { Contracted = amount },
            EntryKind.Payment => Posting.Nothing with { Paid = amount },
            EntryKind.Release => -new Posting(
                Money.Zero,
                Money.Zero,
                amount,
                level >= ReleaseLevel.Commitment ? amount : Money.Zero,
                level >= ReleaseLevel.Contract ? amount : Money.Zero,
                Money.Zero
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    /// <summary>Null where the amount suits the kind: above zero, but for what goes up or down.</summary>
    public static Refusal? CheckAmount(EntryKind kind, Money amount) =>
        kind is EntryKind.Redeployment or EntryKind.Contract
            ? amount.Cents == 0
                ? new Refusal("Refusal_AmountZero")
                : null
            : amount.Cents <= 0
                ? new Refusal("Refusal_AmountNotPositive")
                : null;

    /// <summary>Null where a project's balance keeps the rules.</summary>
    public static Refusal? CheckProject(Posting balance) =>
        balance.Paid < Money.Zero ? new Refusal("Refusal_PaidNegative")
        : balance.Paid > balance.Contracted ? new Refusal("Refusal_ContractExceeded", balance.Contracted, balance.Paid)
        : balance.Contracted > balance.Committed
            ? new Refusal("Refusal_CommitmentExceeded", balance.Committed, balance.Contracted)
        : balance.Committed > balance.Granted ? new Refusal("Refusal_GrantExceeded", balance.Granted, balance.Committed)
        : null;

    /// <summary>Null where an edition's balance keeps the rules.</summary>
    public static Refusal? CheckEdition(Posting balance) =>
        balance.Fees < Money.Zero || balance.Granted < Money.Zero ? new Refusal("Refusal_BalanceNegative")
        : balance.Granted + balance.Fees > balance.Envelope
            ? new Refusal("Refusal_EnvelopeOverdrawn", balance.Envelope, balance.Granted + balance.Fees)
        : null;

    /// <summary>
    /// Null where the day may be an accounting date: not in the future, not before the last one that it follows.
    /// </summary>
    /// <param name="today">Paris day.</param>
    /// <param name="last">Of the same project, or of what moved the same envelope; null where there is none.</param>
    public static Refusal? CheckDate(DateOnly day, DateOnly today, DateOnly? last) =>
        day > today ? new Refusal("Refusal_DateInFuture")
        : day < last ? new Refusal("Refusal_DateBeforeLast", last.Value)
        : null;

    /// <summary>Kinds that move what an envelope has left: their dates follow one another over a whole edition.</summary>
    public static bool MovesEnvelope(EntryKind kind) =>
        kind is EntryKind.Envelope or EntryKind.Redeployment or EntryKind.Fee or EntryKind.Grant or EntryKind.Release;
}

/// <summary>How far down a released amount had come.</summary>
public enum ReleaseLevel
{
    /// <summary>Granted, never committed.</summary>
    Grant,

    /// <summary>Committed, never contracted.</summary>
    Commitment,

    /// <summary>Contracted, and not spent.</summary>
    Contract,
}
