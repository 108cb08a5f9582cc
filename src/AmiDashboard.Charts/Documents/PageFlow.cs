using ScottPlot;
using SkiaSharp;

namespace AmiDashboard.Charts.Documents;

/// <summary>
/// Text that flows down A4 pages: paragraphs that wrap, rows whose cells wrap side by side, a head that is written again
/// after a page break, and a foot on each page. Lengths are points of 1/72 inch.
/// </summary>
internal sealed class PageFlow : IDisposable
{
    public const float Width = 595;
    public const float Height = 842;
    private const float Margin = 54;
    private const float FootRoom = 40;
    private const float Leading = 1.35f;
    private readonly SKDocument document;
    private readonly Action<SKCanvas, int> drawFoot;
    private readonly SKPaint ink = new() { IsAntialias = true };
    private SKCanvas? canvas;
    private float y;

    /// <param name="drawFoot">Writes the foot of a page; given its number, from 1.</param>
    public PageFlow(SKDocument document, Action<SKCanvas, int> drawFoot) =>
        (this.document, this.drawFoot) = (document, drawFoot);

    public static float Inside => Width - (2 * Margin);

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
        if (Reserve(Math.Min(tallest * line, Height - (2 * Margin) - FootRoom)))
        {
            again?.Invoke();
        }

        for (var index = 0; index < tallest; index++)
        {
            if (Reserve(line))
            {
                again?.Invoke();
            }

            var x = Margin;
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
            canvas!.DrawLine(Margin, y + 1, Width - Margin, y + 1, ink);
            y += 4;
        }
    }

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
        if (canvas is not null && y + height <= Height - Margin - FootRoom)
        {
            return false;
        }

        EndPage();
        canvas = document.BeginPage(Width, Height);
        Pages++;
        y = Margin;
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
        foreach (var paragraph in cell.Text.Split('\n'))
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

    private static SKFont FontOf(bool isBold, float size) =>
        new(Fonts.GetTypeface(ChartFonts.Name, isBold, italic: false), size) { Subpixel = true };
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
