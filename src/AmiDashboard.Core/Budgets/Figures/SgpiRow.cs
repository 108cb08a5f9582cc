namespace AmiDashboard.Core.Budgets.Figures;

/// <summary>One project in SGPI's table, on one day and over one period. What is not known is null, never zero.</summary>
public sealed record SgpiRow
{
    /// <summary>The PIA action.</summary>
    public string? Action { get; init; }

    /// <summary>The project: its application's number.</summary>
    public required int Number { get; init; }

    public required string Title { get; init; }

    public string? Beneficiary { get; init; }

    public string? Ministry { get; init; }

    public Money? Requested { get; init; }

    public Money? Granted { get; init; }

    /// <summary>Paris day.</summary>
    public DateOnly? GrantedOn { get; init; }

    public Money? Contracted { get; init; }

    /// <summary>Paris day.</summary>
    public DateOnly? ContractedOn { get; init; }

    /// <summary>From the beginning to the last day of the period.</summary>
    public Money PaidToDate { get; init; }

    public Money PaidInPeriod { get; init; }

    /// <summary>In the calendar year in which the period ends.</summary>
    public Money PlannedThisYear { get; init; }

    /// <summary>In the calendar year after.</summary>
    public Money PlannedNextYear { get; init; }

    /// <summary><em>Reste à décaisser</em>: contracted less paid.</summary>
    public Money Remaining { get; init; }

    /// <summary>Other money that the project has.</summary>
    public Money? CoFinancing { get; init; }

    /// <summary>Paid to date over granted: 1 for all of it; null where nothing is granted.</summary>
    public decimal? Share { get; init; }

    /// <summary>The team's own word on its objectives, in the reader's language.</summary>
    public string? Weather { get; init; }

    public string? Comment { get; init; }
}
