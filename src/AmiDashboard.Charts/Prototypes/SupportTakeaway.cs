using AmiDashboard.Core.Prototypes.Figures;

namespace AmiDashboard.Charts.Prototypes;

/// <summary>Hours held against those planned to date, track by track, and what is still to be reported.</summary>
internal static class SupportTakeaway
{
    public static string Of(SupportHours figure, ChartText text)
    {
        if (figure.Months.IsEmpty)
        {
            return text["Support_Takeaway_None"];
        }

        var stand = text.Of(
            "Support_Stand",
            text.Day(figure.Day),
            text.Hours(figure.Tracks.Sum(track => track.Sum.Held)),
            text.Hours(figure.Tracks.Sum(track => track.PlannedToDate)),
            text.List([
                .. figure.Tracks.Select(track =>
                    text.Of(
                        "Support_Track",
                        text[$"TrackInWords_{track.Track}"],
                        text.HoursNumber(track.Sum.Held),
                        text.Hours(track.PlannedToDate)
                    )
                ),
            ])
        );
        var overdue = figure.Tracks.Sum(track => track.Sum.OverdueSessions);
        return overdue == 0
            ? text.Of("Plan_Stand", stand)
            : text.Of(
                "Plan_StandOverdue",
                stand,
                text.Counted("Support_Overdue", overdue, text.Hours(figure.Tracks.Sum(track => track.Sum.Overdue)))
            );
    }

    /// <summary>« prévu 12 h, tenu 8 h, à renseigner 2 h ».</summary>
    public static string Told(SupportSum sum, ChartText text)
    {
        var told = text.Of("Support_Told", text.Hours(sum.Planned), text.Hours(sum.Held));
        return sum.OverdueSessions == 0 ? told : text.Of("Support_ToldOverdue", told, text.Hours(sum.Overdue));
    }
}
