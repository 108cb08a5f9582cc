using System.Collections.Immutable;
using AmiDashboard.Charts.Budgets;
using AmiDashboard.Charts.Scores;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Core.Prototypes.Figures;
using ScottPlot;

namespace AmiDashboard.Charts.Prototypes;

/// <summary>
/// A line for each prototype: a thin bar for its baseline, over it a bar that is full up to today and hollow after it, and
/// its milestones. Where there is no room for all, the last line says how many are left out.
/// </summary>
internal static class PlanPortfolioChart
{
    private const float TallestRow = 70;
    private const float LeastRow = 26;
    private const float LeastStacked = 38;

    /// <summary>Pixels over the first line, for today's name.</summary>
    private const float Head = 22;

    /// <summary>Pixels around the lines.</summary>
    private const float Margin = 8;

    public static ChartContent Compose(PlanPortfolio figure, ChartStyle style)
    {
        var text = new ChartText(style.Culture);
        var takeaway = PlanTakeaway.Of(figure, text);
        var table = PlanTable.Of(figure, text);
        if (figure.Rows.IsEmpty)
        {
            return new(PlotFrame.Empty(style, takeaway), _ => [], takeaway, table, true);
        }

        var key = text["Plan_Key"];
        var bottom = PlotFrame.KeyHeight(style, key) + 28;
        var least = style.IsNarrow ? LeastStacked : LeastRow;
        var lines = FittingLines.Of(figure.Rows, (int)((style.Height - Margin - Head - bottom) / least), 0);
        string[] slips = [.. lines.Select(line => line.IsGap ? "" : SlipOf(line.One, text))];
        var valueRoom = slips.Max(slip => PlotFrame.WidthOf(slip, isBold: true)) + 14;
        var rows = new LabelledRows(
            [.. lines.Select(line => LabelOf(line, text))],
            style,
            left: 2,
            right: 4,
            bottom,
            TallestRow,
            thickest: 16,
            head: Head,
            leastStacked: LeastStacked - 2,
            valueRoom: valueRoom,
            stackedFrom: 0
        );
        var axis = new PlanAxis([.. lines.SelectMany(line => line.IsGap ? [] : line.Items)], figure.Day);
        var perPixel = rows.SetReach(0, axis.Length, Margin, rows.IsStacked ? Margin : valueRoom);
        Time(rows, axis, perPixel, text);
        Today(rows, axis, figure.Day, lines.Count(line => !line.IsGap), perPixel, style, text);
        for (var index = 0; index < lines.Length; index++)
        {
            if (!lines[index].IsGap)
            {
                PlanBar.Draw(rows, index, lines[index].One, axis, 1 / perPixel, style);
                Slip(rows, index, lines[index].One, slips[index], axis, style);
            }
        }

        rows.Key(key);
        return new(
            rows.Plot,
            _ => rows.Areas(index => Area(lines[index], figure, text)),
            takeaway,
            table,
            false,
            // Not through labels that stand above their marks.
            new NoteAxis(day => axis.Holds(day) ? axis.MiddleOf(day) : null)
            {
                Foot = .5 - lines.Length,
                Spans = rows.IsStacked ? [.. Enumerable.Range(0, lines.Length).Select(rows.SpanOf)] : null,
            }
        );
    }

    private static void Time(LabelledRows rows, PlanAxis axis, double perPixel, ChartText text)
    {
        TimeName[] names = [.. axis.Time.Names(1 / perPixel, text)];
        foreach (var name in names)
        {
            rows.Grid(name.From);
        }

        rows.Plot.Axes.Bottom.SetTicks([.. names.Select(name => name.Middle)], [.. names.Select(name => name.Name)]);
    }

    private static void Today(
        LabelledRows rows,
        PlanAxis axis,
        DateOnly day,
        int count,
        double perPixel,
        ChartStyle style,
        ChartText text
    )
    {
        if (!axis.Holds(day))
        {
            return;
        }

        var (at, color) = (axis.EndOf(day), style.Palette.Accent);
        // Not through labels that stand above their marks.
        var spans = rows.IsStacked ? Enumerable.Range(0, count).Select(rows.SpanOf) : [(Low: .5 - count, High: .5)];
        foreach (var (low, high) in spans)
        {
            var line = rows.Plot.Add.Line(at, high, at, low);
            (line.LineWidth, line.LineColor, line.MarkerSize) = (1.5f, color, 0);
            line.LinePattern = rows.IsStacked ? LinePattern.Solid : LinePattern.Dashed;
        }

        var name = text.Of("Disbursements_Today", text.Day(day));
        var (half, limits) = (PlotFrame.WidthOf(name) / 2, rows.Plot.Axes.GetLimits());
        var (before, after) = ((at - limits.Left) / perPixel, (limits.Right - at) / perPixel);
        var moved = Math.Max(0, half + 2 - before) - Math.Max(0, half + 2 - after);
        PlotFrame.Write(
            rows.Plot,
            style,
            name,
            new(at, .5),
            Alignment.LowerCenter,
            color,
            right: (float)moved,
            down: -4
        );
    }

    private static void Slip(LabelledRows rows, int index, PlanRow row, string slip, PlanAxis axis, ChartStyle style)
    {
        var (ink, isBold) = row.SlipDays > 0 ? (style.Palette.Text, true) : (style.Palette.Quiet, false);
        if (rows.IsStacked)
        {
            rows.WriteAtRight(index, slip, rows.Plot.Axes.Bottom.Max, ink, isBold);
        }
        else
        {
            var end = new Coordinates(axis.Length, rows.MarkY(index));
            PlotFrame.Write(rows.Plot, style, slip, end, Alignment.MiddleLeft, ink, isBold, right: 8);
        }
    }

    /// <summary>« +31 j ».</summary>
    private static string SlipOf(PlanRow row, ChartText text) =>
        row.SlipDays > 0 ? text.Of("Plan_Slip", text.Days(row.SlipDays)) : text.Days(row.SlipDays);

    private static string LabelOf(FittingLine<PlanRow> line, ChartText text) =>
        line.IsGap ? text.Counted("AndOthers", line.Items.Length) : text.Application(line.One.Title, line.One.Number);

    private static HitArea Area(FittingLine<PlanRow> line, PlanPortfolio figure, ChartText text)
    {
        var projects = ProjectSet.Of(figure.Scope, line.Items.Select(row => row.Project));
        var label = line.IsGap ? LabelOf(line, text) : MarkOf(line.One, text);
        return new(0, 0, 0, 0, label, projects.Rows, projects.Count);
    }

    private static string MarkOf(PlanRow row, ChartText text)
    {
        var milestones = row.Plan.Milestones;
        string[] parts =
        [
            text.Of(
                row.Plan.IsFinished ? "Plan_Mark_Finished" : "Plan_Mark",
                text.Quoted(row.Title, row.Number),
                text.Day(row.PlannedEnd),
                text.Day(row.ExpectedEnd),
                text.Counted("Milestones", milestones.Count(one => one.IsReached)),
                text.Number(milestones.Length)
            ),
            .. row.Overdue > 0 ? [text.Counted("Plan_Overdue", row.Overdue)] : Array.Empty<string>(),
            .. row.Next is { } next
                ? [text.Of("Plan_Next", ChartText.Cut(next.Milestone.Name), text.Day(next.ExpectedOn))]
                : Array.Empty<string>(),
        ];
        return string.Join(" – ", parts);
    }
}
