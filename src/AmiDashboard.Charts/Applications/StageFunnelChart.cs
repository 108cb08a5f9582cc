using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;

namespace AmiDashboard.Charts.Applications;

/// <summary>Applications by stage, in the order of the programme.</summary>
internal static class StageFunnelChart
{
    public static ChartContent Compose(StageFunnel figure, ChartStyle style)
    {
        var text = new ChartText(style.Culture);
        var table = new ChartTable(
            [
                new(ChartCellKind.Text, text["Column_Stage"]),
                new(ChartCellKind.Count, text["Column_Applications"]),
                new(ChartCellKind.Text, text["Column_Share"]),
            ],
            [
                .. figure.Stages.Select(stage => new ChartRow(
                    [
                        text.Stage(stage.Stage),
                        stage.Count.Applications,
                        text.Share(stage.Count.Applications, figure.Total),
                    ],
                    stage.Count.Rows
                )),
            ],
            new ChartRow([text["Total"], figure.Total, ""], figure.Scope.Filter)
        );
        var takeaway = Takeaway(figure, text);
        if (figure.Total == 0)
        {
            return new(PlotFrame.Empty(style, takeaway), _ => [], takeaway, table, true);
        }

        var (plot, marks) = BarRows.Compose(
            [
                .. figure.Stages.Select(stage => new BarRow(
                    text.Stage(stage.Stage),
                    stage.Count.Applications,
                    stage.Count.Rows,
                    stage.Stage switch
                    {
                        Stage.Laureate => style.Palette.Good,
                        Stage.Ineligible or Stage.NotSelected or Stage.Withdrawn => style.Palette.Neutral,
                        _ => style.Palette.Mark,
                    }
                )),
            ],
            style
        );
        return new(plot, marks, takeaway, table, false);
    }

    private static string Takeaway(StageFunnel figure, ChartText text)
    {
        var fullest = figure.Stages.MaxBy(stage => stage.Count.Applications);
        if (fullest is null || figure.Total == 0)
        {
            return text["Stages_Takeaway_0"];
        }

        var laureates = figure.Stages.FirstOrDefault(stage => stage.Stage == Stage.Laureate)?.Count.Applications ?? 0;
        var name = text.Stage(fullest.Stage).ToLowerInvariant();
        return fullest.Count.Applications == figure.Total ? text.Counted("Stages_Takeaway_All", figure.Total, name)
            : laureates == 0
                ? text.Of(
                    "Stages_Takeaway_None",
                    0,
                    text.Number(figure.Total),
                    name,
                    text.Number(fullest.Count.Applications)
                )
            : text.Counted(
                "Stages_Takeaway",
                laureates,
                text.Number(figure.Total),
                name,
                text.Number(fullest.Count.Applications)
            );
    }
}
