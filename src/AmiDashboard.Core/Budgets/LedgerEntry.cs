using System.Collections.Immutable;
using AmiDashboard.Core.People;

namespace AmiDashboard.Core.Budgets;

/// <summary>What an entry tells. Stored by these names.</summary>
public enum EntryKind
{
    /// <summary><em>Enveloppe</em>: the part of the PIA action given to an edition; once, above zero.</summary>
    Envelope,

    /// <summary><em>Redéploiement</em>: the only way in which an envelope changes, up or down.</summary>
    Redeployment,

    /// <summary><em>Frais de gestion</em> of the operator, inside the envelope.</summary>
    Fee,

    /// <summary><em>Attribution</em>, after jury and COPIL.</summary>
    Grant,

    /// <summary><em>Engagement</em> (AE).</summary>
    Commitment,

    /// <summary>Convention signed, or an amendment of it, up or down.</summary>
    Contract,

    /// <summary><em>Décaissement</em> (CP).</summary>
    Payment,

    /// <summary><em>Désengagement</em>: unspent part given back, from the grant down to where it was.</summary>
    Release,
}

/// <summary>
/// One line of the ledger: added, never edited. A correction is an entry of the same kind that takes back another whole
/// (<see cref="Reverses"/>). Each carries the hash of the one before, so that a change by any hand is noticed.
/// </summary>
public sealed class LedgerEntry
{
    /// <summary>1, 2, 3… without a gap, over all editions: the order of recording.</summary>
    public required long Id { get; init; }

    public required EntryKind Kind { get; init; }

    public required int Edition { get; init; }

    /// <summary>The project: its application's number. Null for what concerns the envelope as a whole.</summary>
    public int? Number { get; init; }

    public Money Envelope { get; init; }

    public Money Fees { get; init; }

    public Money Granted { get; init; }

    public Money Committed { get; init; }

    public Money Contracted { get; init; }

    public Money Paid { get; init; }

    /// <summary>
    /// Paris day on which it counts; not in the future, and never before the last entry of the same project (of the
    /// same edition, for what moves the envelope): so what was true on a past day is what stood before it in the ledger.
    /// </summary>
    public required DateOnly AccountingDate { get; init; }

    /// <summary>UTC, in whole milliseconds: both engines keep these.</summary>
    public required DateTime RecordedAt { get; init; }

    public required string RecordedBy { get; init; }

    /// <summary><see cref="Person.Id"/> of who recorded it; 0 for the product itself.</summary>
    public required int RecordedById { get; init; }

    /// <summary>In words: what a line of a statement says.</summary>
    public required string Label { get; init; }

    /// <summary>The entry that this one takes back.</summary>
    public long? Reverses { get; init; }

    /// <summary>The payment that it pays.</summary>
    public long? PaymentId { get; init; }

    /// <summary>SGPI's decision that it grants by.</summary>
    public long? DecisionId { get; init; }

    public ImmutableArray<EntryDocument> Documents { get; init; } = [];

    /// <summary>Hash of the entry before; empty for the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>See <see cref="LedgerChain"/>.</summary>
    public string Hash { get; set; } = "";

    public Posting Posting => new(Envelope, Fees, Granted, Committed, Contracted, Paid);

    /// <summary>The one amount that it is about: whatever it moves, it moves by this.</summary>
    public Money Amount =>
        Kind switch
        {
            EntryKind.Envelope or EntryKind.Redeployment => Envelope,
            EntryKind.Fee => Fees,
            EntryKind.Grant or EntryKind.Release => Granted,
            EntryKind.Commitment => Committed,
            EntryKind.Contract => Contracted,
            EntryKind.Payment => Paid,
            _ => throw new InvalidOperationException($"An entry of kind {Kind}."),
        };

    public const int LongestLabel = 500;

    /// <summary>Documents that one entry quotes.</summary>
    public const int MostDocuments = 50;
}

/// <summary>A document as an entry quotes it.</summary>
/// <param name="Mark">SHA-256 of its content, in lower-case hexadecimal, or its address.</param>
public sealed record EntryDocument(string Name, string Mark);
