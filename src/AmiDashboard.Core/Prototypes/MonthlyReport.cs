using System.Collections.Immutable;

namespace AmiDashboard.Core.Prototypes;

/// <summary>
/// The scale of DITP, worst first: <c>ORAGE</c>, <c>NUAGE</c>, <c>COUVERT</c>, <c>SOLEIL</c>. Stored by these names.
/// </summary>
public enum Weather
{
    /// <summary><c>ORAGE</c>: objectives compromised.</summary>
    Storm,

    /// <summary><c>NUAGE</c>: support needed.</summary>
    Cloud,

    /// <summary><c>COUVERT</c>: objectives reachable.</summary>
    Overcast,

    /// <summary><c>SOLEIL</c>: objectives secured.</summary>
    Sun,
}

/// <summary>The words of the scale, the same in every language.</summary>
public static class WeatherWords
{
    public static string Of(Weather weather) =>
        weather switch
        {
            Weather.Storm => "ORAGE",
            Weather.Cloud => "NUAGE",
            Weather.Overcast => "COUVERT",
            Weather.Sun => "SOLEIL",
            _ => throw new ArgumentOutOfRangeException(nameof(weather), weather, null),
        };
}

/// <summary>What a team says of a month: a draft while it types, then published and kept as it was.</summary>
public sealed class MonthlyReport
{
    public long Id { get; init; }

    public required int Edition { get; init; }

    public required int Number { get; init; }

    /// <summary>The first day of the month (Paris) that it speaks of. One report a project and month.</summary>
    public required DateOnly Month { get; init; }

    public required ReportText Text { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime SavedAt { get; set; }

    public required string SavedBy { get; set; }

    /// <summary>UTC; null while it is a draft.</summary>
    public DateTime? PublishedAt { get; set; }

    public string? PublishedBy { get; set; }

    public int Version { get; set; }
}

/// <summary>What a report says.</summary>
/// <param name="Weather">Null in a draft only.</param>
/// <param name="Done">Since the last report.</param>
/// <param name="Next">Until the next one.</param>
/// <param name="Help">Wanted from DINSIC and DITP.</param>
public sealed record ReportText(
    Weather? Weather,
    string? Synthesis,
    string? Done,
    string? Next,
    string? Help,
    ImmutableArray<Risk> Risks
)
{
    public static readonly ReportText Empty = new(null, null, null, null, null, []);

    /// <summary>The same without control characters.</summary>
    public ReportText Plain() =>
        this with
        {
            Synthesis = PlainText.Of(Synthesis),
            Done = PlainText.Of(Done),
            Next = PlainText.Of(Next),
            Help = PlainText.Of(Help),
            Risks =
            [
                .. Risks.Select(risk =>
                    risk with
                    {
                        Text = PlainText.Of(risk.Text),
                        Mitigation = PlainText.Of(risk.Mitigation),
                    }
                ),
            ],
        };

    public bool Equals(ReportText? other) =>
        other is not null
        && (Weather, Synthesis, Done, Next, Help)
            == (other.Weather, other.Synthesis, other.Done, other.Next, other.Help)
        && Risks.SequenceEqual(other.Risks);

    public override int GetHashCode() => HashCode.Combine(Weather, Synthesis, Done, Next, Help, Risks.Length);
}

/// <summary>A risk, or an obstacle that is there already.</summary>
/// <param name="Probability">1 (unlikely) to 4 (certain, or there already).</param>
/// <param name="Impact">1 (negligible) to 4 (objectives compromised).</param>
/// <param name="Mitigation">What is done about it.</param>
public sealed record Risk(string? Text, int Probability, int Impact, string? Mitigation)
{
    public const int Highest = 4;

    /// <summary>Probability × impact, from 1 to 16.</summary>
    public int Criticality => Probability * Impact;
}
