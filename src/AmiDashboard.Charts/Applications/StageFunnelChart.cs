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
        if (figure.Total == 0)
        {
            return new(PlotFrame.Empty(style, text["Applications_0"]), _ => [], text["Stages_Takeaway_0"], table, true);
        }

        var (plot, marks) = BarRows.Compose(
            [
                .. figure.Stages.Select(stage => new BarRow(
                    text.Stage(stage.Stage),
                    stage.Count.Applications,
                    text.Number(stage.Count.Applications),
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
        return new(plot, marks, Takeaway(figure, text), table, false);
    }

    private static string Takeaway(StageFunnel figure, ChartText text)
    {
        var fullest = figure.Stages.MaxBy(stage => stage.Count.Applications)!;
        var laureates = figure.Stages.FirstOrDefault(stage => stage.Stage == Stage.Laureate)?.Count.Applications ?? 0;
        var stage = text.Stage(fullest.Stage).ToLower(System.Globalization.CultureInfo.InvariantCulture);
        return laureates == 0
            ? text.Of(
                "Stages_Takeaway_Fullest",
                stage,
                text.Number(fullest.Count.Applications),
                text.Applications(figure.Total)
            )
            : text.Counted(
                "Stages_Takeaway",
                laureates,
                text.Applications(figure.Total),
                stage,
                text.Number(fullest.Count.Applications)
            );
    }
}
