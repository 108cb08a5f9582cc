using System.Collections.Immutable;
using AmiDashboard.Core;
using AmiDashboard.Core.Budgets.Figures;
using ScottPlot;

namespace AmiDashboard.Charts.Budgets;

/// <summary>
/// A waterfall from the envelope down to what is paid: filled bars are sums that go on, hollow ones with a minus are what
/// each step leaves behind.
/// </summary>
internal static class EnvelopeChart
{
    private const float TallestRow = 46;

    public static ChartContent Compose(EnvelopeWaterfall figure, ChartStyle style)
    {
        var text = new ChartText(style.Culture);
        var takeaway = EnvelopeTakeaway.Of(figure, text);
        var table = Table(figure, text);
        if (figure.Editions.IsEmpty)
        {
            return new(PlotFrame.Empty(style, takeaway), _ => [], takeaway, table, true);
        }

        var rows = new LabelledRows(
            [.. figure.Steps.Select(step => text[$"Envelope_{step.Kind}"])],
            style,
            left: 2,
            right: 4,
            bottom: 4,
            TallestRow,
            thickest: 14,
            stackedFrom: .3f
        );
        Draw(rows, figure.Steps, style, text);
        return new(rows.Plot, _ => rows.Areas(index => Area(figure.Steps[index], text)), takeaway, table, false);
    }

    private static void Draw(LabelledRows rows, ImmutableArray<EnvelopeStep> steps, ChartStyle style, ChartText text)
    {
        var palette = style.Palette;
        string[] values = [.. steps.Select(step => ValueOf(step, text))];
        var room = rows.IsStacked ? 2 : values.Max(value => PlotFrame.WidthOf(value, isBold: true)) + 10;
        rows.SetReach(0, Math.Max(1, steps.Max(step => step.Amount.OnAxis())), 1, room);
        var level = 0.0;
        for (var index = 0; index < steps.Length; index++)
        {
            var (step, y) = (steps[index], rows.MarkY(index));
            var end = step.IsLoss ? level : step.Amount.OnAxis();
            var start = step.IsLoss ? level - step.Amount.OnAxis() : 0;
            var color = ColorOf(step.Kind, palette);
            Bar(rows, y, start, end, step.IsLoss ? palette.Ground : color, color);
            level = step.IsLoss ? start : end;
            if (!rows.IsStacked && index < steps.Length - 1)
            {
                var half = rows.MarkHeight / rows.RowHeight / 2;
                PlotFrame.Rule(rows.Plot, new(level, y - half), new(level, y - 1 + half), 1, palette.Neutral);
            }

            var ink = step.Amount == Money.Zero ? palette.Quiet : palette.Text;
            if (rows.IsStacked)
            {
                rows.WriteAtRight(index, values[index], rows.Plot.Axes.Bottom.Max, ink, !step.IsLoss);
            }
            else
            {
                PlotFrame.Write(
                    rows.Plot,
                    style,
                    values[index],
                    new(Math.Max(start, end), y),
                    Alignment.MiddleLeft,
                    ink,
                    !step.IsLoss,
                    right: 7
                );
            }
        }
    }

    private static void Bar(LabelledRows rows, double y, double from, double to, Color fill, Color line)
    {
        var half = rows.MarkHeight / rows.RowHeight / 2;
        if (from.Equals(to))
        {
            // Nothing, where it would have been.
            PlotFrame.Rule(rows.Plot, new(from, y - half), new(from, y + half), 1.5f, line);
            return;
        }

        var bar = rows.Plot.Add.Rectangle(Math.Min(from, to), Math.Max(from, to), y - half, y + half);
        (bar.FillColor, bar.LineColor, bar.LineWidth) = (fill, line, 1.5f);
    }

    private static Color ColorOf(EnvelopeStepKind kind, ChartPalette palette) =>
        kind switch
        {
            EnvelopeStepKind.Paid => palette.Good,
            EnvelopeStepKind.Granted or EnvelopeStepKind.Committed or EnvelopeStepKind.Contracted => palette.Mark,
            _ => palette.Neutral,
        };

    private static string ValueOf(EnvelopeStep step, ChartText text) =>
        step.IsLoss && step.Amount > Money.Zero
            ? text.Of("Less", text.ShortMoney(step.Amount))
            : text.ShortMoney(step.Amount);

    private static HitArea Area(EnvelopeStep step, ChartText text)
    {
        var name = text.Of("Mark", text[$"Envelope_{step.Kind}"], text.ShortMoney(step.Amount));
        return new(
            0,
            0,
            0,
            0,
            step.Projects is { } projects ? text.Of("OfProjects", name, text.Projects(projects.Count)) : name,
            step.Projects?.Rows,
            step.Projects?.Count ?? 0
        );
    }

    private static ChartTable Table(EnvelopeWaterfall figure, ChartText text)
    {
        return new(
            [
                new(ChartCellKind.Text, text["Column_Edition"]),
                new(ChartCellKind.Count, text["Column_Projects"]),
                new(ChartCellKind.Money, text["Envelope_Envelope"]),
                new(ChartCellKind.Money, text["Envelope_Left"]),
                new(ChartCellKind.Money, text["Envelope_Fees"]),
                new(ChartCellKind.Money, text["Envelope_Granted"]),
                new(ChartCellKind.Money, text["Envelope_Committed"]),
                new(ChartCellKind.Money, text["Envelope_Contracted"]),
                new(ChartCellKind.Money, text["Envelope_Paid"]),
                new(ChartCellKind.Money, text["Envelope_Remaining"]),
            ],
            [.. figure.Editions.Select(edition => Row(edition.Name, edition.Sum, edition.Projects))],
            Row(
                text["Total"],
                figure.Sum,
                ProjectSet.Of(figure.Scope, figure.Editions.Select(edition => edition.Projects))
            )
        );

        ChartRow Row(string name, Core.Budgets.Posting sum, ProjectSet projects) =>
            new(
                [
                    name,
                    projects.Count,
                    figure.HasEnvelope ? sum.Envelope : null,
                    figure.HasEnvelope ? sum.Left : null,
                    figure.HasEnvelope ? sum.Fees : null,
                    sum.Granted,
                    sum.Committed,
                    sum.Contracted,
                    sum.Paid,
                    sum.Remaining,
                ],
                projects.Rows
            );
    }
}
