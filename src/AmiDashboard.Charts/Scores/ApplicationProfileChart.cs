using AmiDashboard.Core.Scores.Figures;
using ScottPlot;

namespace AmiDashboard.Charts.Scores;

/// <summary>
/// One application criterion by criterion: a dot at its mean, an upright line at the laureates' median, a band over their
/// means.
/// </summary>
internal static class ApplicationProfileChart
{
    private const float TallestRow = 64;

    /// <summary>Pixels.</summary>
    private const double DotRoom = 12;

    public static ChartContent Compose(ApplicationProfile figure, ChartStyle style)
    {
        var text = new ChartText(style.Culture);
        var takeaway = ProfileTakeaway.Of(figure, text);
        var table = Table(figure, text);
        if (figure.Number is not { } number)
        {
            return new(PlotFrame.Empty(style, takeaway), _ => [], takeaway, table, true);
        }

        var key = text.Of("Profile_Key", OthersOf(figure, text));
        var rows = new LabelledRows(
            [.. figure.Rows.Select(row => row.Criterion.ShortName)],
            style,
            left: 4,
            right: 4,
            bottom: PlotFrame.KeyHeight(style, key) + 26,
            TallestRow,
            thickest: 16,
            head: 8,
            leastStacked: 38,
            stackedFrom: 0
        );
        Draw(rows, figure, style, text);
        rows.Key(key);
        return new(rows.Plot, _ => rows.Areas(index => Area(figure, index, number, text)), takeaway, table, false);
    }

    /// <summary>« les 6 premières », « les 6 lauréates ».</summary>
    public static string OthersOf(ApplicationProfile figure, ChartText text) =>
        text.Counted(figure.IsDecided ? "Profile_Laureates" : "Profile_First", figure.Others.Count);

    private static void Draw(LabelledRows rows, ApplicationProfile figure, ChartStyle style, ChartText text)
    {
        var palette = style.Palette;
        var most = (double)figure.Scale.Most.Points;
        rows.SetReach(0, most, DotRoom, DotRoom + 8);
        var step = RoundStep.Of(most, (int)Math.Clamp(rows.DataWidth / 60, 2, 10));
        double[] ticks = [.. Enumerable.Range(0, (int)(most / step) + 1).Select(index => index * step)];
        foreach (var tick in ticks)
        {
            rows.Grid(tick);
        }

        rows.Plot.Axes.Bottom.SetTicks(ticks, [.. ticks.Select(tick => text.Level((decimal)tick))]);
        for (var index = 0; index < figure.Rows.Length; index++)
        {
            var (row, y) = (figure.Rows[index], rows.MarkY(index));
            if (row is { Least: { } least, Most: { } highest })
            {
                var half = Math.Min(5, rows.MarkHeight / 3) / rows.RowHeight;
                var unit = most / rows.DataWidth;
                var band = rows.Plot.Add.Rectangle(least - unit, highest + unit, y - half, y + half);
                (band.FillColor, band.LineWidth) = (palette.Neutral, 0);
            }

            if (row.Median is { } median)
            {
                var half = Math.Min(11, rows.MarkHeight / 2) / rows.RowHeight;
                PlotFrame.Rule(rows.Plot, new(median, y - half), new(median, y + half), 4, palette.Text);
            }

            Mean(rows, row, index, y, most, style, text);
        }
    }

    private static void Mean(
        LabelledRows rows,
        ProfileRow row,
        int index,
        double y,
        double most,
        ChartStyle style,
        ChartText text
    )
    {
        var palette = style.Palette;
        if (row.Mean is not { } mean)
        {
            if (rows.IsStacked)
            {
                rows.WriteAtRight(index, text["NotScored"], rows.Plot.Axes.Bottom.Max, palette.Quiet, isBold: false);
            }
            else
            {
                PlotFrame.Write(
                    rows.Plot,
                    style,
                    text["NotScored"],
                    new(0, y),
                    Alignment.MiddleLeft,
                    palette.Quiet,
                    right: 6
                );
            }

            return;
        }

        PlotFrame.Mark(rows.Plot, style, new(mean, y), MarkShape.Circle, 15, palette.Mark);
        if (rows.IsStacked)
        {
            rows.WriteAtRight(index, text.Points(mean), rows.Plot.Axes.Bottom.Max, palette.Text);
            return;
        }

        PlotFrame.Write(
            rows.Plot,
            style,
            text.Points(mean),
            new(mean, y),
            mean > most * .94 ? Alignment.LowerRight
                : mean < most * .06 ? Alignment.LowerLeft
                : Alignment.LowerCenter,
            palette.Text,
            true,
            right: mean > most * .94 ? 10
                : mean < most * .06 ? -10
                : 0,
            down: -9
        );
    }

    private static HitArea Area(ApplicationProfile figure, int index, int number, ChartText text)
    {
        var row = figure.Rows[index];
        var set = ApplicationSet.Of(figure.Others.Edition, figure.Others.Numbers.Append(number));
        var label = text.Of(
            "Profile_Mark",
            row.Criterion.ShortName,
            row.Mean is { } mean ? text.Points(mean) : text["NotScored"],
            OthersOf(figure, text),
            row is { Median: { } median, Least: { } least, Most: { } most }
                ? text.Of("Profile_MarkOthers", text.Points(median), text.Points(least), text.Points(most))
                : text["NotScored"]
        );
        return new(0, 0, 0, 0, label, set.Rows, set.Count);
    }

    private static ChartTable Table(ApplicationProfile figure, ChartText text) =>
        new(
            [
                new(ChartCellKind.Text, text["Column_Criterion"]),
                new(ChartCellKind.Points, text["Column_ThisMean"]),
                new(ChartCellKind.Points, text["Column_OthersMedian"]),
                new(ChartCellKind.Points, text["Column_OthersLeast"]),
                new(ChartCellKind.Points, text["Column_OthersMost"]),
            ],
            [
                .. figure.Rows.Select(row => new ChartRow(
                    [
                        row.Criterion.Label,
                        ScoreWords.Cell(row.Mean),
                        ScoreWords.Cell(row.Median),
                        ScoreWords.Cell(row.Least),
                        ScoreWords.Cell(row.Most),
                    ],
                    null
                )),
            ]
        );
}
