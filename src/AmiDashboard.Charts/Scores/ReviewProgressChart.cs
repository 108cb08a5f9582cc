using System.Collections.Immutable;
using AmiDashboard.Core;
using AmiDashboard.Core.Scores.Figures;
using ScottPlot;

namespace AmiDashboard.Charts.Scores;

/// <summary>Reviews asked for and submitted, as two staircases up to the scope's instant, against the day they are due.</summary>
internal static class ReviewProgressChart
{
    /// <summary>Pixels over the higher staircase, for the due day's name.</summary>
    private const int Top = 40;

    /// <summary>Pixels under the staircases, for days.</summary>
    private const int Bottom = 26;

    public static ChartContent Compose(ReviewProgress figure, ChartStyle style)
    {
        var text = new ChartText(style.Culture);
        var takeaway = Takeaway(figure, text);
        var table = Table(figure, text);
        if (figure.Days.All(day => day.Asked == 0))
        {
            return new(PlotFrame.Empty(style, takeaway), _ => [], takeaway, table, true);
        }

        var axis = new ProgressAxis(figure);
        return new(
            Draw(figure, axis, style, text),
            plot => ProgressMarks.Of(plot, figure, axis, style, text),
            takeaway,
            table,
            false,
            axis.Notes
        );
    }

    private static Plot Draw(ReviewProgress figure, ProgressAxis axis, ChartStyle style, ChartText text)
    {
        var palette = style.Palette;
        var asked = text.Counted("Progress_Asked", figure.Asked);
        var submitted = text.Counted("Progress_Submitted", figure.Submitted);
        var most = figure.Days.Max(day => day.Asked);
        var left = PlotFrame.WidthOf(text.Number(most)) + 12;
        // The names stand at the ends of the lines: after the due day where little time is left, else before it.
        var names = Math.Max(PlotFrame.WidthOf(asked, true), PlotFrame.WidthOf(submitted, true)) + 18;
        var width = style.Width - left;
        var isRoomy = (axis.Last - axis.Now) / (axis.Last - ProgressAxis.First) * (width - 12) > names;
        var right = isRoomy
            ? 12
            : names * (float)Math.Clamp((axis.Now - ProgressAxis.First) / (axis.Last - ProgressAxis.First), .5, 1);
        var perDay = (width - right) / (axis.Last - ProgressAxis.First);
        var perReview = (double)(style.Height - Bottom - Top) / most;
        var plot = PlotFrame.Create(style, new PixelPadding(left, 0, Bottom, 0));
        plot.Axes.SetLimits(ProgressAxis.First, axis.Last + (right / perDay), 0, most + (Top / perReview));

        Levels(plot, most, axis, style, text);
        Days(plot, axis, perDay, left, style, text);
        Due(plot, figure, axis, left, perDay, most, style, text);
        Line(plot, axis, figure, day => day.Asked, 2, palette.Neutral);
        Line(plot, axis, figure, day => day.Submitted, 3, palette.Mark);
        var apart = (figure.Asked - figure.Submitted) * perReview;
        EndName(plot, style, asked, new(axis.Now, figure.Asked), palette.Neutral, Math.Min(0, (apart - 18) / 2));
        EndName(plot, style, submitted, new(axis.Now, figure.Submitted), palette.Mark, Math.Max(0, (18 - apart) / 2));
        return plot;
    }

    private static void Line(
        Plot plot,
        ProgressAxis axis,
        ReviewProgress figure,
        Func<ProgressDay, int> value,
        float width,
        Color color
    )
    {
        double[] xs = [ProgressAxis.First, .. figure.Days.Select(day => axis.EndOf(day.Day)), axis.Now];
        double[] ys = [0, .. figure.Days.Select(day => (double)value(day)), value(figure.Days[^1])];
        var line = plot.Add.ScatterLine(xs, ys, color);
        (line.ConnectStyle, line.LineWidth) = (ConnectStyle.StepHorizontal, width);
    }

    private static void EndName(Plot plot, ChartStyle style, string name, Coordinates end, Color color, double down)
    {
        plot.Add.Marker(end, MarkerShape.FilledCircle, 8, color);
        // Not under the axis, where nothing was submitted yet.
        down = end.Y == 0 ? Math.Min(down, -8) : down;
        PlotFrame.Write(
            plot,
            style,
            name,
            end,
            Alignment.MiddleLeft,
            color,
            true,
            right: 10,
            down: (float)down,
            behind: style.Palette.Ground
        );
    }

    private static void Levels(Plot plot, int most, ProgressAxis axis, ChartStyle style, ChartText text)
    {
        var step = RoundStep.Of(most, 4);
        double[] levels = [.. Enumerable.Range(0, (int)(most / step) + 1).Select(index => index * step)];
        foreach (var level in levels)
        {
            PlotFrame.Rule(plot, new(ProgressAxis.First, level), new(axis.Last, level), 1, style.Palette.Line);
        }

        plot.Axes.Left.SetTicks(levels, [.. levels.Select(level => text.Number((int)level))]);
    }

    private static void Days(Plot plot, ProgressAxis axis, double perDay, double left, ChartStyle style, ChartText text)
    {
        DateOnly[] days =
        [
            .. DayTicks
                .Between(axis.FirstDay, axis.LastDay, perDay)
                .Where(day =>
                {
                    var half = PlotFrame.WidthOf(text.ShortDay(day)) / 2;
                    var pixel = left + ((axis.StartOf(day) - ProgressAxis.First) * perDay);
                    return pixel - half >= left - 12 && pixel + half <= style.Width;
                }),
        ];
        plot.Axes.Bottom.SetTicks([.. days.Select(axis.StartOf)], [.. days.Select(text.ShortDay)]);
    }

    private static void Due(
        Plot plot,
        ReviewProgress figure,
        ProgressAxis axis,
        double left,
        double perDay,
        int most,
        ChartStyle style,
        ChartText text
    )
    {
        if (figure.DueOn is not { } day)
        {
            return;
        }

        var at = axis.EndOf(day);
        var name = text.Of("Progress_Due", text.Day(day));
        var pixel = left + ((at - ProgressAxis.First) * perDay);
        // At the left of its line: at the right stand the names of the staircases.
        var moved = Math.Max(0, PlotFrame.WidthOf(name) - pixel + left);
        var line = plot.Add.Line(at, 0, at, most);
        (line.LineWidth, line.LineColor, line.MarkerSize) = (1.5f, style.Palette.Accent, 0);
        line.LinePattern = LinePattern.Dashed;
        PlotFrame.Write(
            plot,
            style,
            name,
            new(at, most),
            Alignment.LowerRight,
            style.Palette.Accent,
            right: (float)moved,
            down: -16
        );
    }

    private static string Takeaway(ReviewProgress figure, ChartText text)
    {
        if (figure.Asked == 0)
        {
            return text["Progress_Takeaway_None"];
        }

        if (figure.Left == 0)
        {
            return text.Counted("Progress_Takeaway_Done", figure.Asked);
        }

        var stand = text.Counted(
            "Progress_Stand",
            figure.Submitted,
            text.Number(figure.Asked),
            text.Share(figure.Submitted, figure.Asked)
        );
        return figure.DueOn is not { } due ? text.Counted("Progress_Takeaway_Left", figure.Left, stand)
            : figure.IsOverdue ? text.Counted("Progress_Takeaway_Late", figure.Left, stand, text.Day(due))
            : text.Counted("Progress_Takeaway_Due", figure.Left, stand, text.Day(due));
    }

    private static ChartTable Table(ReviewProgress figure, ChartText text) =>
        new(
            [
                new(ChartCellKind.Date, text["Column_Day"]),
                new(ChartCellKind.Count, text["Column_AskedSoFar"]),
                new(ChartCellKind.Count, text["Column_SubmittedSoFar"]),
                new(ChartCellKind.Count, text["Column_ApplicationsThatDay"]),
            ],
            [
                .. figure.Days.Select(day => new ChartRow(
                    [day.Day, day.Asked, day.Submitted, day.SubmittedThen.Count],
                    day.SubmittedThen.Rows
                )),
            ]
        );
}

/// <summary>Days since the first change, in Paris; a staircase's step stands at the end of its day.</summary>
internal sealed class ProgressAxis
{
    private readonly DateTime origin;

    public ProgressAxis(ReviewProgress figure)
    {
        FirstDay = figure.Days[0].Day;
        origin = ParisTime.StartOf(FirstDay);
        var lastChange = figure.Days[^1].Day;
        LastDay = figure.DueOn > lastChange ? figure.DueOn.Value : lastChange;
        Last = (ParisTime.StartOf(LastDay.AddDays(1)) - origin).TotalDays;
        Now = Math.Clamp((figure.Scope.AsOf - origin).TotalDays, 0, Last);
    }

    public DateOnly FirstDay { get; }

    public DateOnly LastDay { get; }

    public const double First = 0;

    /// <summary>The end of the due day, or of the last change where that is later.</summary>
    public double Last { get; }

    /// <summary>The scope's instant, at most the right edge.</summary>
    public double Now { get; }

    /// <summary>Where notes stand.</summary>
    public NoteAxis Notes => new(day => FirstDay <= day && day <= LastDay ? Math.Min(StartOf(day) + .5, Last) : null);

    public double StartOf(DateOnly day) => (ParisTime.StartOf(day) - origin).TotalDays;

    /// <summary>Of a day that is not over yet: now.</summary>
    public double EndOf(DateOnly day)
    {
        var end = StartOf(day.AddDays(1));
        return day <= ParisTime.DayOf(origin.AddDays(Now)) ? Math.Min(end, Now) : end;
    }
}
