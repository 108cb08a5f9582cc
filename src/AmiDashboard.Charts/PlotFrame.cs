using ScottPlot;
using SkiaSharp;

namespace AmiDashboard.Charts;

/// <summary>What every plot shares: the ground, the font, no frame, and measured room for labels.</summary>
internal static class PlotFrame
{
    private const string Ellipsis = "…";

    public static Plot Create(ChartStyle style, PixelPadding room)
    {
        var palette = style.Palette;
        var plot = new Plot();
        plot.FigureBackground.Color = palette.Ground;
        plot.DataBackground.Color = palette.Ground;
        plot.Layout.Fixed(room);
        plot.HideGrid();
        foreach (var axis in plot.Axes.GetAxes())
        {
            axis.FrameLineStyle.Width = 0;
            axis.MajorTickStyle.Length = 0;
            axis.MinorTickStyle.Length = 0;
            axis.TickLabelStyle.FontName = ChartFonts.Name;
            axis.TickLabelStyle.FontSize = ChartStyle.FontSize;
            axis.TickLabelStyle.ForeColor = palette.Quiet;
        }

        return plot;
    }

    /// <summary>Text at a coordinate, moved by pixels.</summary>
    public static void Write(
        Plot plot,
        ChartStyle style,
        string text,
        Coordinates at,
        Alignment alignment,
        Color color,
        bool isBold = false,
        float right = 0,
        float down = 0
    )
    {
        var label = plot.Add.Text(text, at);
        label.LabelFontName = ChartFonts.Name;
        label.LabelFontSize = ChartStyle.FontSize;
        label.LabelFontColor = color;
        label.LabelBold = isBold;
        label.LabelAlignment = alignment;
        (label.OffsetX, label.OffsetY) = (right, down);
    }

    /// <summary>A plot that only says that there is nothing to show.</summary>
    public static Plot Empty(ChartStyle style, string sentence)
    {
        var plot = Create(style, new PixelPadding(8));
        plot.Axes.SetLimits(0, 1, 0, 1);
        plot.Axes.Left.SetTicks([], []);
        plot.Axes.Bottom.SetTicks([], []);
        Write(
            plot,
            style,
            Fitted(sentence, style.Width - 24),
            new Coordinates(.5, .5),
            Alignment.MiddleCenter,
            style.Palette.Quiet
        );
        return plot;
    }

    public static float WidthOf(string text, bool isBold = false)
    {
        using var font = new SKFont(Fonts.GetTypeface(ChartFonts.Name, isBold, italic: false), ChartStyle.FontSize);
        return font.MeasureText(text);
    }

    /// <summary>The text on one line, cut with « … » where it is wider than the room.</summary>
    public static string Fitted(string text, float room, bool isBold = false)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        line = line.Length > 300 ? line[..300] : line;
        if (WidthOf(line, isBold) <= room)
        {
            return line;
        }

        var (fits, tooLong) = (0, line.Length);
        while (tooLong - fits > 1)
        {
            var middle = (fits + tooLong) / 2;
            (fits, tooLong) =
                WidthOf(line[..middle].TrimEnd() + Ellipsis, isBold) <= room ? (middle, tooLong) : (fits, middle);
        }

        // Not in the middle of a surrogate pair.
        return line[..(fits > 0 && char.IsHighSurrogate(line[fits - 1]) ? fits - 1 : fits)].TrimEnd() + Ellipsis;
    }
}
