using System.Collections.Immutable;
using AmiDashboard.Charts.Scores;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Prototypes.Figures;
using ScottPlot;

namespace AmiDashboard.Charts.Prototypes;

/// <summary>
/// The usability score of each trial from 0 to 100, highest first, with the interval of its mean: a disc for agents, a diamond
/// for citizens. An upright line stands where the usual mean is.
/// </summary>
internal static class SatisfactionChart
{
    private const float TallestRow = 44;
    private const float TallestStacked = 60;
    private const float LeastRow = 22;

    /// <summary>Pixels that a line needs whose label stands above its mark.</summary>
    private const float LeastStacked = 40;
    private const float Top = 4;

    public static ChartContent Compose(TrialSatisfaction figure, ChartStyle style)
    {
        var text = new ChartText(style.Culture);
        var takeaway = SatisfactionWords.Takeaway(figure, text);
        var table = SatisfactionWords.Table(figure, text);
        ImmutableArray<TrialFindings> scored =
        [
            .. figure
                .Trials.Where(one => one.Findings.Usability is not null)
                .OrderByDescending(one => one.Findings.Usability!.Mean),
        ];
        if (scored.IsEmpty)
        {
            return new(PlotFrame.Empty(style, takeaway), _ => [], takeaway, table, true);
        }

        var key = text["Satisfaction_Key"];
        var bottom = PlotFrame.KeyHeight(style, key) + 26;
        // Both ends are what one looks for: those in the middle are left out first.
        var lines = FittingLines.Of(
            scored,
            (int)((style.Height - Top - bottom) / (style.IsNarrow ? LeastStacked : LeastRow)),
            scored.Length
        );
        var rows = new LabelledRows(
            [.. lines.Select(line => NameOf(line, text))],
            style,
            left: 2,
            right: 4,
            bottom,
            style.IsNarrow ? TallestStacked : TallestRow,
            thickest: 14,
            leastStacked: LeastStacked
        );
        Draw(rows, lines, style, text);
        rows.Key(key);
        return new(rows.Plot, _ => rows.Areas(index => Area(figure, lines[index], text)), takeaway, table, false);
    }

    private static void Draw(
        LabelledRows rows,
        ImmutableArray<FittingLine<TrialFindings>> lines,
        ChartStyle style,
        ChartText text
    )
    {
        var palette = style.Palette;
        string[] values = [.. lines.Select(line => line.IsGap ? "" : text.Tenths(Mean(line.One).Mean))];
        string[] counts = [.. lines.Select(line => line.IsGap ? "" : text.Counted("Answers", Mean(line.One).Answers))];
        var value = values.Max(one => PlotFrame.WidthOf(one, isBold: true)) + 12;
        var count = style.IsNarrow ? 0 : counts.Max(one => PlotFrame.WidthOf(one)) + 12;
        rows.SetReach(0, 100, 12, rows.IsStacked ? 12 : value + count + 8);
        double[] ticks = [0, 25, 50, UsabilityMean.UsualMean, 100];
        rows.Plot.Axes.Bottom.SetTicks(ticks, [.. ticks.Select(tick => text.Number((int)tick))]);
        foreach (var tick in ticks.Where(tick => tick is not UsabilityMean.UsualMean))
        {
            rows.Grid(tick);
        }

        Usual(rows, lines.Length, palette.Neutral);
        for (var index = 0; index < lines.Length; index++)
        {
            if (lines[index].IsGap)
            {
                continue;
            }

            Dot(rows, lines[index].One, index, style);
            if (rows.IsStacked)
            {
                rows.WriteAtRight(index, values[index], rows.Plot.Axes.Bottom.Max, palette.Text);
                continue;
            }

            var end = new Coordinates(rows.Plot.Axes.Bottom.Max, rows.MarkY(index));
            PlotFrame.Write(
                rows.Plot,
                style,
                values[index],
                end,
                Alignment.MiddleRight,
                palette.Text,
                true,
                right: -2 - count
            );
            if (!style.IsNarrow)
            {
                PlotFrame.Write(rows.Plot, style, counts[index], end, Alignment.MiddleRight, palette.Quiet, right: -2);
            }
        }
    }

    /// <summary>Dashes through all lines, but not through labels that stand above their marks.</summary>
    private static void Usual(LabelledRows rows, int count, Color color)
    {
        (double Low, double High)[] parts = rows.IsStacked
            ? [.. Enumerable.Range(0, count).Select(rows.SpanOf)]
            : [(rows.LowestY, rows.TopY)];
        foreach (var (low, high) in parts)
        {
            var dashes = rows.Plot.Add.Line(UsabilityMean.UsualMean, low, UsabilityMean.UsualMean, high);
            (dashes.LineWidth, dashes.LineColor, dashes.MarkerSize) = (1.5f, color, 0);
            dashes.LinePattern = LinePattern.Dashed;
        }
    }

    private static void Dot(LabelledRows rows, TrialFindings one, int index, ChartStyle style)
    {
        var (palette, y, mean) = (style.Palette, rows.MarkY(index), Mean(one));
        if (mean.Interval is { } interval)
        {
            PlotFrame.Rule(rows.Plot, new(interval.Low, y), new(interval.High, y), 2, palette.Mark);
            var half = 4 / rows.RowHeight;
            PlotFrame.Rule(rows.Plot, new(interval.Low, y - half), new(interval.Low, y + half), 2, palette.Mark);
            PlotFrame.Rule(rows.Plot, new(interval.High, y - half), new(interval.High, y + half), 2, palette.Mark);
        }

        var (shape, size, color) =
            one.Trial.Audience == Audience.Agents
                ? (MarkShape.Circle, 13f, palette.Mark)
                : (MarkShape.Diamond, 17f, palette.Text);
        PlotFrame.Mark(rows.Plot, style, new(mean.Mean, y), shape, size, color);
    }

    private static UsabilityMean Mean(TrialFindings one) => one.Findings.Usability!;

    /// <summary>« 12 mai – Titre »: the day first, since a long title is cut.</summary>
    private static string NameOf(FittingLine<TrialFindings> line, ChartText text) =>
        line.IsGap
            ? text.Counted("AndOthers", line.Items.Length)
            : text.Of(
                "Satisfaction_Row",
                text.ShortDay(line.One.Trial.On),
                text.Application(line.One.Trial.Fact.Title, line.One.Trial.Number)
            );

    private static HitArea Area(TrialSatisfaction figure, FittingLine<TrialFindings> line, ChartText text)
    {
        var set = ProjectSet.Of(figure.Scope, line.Items.Select(one => one.Trial.Number));
        return new(
            0,
            0,
            0,
            0,
            line.IsGap ? NameOf(line, text) : SatisfactionWords.Told(line.One, text),
            set.Rows,
            set.Count
        );
    }
}
