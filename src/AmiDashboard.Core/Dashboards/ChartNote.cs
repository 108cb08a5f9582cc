namespace AmiDashboard.Core.Dashboards;

/// <summary>
/// What somebody says of a day of a chart: why it bends there. Never edited: it is withdrawn, and a new one is pinned. What
/// stood at a past instant stays readable.
/// </summary>
public sealed class ChartNote
{
    public long Id { get; init; }

    /// <summary>A name of <see cref="NotedCharts"/>.</summary>
    public required string Chart { get; init; }

    /// <summary>The Paris day it speaks of.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Shown only where the chart is of this edition or of all; null where it speaks of every edition.</summary>
    public required int? Edition { get; init; }

    /// <summary>One line of plain text, from 1 to <see cref="ChartNoteRules.LongestText"/> characters.</summary>
    public required string Text { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RecordedAt { get; init; }

    public required string RecordedBy { get; init; }

    /// <summary>Its author; null where the product itself pinned it.</summary>
    public required int? PersonId { get; init; }

    /// <summary>UTC; null while it stands.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    public string? WithdrawnBy { get; private set; }

    public int Version { get; set; }

    public void Withdraw(DateTime at, string by) => (WithdrawnAt, WithdrawnBy) = (at, by);

    /// <summary>Whether it stands, or stood at a past instant.</summary>
    /// <param name="asOf">UTC; null for now.</param>
    public bool Stood(DateTime? asOf) =>
        asOf is { } instant
            ? RecordedAt <= instant && (WithdrawnAt is null || WithdrawnAt > instant)
            : WithdrawnAt is null;

    /// <summary>Whether a chart of an edition, or of all (null), shows it.</summary>
    public bool SpeaksOf(int? edition) => Edition is null || edition is null || Edition == edition;
}
