using System.Globalization;
using System.Text;
using ScottPlot;
using SkiaSharp;

namespace AmiDashboard.Charts;

/// <summary>What every plot shares: the ground, the font, no frame, and measured room for labels.</summary>
internal static class PlotFrame
{
    /// <summary>Pixels from one line of text to the next.</summary>
    public const float LineHeight = 18;

    private const char Ellipsis = '…';

    /// <summary>Characters of a label that are looked at: more than any drawing has room for.</summary>
    private const int LongestLabel = 300;

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

    /// <summary>Text at a coordinate, moved by pixels. It is cut at the edge of the marks' area.</summary>
    /// <param name="behind">Hides what is drawn under the text; nothing is where it is null.</param>
    public static void Write(
        Plot plot,
        ChartStyle style,
        string text,
        Coordinates at,
        Alignment alignment,
        Color color,
        bool isBold = false,
        float right = 0,
        float down = 0,
        Color? behind = null
    )
    {
        var label = plot.Add.Text(text, at);
        label.LabelFontName = ChartFonts.Name;
        label.LabelFontSize = ChartStyle.FontSize;
        label.LabelFontColor = color;
        label.LabelBold = isBold;
        label.LabelAlignment = alignment;
        label.LabelBackgroundColor = behind ?? Colors.Transparent;
        (label.OffsetX, label.OffsetY) = (right, down);
    }

    /// <summary>A mark at a coordinate, as wide as said in pixels, set off from what it covers by the ground's colour.</summary>
    public static void Mark(Plot plot, ChartStyle style, Coordinates at, MarkShape shape, float size, Color color)
    {
        var marker = plot.Add.Marker(at, MarkerShape.FilledCircle, size, color);
        marker.MarkerStyle.Shape = shape == MarkShape.Square ? MarkerShape.FilledSquare : MarkerShape.FilledCircle;
        marker.MarkerStyle.CustomRenderer = shape == MarkShape.Diamond ? new DiamondMark() : null;
        (marker.MarkerStyle.OutlineColor, marker.MarkerStyle.OutlineWidth) = (style.Palette.Ground, 2);
    }

    /// <summary>A straight line between two coordinates, as wide as said in pixels.</summary>
    public static void Rule(Plot plot, Coordinates from, Coordinates to, float width, Color color)
    {
        var line = plot.Add.Line(from, to);
        (line.LineWidth, line.LineColor, line.MarkerSize) = (width, color, 0);
    }

    /// <summary>A plot that only says that there is nothing to show.</summary>
    public static Plot Empty(ChartStyle style, string sentence)
    {
        var plot = Create(style, new PixelPadding(8));
        plot.Axes.SetLimits(0, 1, 0, 1);
        plot.Axes.Left.SetTicks([], []);
        plot.Axes.Bottom.SetTicks([], []);
        string[] lines = [.. Wrapped(sentence, style.Width - 24)];
        for (var index = 0; index < lines.Length; index++)
        {
            var down = (index - ((lines.Length - 1) / 2f)) * LineHeight;
            var middle = new Coordinates(.5, .5);
            Write(plot, style, lines[index], middle, Alignment.MiddleCenter, style.Palette.Quiet, down: down);
        }

        return plot;
    }

    /// <summary>What the marks mean, in words under the axis.</summary>
    /// <param name="right">Pixels from the middle of the marks' area to that of the drawing, where the key stands.</param>
    public static void Key(Plot plot, ChartStyle style, string sentence, float right)
    {
        var key = plot.Axes.Bottom.Label;
        key.Text = string.Join('\n', KeyLines(style, sentence));
        (key.FontName, key.FontSize, key.Bold) = (ChartFonts.Name, ChartStyle.FontSize, false);
        (key.ForeColor, key.OffsetX) = (style.Palette.Quiet, right);
    }

    /// <summary>Pixels that a key takes under the axis.</summary>
    public static float KeyHeight(ChartStyle style, string sentence) => KeyLines(style, sentence).Count() * LineHeight;

    private static IEnumerable<string> KeyLines(ChartStyle style, string sentence) =>
        Wrapped(sentence, style.Width - 16);

    /// <summary>The text on as many lines as it needs, broken at spaces; a single word that is too wide is cut.</summary>
    public static IEnumerable<string> Wrapped(string text, float room, bool isBold = false)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && WidthOf(longer, isBold) > room)
            {
                yield return Fitted(line, room, isBold);
                longer = word;
            }

            line = longer;
        }

        yield return Fitted(line, room, isBold);
    }

    /// <summary>Width in pixels, by the font's own advances: without hinting, as Skia writes SVG.</summary>
    public static float WidthOf(string text, bool isBold = false)
    {
        using var font = new SKFont(Fonts.GetTypeface(ChartFonts.Name, isBold, italic: false), ChartStyle.FontSize)
        {
            Subpixel = true,
            LinearMetrics = true,
            Hinting = SKFontHinting.None,
        };
        return font.MeasureText(text);
    }

    /// <summary>
    /// The text on one line, cut with « … » where it is wider than the room. Characters that the font does not have are
    /// shown as « … » too: a browser and a picture would show them differently.
    /// </summary>
    public static string Fitted(string text, float room, bool isBold = false)
    {
        var line = Drawable(text);
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

        return line[..fits].TrimEnd() + Ellipsis;
    }

    private static string Drawable(string text)
    {
        var face = Fonts.GetTypeface(ChartFonts.Name, bold: false, italic: false);
        var line = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Take(LongestLabel))
        {
            if (Rune.IsWhiteSpace(rune) && rune.Value is not '\u00A0' and not '\u202F')
            {
                if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }
            }
            else if (Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format)
            {
                // Says nothing, and could turn what follows around.
                continue;
            }
            else if (rune.IsBmp && face.ContainsGlyph(rune.Value))
            {
                line.Append(rune);
            }
            else if (line.Length == 0 || line[^1] != Ellipsis)
            {
                line.Append(Ellipsis);
            }
        }

        return line.ToString().TrimEnd();
    }
}

/// <summary>Shapes that tell marks apart without their colour.</summary>
internal enum MarkShape
{
    Circle,
    Square,
    Diamond,
}
