using System.Collections.Immutable;
using AmiDashboard.Core.Applications;
using ScottPlot;

namespace AmiDashboard.Charts;

/// <summary>One horizontal bar.</summary>
/// <param name="Value">How many applications it counts.</param>
/// <param name="Written">The value as written at its end.</param>
internal sealed record BarRow(string Label, int Value, string Written, ApplicationFilter? Rows, Color Color);

/// <summary>Horizontal bars, the first at the top, each with its label before it and its value after it.</summary>
internal static class BarRows
{
    private const double Thickness = .64;

    public static (Plot Plot, Func<Plot, ImmutableArray<HitArea>> Marks) Compose(
        IReadOnlyList<BarRow> rows,
        ChartStyle style
    )
    {
        var most = Math.Max(1, rows.Max(row => row.Value));
        var labelRoom = Math.Min(
            rows.Max(row => PlotFrame.WidthOf(row.Label)) + 2,
            style.Width * (style.IsNarrow ? .46f : .42f)
        );
        var valueRoom = rows.Max(row => PlotFrame.WidthOf(row.Written, isBold: true)) + 10;
        var plot = PlotFrame.Create(style, new PixelPadding(labelRoom + 10, 4, 4, 4));
        var bars = plot.Add.Bars(
            rows.Select(
                    (row, index) =>
                        new Bar
                        {
                            Position = -index,
                            Value = row.Value,
                            Size = Thickness,
                            FillColor = row.Color,
                            LineWidth = 0,
                        }
                )
                .ToArray()
        );
        bars.Horizontal = true;
        for (var index = 0; index < rows.Count; index++)
        {
            PlotFrame.Write(
                plot,
                style,
                rows[index].Written,
                new Coordinates(rows[index].Value, -index),
                Alignment.MiddleLeft,
                style.Palette.Text,
                isBold: true,
                right: 6
            );
        }

        plot.Axes.Left.SetTicks(
            [.. rows.Select((_, index) => (double)-index)],
            [.. rows.Select(row => PlotFrame.Fitted(row.Label, labelRoom))]
        );
        plot.Axes.Left.TickLabelStyle.ForeColor = style.Palette.Text;
        plot.Axes.Bottom.SetTicks([], []);
        // Text is cut at the edge of the data: the room of the values is inside it.
        var width = style.Width - labelRoom - 14;
        plot.Axes.SetLimits(0, most * width / (width - valueRoom), -(rows.Count - .5), .5);
        return (plot, drawn => Marks(drawn, rows, style));
    }

    /// <summary>The whole line is the target, from its label to its value: a bar of one pixel can be pointed at too.</summary>
    private static ImmutableArray<HitArea> Marks(Plot plot, IReadOnlyList<BarRow> rows, ChartStyle style)
    {
        var marks = ImmutableArray.CreateBuilder<HitArea>(rows.Count);
        for (var index = 0; index < rows.Count; index++)
        {
            var top = plot.GetPixel(new Coordinates(0, -index + .48)).Y;
            var bottom = plot.GetPixel(new Coordinates(0, -index - .48)).Y;
            marks.Add(
                new HitArea(
                    0,
                    top,
                    style.Width,
                    bottom - top,
                    new ChartText(style.Culture).Of("Mark", rows[index].Label, rows[index].Written),
                    rows[index].Rows,
                    rows[index].Value
                )
            );
        }

        return marks.MoveToImmutable();
    }
}
