using AmiDashboard.Charts.Scores;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Prototypes.Figures;
using ScottPlot;

namespace AmiDashboard.Charts.Prototypes;

/// <summary>
/// Risks of the last reports: probability upwards, impact to the right, and how many in each cell. The more critical, the
/// further a cell is from the ground, and the closer its stripes.
/// </summary>
internal static class RiskChart
{
    private const float Top = 6;

    /// <summary>Pixels under the cells, for the impacts.</summary>
    private const float Impacts = 24;

    /// <summary>Pixels between two cells.</summary>
    private const double Between = 3;

    public static ChartContent Compose(RiskMatrix figure, ChartStyle style)
    {
        var text = new ChartText(style.Culture);
        var takeaway = Takeaway(figure, text);
        var table = Table(figure, text);
        if (figure.Risks.IsEmpty)
        {
            return new(PlotFrame.Empty(style, takeaway), _ => [], takeaway, table, true);
        }

        return new(
            Draw(figure, style, text),
            plot => [.. figure.Cells.Where(cell => cell.Risks > 0).Select(cell => Area(plot, cell, text))],
            takeaway,
            table,
            false
        );
    }

    private static Plot Draw(RiskMatrix figure, ChartStyle style, ChartText text)
    {
        string[] probabilities = [.. Names("Probability")];
        string[] impacts = [.. Names("Impact")];
        var left = WidestOf(probabilities) + 14;
        // Where the words have no room, numbers stand for them, and the key says the words.
        var isNamed = !style.IsNarrow && WidestOf(impacts) + 2 <= (style.Width - left - 6) / Risk.Highest;
        if (!isNamed)
        {
            probabilities = impacts = [.. Enumerable.Range(1, Risk.Highest).Select(text.Number)];
            left = WidestOf(probabilities) + 14;
        }

        var key = text[isNamed ? "Risks_Key" : "Risks_KeyNarrow"];
        var bottom = PlotFrame.KeyHeight(style, key) + Impacts + 8;
        var plot = PlotFrame.Create(style, new PixelPadding(left, 6, bottom, Top));
        double[] middles = [.. Enumerable.Range(0, Risk.Highest).Select(index => index + .5)];
        plot.Axes.SetLimits(0, Risk.Highest, 0, Risk.Highest);
        plot.Axes.Left.SetTicks(middles, probabilities);
        plot.Axes.Bottom.SetTicks(middles, impacts);
        var (perX, perY) = ((style.Width - left - 6) / Risk.Highest, (style.Height - bottom - Top) / Risk.Highest);
        foreach (var cell in figure.Cells)
        {
            Cell(plot, cell, perX, perY, style, text);
        }

        PlotFrame.Key(plot, style, key, (6 - left) / 2);
        return plot;

        IEnumerable<string> Names(string scale) =>
            Enumerable.Range(1, Risk.Highest).Select(level => text[$"{scale}_{level}"]);

        static float WidestOf(string[] names) => names.Max(name => PlotFrame.WidthOf(name));
    }

    private static void Cell(Plot plot, RiskCell cell, double perX, double perY, ChartStyle style, ChartText text)
    {
        var palette = style.Palette;
        var (wide, high) = (Between / 2 / perX, Between / 2 / perY);
        var (left, right) = (cell.Impact - 1 + wide, cell.Impact - wide);
        var (low, up) = (cell.Probability - 1 + high, cell.Probability - high);
        var isEmpty = cell.Risks == 0;
        var fill = isEmpty ? palette.Ground : palette.Shade((double)cell.Band / (double)RiskBand.Critical);
        var box = plot.Add.Rectangle(left, right, low, up);
        (box.FillColor, box.LineColor) = (fill, isEmpty ? palette.Line : fill);
        box.LineWidth = 1;
        var ink = isEmpty ? palette.Quiet : ChartPalette.InkOn(fill);
        var apart = isEmpty ? 0 : StripesOf(cell.Band);
        for (var at = up - (apart / 2 / perY); apart > 0 && at > low; at -= apart / perY)
        {
            PlotFrame.Rule(plot, new(left, at), new(right, at), 1, ink);
        }

        PlotFrame.Write(
            plot,
            style,
            $" {text.Number(cell.Risks)} ",
            new(cell.Impact - .5, cell.Probability - .5),
            Alignment.MiddleCenter,
            ink,
            !isEmpty,
            behind: fill
        );
    }

    /// <summary>Pixels from one stripe to the next; none where it is zero.</summary>
    private static double StripesOf(RiskBand band) =>
        band switch
        {
            RiskBand.Low => 0,
            RiskBand.Moderate => 16,
            RiskBand.High => 9,
            _ => 5,
        };

    private static HitArea Area(Plot plot, RiskCell cell, ChartText text)
    {
        var top = plot.GetPixel(new(cell.Impact - 1, cell.Probability));
        var end = plot.GetPixel(new(cell.Impact, cell.Probability - 1));
        return new(
            top.X,
            top.Y,
            end.X - top.X,
            end.Y - top.Y,
            text.Of(
                "Risks_Mark",
                cell.Probability,
                cell.Impact,
                text[$"RiskBand_{cell.Band}"],
                text.Counted("Risks", cell.Risks),
                text.Counted("Projects", cell.Projects.Count)
            ),
            cell.Projects.Rows,
            cell.Projects.Count
        );
    }

    private static string Takeaway(RiskMatrix figure, ChartText text)
    {
        if (figure.Risks.IsEmpty)
        {
            return text["Risks_None"];
        }

        var worst = figure.Risks[0];
        return text.Of(
            "Risks_Takeaway",
            text.Counted("Risks_InReports", figure.Risks.Length, text.Counted("Projects", figure.Reporting.Count)),
            text.Counted("Risks_Critical", figure.Risks.Count(one => one.Band == RiskBand.Critical)),
            ChartText.Cut(worst.Risk.Text ?? text["Missing"]),
            ChartText.Cut(text.Application(worst.Title, worst.Number))
        );
    }

    private static ChartTable Table(RiskMatrix figure, ChartText text) =>
        new(
            [
                new(ChartCellKind.Text, text["Column_Project"]),
                new(ChartCellKind.Text, text["Column_Report"]),
                new(ChartCellKind.Text, text["Column_Risk"]),
                new(ChartCellKind.Count, text["Column_Probability"]),
                new(ChartCellKind.Count, text["Column_Impact"]),
                new(ChartCellKind.Count, text["Column_Criticality"]),
                new(ChartCellKind.Text, text["Column_Reading"]),
                new(ChartCellKind.Text, text["Column_Mitigation"]),
            ],
            [
                .. figure.Risks.Select(one => new ChartRow(
                    [
                        text.Application(one.Title, one.Number),
                        text.Month(one.Month),
                        one.Risk.Text ?? text["Missing"],
                        one.Risk.Probability,
                        one.Risk.Impact,
                        one.Risk.Criticality,
                        text[$"RiskBand_{one.Band}"],
                        one.Risk.Mitigation ?? text["Missing"],
                    ],
                    ProjectSet.Of(figure.Scope, one.Number).Rows
                )),
            ]
        );
}
