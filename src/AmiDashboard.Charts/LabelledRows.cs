using System.Collections.Immutable;
using ScottPlot;

namespace AmiDashboard.Charts;

/// <summary>
/// The frame of charts that list things from top to bottom: each has a line with its label and its mark. The label stands
/// before the mark; on a narrow drawing long labels stand above it instead, since nobody reads « Ministère de l'… ».
/// </summary>
internal sealed class LabelledRows
{
    private const float Top = 4;
    private const float ValueRoom = 60;
    private const float TextLine = 18;
    private const float LeastStacked = 23;
    private const double Thickest = 24;
    private readonly ChartStyle style;
    private readonly int count;
    private readonly double thickest;
    private readonly float keyRight;
    private readonly string[] stacked;

    /// <param name="left">Pixels kept free before the marks, where no label stands there.</param>
    /// <param name="right">Pixels kept free after the marks.</param>
    /// <param name="bottom">Pixels kept free for the axis.</param>
    /// <param name="tallest">Pixels that a line may be high.</param>
    /// <param name="thickest">Pixels that a mark under its label may be high.</param>
    /// <param name="head">Pixels kept free over the first line, where marks' names stand.</param>
    /// <param name="leastStacked">Pixels that a line must be high for its label to stand above its mark.</param>
    /// <param name="stackedFrom">Share of a narrow drawing's width that labels must be wider than to stand above their marks.</param>
    /// <param name="valueRoom">Pixels kept free after a label above its mark, for its value.</param>
    public LabelledRows(
        IReadOnlyList<string> labels,
        ChartStyle style,
        float left,
        float right,
        float bottom,
        float tallest,
        double thickest,
        float head = 0,
        float leastStacked = LeastStacked,
        float valueRoom = ValueRoom,
        float stackedFrom = .45f
    )
    {
        (this.style, count, this.thickest) = (style, labels.Count, thickest);
        var widest = labels.Max(label => PlotFrame.WidthOf(label)) + 4;
        var height = style.Height - Top - head - bottom;
        RowHeight = Math.Min(height / count, tallest);
        IsStacked = style.IsNarrow && widest > style.Width * stackedFrom && RowHeight >= leastStacked;
        var room = Math.Min(widest, style.Width * (style.IsNarrow ? .46f : .44f));
        left = IsStacked ? left : room + 10;
        DataWidth = style.Width - left - right;
        keyRight = (right - left) / 2;
        Plot = PlotFrame.Create(style, new PixelPadding(left, right, bottom, Top));
        Plot.Axes.Bottom.SetTicks([], []);
        LowestY = .5 - (height / RowHeight);
        TopY = .5 + (head / RowHeight);
        Plot.Axes.Left.SetTicks(
            IsStacked ? [] : [.. labels.Select((_, index) => (double)-index)],
            IsStacked ? [] : [.. labels.Select(label => PlotFrame.Fitted(label, room))]
        );
        Plot.Axes.Left.TickLabelStyle.ForeColor = style.Palette.Text;
        stacked = IsStacked ? [.. labels.Select(label => PlotFrame.Fitted(label, (float)DataWidth - valueRoom))] : [];
    }

    public Plot Plot { get; }

    public bool IsStacked { get; }

    /// <summary>Pixels from one line to the next.</summary>
    public double RowHeight { get; }

    /// <summary>Pixels from the start of the marks to the room kept at their right.</summary>
    public double DataWidth { get; }

    /// <summary>Pixels that a mark may be high.</summary>
    public double MarkHeight =>
        IsStacked ? Math.Min(RowHeight - TextLine - 2, thickest) : Math.Min(RowHeight * .62, Thickest);

    /// <summary>Coordinate of the lower edge.</summary>
    public double LowestY { get; }

    /// <summary>Coordinate of the upper edge: over the first line by the room kept for names.</summary>
    public double TopY { get; }

    /// <summary>Coordinate of the middle of a line's mark.</summary>
    public double MarkY(int index) => IsStacked ? -index + .5 - ((TextLine + (MarkHeight / 2)) / RowHeight) : -index;

    /// <summary>Coordinate of the middle of a line's label.</summary>
    public double LabelY(int index) => IsStacked ? -index + .5 - (TextLine / 2 / RowHeight) : -index;

    /// <summary>Says once which values the drawing goes from and to; labels above their marks begin at its left edge.</summary>
    public void SetReach(double least, double most)
    {
        Plot.Axes.SetLimits(least, most, LowestY, TopY);
        for (var index = 0; index < stacked.Length; index++)
        {
            var at = new Coordinates(least, LabelY(index));
            PlotFrame.Write(Plot, style, stacked[index], at, Alignment.MiddleLeft, style.Palette.Text);
        }
    }

    /// <summary>Lets values from the least to the most be seen, with pixels kept free on both sides of them.</summary>
    /// <returns>How much of a value one pixel is.</returns>
    public double SetReach(double least, double most, double before, double after)
    {
        var perPixel = (most - least) / Math.Max(1, DataWidth - before - after);
        SetReach(least - (before * perPixel), most + (after * perPixel));
        return perPixel;
    }

    /// <summary>Coordinates between which a mark may stand that fills its line, below its label where that is above.</summary>
    public (double Low, double High) SpanOf(int index)
    {
        const double Gap = 4;
        var top = IsStacked ? TextLine : Gap;
        return (-index - .5 + (Gap / RowHeight), -index + .5 - (top / RowHeight));
    }

    /// <summary>A light upright line through all lines, but not through labels that stand above their marks.</summary>
    public void Grid(double at)
    {
        for (var index = 0; index < (IsStacked ? count : 0); index++)
        {
            var (low, high) = SpanOf(index);
            PlotFrame.Rule(Plot, new(at, high), new(at, low), 1, style.Palette.Line);
        }

        if (!IsStacked)
        {
            PlotFrame.Rule(Plot, new(at, .5), new(at, LowestY), 1, style.Palette.Line);
        }
    }

    /// <summary>What the marks mean, under the axis.</summary>
    public void Key(string sentence) => PlotFrame.Key(Plot, style, sentence, keyRight);

    /// <summary>The value of a line where its label is above: at the right, on the label's own line.</summary>
    public void WriteAtRight(int index, string value, double most, Color color, bool isBold = true) =>
        PlotFrame.Write(
            Plot,
            style,
            value,
            new Coordinates(most, LabelY(index)),
            Alignment.MiddleRight,
            color,
            isBold,
            right: -2
        );

    /// <summary>The whole line is the target, from its label to its value: a bar of one pixel can be pointed at too.</summary>
    public ImmutableArray<HitArea> Areas(Func<int, HitArea> at)
    {
        var areas = ImmutableArray.CreateBuilder<HitArea>(count);
        for (var index = 0; index < count; index++)
        {
            var top = Plot.GetPixel(new Coordinates(0, .5 - index)).Y;
            areas.Add(
                at(index) with
                {
                    X = 0,
                    Y = top,
                    Width = style.Width,
                    Height = Plot.GetPixel(new Coordinates(0, -.5 - index)).Y - top,
                }
            );
        }

        return areas.MoveToImmutable();
    }
}
