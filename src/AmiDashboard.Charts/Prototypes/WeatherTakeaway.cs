using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Prototypes.Figures;

namespace AmiDashboard.Charts.Prototypes;

/// <summary>How many of those under way are in which weather, worst first, and how many weathers are stale.</summary>
internal static class WeatherTakeaway
{
    public static string Of(WeatherGrid figure, ChartText text)
    {
        WeatherRow[] running = [.. figure.Running];
        if (figure.Rows.IsEmpty)
        {
            return text["Plan_Takeaway_None"];
        }

        if (running.Length == 0)
        {
            return text.Counted("Weather_AllFinished", figure.Rows.Length);
        }

        var told = Enum.GetValues<Weather>()
            .Cast<Weather?>()
            .Append(null)
            .Select(weather => (Weather: weather, Count: running.Count(row => row.Current == weather)))
            .Where(one => one.Count > 0)
            .Select(one =>
                text.Of(
                    one.Weather is null ? "Weather_CountNone" : "Weather_Count",
                    text.Number(one.Count),
                    text.Weather(one.Weather)
                )
            );
        return text.Of(
            "Weather_Takeaway",
            text.Counted("Weather_Running", running.Length),
            text.List([.. told]),
            text.Counted("Weather_Stale", running.Count(row => row.IsStale), ReportRules.FreshDays)
        );
    }
}
