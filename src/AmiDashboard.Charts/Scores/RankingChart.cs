using System.Collections.Immutable;
using AmiDashboard.Core.Scores;
using AmiDashboard.Core.Scores.Figures;
using ScottPlot;

namespace AmiDashboard.Charts.Scores;

/// <summary>
/// Applications by adjusted rank, the first at the top and at the left: a mark at the rank, a bar over the ranks it may as
/// well have, a hollow circle at the raw rank, and the cut after the last place. An interval across the cut has a diamond
/// and says so.
/// </summary>
internal static class RankingChart
{
    private const float TallestRow = 34;
    private const float LeastRow = 21;
    private const float Top = 4;
    private const float Head = 24;

    /// <summary>Pixels that a mark needs on both sides of its rank.</summary>
    private const double MarkRoom = 10;

    public static ChartContent Compose(RankingFigure figure, ChartStyle style)
    {
        var text = new ChartText(style.Culture);
        var takeaway = RankingTakeaway.Of(figure, text);
        var table = RankingTable.Of(figure, text);
        RankingRow[] ranked = [.. figure.Ranked];
        if (ranked.Length == 0)
        {
            return new(PlotFrame.Empty(style, takeaway), _ => [], takeaway, table, true);
        }

        var key = figure.Coverage is { } coverage
            ? text.Of("Ranking_Key", text.Share((int)Math.Round(100 * coverage), 100))
            : text["Ranking_Key_NoIntervals"];
        var bottom = PlotFrame.KeyHeight(style, key) + 26;
        var lines = FittingLines.Of(
            ranked,
            (int)((style.Height - Top - Head - bottom) / LeastRow),
            ranked.Count(row => row.Application.AdjustedRank <= figure.Places)
        );
        var rows = new LabelledRows(
            [.. lines.Select(line => LabelOf(line, text))],
            style,
            left: 2,
            right: 2,
            bottom,
            TallestRow,
            thickest: 12,
            head: Head,
            leastStacked: float.MaxValue
        );
        Draw(rows, lines, figure, style, text);
        rows.Key(key);
        return new(
            rows.Plot,
            _ => rows.Areas(index => Area(lines[index], figure.Edition, text)),
            takeaway,
            table,
            false
        );
    }

    private static void Draw(
        LabelledRows rows,
        ImmutableArray<FittingLine<RankingRow>> lines,
        RankingFigure figure,
        ChartStyle style,
        ChartText text
    )
    {
        var shown = lines.Where(line => !line.IsGap).Select(line => line.One).ToArray();
        var words = lines.Select(line => line.IsGap ? "" : WordsOf(line.One, style, text)).ToArray();
        var last = Math.Max(2, shown.Max(FurthestOf));
        // Words stand right after the marks of their line: the line that needs most room sets the scale.
        var perPixel = lines
            .Zip(words)
            .Where(line => !line.First.IsGap)
            .Select(line => (FurthestOf(line.First.One) - 1) / RoomBefore(line.Second, rows))
            .Append((last - 1) / RoomBefore("", rows))
            .Max();
        var least = 1 - (MarkRoom * perPixel);
        rows.SetReach(least, least + (rows.DataWidth * perPixel));
        Axis(rows, last, perPixel, text);
        Cut(rows, figure.Places, last, style, text);
        for (var index = 0; index < lines.Length; index++)
        {
            if (!lines[index].IsGap)
            {
                Row(rows, lines[index].One, index, style);
                var (row, palette) = (lines[index].One, style.Palette);
                var isLaureate = row.Verdict == Verdict.Laureate;
                var isDisputed = row is { Standing: RankStanding.Disputed, Verdict: null };
                PlotFrame.Write(
                    rows.Plot,
                    style,
                    words[index],
                    new(FurthestOf(row), -index),
                    Alignment.MiddleLeft,
                    isLaureate ? palette.Text
                        : isDisputed ? palette.Accent
                        : palette.Quiet,
                    isLaureate || isDisputed,
                    right: (float)MarkRoom,
                    behind: palette.Ground
                );
            }
        }
    }

    /// <summary>Pixels from rank 1 to the last mark of a line that has words after it.</summary>
    private static double RoomBefore(string words, LabelledRows rows) =>
        Math.Max(1, rows.DataWidth - (2 * MarkRoom) - PlotFrame.WidthOf(words, isBold: true) - 4);

    private static void Row(LabelledRows rows, RankingRow row, int index, ChartStyle style)
    {
        var palette = style.Palette;
        double rank = row.Application.AdjustedRank!.Value;
        var color = row.Standing switch
        {
            RankStanding.Inside => palette.Good,
            RankStanding.Disputed => palette.Accent,
            RankStanding.Outside => palette.Neutral,
            _ => palette.Mark,
        };
        if (row.Interval is { } interval && interval.Worst > interval.Best)
        {
            PlotFrame.Rule(rows.Plot, new(interval.Best, -index), new(interval.Worst, -index), 3.5f, color);
        }

        if (row.Application.Rank is { } raw && raw != row.Application.AdjustedRank)
        {
            var hollow = rows.Plot.Add.Marker(raw, -index, MarkerShape.FilledCircle, 9, palette.Ground);
            (hollow.MarkerStyle.OutlineColor, hollow.MarkerStyle.OutlineWidth) = (palette.Text, 1.5f);
        }

        var shape =
            row.Standing == RankStanding.Disputed ? MarkShape.Diamond
            : row.Standing == RankStanding.Inside ? MarkShape.Square
            : MarkShape.Circle;
        PlotFrame.Mark(rows.Plot, style, new(rank, -index), shape, shape == MarkShape.Diamond ? 15 : 11, color);
    }

    /// <summary>The worst rank that the line's marks reach.</summary>
    private static int FurthestOf(RankingRow row) =>
        new[] { row.Application.AdjustedRank ?? 0, row.Application.Rank ?? 0, row.Interval?.Worst ?? 0 }.Max();

    private static void Axis(LabelledRows rows, int last, double perPixel, ChartText text)
    {
        var widest = PlotFrame.WidthOf(text.Number(last)) + 18;
        var step = (int)RoundStep.Of(last, (int)Math.Clamp((last - 1) / (widest * perPixel), 1, 10));
        double[] ticks =
        [
            1,
            .. Enumerable
                .Range(1, last / step)
                .Select(times => (double)times * step)
                .Where(rank => rank - 1 >= widest * perPixel),
        ];
        foreach (var tick in ticks)
        {
            rows.Grid(tick);
        }

        rows.Plot.Axes.Bottom.SetTicks(ticks, [.. ticks.Select(tick => text.Number((int)tick))]);
    }

    private static void Cut(LabelledRows rows, int places, int last, ChartStyle style, ChartText text)
    {
        if (places >= last)
        {
            return;
        }

        var at = places + .5;
        var line = rows.Plot.Add.Line(at, .5, at, rows.LowestY);
        (line.LineWidth, line.LineColor, line.MarkerSize) = (1.5f, style.Palette.Accent, 0);
        line.LinePattern = LinePattern.Dashed;
        var name = text.Counted("Places", places);
        var (half, axis) = (PlotFrame.WidthOf(name) / 2, rows.Plot.Axes.Bottom);
        var pixel = (at - axis.Min) / (axis.Max - axis.Min) * rows.DataWidth;
        var moved = Math.Max(0, half - pixel) - Math.Max(0, pixel + half - rows.DataWidth);
        PlotFrame.Write(
            rows.Plot,
            style,
            name,
            new(at, .5),
            Alignment.LowerCenter,
            style.Palette.Accent,
            right: (float)moved,
            down: -4
        );
    }

    private static string LabelOf(FittingLine<RankingRow> line, ChartText text) =>
        line.IsGap ? text.Counted("AndOthers", line.Items.Length) : text.Ranked(line.One.Application, line.One.Title);

    /// <summary>At the right of a line: its interval where there is room, what is at stake, what was decided.</summary>
    private static string WordsOf(RankingRow row, ChartStyle style, ChartText text)
    {
        string?[] words =
        [
            !style.IsNarrow && row is { Interval: not null, Verdict: null } ? RankingTable.IntervalOf(row, text) : null,
            row.Standing == RankStanding.Disputed && row.Verdict is null ? text["Standing_Disputed"] : null,
            !style.IsNarrow && row.Verdict is { } verdict ? text[$"Verdict_{verdict}"] : null,
        ];
        return string.Join(", ", words.OfType<string>());
    }

    private static HitArea Area(FittingLine<RankingRow> line, int edition, ChartText text)
    {
        var set = ApplicationSet.Of(edition, line.Items.Select(row => row.Application.Number));
        return new(0, 0, 0, 0, line.IsGap ? LabelOf(line, text) : MarkOf(line.One, text), set.Rows, set.Count);
    }

    private static string MarkOf(RankingRow row, ChartText text)
    {
        var standing = row.Standing is { } known ? text[$"Standing_{known}"] : text["Standing_Unknown"];
        return text.Of(
            "Ranking_Mark",
            text.Ranked(row.Application, row.Title),
            text.Points(row.Application.AdjustedMean ?? 0),
            row.Interval is null
                ? standing
                : text.Of("Ranking_MarkInterval", RankingTable.IntervalOf(row, text), standing)
        );
    }
}
