using AmiDashboard.Charts.Budgets;
using AmiDashboard.Core;
using ScottPlot;

namespace AmiDashboard.Charts.Dashboards;

/// <param name="Amount">How long it is.</param>
/// <param name="Value">The same in words, at its end.</param>
internal sealed record WallBar(string Label, double Amount, string Value, Color Color);

/// <summary>Horizontal bars to be read from afar: the first at the top, and as thick as there is room.</summary>
internal static class WallBars
{
    private const float TallestRow = 60;

    /// <summary>Where the drawing stands upright.</summary>
    private const float TallestNarrowRow = 130;

    /// <summary>Pixels that a bar under its label may be high.</summary>
    private const double Thickest = 16;

    public static Plot Draw(IReadOnlyList<WallBar> bars, ChartStyle style)
    {
        var rows = new LabelledRows(
            [.. bars.Select(bar => bar.Label)],
            style,
            2,
            4,
            4,
            style.IsNarrow ? TallestNarrowRow : TallestRow,
            Thickest
        );
        var room = bars.Max(bar => PlotFrame.WidthOf(bar.Value, isBold: true)) + 12;
        var longest = Math.Max(1, bars.Max(bar => bar.Amount));
        var most = rows.IsStacked ? longest : longest * rows.DataWidth / (rows.DataWidth - room);
        var drawn = rows.Plot.Add.Bars(
            bars.Select(
                    (bar, index) =>
                        new Bar
                        {
                            Position = rows.MarkY(index),
                            Value = bar.Amount,
                            Size = rows.MarkHeight / rows.RowHeight,
                            FillColor = bar.Color,
                            LineWidth = 0,
                        }
                )
                .ToArray()
        );
        drawn.Horizontal = true;
        for (var index = 0; index < bars.Count; index++)
        {
            if (rows.IsStacked)
            {
                rows.WriteAtRight(index, bars[index].Value, most, style.Palette.Text);
            }
            else
            {
                var end = new Coordinates(bars[index].Amount, rows.MarkY(index));
                PlotFrame.Write(
                    rows.Plot,
                    style,
                    bars[index].Value,
                    end,
                    Alignment.MiddleLeft,
                    style.Palette.Text,
                    true,
                    right: 6
                );
            }
        }

        rows.SetReach(0, most);
        return rows.Plot;
    }

    public static WallBar OfMoney(string label, Money amount, Color color, ChartText text) =>
        new(label, amount.OnAxis(), text.ShortMoney(amount), color);
}
