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

    /// <summary>
    /// The fact as it stood at an instant (UTC): without the stages that came later; null before the deposit. Its ministry,
    /// techniques and amount are those of the latest reading.
    /// </summary>
    public ApplicationFact? At(DateTime asOf)
    {
        if (DepositedAt > asOf)
        {
            return null;
        }

        if (Stages.IsEmpty || Stages[^1].ValidFrom <= asOf)
        {
            return this;
        }

        ImmutableArray<DatedStage> past = [.. Stages.TakeWhile(dated => dated.ValidFrom <= asOf)];
        return this with { Stage = past.IsEmpty ? Applications.Stage.Received : past[^1].Stage, Stages = past };
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

/// <param name="ValidFrom">UTC.</param>
public sealed record DatedStage(Stage Stage, DateTime ValidFrom);
