using System.Collections.Immutable;
using ScottPlot;

namespace AmiDashboard.Charts;

/// <summary>
/// Notes on a drawing: a thin dashed line at the day of each, under its number in a badge. Badges have a strip of their own
/// over all that the chart itself draws, so that they cover nothing; those that would cover each other are one, « 2–4 ».
/// </summary>
internal static class NoteMarks
{
    /// <summary>Pixels over the drawing for badges: as high as what can be aimed at.</summary>
    private const int Strip = 24;

    /// <summary>Pixels that a badge keeps free from its number to its edge.</summary>
    private const float Around = 6;

    /// <summary>Pixels that a badge must be wide to be aimed at.</summary>
    private const double Least = 24;

    /// <summary>
    /// The chart with its notes: in its table always, on the drawing where it follows time and reaches their days. All that
    /// it draws by itself keeps its size, in what is left of the height.
    /// </summary>
    /// <param name="compose">The chart without notes, in any style.</param>
    public static ChartContent On(
        Func<ChartStyle, ChartContent> compose,
        ChartStyle style,
        ImmutableArray<PinnedNote> notes
    )
    {
        var whole = compose(style);
        if (notes.IsDefaultOrEmpty)
        {
            return whole;
        }

        if (whole.Days is not { } days || notes.All(note => days.At(note.Day) is null))
        {
            return whole with { Table = whole.Table with { Notes = notes } };
        }

        whole.Dispose();
        var lower = style with { Height = style.Height - Strip };
        var content = compose(lower);
        var badges = Drawn(content.Plot, content.Days ?? days, notes, lower);
        return content with
        {
            Marks = plot =>
                [.. content.Marks(plot), .. badges.Select(badge => badge.Area(plot, new ChartText(style.Culture)))],
            Table = content.Table with { Notes = notes },
        };
    }

    private static IReadOnlyList<Badge> Drawn(
        Plot plot,
        NoteAxis axis,
        ImmutableArray<PinnedNote> notes,
        ChartStyle style
    )
    {
        using var paint = Paint.NewDisposablePaint();
        var figure = new PixelRect(0, style.Width, style.Height, 0);
        var data = plot.Layout.LayoutEngine.GetLayout(figure, plot, paint).DataRect;
        var limits = plot.Axes.GetLimits();
        var (perX, perY) = (limits.HorizontalSpan / data.Width, limits.VerticalSpan / data.Height);
        var top = limits.Top + (Strip * perY);
        plot.Axes.SetLimits(limits.Left, limits.Right, limits.Bottom, top);

        (PinnedNote Note, double X)[] placed =
        [
            .. notes
                .Select(note => (note, X: axis.At(note.Day)))
                .Where(one => one.X is not null)
                .Select(one => (one.note, one.X!.Value)),
        ];
        foreach (var x in placed.Select(one => one.X).Distinct())
        {
            foreach (var (low, high) in axis.Spans ?? [(axis.Foot, top - ((Strip - 3) * perY))])
            {
                var line = plot.Add.Line(x, low, x, high);
                (line.LineWidth, line.LineColor, line.MarkerSize) = (1, style.Palette.Quiet, 0);
                line.LinePattern = LinePattern.DenselyDashed;
            }
        }

        var badges = Apart(placed.Select(one => (one.Note, (one.X - limits.Left) / perX)), data.Width);
        foreach (var badge in badges)
        {
            var at = new Coordinates(limits.Left + (badge.Middle * perX), top);
            var palette = style.Palette;
            PlotFrame.Write(
                plot,
                style,
                badge.Name,
                at,
                Alignment.MiddleCenter,
                palette.Ground,
                true,
                down: Strip / 2f,
                behind: palette.Text
            );
            var label = plot.PlottableList.OfType<ScottPlot.Plottables.Text>().Last();
            label.LabelStyle.PixelPadding = new PixelPadding(Around, Around, 1, 1);
            (label.LabelBorderRadiusX, label.LabelBorderRadiusY) = (9, 9);
        }

        return badges;
    }

    /// <summary>From left to right; one that would cover its neighbour becomes one with it.</summary>
    /// <param name="width">Pixels of the marks' area, at whose edges a badge would be cut.</param>
    private static IReadOnlyList<Badge> Apart(IEnumerable<(PinnedNote Note, double Pixel)> notes, double width)
    {
        var apart = new Stack<Badge>();
        foreach (var (note, pixel) in notes)
        {
            var badge = Badge.Of([note], pixel, pixel, width);
            while (apart.TryPeek(out var before) && before.Right > badge.Left)
            {
                apart.Pop();
                badge = Badge.Of([.. before.Notes, .. badge.Notes], before.First, badge.Last, width);
            }

            apart.Push(badge);
        }

        return [.. apart.Reverse()];
    }

    /// <summary>The numbers of one note, or of several whose days are too near to each other.</summary>
    /// <param name="First">Pixels from the left edge of the marks' area to the line of the first of them.</param>
    /// <param name="Last">The same of the last.</param>
    private sealed record Badge(
        string Name,
        ImmutableArray<PinnedNote> Notes,
        double First,
        double Last,
        double Middle,
        double Width
    )
    {
        public double Left => Middle - (Width / 2);

        public double Right => Middle + (Width / 2);

        public static Badge Of(ImmutableArray<PinnedNote> notes, double first, double last, double room)
        {
            var (from, to) = (notes[0].Number, notes[^1].Number);
            var name = from == to ? $"{from}" : $"{from}–{to}";
            var wide = Math.Max(Least, PlotFrame.WidthOf(name, isBold: true) + (2 * Around) + 2);
            var middle = Math.Clamp((first + last) / 2, wide / 2, Math.Max(wide / 2, room - (wide / 2)));
            return new(name, notes, first, last, middle, wide);
        }

        public HitArea Area(Plot plot, ChartText text)
        {
            var data = plot.RenderManager.LastRender.DataRect;
            return new(
                data.Left + Left,
                data.Top,
                Width,
                Strip,
                string.Join(
                    " – ",
                    Notes.Select(note => text.Of("Note_Mark", note.Number, text.Day(note.Day), note.Text))
                ),
                Rows: null,
                Value: 0
            );
        }
    }
}
