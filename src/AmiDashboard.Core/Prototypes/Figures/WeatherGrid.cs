using System.Collections.Immutable;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Budgets.Figures;

namespace AmiDashboard.Core.Prototypes.Figures;

/// <summary>What weather each team published for each month, and how fresh the last one is.</summary>
/// <param name="Day">The Paris day of the scope's instant.</param>
/// <param name="Rows">Those under way first: storms, clouds, then what is stale, then the others; in each the oldest first.</param>
public sealed record WeatherGrid(FigureScope Scope, DateOnly Day, ImmutableArray<WeatherRow> Rows)
{
    public IEnumerable<WeatherRow> Running => Rows.Where(row => !row.IsFinished);

    /// <summary>First days of the months that a report speaks of, in order.</summary>
    public ImmutableSortedSet<DateOnly> Months => [.. Rows.SelectMany(row => row.Months.Keys)];

    public static WeatherGrid Of(PrototypeFacts facts, FigureScope scope)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(scope);
        return new(
            scope,
            ParisTime.DayOf(scope.AsOf),
            [
                .. facts
                    .Admitted(scope)
                    .Select(fact => WeatherRow.Of(fact, scope))
                    .OrderBy(row => row.Urgency)
                    .ThenBy(row => row.SpokenOn)
                    .ThenBy(row => row.Number),
            ]
        );
    }
}

/// <param name="Months">By the first day of the month that a report speaks of.</param>
/// <param name="Current">That of the last published report; null before the first.</param>
/// <param name="PublishedOn">Paris day of that report.</param>
/// <param name="SpokenOn">Paris day since when nothing was said: the last report, or the start of support.</param>
/// <param name="AgeDays">Whole days since then.</param>
/// <param name="IsFinished">Whether every milestone is reached: nothing more need be said.</param>
/// <param name="IsStale">Whether more than <see cref="ReportRules.FreshDays"/> days went by; never of one that is finished.</param>
public sealed record WeatherRow(
    int Number,
    string Title,
    string? Ministry,
    ImmutableSortedDictionary<DateOnly, Weather> Months,
    Weather? Current,
    DateOnly? PublishedOn,
    DateOnly SpokenOn,
    int AgeDays,
    bool IsFinished,
    bool IsStale,
    ProjectSet Project
)
{
    internal int Urgency =>
        IsFinished ? 4
        : Current == Weather.Storm ? 0
        : Current == Weather.Cloud ? 1
        : IsStale ? 2
        : 3;

    internal static WeatherRow Of(PrototypeFact fact, FigureScope scope)
    {
        var day = ParisTime.DayOf(scope.AsOf);
        var last = fact.ReportAt(scope.AsOf);
        DateOnly? publishedOn = last?.PublishedAt is { } published ? ParisTime.DayOf(published) : null;
        var spokenOn = publishedOn ?? fact.Plan.StartsOn;
        var age = day.DayNumber - spokenOn.DayNumber;
        var isFinished = PlanStanding.Of(fact, scope.AsOf).IsFinished;
        return new(
            fact.Number,
            fact.Title,
            fact.Ministry,
            fact.Reports.Where(report => report.PublishedAt <= scope.AsOf && report.Text.Weather is not null)
                .ToImmutableSortedDictionary(report => report.Month, report => report.Text.Weather!.Value),
            last?.Text.Weather,
            publishedOn,
            spokenOn,
            Math.Max(0, age),
            isFinished,
            !isFinished && age > ReportRules.FreshDays,
            ProjectSet.Of(scope, fact.Number)
        );
    }
}
