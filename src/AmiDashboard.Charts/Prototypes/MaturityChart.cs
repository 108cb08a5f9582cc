using AmiDashboard.Charts.Scores;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Prototypes.Figures;
using ScottPlot;

namespace AmiDashboard.Charts.Prototypes;

/// <summary>
/// Each prototype's ladder of six levels, with the number of proofs in each: filled where it is reached, striped where it is
/// proved over a gap, which is framed. Where there is no room for each, how many stand on each level.
/// </summary>
internal static class MaturityChart
{
    private const float TallestRow = 56;
    private const float LeastRow = 22;
    private const float Top = 4;

    /// <summary>Pixels between two cells.</summary>
    private const double Between = 3;

    private static readonly ReadinessLevel[] Levels = Enum.GetValues<ReadinessLevel>();

    public static ChartContent Compose(MaturityLadder figure, ChartStyle style)
    {
        var text = new ChartText(style.Culture);
        var takeaway = MaturityWords.Takeaway(figure, text);
        var table = MaturityWords.Table(figure, text);
        if (figure.Rows.IsEmpty)
        {
            return new(PlotFrame.Empty(style, takeaway), _ => [], takeaway, table, true);
        }

        var isNamed = IsNamed(style, text);
        var key = isNamed ? text["Maturity_Key"] : text.Of("Maturity_KeyNumbered", Numbered(text));
        var bottom = PlotFrame.KeyHeight(style, key) + 8;
        var head = isNamed ? 42 : 24;
        if (figure.Rows.Length * LeastRow > style.Height - Top - head - bottom)
        {
            var (plot, marks) = BarRows.Compose(Bars(figure, style, text), style);
            return new(plot, marks, takeaway, table, false);
        }

        var rows = new LabelledRows(
            [.. figure.Rows.Select(row => text.Application(row.Title, row.Number))],
            style,
            left: 2,
            right: 4,
            bottom,
            TallestRow,
            thickest: 12,
            head: head,
            leastStacked: float.MaxValue
        );
        rows.SetReach(0, Levels.Length);
        Heads(rows, isNamed, style, text);
        for (var index = 0; index < figure.Rows.Length; index++)
        {
            foreach (var level in Levels)
            {
                Rung(rows, figure.Rows[index], level, index, style, text);
            }
        }

        rows.Key(key);
        return new(rows.Plot, _ => rows.Areas(index => Area(figure, figure.Rows[index], text)), takeaway, table, false);
    }

    /// <summary>Highest first, as on a ladder; at its foot those that stand on no level yet.</summary>
    private static BarRow[] Bars(MaturityLadder figure, ChartStyle style, ChartText text)
    {
        return
        [
            .. Levels.Reverse().Select(level => Bar(text[$"Readiness_{level}"], figure.On(level), style.Palette.Mark)),
            Bar(text["Readiness_NotYet"], figure.On(null), style.Palette.Neutral),
        ];

        static BarRow Bar(string label, ProjectSet projects, Color color) =>
            new(label, projects.Count, projects.Rows, color);
    }

    /// <summary>Whether the levels' names have room over their columns, on two lines at most.</summary>
    private static bool IsNamed(ChartStyle style, ChartText text)
    {
        // Labels take less than half of the drawing.
        var room = style.Width * .55f / Levels.Length;
        return Levels
            .Select(level => text[$"Readiness_{level}"])
            .All(name =>
                PlotFrame.Wrapped(name, room - 6, isBold: true).Count() <= 2
                && name.Split(' ').All(word => PlotFrame.WidthOf(word, isBold: true) <= room - 6)
            );
    }

    /// <summary>« 1 Cadré, 2 Données prêtes »: a number stays with its name.</summary>
    private static string Numbered(ChartText text) =>
        string.Join(
            ", ",
            Levels.Select(
                (level, index) =>
                    text.Of("Maturity_Numbered", index + 1, text[$"Readiness_{level}"].Replace(' ', '\u00A0'))
            )
        );

    /// <summary>Levels by their names where columns are wide, else by numbers that the key tells.</summary>
    private static void Heads(LabelledRows rows, bool isNamed, ChartStyle style, ChartText text)
    {
        var room = (float)(rows.DataWidth / Levels.Length) - 6;
        for (var index = 0; index < Levels.Length; index++)
        {
            var name = text[$"Readiness_{Levels[index]}"];
            string[] lines = isNamed ? [.. PlotFrame.Wrapped(name, room, isBold: true)] : [text.Number(index + 1)];
            foreach (var (line, words) in lines.Reverse().Index())
            {
                PlotFrame.Write(
                    rows.Plot,
                    style,
                    words,
                    new(index + .5, .5),
                    Alignment.LowerCenter,
                    style.Palette.Text,
                    true,
                    down: -3 - (line * (PlotFrame.LineHeight - 1))
                );
            }
        }
    }

    private static void Rung(
        LabelledRows rows,
        MaturityRow row,
        ReadinessLevel level,
        int index,
        ChartStyle style,
        ChartText text
    )
    {
        var palette = style.Palette;
        var (wide, high) = (Between / 2 * Levels.Length / rows.DataWidth, Between / 2 / rows.RowHeight);
        var (left, right) = ((int)level + wide, (int)level + 1 - wide);
        var (low, up) = (-index - .5 + high, -index + .5 - high);
        var state = row.StateOf(level);
        var fill = state == RungState.Reached ? palette.Mark : palette.Ground;
        var box = rows.Plot.Add.Rectangle(left, right, low, up);
        box.FillColor = fill;
        (box.LineColor, box.LineWidth) = state switch
        {
            RungState.Gap => (palette.Accent, 2),
            RungState.Missing => (palette.Line, 1),
            _ => (palette.Mark, 1.5f),
        };
        for (var at = up - (3 / rows.RowHeight); state == RungState.Unsupported && at > low; at -= 5 / rows.RowHeight)
        {
            PlotFrame.Rule(rows.Plot, new(left, at), new(right, at), 1.5f, palette.Mark);
        }

        if (state != RungState.Missing)
        {
            var room = (rows.DataWidth / Levels.Length) - 10;
            var gap = text["Maturity_Gap"];
            gap = PlotFrame.WidthOf(gap, isBold: true) <= room ? gap : text["Maturity_GapMark"];
            PlotFrame.Write(
                rows.Plot,
                style,
                state == RungState.Gap ? gap : $" {text.Number(row.Proofs[(int)level])} ",
                new((int)level + .5, -index),
                Alignment.MiddleCenter,
                state switch
                {
                    RungState.Reached => ChartPalette.InkOn(fill),
                    RungState.Gap => palette.Accent,
                    _ => palette.Text,
                },
                true,
                behind: fill
            );
        }
    }

    private static HitArea Area(MaturityLadder figure, MaturityRow row, ChartText text)
    {
        var set = ProjectSet.Of(figure.Scope, row.Number);
        return new(0, 0, 0, 0, MaturityWords.Told(row, text), set.Rows, set.Count);
    }
}
