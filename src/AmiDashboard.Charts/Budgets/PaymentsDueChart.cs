using System.Collections.Immutable;
using AmiDashboard.Core.Budgets.Figures;
using ScottPlot;

namespace AmiDashboard.Charts.Budgets;

/// <summary>
/// Columns by month: filled for what is paid, hollow for what is due, striped for what is overdue. Where there is no room
/// for months they are quarters, or years.
/// </summary>
internal static class PaymentsDueChart
{
    /// <summary>Pixels over the highest column, for its amount.</summary>
    private const double Top = 24;

    /// <summary>Pixels under the columns: a line for months, one for years.</summary>
    private const double Names = 38;

    /// <summary>Pixels from one stripe to the next.</summary>
    private const double Stripe = 5;

    public static ChartContent Compose(PaymentCalendar figure, ChartStyle style)
    {
        var text = new ChartText(style.Culture);
        var takeaway = PaymentsDueTakeaway.Of(figure, text);
        var table = PaymentsDueTable.Of(figure, text);
        if (figure.Months.IsEmpty)
        {
            return new(PlotFrame.Empty(style, takeaway), _ => [], takeaway, table, true);
        }

        var slots = PaymentSlots.Of(figure, style.Width - 70);
        return new(
            Draw(slots, style, text),
            plot =>
                [
                    .. slots
                        .Slots.Select((slot, index) => (slot, index))
                        .Where(one => one.slot.Payments > 0)
                        .Select(one => Area(plot, one.index, one.slot, slots, text)),
                ],
            takeaway,
            table,
            false,
            slots.Times.Notes
        );
    }

    private static Plot Draw(PaymentSlots slots, ChartStyle style, ChartText text)
    {
        var (palette, count, key) = (style.Palette, slots.Slots.Length, text["Calendar_Key"]);
        var most = Math.Max(1, slots.Slots.Max(slot => slot.Height));
        var step = RoundStep.Of(most, 4);
        double[] levels = [.. Enumerable.Range(0, (int)(most / step) + 1).Select(index => index * step)];
        string[] names = [.. levels.Select(level => text.ShortMoney(Core.Money.FromEuros((decimal)level)))];
        var left = names.Max(name => PlotFrame.WidthOf(name)) + 12;
        var bottom = PlotFrame.KeyHeight(style, key) + 6;
        var (width, height) = (style.Width - left - 6, style.Height - bottom - Top - Names);
        var (perSlot, perEuro) = (width / count, height / most);
        var plot = PlotFrame.Create(style, new PixelPadding(left, 6, bottom, 0));
        plot.Axes.SetLimits(0, count, -Names / perEuro, most + (Top / perEuro));
        plot.Axes.Left.SetTicks(levels, names);
        plot.Axes.Bottom.SetTicks([], []);
        foreach (var level in levels)
        {
            PlotFrame.Rule(plot, new(0, level), new(count, level), 1, palette.Line);
        }

        // A lonely column is not as wide as the drawing.
        var half = Math.Min(.36, 30 / perSlot);
        for (var index = 0; index < count; index++)
        {
            Column(plot, index + .5, half, slots.Slots[index], perEuro, style);
            var amount = text.ShortMoney(Sum(slots.Slots[index]));
            if (slots.Slots[index].Payments > 0 && PlotFrame.WidthOf(amount) + 6 <= perSlot)
            {
                var top = new Coordinates(index + .5, slots.Slots[index].Height);
                PlotFrame.Write(
                    plot,
                    style,
                    amount,
                    top,
                    Alignment.LowerCenter,
                    palette.Text,
                    down: -3,
                    behind: palette.Ground
                );
            }
        }

        SlotNames.Write(plot, slots.Times, perSlot, style, text);
        PlotFrame.Key(plot, style, key, (6 - left) / 2);
        return plot;
    }

    private static void Column(Plot plot, double x, double half, PaymentSlot slot, double perEuro, ChartStyle style)
    {
        var palette = style.Palette;
        var (paid, due) = (slot.Paid.Amount.OnAxis(), slot.Due.Amount.OnAxis());
        Box(0, paid, palette.Mark, palette.Mark);
        Box(paid, paid + due, palette.Ground, palette.Mark);
        Box(paid + due, slot.Height, palette.Ground, palette.Accent);
        for (var at = paid + due + (Stripe / 2 / perEuro); at < slot.Height; at += Stripe / perEuro)
        {
            PlotFrame.Rule(plot, new(x - half, at), new(x + half, at), 2, palette.Accent);
        }

        void Box(double from, double to, Color fill, Color line)
        {
            if (to > from)
            {
                var box = plot.Add.Rectangle(x - half, x + half, from, to);
                (box.FillColor, box.LineColor, box.LineWidth) = (fill, line, 1.5f);
            }
        }
    }

    private static Core.Money Sum(PaymentSlot slot) => slot.Paid.Amount + slot.Due.Amount + slot.Overdue.Amount;

    /// <summary>The whole place of a column, from the top to its name.</summary>
    private static HitArea Area(Plot plot, int index, PaymentSlot slot, PaymentSlots slots, ChartText text)
    {
        var (left, right) = (plot.GetPixel(new(index, 0)), plot.GetPixel(new(index + 1, 0)));
        ImmutableArray<(string Key, PaymentSum Sum)> parts =
        [
            ("Calendar_Paid", slot.Paid),
            ("Calendar_Due", slot.Due),
            ("Calendar_Overdue", slot.Overdue),
        ];
        var told = parts
            .Where(part => part.Sum.Payments > 0)
            .Select(part => text.Of(part.Key, text.Payments(part.Sum.Payments, part.Sum.Amount)));
        var projects = slot.Projects;
        return new(
            left.X,
            0,
            right.X - left.X,
            left.Y + Names,
            text.Of("Mark", slots.NameOf(slot, text), string.Join(" – ", told)),
            projects.Rows,
            projects.Count
        );
    }
}
