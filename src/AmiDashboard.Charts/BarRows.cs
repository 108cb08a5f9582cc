using System.Collections.Immutable;
using AmiDashboard.Core.Applications;
using ScottPlot;

namespace AmiDashboard.Charts;

/// <summary>One horizontal bar: how many applications it counts, and the filter that lists them.</summary>
internal sealed record BarRow(string Label, int Value, ApplicationFilter? Rows, Color Color);

/// <summary>Horizontal bars, the first at the top, each with its label before it and its value at its end.</summary>
internal static class BarRows
{
    private const float TallestRow = 44;

    public static (Plot Plot, Func<Plot, ImmutableArray<HitArea>> Marks) Compose(
        IReadOnlyList<BarRow> bars,
        ChartStyle style
    )
    {
        var text = new ChartText(style.Culture);
        var rows = new LabelledRows([.. bars.Select(bar => bar.Label)], style, 2, 4, 4, TallestRow, 9);
        var valueRoom = bars.Max(bar => PlotFrame.WidthOf(text.Number(bar.Value), isBold: true)) + 12;
        var longest = Math.Max(1, bars.Max(bar => bar.Value));
        var most = rows.IsStacked ? longest : longest * rows.DataWidth / (rows.DataWidth - valueRoom);
        Draw(rows, bars, style);
        for (var index = 0; index < bars.Count; index++)
        {
            var (value, color) = (text.Number(bars[index].Value), style.Palette.Text);
            var isBold = bars[index].Value > 0;
            color = isBold ? color : style.Palette.Quiet;
            if (rows.IsStacked)
            {
                rows.WriteAtRight(index, value, most, color, isBold);
            }
            else
            {
                var end = new Coordinates(bars[index].Value, rows.MarkY(index));
                PlotFrame.Write(rows.Plot, style, value, end, Alignment.MiddleLeft, color, isBold, right: 6);
            }
        }

        rows.SetReach(0, most);
        return (
            rows.Plot,
            _ =>
                rows.Areas(index => new HitArea(
                    0,
                    0,
                    0,
                    0,
                    text.Of("Mark", bars[index].Label, text.Applications(bars[index].Value)),
                    bars[index].Rows,
                    bars[index].Value
                ))
        );
    }

    private static void Draw(LabelledRows rows, IReadOnlyList<BarRow> bars, ChartStyle style)
    {
        var drawn = rows.Plot.Add.Bars(
            bars.Select(
                    (bar, index) =>
                        new Bar
                        {
                            Position = rows.MarkY(index),
                            Value = bar.Value,
                            Size = rows.MarkHeight / rows.RowHeight,
                            FillColor = bar.Color,
                            LineWidth = 0,
                        }
                )
                .ToArray()
        );
        drawn.Horizontal = true;
        if (!rows.IsStacked)
        {
            PlotFrame.Rule(rows.Plot, new(0, .5), new(0, .5 - bars.Count), 1, style.Palette.Line);
        }
    }
}
