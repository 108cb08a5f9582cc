using AmiDashboard.Core;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Prototypes.Figures;

namespace AmiDashboard.Web.Prototypes;

/// <summary>A prototype as one line of the table.</summary>
/// <param name="Planned">Share of the work planned by now, from 0 to 1.</param>
/// <param name="Earned">Share of it earned, from 0 to 1.</param>
/// <param name="Next">The milestone that is next; null once all are reached.</param>
/// <param name="Weather">The last published; null before the first.</param>
/// <param name="ReportedOn">Paris day of its publication.</param>
/// <param name="IsStale">Whether that is too long ago; never once all is reached.</param>
public sealed record PrototypeLine(
    int Number,
    string Title,
    string? Ministry,
    double Planned,
    double Earned,
    MilestoneStanding? Next,
    DateOnly BaselineEnd,
    DateOnly ForecastEnd,
    Weather? Weather,
    DateOnly? ReportedOn,
    bool IsStale,
    bool IsFinished
)
{
    /// <summary>Of the end; negative for early.</summary>
    public int SlipDays => ForecastEnd.DayNumber - BaselineEnd.DayNumber;

    /// <param name="asOf">UTC.</param>
    public static PrototypeLine Of(PlanStanding standing, DateTime asOf)
    {
        ArgumentNullException.ThrowIfNull(standing);
        var report = standing.Fact.ReportAt(asOf);
        var whole = Math.Max(1, standing.Weight);
        return new(
            standing.Number,
            standing.Fact.Title,
            standing.Fact.Ministry,
            (double)standing.PlannedWeight / whole,
            (double)standing.EarnedWeight / whole,
            standing.Next,
            standing.BaselineEnd,
            standing.ForecastEnd,
            report?.Text.Weather,
            report is { PublishedAt: { } at } ? ParisTime.DayOf(at) : null,
            PrototypeAlerts.IsRaised(PrototypeAlert.WeatherStale, standing, asOf),
            standing.IsFinished
        );
    }
}
