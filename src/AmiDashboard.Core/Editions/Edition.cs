namespace AmiDashboard.Core.Editions;

/// <summary>One round of the call. Dates, envelope and length of support are data of the edition, never constants.</summary>
public sealed class Edition
{
    public int Id { get; init; }

    /// <summary>1 for the edition of 2018, 2 for that of 2019: what people call it by, and the key in addresses.</summary>
    public required int Number { get; init; }

    public required string Name { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime OpensAt { get; set; }

    /// <summary>UTC; a deposit at this instant is in time, a later one is not.</summary>
    public required DateTime Deadline { get; set; }

    /// <summary>Paris day on which the laureates were, or will be, announced.</summary>
    public DateOnly? ResultsOn { get; set; }

    /// <summary>Whole months of support given to a laureate.</summary>
    public int SupportMonths { get; set; } = 10;

    /// <summary>The PIA action that the envelope is a part of; null where it is not known.</summary>
    public string? Action { get; set; }

    /// <summary>
    /// Part of the PIA action given to this edition; null where it is not known. The ledger says it, and it is kept here
    /// for sessions; <c>verify</c> checks that they agree.
    /// </summary>
    public Money? Envelope { get; set; }

    public int Version { get; set; }
}
