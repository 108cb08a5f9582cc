using System.Globalization;

namespace AmiDashboard.Charts.Documents;

/// <summary>
/// A chart's table on pages: its head again after each break, its numbers on the right. Each column gets its longest word
/// at least, and what is left goes to those that would wrap; letters get smaller before a word is cut.
/// </summary>
internal static class ReportTable
{
    private const float Gap = 9;
    private static readonly float[] Sizes = [7.5f, 7, 6.5f, 6, 5.5f, 5];

    public static void Write(PageFlow flow, ChartTable table, CultureInfo culture)
    {
        if (table.Rows.IsEmpty)
        {
            return;
        }

        var texts = TextsOf(table, culture);
        bool[] isNumber = [.. table.Columns.Select((column, at) => column.Kind != ChartCellKind.Text && at > 0)];
        var (size, widths) = Fitting(texts, isNumber, flow.Inside);
        Line(0);
        for (var row = 1; row < texts.Count; row++)
        {
            Line(row);
        }

        void Line(int row)
        {
            var isBold = row == 0 || (table.Total is not null && row == texts.Count - 1);
            flow.Row(
                [.. texts[row].Select((text, at) => new Cell(text, widths[at], isBold, isNumber[at]))],
                size,
                again: row == 0 ? null : () => Line(0),
                isRuled: row == 0
            );
        }
    }

    /// <summary>The head, the rows, and the total where there is one.</summary>
    private static List<string[]> TextsOf(ChartTable table, CultureInfo culture) =>
        [
            [.. table.Columns.Select(column => column.Title)],
            .. table
                .Rows.Append(table.Total)
                .OfType<ChartRow>()
                .Select(row =>
                    row.Cells.Select(
                            (cell, at) => cell is null ? "" : CellText.Of(cell, table.Columns[at].Kind, culture)
                        )
                        .ToArray()
                ),
        ];

    private static (float Size, float[] Widths) Fitting(List<string[]> texts, bool[] isNumber, float inside)
    {
        foreach (var size in Sizes)
        {
            var (least, most) = Needs(texts, isNumber, size);
            if (least.Sum() <= inside || size == Sizes[^1])
            {
                return (size, Shared(least, most, inside));
            }
        }

        throw new InvalidOperationException("No size of letters.");
    }

    /// <summary>What each column needs so that no word or number is cut, and so that no line wraps.</summary>
    private static (float[] Least, float[] Most) Needs(List<string[]> texts, bool[] isNumber, float size)
    {
        using var font = PageFlow.FontOf(isBold: true, size);
        float[] least = new float[texts[0].Length];
        float[] most = new float[texts[0].Length];
        for (var row = 0; row < texts.Count; row++)
        {
            var line = texts[row];
            for (var at = 0; at < line.Length; at++)
            {
                most[at] = Math.Max(most[at], font.MeasureText(line[at]) + Gap);
                // A number stands on one line; its head may wrap between words, as texts do.
                var parts = isNumber[at] && row > 0 ? [line[at]] : line[at].Split(' ');
                least[at] = Math.Max(least[at], parts.Max(word => font.MeasureText(word)) + Gap);
            }
        }

        return (least, most);
    }

    private static float[] Shared(float[] least, float[] most, float inside)
    {
        var (needed, wanted) = (least.Sum(), most.Sum());
        if (needed >= inside)
        {
            return [.. least.Select(width => width * inside / needed)];
        }

        // Where everything fits, the first column takes what is left: its words begin each row.
        return wanted <= inside
            ? [.. most.Select((width, at) => at == 0 ? width + inside - wanted : width)]
            : [.. least.Select((width, at) => width + ((most[at] - width) * (inside - needed) / (wanted - needed)))];
    }
}
