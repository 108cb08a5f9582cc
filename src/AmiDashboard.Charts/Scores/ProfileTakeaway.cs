using AmiDashboard.Core.Scores.Figures;

namespace AmiDashboard.Charts.Scores;

/// <summary>On how many criteria one application reaches the laureates' median, and where it differs most.</summary>
internal static class ProfileTakeaway
{
    /// <summary>Points under which two means are written alike.</summary>
    private const double Nothing = .005;

    public static string Of(ApplicationProfile figure, ChartText text)
    {
        if (figure.Number is not { } number)
        {
            return text["Profile_Takeaway_0"];
        }

        var title = ChartText.Cut(text.Application(figure.Title, number));
        ProfileRow[] compared = [.. figure.Rows.Where(row => row.Gap is not null)];
        if (compared.Length == 0)
        {
            return text.Of("Profile_Takeaway_Alone", title);
        }

        var reached = compared.Count(row => row.Gap > -Nothing);
        var widest = compared.MaxBy(row => Math.Abs(row.Gap!.Value))!;
        var stand = text.Counted(
            "Profile_Stand",
            reached,
            title,
            ApplicationProfileChart.OthersOf(figure, text),
            text.Number(compared.Length)
        );
        return Math.Abs(widest.Gap!.Value) < Nothing
            ? text.Of("Profile_Takeaway_Same", stand)
            : text.Of(
                "Profile_Takeaway",
                stand,
                ChartText.Cut(widest.Criterion.ShortName),
                text.Difference(widest.Gap.Value)
            );
    }
}
