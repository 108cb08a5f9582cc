using ScottPlot;
using SkiaSharp;

namespace AmiDashboard.Charts.Documents;

/// <summary>
/// Text that flows down pages: paragraphs that wrap, rows whose cells wrap side by side, a head that is written again
/// after a page break, and a foot on each page. Lengths are points of 1/72 inch.
/// </summary>
internal sealed class PageFlow : IDisposable
{
    private const float Leading = 1.35f;
    private readonly SKDocument document;
    private readonly Action<SKCanvas, int> drawFoot;
    private readonly PageFormat format;
    private readonly SKPaint ink = new() { IsAntialias = true };
    private SKCanvas? canvas;
    private float y;

    /// <param name="drawFoot">Writes the foot of a page; given its number, from 1.</param>
    /// <param name="format">A4 upright where it is not said.</param>
    public PageFlow(SKDocument document, Action<SKCanvas, int> drawFoot, PageFormat? format = null) =>
        (this.document, this.drawFoot, this.format) = (document, drawFoot, format ?? PageFormat.A4);

    /// <summary>Width between the margins.</summary>
    public float Inside => format.Inside;

    /// <summary>Height that is left on the page; that of a whole page before the first.</summary>
    public float Left => canvas is null ? format.Usable : format.Height - format.Margin - format.FootRoom - y;

    public int Pages { get; private set; }

    public void Space(float points) => y += points;

    public void Write(string text, float size = 9.5f, bool isBold = false, uint colour = Colours.Text) =>
        Row([new Cell(text, Inside, isBold)], size, colour);

    /// <summary>A title that is never left alone at the foot of a page.</summary>
    public void Title(string text, float size)
    {
        Reserve((size * Leading) + 60);
        Space(size * .6f);
        Row([new Cell(text, Inside, true)], size, Colours.Title);
        Space(3);
    }

    /// <summary>Cells side by side, each wrapped in its width; the whole row stays on one page where a page can hold it.</summary>
    /// <param name="again">Written first where the row begins a page: a table's head.</param>
    public void Row(
        IReadOnlyList<Cell> cells,
        float size = 9,
        uint colour = Colours.Text,
        Action? again = null,
        bool isRuled = false
    )
    {
        var lines = cells.Select(cell => Wrapped(cell, size)).ToList();
        var line = size * Leading;
        var tallest = Math.Max(1, lines.Max(one => one.Count));
        if (Reserve(Math.Min(tallest * line, format.Usable)))
        {
            again?.Invoke();
        }

        for (var index = 0; index < tallest; index++)
        {
            if (Reserve(line))
            {
                again?.Invoke();
            }

            var x = format.Margin;
            for (var column = 0; column < cells.Count; column++)
            {
                if (index < lines[column].Count)
                {
                    Draw(lines[column][index], x, cells[column], size, colour);
                }

                x += cells[column].Width;
            }

            y += line;
        }

        if (isRuled)
        {
            ink.Color = new SKColor(Colours.Line);
            canvas!.DrawLine(format.Margin, y + 1, format.Width - format.Margin, y + 1, ink);
            y += 4;
        }
    }

    /// <summary>Draws at the place that the flow has come to, on a page that holds it whole.</summary>
    /// <param name="draw">Its origin is the top left of the place.</param>
    public void Picture(float height, Action<SKCanvas> draw)
    {
        Reserve(Math.Min(height, format.Usable));
        canvas!.Save();
        canvas.Translate(format.Margin, y);
        draw(canvas);
        canvas.Restore();
        y += height;
    }

    /// <summary>What follows begins a page.</summary>
    public void Break() => EndPage();

    public void Close()
    {
        EndPage();
        document.Close();
    }

    public void Dispose()
    {
        canvas?.Dispose();
        ink.Dispose();
        document.Dispose();
    }

    private void Draw(string text, float x, Cell cell, float size, uint colour)
    {
        using var font = FontOf(cell.IsBold, size);
        ink.Color = new SKColor(colour);
        var left = cell.IsNumber ? x + cell.Width - 6 - font.MeasureText(text) : x;
        canvas!.DrawText(text, left, y + size, SKTextAlign.Left, font, ink);
    }

    /// <summary>True where a new page had to be begun.</summary>
    private bool Reserve(float height)
    {
        if (canvas is not null && y + height <= format.Height - format.Margin - format.FootRoom)
        {
            return false;
        }

        EndPage();
        canvas = document.BeginPage(format.Width, format.Height);
        Pages++;
        y = format.Margin;
        return true;
    }

    private void EndPage()
    {
        if (canvas is not null)
        {
            drawFoot(canvas, Pages);
            document.EndPage();
            canvas = null;
        }
    }

    private static List<string> Wrapped(Cell cell, float size)
    {
        using var font = FontOf(cell.IsBold, size);
        var lines = new List<string>();
        foreach (var paragraph in Drawable(cell.Text).Split('\n'))
        {
            var line = "";
            foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var longer = line.Length == 0 ? word : $"{line} {word}";
                if (font.MeasureText(longer) <= cell.Width - 6)
                {
                    line = longer;
                    continue;
                }

                if (line.Length > 0)
                {
                    lines.Add(line);
                }

                line = word;
                // A word wider than its column is cut where it has to be: nothing of it is lost.
                while (font.MeasureText(line) > cell.Width - 6 && line.Length > 1)
                {
                    var fits = Math.Max(1, (int)font.BreakText(line, cell.Width - 6));
                    lines.Add(line[..fits]);
                    line = line[fits..];
                }
            }

            lines.Add(line);
        }

        return lines;
    }

    /// <summary>The shipped font is cut to Latin: it has a dash for the minus sign, and without one a sign would be lost.</summary>
    internal static string Drawable(string text) => text.Replace('\u2212', '\u2013');

    internal static SKFont FontOf(bool isBold, float size) =>
        new(Fonts.GetTypeface(ChartFonts.Name, isBold, italic: false), size) { Subpixel = true };
}

/// <summary>Lengths in points of 1/72 inch.</summary>
/// <param name="FootRoom">Kept free above the lower margin.</param>
internal sealed record PageFormat(float Width, float Height, float Margin, float FootRoom)
{
    public static readonly PageFormat A4 = new(595, 842, 54, 40);

    /// <summary>Of a projector: 16 to 9.</summary>
    public static readonly PageFormat Slide = new(960, 540, 40, 24);

    public float Inside => Width - (2 * Margin);

    /// <summary>Height of a page that can be written on.</summary>
    public float Usable => Height - (2 * Margin) - FootRoom;
}

/// <param name="Width">Points.</param>
/// <param name="IsNumber">Set at the right of its column.</param>
internal sealed record Cell(string Text, float Width, bool IsBold = false, bool IsNumber = false);

internal static class Colours
{
    public const uint Title = 0xFF161616;
    public const uint Text = 0xFF3A3A3A;
    public const uint Quiet = 0xFF666666;
    public const uint Line = 0xFFBBBBBB;
}
