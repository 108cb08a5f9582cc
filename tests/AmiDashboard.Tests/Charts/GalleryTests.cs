using System.Globalization;
using AmiDashboard.House;

namespace AmiDashboard.Charts;

/// <summary>Draws every chart in every theme, language, state and size into <c>artifacts/gallery</c>, to be looked at.</summary>
public sealed class GalleryTests
{
    public static TheoryData<string, string> ChartsAndStates =>
        [.. from chart in ChartCatalog.All from state in ChartState.All select (chart.Name, state.Name)];

    public static IEnumerable<ChartStyle> Styles =>
        from theme in Enum.GetValues<ChartTheme>()
        from language in new[] { "fr-FR", "en-GB" }
        from size in new[] { (1100, 420), (340, 320) }
        select new ChartStyle(theme, CultureInfo.GetCultureInfo(language), size.Item1, size.Item2);

    [Theory]
    [MemberData(nameof(ChartsAndStates))]
    public void Every_chart_draws_every_state(string name, string stateName)
    {
        var chart = ChartCatalog.Find(name)!;
        var state = ChartState.All.First(one => one.Name == stateName);
        var folder = Path.Combine(Repository.Root, "artifacts", "gallery");
        Directory.CreateDirectory(folder);
        foreach (var style in Styles)
        {
            var file = Path.Combine(
                folder,
                $"{name}-{stateName}-{style.Width}-{style.Theme}-{style.Culture.TwoLetterISOLanguageName}"
            );
            File.WriteAllText($"{file}.svg", chart.Draw(state.Facts, state.Scope, style).Svg);
            File.WriteAllBytes($"{file}.png", chart.DrawPng(state.Facts, state.Scope, style, scale: 1));
        }
    }
}
