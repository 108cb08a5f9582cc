using AmiDashboard.Core;
using AmiDashboard.Core.Editions;

namespace AmiDashboard.Web.Editions;

/// <summary>What a form says of an edition: instants as the clock on a wall in Paris shows them, to the second.</summary>
internal sealed class TypedEdition
{
    private readonly Edition? kept;

    /// <summary>One to come.</summary>
    public TypedEdition(int number) => Number = number;

    public TypedEdition(Edition kept)
    {
        this.kept = kept;
        (Number, Name, SupportMonths) = (kept.Number, kept.Name, kept.SupportMonths);
        (OpensAt, Deadline) = (Shown(kept.OpensAt), Shown(kept.Deadline));
        (ResultsOn, Action) = (kept.ResultsOn, kept.Action ?? "");
    }

    public int Number { get; set; }

    public string Name { get; set; } = "";

    public DateTime? OpensAt { get; set; }

    public DateTime? Deadline { get; set; }

    public DateOnly? ResultsOn { get; set; }

    public int SupportMonths { get; set; } = 10;

    public string Action { get; set; } = "";

    /// <summary>Null where one of the two instants is missing.</summary>
    public Edition? Given() =>
        OpensAt is { } opensAt && Deadline is { } deadline
            ? new()
            {
                Number = Number,
                Name = Name.Trim(),
                OpensAt = Meant(opensAt, kept?.OpensAt),
                Deadline = Meant(deadline, kept?.Deadline),
                ResultsOn = ResultsOn,
                SupportMonths = SupportMonths,
                Action = string.IsNullOrWhiteSpace(Action) ? null : Action.Trim(),
                Version = kept?.Version ?? 0,
            }
            : null;

    private static DateTime Shown(DateTime utc)
    {
        var clock = ParisTime.FromUtc(utc);
        return clock.AddTicks(-(clock.Ticks % TimeSpan.TicksPerSecond));
    }

    /// <summary>What nobody touched stays to the tick: a deposit of the last second is still in time.</summary>
    private static DateTime Meant(DateTime typed, DateTime? before) =>
        before is { } utc && Shown(utc) == typed ? utc : ParisTime.ToUtc(typed);
}
