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

    /// <param name="left">Pixels kept free before the marks, where no label stands there.</param>
    /// <param name="right">Pixels kept free after the marks.</param>
    /// <param name="bottom">Pixels kept free for the axis.</param>
    /// <param name="tallest">Pixels that a line may be high.</param>
    /// <param name="thickest">Pixels that a mark under its label may be high.</param>
    public LabelledRows(
        IReadOnlyList<string> labels,
        ChartStyle style,
        float left,
        float right,
        float bottom,
        float tallest,
        double thickest
    )
    {
        (this.style, count, this.thickest) = (style, labels.Count, thickest);
        var widest = labels.Max(label => PlotFrame.WidthOf(label)) + 4;
        var height = style.Height - Top - bottom;
        RowHeight = Math.Min(height / count, tallest);
        IsStacked = style.IsNarrow && widest > style.Width * .45f && RowHeight >= LeastStacked;
        var room = Math.Min(widest, style.Width * (style.IsNarrow ? .46f : .44f));
        left = IsStacked ? left : room + 10;
        DataWidth = style.Width - left - right;
        Plot = PlotFrame.Create(style, new PixelPadding(left, right, bottom, Top));
        Plot.Axes.Bottom.SetTicks([], []);
        LowestY = .5 - (height / RowHeight);
        Plot.Axes.Left.SetTicks(
            IsStacked ? [] : [.. labels.Select((_, index) => (double)-index)],
            IsStacked ? [] : [.. labels.Select(label => PlotFrame.Fitted(label, room))]
        );
        Plot.Axes.Left.TickLabelStyle.ForeColor = style.Palette.Text;
        for (var index = 0; IsStacked && index < count; index++)
        {
            PlotFrame.Write(
                Plot,
                style,
                PlotFrame.Fitted(labels[index], (float)DataWidth - ValueRoom),
                new Coordinates(0, LabelY(index)),
                Alignment.MiddleLeft,
                style.Palette.Text
            );
        }
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

    /// <summary>Coordinate of the middle of a line's mark.</summary>
    public double MarkY(int index) => IsStacked ? -index + .5 - ((TextLine + (MarkHeight / 2)) / RowHeight) : -index;

    /// <summary>Coordinate of the middle of a line's label.</summary>
    public double LabelY(int index) => IsStacked ? -index + .5 - (TextLine / 2 / RowHeight) : -index;

    public void SetReach(double least, double most) => Plot.Axes.SetLimits(least, most, LowestY, .5);

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
