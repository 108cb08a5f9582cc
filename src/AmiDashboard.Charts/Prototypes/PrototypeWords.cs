using AmiDashboard.Charts.Scores;
using AmiDashboard.Core.Prototypes;

namespace AmiDashboard.Charts.Prototypes;

/// <summary>How charts of prototypes name projects, weathers and lengths.</summary>
internal static class PrototypeWords
{
    /// <summary>The title, or the number where there is none, short enough to be quoted.</summary>
    public static string Quoted(this ChartText text, string title, int number) =>
        ChartText.Cut(text.Application(title, number));

    public static string Ministry(this ChartText text, string? ministry) =>
        string.IsNullOrWhiteSpace(ministry) ? text["NotGiven"] : ministry;

    /// <summary>« nuage ».</summary>
    public static string Weather(this ChartText text, Weather? weather) =>
        weather is { } known ? text[$"Weather_{known}"] : text["Weather_None"];

    /// <summary>« 40 points »: of the weight of milestones.</summary>
    public static string MilestonePoints(this ChartText text, int points) => text.Counted("MilestonePoints", points);

    /// <summary>« 12,5 h ».</summary>
    public static string Hours(this ChartText text, int minutes) => text.Of("Hours", text.HoursNumber(minutes));

    /// <summary>A whole percentage, as a table's cell; null of nothing.</summary>
    public static object? Percent(int part, int whole) =>
        whole == 0 ? null : (int)Math.Round(100.0 * part / whole, MidpointRounding.AwayFromZero);

    /// <summary>Hours as a table's cell.</summary>
    public static object HoursCell(int minutes) => Math.Round(minutes / 60m, 2, MidpointRounding.AwayFromZero);
}
