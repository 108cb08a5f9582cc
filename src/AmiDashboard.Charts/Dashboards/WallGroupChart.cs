using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Dashboards;
using ScottPlot;

namespace AmiDashboard.Charts.Dashboards;

/// <summary>Applications by stage, ministry or technique for a wall: bars of which none counts one to four.</summary>
internal static class WallGroupChart
{
    public static ChartContent OfStages(ProgrammeStanding standing, ChartStyle style) =>
        Compose(
            "stages",
            WallGroups.OfStages(standing),
            style,
            (name, text) => text.Stage(Enum.Parse<Stage>(name)),
            name => ColorOf(Enum.Parse<Stage>(name), style.Palette)
        );

    public static ChartContent OfMinistries(ProgrammeStanding standing, ChartStyle style) =>
        Named("ministries", WallGroups.OfMinistries(standing), style);

    public static ChartContent OfTechniques(ProgrammeStanding standing, ChartStyle style) =>
        Named("techniques", WallGroups.OfTechniques(standing), style);

    private static ChartContent Named(string name, WallGroups figure, ChartStyle style) =>
        Compose(
            name,
            figure,
            style,
            (group, text) => string.IsNullOrWhiteSpace(group) ? text["NotGiven"] : group,
            group => string.IsNullOrWhiteSpace(group) ? style.Palette.Neutral : style.Palette.Mark
        );

    private static ChartContent Compose(
        string name,
        WallGroups figure,
        ChartStyle style,
        Func<string, ChartText, string> nameOf,
        Func<string, Color> colorOf
    )
    {
        var text = new ChartText(style.Culture);
        var takeaway = Takeaway(name, figure, group => nameOf(group, text), text);
        (string Name, int Applications, Color Color)[] bars =
        [
            .. figure.Groups.Select(group => (nameOf(group.Name, text), group.Applications, colorOf(group.Name))),
        ];
        if (figure.Others > 0)
        {
            bars = [.. bars, (text["Wall_Others"], figure.Others, style.Palette.Neutral)];
        }

        var table = new ChartTable(
            [
                new(ChartCellKind.Text, text[$"Wall_Column_{name}"]),
                new(ChartCellKind.Count, text["Column_Applications"]),
            ],
            [.. bars.Select(bar => new ChartRow([bar.Name, bar.Applications], null))]
        );
        return figure.IsEmpty
            ? new(PlotFrame.Empty(style, takeaway), _ => [], takeaway, table, true)
            : new(
                WallBars.Draw(
                    [
                        .. bars.Select(bar => new WallBar(
                            bar.Name,
                            bar.Applications,
                            text.Number(bar.Applications),
                            bar.Color
                        )),
                    ],
                    style
                ),
                _ => [],
                takeaway,
                table,
                false
            );
    }

    private static string Takeaway(string name, WallGroups figure, Func<string, string> nameOf, ChartText text)
    {
        var first = figure
            .Groups.Where(group => !string.IsNullOrWhiteSpace(group.Name))
            .MaxBy(group => group.Applications);
        return figure.IsEmpty ? text["Wall_TooFew"]
            : first is null ? text.Of("Wall_Spread", text.Applications(figure.Whole))
            : text.Of(
                $"Wall_Most_{name}",
                ChartText.Cut(nameOf(first.Name)),
                text.Applications(first.Applications),
                text.Number(figure.Whole)
            );
    }

    private static Color ColorOf(Stage stage, ChartPalette palette) =>
        stage switch
        {
            Stage.Laureate => palette.Good,
            Stage.Ineligible or Stage.NotSelected or Stage.Withdrawn => palette.Neutral,
            _ => palette.Mark,
        };
}
