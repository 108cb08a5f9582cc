using System.Collections.Immutable;
using AmiDashboard.Core.Applications;

namespace AmiDashboard.Core.Budgets.Figures;

/// <summary>One project's contribution to every figure of budgets: immutable, replaced when something of it changes.</summary>
public sealed record ProjectBudget
{
    /// <summary>Its application's number.</summary>
    public required int Number { get; init; }

    public required int Edition { get; init; }

    public required string Title { get; init; }

    /// <summary>Null once its dossier is purged at the source, or where the viewer may not see applications.</summary>
    public ApplicationFact? Application { get; init; }

    public BalanceSeries Balances { get; init; } = BalanceSeries.Empty;

    public ConventionFact? Convention { get; init; }

    /// <summary>In the order of their planned days, those that an amendment replaced among them.</summary>
    public ImmutableArray<InstalmentFact> Instalments { get; init; } = [];

    public ImmutableArray<PaymentFact> Payments { get; init; } = [];

    /// <summary>The last comment on the budget.</summary>
    public string? Comment { get; init; }

    /// <summary>What became of its convention, as the ledger tells it, oldest first; nothing while it is a draft.</summary>
    public ImmutableArray<DatedConvention> ConventionSteps { get; init; } = [];

    /// <summary>UTC: every time that anybody did anything about its money beside the ledger, oldest first.</summary>
    public ImmutableArray<DateTime> Activities { get; init; } = [];

    /// <summary>What the team said of its project, oldest first.</summary>
    public ImmutableArray<DatedWeather> Weathers { get; init; } = [];

    public string? Ministry => Application?.Ministry;

    /// <summary>What its convention was at the end of a Paris day, as one knew then.</summary>
    public ConventionState ConventionOn(DateOnly day) =>
        ConventionSteps.LastOrDefault(step => step.On <= day && step.RecordedOn <= day)?.State ?? ConventionState.Draft;

    /// <summary>The last Paris day on which anybody had done anything about its money, as one knew at an instant (UTC).</summary>
    public DateOnly? LastActivityOn(DateTime asOf)
    {
        var day = ParisTime.DayOf(asOf);
        return Activities
            .Where(at => at <= asOf)
            .Select(at => (DateOnly?)ParisTime.DayOf(at))
            .Append(Balances.LastAt(day, knownOn: day)?.RecordedOn)
            .Max();
    }
}

/// <summary>A convention signed, closed, or (by a reversal) back to what it was.</summary>
/// <param name="On">Accounting date, a Paris day.</param>
/// <param name="RecordedOn">Paris day.</param>
public sealed record DatedConvention(ConventionState State, DateOnly On, DateOnly RecordedOn);

/// <param name="Word">Of the scale of DITP, which has the same words in every language.</param>
/// <param name="At">UTC.</param>
public sealed record DatedWeather(string Word, DateTime At);

/// <param name="SignedOn">Paris day; null while it is a draft.</param>
public sealed record ConventionFact(
    string Beneficiary,
    string? Reference,
    Money CoFinancing,
    DateOnly? SignedOn,
    DateOnly? ClosedOn
);

/// <summary>A line of the schedule, with every day it was expected on.</summary>
/// <param name="PlannedOn">Paris day.</param>
/// <param name="ValidFrom">UTC.</param>
/// <param name="ReplacedAt">UTC; null while it stands.</param>
/// <param name="Forecasts">Oldest first.</param>
public sealed record InstalmentFact(
    long Id,
    InstalmentKind Kind,
    string Label,
    Money Amount,
    DateOnly PlannedOn,
    string? Milestone,
    ImmutableArray<DocumentKind> Required,
    DateTime ValidFrom,
    DateTime? ReplacedAt,
    ImmutableArray<DatedForecast> Forecasts
)
{
    /// <summary>Whether the schedule said so at an instant (UTC).</summary>
    public bool StandsAt(DateTime asOf) => ValidFrom <= asOf && !(ReplacedAt <= asOf);

    /// <summary>The day it was expected on, as one knew at an instant (UTC).</summary>
    public DateOnly ForecastAt(DateTime asOf) =>
        Forecasts.LastOrDefault(one => one.RecordedAt <= asOf)?.On ?? PlannedOn;
}

/// <param name="On">Paris day.</param>
/// <param name="RecordedAt">UTC.</param>
public sealed record DatedForecast(DateOnly On, DateTime RecordedAt);

/// <summary>A payment with its steps, and the documents that came for it.</summary>
/// <param name="Steps">Oldest first.</param>
/// <param name="DueOn">Paris day; null until its documents were complete.</param>
/// <param name="PaidOn">Paris day.</param>
public sealed record PaymentFact(
    long Id,
    long InstalmentId,
    Money Amount,
    DateOnly? DueOn,
    DateOnly? PaidOn,
    ImmutableArray<DatedState> Steps,
    ImmutableArray<DatedDocument> Documents
)
{
    /// <summary>Null before it was requested.</summary>
    public PaymentState? StateAt(DateTime asOf) => Steps.LastOrDefault(step => step.At <= asOf)?.State;

    /// <summary>Whether it was still to be paid, as far as one knew at an instant (UTC).</summary>
    public bool IsOpenAt(DateTime asOf) =>
        StateAt(asOf)
            is PaymentState.Requested
                or PaymentState.DocumentsComplete
                or PaymentState.Prepared
                or PaymentState.Validated;

    /// <summary>UTC: when it came to where it was at an instant.</summary>
    public DateTime? SinceAt(DateTime asOf) => Steps.LastOrDefault(step => step.At <= asOf)?.At;
}

/// <param name="At">UTC.</param>
public sealed record DatedState(PaymentState State, DateTime At);

/// <param name="AddedAt">UTC.</param>
/// <param name="WithdrawnAt">UTC; null while it counts.</param>
public sealed record DatedDocument(DocumentKind Kind, DateTime AddedAt, DateTime? WithdrawnAt)
{
    public bool CountsAt(DateTime asOf) => AddedAt <= asOf && !(WithdrawnAt <= asOf);
}
