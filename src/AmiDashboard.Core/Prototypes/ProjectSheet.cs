namespace AmiDashboard.Core.Prototypes;

/// <summary>A project's sheet for the public, as it is being written and as it was published.</summary>
public sealed class ProjectSheet
{
    public int Id { get; init; }

    public required int Edition { get; init; }

    public required int Number { get; init; }

    public required SheetText Draft { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime SavedAt { get; set; }

    public required string SavedBy { get; set; }

    public int Version { get; set; }

    public List<SheetPublication> Publications { get; } = [];
}

/// <summary>What was published, as it was then. Added; withdrawn, never edited; the last one counts.</summary>
public sealed class SheetPublication
{
    public long Id { get; init; }

    public int SheetId { get; init; }

    public required SheetText Text { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime PublishedAt { get; init; }

    public required string PublishedBy { get; init; }

    /// <summary>UTC; null while it is public.</summary>
    public DateTime? WithdrawnAt { get; set; }

    public string? WithdrawnBy { get; set; }
}

/// <summary>Where a project stands, for the public. Stored by these names.</summary>
public enum SheetStatus
{
    UnderWay,
    Finished,
    InUse,
    Stopped,
}

/// <summary>The text of a sheet, with the headings of those that Etalab published.</summary>
/// <param name="Administration">Who carries it.</param>
/// <param name="Holders">Parts in the team, never names of people.</param>
/// <param name="Domain">Of artificial intelligence.</param>
/// <param name="Policy">The public policy it serves.</param>
/// <param name="SourceCode">An https address; null where it is not public.</param>
/// <param name="Trade">The type of trade.</param>
public sealed record SheetText(
    string? Title,
    DateOnly? StartedOn,
    DateOnly? EndedOn,
    string? Administration,
    SheetStatus Status,
    string? Holders,
    string? Domain,
    string? Policy,
    string? SourceCode,
    string? Trade,
    string? Context,
    string? BenefitsForPolicy,
    string? BenefitsForUsers,
    string? BenefitsForAgents,
    string? Approach,
    string? Results
)
{
    /// <summary>The same without control characters and spaces around; what is left empty is absent.</summary>
    public SheetText Tidy() =>
        this with
        {
            Title = PlanText.Tidy(Title),
            Administration = PlanText.Tidy(Administration),
            Holders = PlanText.Tidy(Holders),
            Domain = PlanText.Tidy(Domain),
            Policy = PlanText.Tidy(Policy),
            SourceCode = PlanText.Tidy(SourceCode),
            Trade = PlanText.Tidy(Trade),
            Context = PlanText.Tidy(Context),
            BenefitsForPolicy = PlanText.Tidy(BenefitsForPolicy),
            BenefitsForUsers = PlanText.Tidy(BenefitsForUsers),
            BenefitsForAgents = PlanText.Tidy(BenefitsForAgents),
            Approach = PlanText.Tidy(Approach),
            Results = PlanText.Tidy(Results),
        };

    /// <summary>Null where a draft may be kept.</summary>
    public Refusal? CheckDraft() =>
        PlanText.CheckLength(
            Title,
            Administration,
            Holders,
            Domain,
            Policy,
            Trade,
            Context,
            BenefitsForPolicy,
            BenefitsForUsers,
            BenefitsForAgents,
            Approach,
            Results
        ) ?? PlanText.CheckAddress(SourceCode);

    /// <summary>Null where it may be published: title, administration, context and approach say something.</summary>
    public Refusal? CheckPublication() =>
        CheckDraft()
        ?? (
            PlanText.IsEmpty(Title)
            || PlanText.IsEmpty(Administration)
            || PlanText.IsEmpty(Context)
            || PlanText.IsEmpty(Approach)
                ? new Refusal("Refusal_SheetIncomplete")
                : null
        );
}
