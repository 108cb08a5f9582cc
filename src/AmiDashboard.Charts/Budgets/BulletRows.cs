using System.Collections.Immutable;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Budgets;
using ScottPlot;

namespace AmiDashboard.Charts.Budgets;

/// <summary>One line of bullets.</summary>
/// <param name="Planned">Where its tick stands; null for none.</param>
/// <param name="Sum">Null for a line that stands for those left out.</param>
/// <param name="Projects">How many the line counts.</param>
internal sealed record BulletRow(
    string Label,
    Posting? Sum,
    Money? Planned,
    string Mark,
    ApplicationFilter? Rows,
    int Projects
);

/// <summary>
/// Bullet bars: a frame for what is granted, in it a pale bar for what is contracted, on that a full one for what is paid,
/// and an upright tick for what was planned by now. Told apart by height and filling, not by colour alone.
/// </summary>
internal static class BulletRows
{
    private const float TallestRow = 66;

    /// <summary>Pixels that a line needs.</summary>
    private const float LeastRow = 24;
    private const float Top = 4;

    /// <summary>Pixels that a line needs where its label stands above its mark.</summary>
    private const float LeastStacked = 36;

    /// <summary>How many lines there is room for.</summary>
    public static int RoomFor(ChartStyle style, string key) =>
        (int)((style.Height - Top - BottomOf(style, key)) / (style.IsNarrow ? LeastStacked : LeastRow));

    public static (Plot Plot, Func<Plot, ImmutableArray<HitArea>> Marks) Compose(
        IReadOnlyList<BulletRow> bullets,
        string key,
        ChartStyle style
    )
    {
        var text = new ChartText(style.Culture);
        string[] values = [.. bullets.Select(bullet => ValueOf(bullet, text))];
        var valueRoom = values.Max(value => PlotFrame.WidthOf(value, isBold: true)) + 12;
        var rows = new LabelledRows(
            [.. bullets.Select(bullet => bullet.Label)],
            style,
            left: 2,
            right: 4,
            BottomOf(style, key),
            TallestRow,
            thickest: 14,
            leastStacked: LeastStacked - 2,
            valueRoom: valueRoom,
            stackedFrom: 0
        );
        var most = bullets.Max(bullet => ReachOf(bullet));
        rows.SetReach(0, Math.Max(1, most.OnAxis()), 2, rows.IsStacked ? 3 : valueRoom);
        for (var index = 0; index < bullets.Count; index++)
        {
            Draw(rows, index, bullets[index], values[index], style);
        }

        rows.Key(key);
        return (
            rows.Plot,
            _ =>
                rows.Areas(index => new HitArea(
                    0,
                    0,
                    0,
                    0,
                    bullets[index].Mark,
                    bullets[index].Rows,
                    bullets[index].Projects
                ))
        );
    }

    private static float BottomOf(ChartStyle style, string key) => PlotFrame.KeyHeight(style, key) + 10;

    private static void Draw(LabelledRows rows, int index, BulletRow bullet, string value, ChartStyle style)
    {
        if (bullet.Sum is not { } sum)
        {
            return;
        }

        var (palette, y) = (style.Palette, rows.MarkY(index));
        var (frame, bar) = (rows.MarkHeight / rows.RowHeight / 2, rows.MarkHeight / rows.RowHeight * .28);
        Box(sum.Granted, frame, palette.Ground, palette.Neutral);
        Box(sum.Contracted, bar, palette.Low, palette.Mark);
        Box(sum.Paid, bar, palette.Mark, palette.Mark);
        if (bullet.Planned is { Cents: > 0 } planned)
        {
            var at = planned.OnAxis();
            PlotFrame.Rule(rows.Plot, new(at, y - frame), new(at, y + frame), 5, palette.Ground);
            PlotFrame.Rule(rows.Plot, new(at, y - frame), new(at, y + frame), 2.5f, palette.Text);
        }

        var (ink, isBold) = sum.Paid > Money.Zero ? (palette.Text, true) : (palette.Quiet, false);
        if (rows.IsStacked)
        {
            rows.WriteAtRight(index, value, rows.Plot.Axes.Bottom.Max, ink, isBold);
        }
        else
        {
            var end = new Coordinates(ReachOf(bullet).OnAxis(), y);
            PlotFrame.Write(rows.Plot, style, value, end, Alignment.MiddleLeft, ink, isBold, right: 8);
        }

        void Box(Money amount, double half, Color fill, Color line)
        {
            if (amount > Money.Zero)
            {
                var box = rows.Plot.Add.Rectangle(0, amount.OnAxis(), y - half, y + half);
                (box.FillColor, box.LineColor, box.LineWidth) = (fill, line, 1.5f);
            }
        }
    }

    private static Money ReachOf(BulletRow bullet)
    {
        var (sum, planned) = (bullet.Sum ?? Posting.Nothing, bullet.Planned ?? Money.Zero);
        return new(
            Math.Max(Math.Max(sum.Granted.Cents, sum.Contracted.Cents), Math.Max(sum.Paid.Cents, planned.Cents))
        );
    }

    /// <summary>« 90 k€ sur 300 k€ ».</summary>
    private static string ValueOf(BulletRow bullet, ChartText text) =>
        bullet.Sum is { } sum ? text.Of("Budgets_Value", text.ShortMoney(sum.Paid), text.ShortMoney(sum.Granted)) : "";
}
