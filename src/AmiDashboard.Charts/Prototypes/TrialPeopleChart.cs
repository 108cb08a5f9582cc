using System.Collections.Immutable;
using AmiDashboard.Charts.Budgets;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Core.Prototypes.Figures;
using ScottPlot;

namespace AmiDashboard.Charts.Prototypes;

/// <summary>
/// Columns that add up month by month: filled for agents who tried, striped for citizens who did, hollow for people that
/// planned trials expect.
/// </summary>
internal static class TrialPeopleChart
{
    /// <summary>Pixels over the highest column, for its number.</summary>
    private const double Top = 24;

    /// <summary>Pixels under the columns: a line for months, one for years.</summary>
    private const double Names = 38;

    /// <summary>Pixels that a column needs.</summary>
    private const double Least = 25;

    /// <summary>Pixels from one stripe to the next.</summary>
    private const double Stripe = 5;

    public static ChartContent Compose(TrialPeople figure, ChartStyle style)
    {
        var text = new ChartText(style.Culture);
        var takeaway = TrialPeopleWords.Takeaway(figure, text);
        var table = TrialPeopleWords.Table(figure, text);
        if (figure.Months.IsEmpty)
        {
            return new(PlotFrame.Empty(style, takeaway), _ => [], takeaway, table, true);
        }

        var slots = TimeSlots.Of(figure.Months[0].Month.From, figure.Months[^1].Month.To, style.Width - 60, Least);
        TrialColumn[] columns = [.. slots.Periods.Select(slot => TrialColumn.Of(figure, slot))];
        return new(
            Draw(columns, slots, style, text),
            plot => [.. columns.Select((column, index) => Area(plot, index, column, slots, text))],
            takeaway,
            table,
            false,
            slots.Notes
        );
    }

    private static Plot Draw(TrialColumn[] columns, TimeSlots slots, ChartStyle style, ChartText text)
    {
        var (palette, key) = (style.Palette, text["Trials_Key"]);
        var most = Math.Max(1, columns.Max(column => column.Height));
        var step = RoundStep.Of(most, 4);
        double[] levels = [.. Enumerable.Range(0, (int)(most / step) + 1).Select(index => index * step)];
        string[] names = [.. levels.Select(level => text.Number((int)level))];
        var left = names.Max(name => PlotFrame.WidthOf(name)) + 12;
        var bottom = PlotFrame.KeyHeight(style, key) + 6;
        var (width, height) = (style.Width - left - 6, style.Height - bottom - Top - Names);
        var (perSlot, perPerson) = (width / columns.Length, height / most);
        var plot = PlotFrame.Create(style, new PixelPadding(left, 6, bottom, 0));
        plot.Axes.SetLimits(0, columns.Length, -Names / perPerson, most + (Top / perPerson));
        plot.Axes.Left.SetTicks(levels, names);
        plot.Axes.Bottom.SetTicks([], []);
        foreach (var level in levels)
        {
            PlotFrame.Rule(plot, new(0, level), new(columns.Length, level), 1, palette.Line);
        }

        // A lonely column is not as wide as the drawing.
        var half = Math.Min(.36, 30 / perSlot);
        for (var index = 0; index < columns.Length; index++)
        {
            Column(plot, index + .5, half, columns[index], perPerson, style);
            var number = text.Number(columns[index].Height);
            if (PlotFrame.WidthOf(number, isBold: true) + 4 <= perSlot)
            {
                PlotFrame.Write(
                    plot,
                    style,
                    number,
                    new(index + .5, columns[index].Height),
                    Alignment.LowerCenter,
                    palette.Text,
                    columns[index].ToCome == 0,
                    down: -3,
                    behind: palette.Ground
                );
            }
        }

        SlotNames.Write(plot, slots, perSlot, style, text);
        PlotFrame.Key(plot, style, key, (6 - left) / 2);
        return plot;
    }

    private static void Column(Plot plot, double x, double half, TrialColumn column, double perPerson, ChartStyle style)
    {
        var palette = style.Palette;
        var held = column.Agents + column.Citizens;
        Box(0, column.Agents, palette.Mark, palette.Mark);
        Box(column.Agents, held, palette.Ground, palette.Mark);
        for (var at = column.Agents + (Stripe / 2 / perPerson); at < held; at += Stripe / perPerson)
        {
            PlotFrame.Rule(plot, new(x - half, at), new(x + half, at), 2, palette.Mark);
        }

        Box(held, column.Height, palette.Ground, palette.Neutral);

        void Box(double from, double to, Color fill, Color line)
        {
            if (to > from)
            {
                var box = plot.Add.Rectangle(x - half, x + half, from, to);
                (box.FillColor, box.LineColor, box.LineWidth) = (fill, line, 1.5f);
            }
        }
    }

    /// <summary>The whole place of a column, from the top to its name.</summary>
    private static HitArea Area(Plot plot, int index, TrialColumn column, TimeSlots slots, ChartText text)
    {
        var (left, right) = (plot.GetPixel(new(index, 0)), plot.GetPixel(new(index + 1, 0)));
        return new(
            left.X,
            0,
            right.X - left.X,
            left.Y + Names,
            text.Of("Mark", slots.NameOf(column.Slot, text), TrialPeopleWords.Told(column, text)),
            column.Projects.Rows,
            column.Projects.Count
        );
    }
}

/// <summary>People up to the end of a column's time.</summary>
internal sealed record TrialColumn(Period Slot, int Agents, int Citizens, int ToCome, ProjectSet Projects)
{
    public int Height => Agents + Citizens + ToCome;

    public static TrialColumn Of(TrialPeople figure, Period slot)
    {
        ImmutableArray<TrialMonth> months = [.. figure.Months.TakeWhile(month => month.Month.From <= slot.To)];
        var last = months[^1];
        return new(
            slot,
            last.Agents.HeldSoFar,
            last.Citizens.HeldSoFar,
            last.ToComeSoFar,
            ProjectSet.Of(figure.Scope, months.SelectMany(month => new[] { month.Tried, month.ToCome }))
        );
    }
}
