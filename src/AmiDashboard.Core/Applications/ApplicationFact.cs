using System.Collections.Immutable;

namespace AmiDashboard.Core.Applications;

/// <summary>One application's contribution to every figure: immutable, replaced whole when the application changes.</summary>
public sealed record ApplicationFact
{
    public required long Id { get; init; }

    public required int Number { get; init; }

    public required int Edition { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime DepositedAt { get; init; }

    public required Stage Stage { get; init; }

    public string? Ministry { get; init; }

    public ImmutableArray<string> Techniques { get; init; } = [];

    public Money? Requested { get; init; }

    /// <summary>UTC instants of the stages gone through, oldest first.</summary>
    public ImmutableArray<DatedStage> Stages { get; init; } = [];

    public required string SearchText { get; init; }

    /// <summary>UTC: the source's own last modification.</summary>
    public DateTime SourceModifiedAt { get; init; }

    /// <summary>What the source said before its latest reading, oldest first; nearly always nothing.</summary>
    public ImmutableArray<DatedReading> EarlierReadings { get; init; } = [];

    /// <summary>UTC: since when the ministry, the techniques and the amount are those of the latest reading.</summary>
    public DateTime ReadFrom { get; init; }

    /// <summary>
    /// The fact as it was known at an instant (UTC): with the stages that were true and recorded, and what the source said
    /// then; null before the deposit. The words of free search are those of the latest reading.
    /// </summary>
    public ApplicationFact? At(DateTime asOf)
    {
        if (DepositedAt > asOf)
        {
            return null;
        }

        var fact = ReadFrom <= asOf || EarlierReadings.IsEmpty ? this : ReadAt(asOf);
        if (Stages.All(dated => dated.IsKnownAt(asOf)))
        {
            return fact;
        }

        ImmutableArray<DatedStage> past = [.. Stages.Where(dated => dated.IsKnownAt(asOf))];
        return fact with { Stage = past.IsEmpty ? Applications.Stage.Received : past[^1].Stage, Stages = past };
    }

    private ApplicationFact ReadAt(DateTime asOf)
    {
        var read = EarlierReadings.LastOrDefault(reading => reading.ValidFrom <= asOf) ?? EarlierReadings[0];
        return this with { Ministry = read.Ministry, Techniques = read.Techniques, Requested = read.Requested };
    }

    /// <summary>How long a step took; null while it is not finished.</summary>
    public TimeSpan? DelayOf(Step step) =>
        step switch
        {
            Step.Eligibility => Since(DepositedAt, First(Applications.Stage.Eligible, Applications.Stage.Ineligible)),
            Step.ReviewStart => Since(First(Applications.Stage.Eligible), First(Applications.Stage.UnderReview)),
            Step.Review => Since(
                First(Applications.Stage.UnderReview),
                First(
                    Applications.Stage.Shortlisted,
                    Applications.Stage.Laureate,
                    Applications.Stage.ReserveList,
                    Applications.Stage.NotSelected
                )
            ),
            Step.WholeWay => Since(DepositedAt, Outcome),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
        };

    private DateTime? Outcome =>
        Stage
            is Applications.Stage.Laureate
                or Applications.Stage.ReserveList
                or Applications.Stage.NotSelected
                or Applications.Stage.Ineligible
            ? Stages.LastOrDefault(dated => dated.Stage == Stage)?.ValidFrom
            : null;

    private DateTime? First(params ReadOnlySpan<Stage> wanted)
    {
        foreach (var dated in Stages)
        {
            if (wanted.Contains(dated.Stage))
            {
                return dated.ValidFrom;
            }
        }

        return null;
    }

    private static TimeSpan? Since(DateTime? from, DateTime? to) => to >= from ? to - from : null;
}

/// <param name="ValidFrom">UTC: since when it is true.</param>
/// <param name="RecordedAt">UTC: when the product learnt it; unset where both are one.</param>
public sealed record DatedStage(Stage Stage, DateTime ValidFrom, DateTime RecordedAt = default)
{
    /// <summary>Whether it was true at an instant (UTC), and one knew.</summary>
    public bool IsKnownAt(DateTime asOf) => ValidFrom <= asOf && RecordedAt <= asOf;
}

/// <summary>What the source said of an application from a moment on (UTC), as far as figures count by it.</summary>
public sealed record DatedReading(
    DateTime ValidFrom,
    string? Ministry,
    ImmutableArray<string> Techniques,
    Money? Requested
);
