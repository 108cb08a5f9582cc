using System.Collections.Immutable;

namespace AmiDashboard.Core.Budgets.Figures;

/// <summary>
/// The balances of a project, or of an edition, after each of its days: one more entry costs the same however many there
/// are, and so does asking for a day.
/// </summary>
public sealed class BalanceSeries
{
    public static readonly BalanceSeries Empty = new([]);

    private readonly ImmutableList<DatedBalance> days;

    private BalanceSeries(ImmutableList<DatedBalance> days) => this.days = days;

    /// <summary>The balances as they are now.</summary>
    public Posting Now => days.IsEmpty ? Posting.Nothing : days[^1].Sum;

    /// <summary>Each day on which the balances moved, oldest first.</summary>
    public IReadOnlyList<DatedBalance> Days => days;

    /// <summary>With one more entry: entries come in the order of recording, and so of their accounting dates.</summary>
    public BalanceSeries Append(DateOnly on, DateOnly recordedOn, Posting posting)
    {
        var next = new DatedBalance(on, recordedOn, Now + posting);
        return new(
            !days.IsEmpty && days[^1].On == on && days[^1].RecordedOn == recordedOn
                ? days.SetItem(days.Count - 1, next)
                : days.Add(next)
        );
    }

    /// <summary>The balances at the end of an accounting day.</summary>
    /// <param name="on">Paris day, included.</param>
    /// <param name="knownOn">Paris day: without what was recorded later; null to know all that is known now.</param>
    public Posting At(DateOnly on, DateOnly? knownOn = null) => LastAt(on, knownOn)?.Sum ?? Posting.Nothing;

    /// <summary>The last day on which the balances moved before the end of an accounting day; null where none was yet.</summary>
    /// <param name="on">Paris day, included.</param>
    /// <param name="knownOn">Paris day: without what was recorded later; null to know all that is known now.</param>
    public DatedBalance? LastAt(DateOnly on, DateOnly? knownOn = null)
    {
        // Both dates only ever grow along the series: what counts is a beginning of it.
        var (from, to) = (0, days.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (days[middle].On <= on && (knownOn is null || days[middle].RecordedOn <= knownOn))
            {
                from = middle + 1;
            }
            else
            {
                to = middle;
            }
        }

        return from == 0 ? null : days[from - 1];
    }

    /// <summary>What moved from one accounting day to another, both included.</summary>
    public Posting Between(DateOnly from, DateOnly to, DateOnly? knownOn = null) =>
        At(to, knownOn) - (from == DateOnly.MinValue ? Posting.Nothing : At(from.AddDays(-1), knownOn));

    /// <summary>The first accounting day on which something holds of the balances.</summary>
    public DateOnly? FirstWhen(Predicate<Posting> holds) => days.Find(day => holds(day.Sum))?.On;
}

/// <param name="On">Accounting date, a Paris day.</param>
/// <param name="RecordedOn">Paris day of recording.</param>
/// <param name="Sum">The balances after all entries up to it.</param>
public sealed record DatedBalance(DateOnly On, DateOnly RecordedOn, Posting Sum);
