using System.Globalization;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Scores.Figures;
using AmiDashboard.Scores.Figures;

namespace AmiDashboard.Charts.Scores;

/// <summary>The sentence under a chart's title, in both languages. « · » stands for a no-break space, « ~ » for a narrow one.</summary>
internal static class SpokenChart
{
    public static void Says(string chart, ScoreFacts facts, string french, string english, FigureScope? scope = null)
    {
        Assert.Equal(Spaced(french), Of(chart, facts, scope, "fr-FR"));
        Assert.Equal(english, Of(chart, facts, scope, "en-GB"));
    }

    /// <summary>The same for a figure that its facts alone do not give.</summary>
    public static void Says(Func<ChartText, string> takeaway, string french, string english)
    {
        Assert.Equal(Spaced(french), takeaway(new ChartText(CultureInfo.GetCultureInfo("fr-FR"))));
        Assert.Equal(english, takeaway(new ChartText(CultureInfo.GetCultureInfo("en-GB"))));
    }

    private static string Spaced(string text) => text.Replace('·', '\u00A0').Replace('~', '\u202F');

    private static string Of(string chart, ScoreFacts facts, FigureScope? scope, string language) =>
        ChartCatalog
            .Scores.Single(one => one.Name == chart)
            .Draw(
                facts,
                scope ?? SomeScores.Scope(SomeScores.At(10, 8)),
                new ChartStyle(ChartTheme.Light, CultureInfo.GetCultureInfo(language), 760, 400)
            )
            .Takeaway;
}
