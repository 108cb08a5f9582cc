using System.Globalization;
using System.IO.Compression;
using System.Text;
using AmiDashboard.Core;

namespace AmiDashboard.Exchange.Spreadsheets;

public static partial class SpreadsheetWriter
{
    /// <summary>Rows of a worksheet, header included: the format's own limit.</summary>
    public const int LongestXlsx = 1_048_576;

    private static readonly DateTime SerialZero = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    // Excel believes in 29 February 1900: serial numbers agree with the calendar from the day after.
    private static readonly DateTime FirstSerialDay = new(1900, 3, 1, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>
    /// XLSX of one sheet: real numbers and dates (instants in Paris time), text as text and never a formula, a header
    /// that stays in sight, totals as sums of their column where asked. The stream may be a response: it is written
    /// forwards and asynchronously, and stays open.
    /// </summary>
    public static async Task WriteXlsxAsync(Stream stream, Sheet sheet, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sheet);

        // .NET ends each part of a zip with a synchronous write, which a response refuses: hence by a temporary file.
        await using var file = TemporaryFile.Create();
        await using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in XlsxParts.Around(sheet.Name))
            {
                await using var part = OpenPart(archive, name);
                await part.WriteAsync(content.AsMemory(), cancellation);
            }

            await using var worksheet = OpenPart(archive, XlsxParts.Worksheet);
            await WriteRowsAsync(worksheet, sheet, cancellation);
        }

        file.Position = 0;
        await file.CopyToAsync(stream, cancellation);
    }

    private static StreamWriter OpenPart(ZipArchive archive, string name) =>
        new(archive.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false), bufferSize: 16_384);

    private static async Task WriteRowsAsync(StreamWriter part, Sheet sheet, CancellationToken cancellation)
    {
        var text = new StringBuilder(XlsxParts.WorksheetHead(sheet.Columns));
        var totals = new object?[sheet.Columns.Count];
        var row = 1;
        text.Append("<row r=\"1\">");
        for (var column = 0; column < sheet.Columns.Count; column++)
        {
            AppendText(text, column, row, XlsxStyle.Header, sheet.Columns[column].Title);
        }

        text.Append("</row>");
        await foreach (var cells in sheet.Rows.WithCancellation(cancellation))
        {
            row =
                row < LongestXlsx - 1
                    ? row + 1
                    : throw new InvalidOperationException("The table outgrows a worksheet.");
            text.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\">");
            for (var column = 0; column < sheet.Columns.Count; column++)
            {
                var value = sheet.Checked(cells, column);
                totals[column] = sheet.Columns[column].IsSummed ? Sum(totals[column], value) : null;
                AppendCell(text, column, row, value, isTotal: false);
            }

            text.Append("</row>");
            await part.WriteAsync(text, cancellation);
            text.Clear();
        }

        AppendTotals(text, sheet, totals, row);
        AppendFoot(text, sheet, sheet.TotalTitle is null || row == 1 ? row : row + 1);
        text.Append("</sheetData></worksheet>");
        await part.WriteAsync(text, cancellation);
    }

    private static void AppendTotals(StringBuilder text, Sheet sheet, object?[] totals, int lastRow)
    {
        if (sheet.TotalTitle is null || lastRow == 1)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"<row r=\"{lastRow + 1}\">");
        for (var column = 0; column < sheet.Columns.Count; column++)
        {
            if (totals[column] is { } total)
            {
                var name = XlsxParts.ColumnName(column);
                AppendCell(text, column, lastRow + 1, total, isTotal: true, $"<f>SUM({name}2:{name}{lastRow})</f>");
            }
            else if (sheet.Columns[column].TotalRatio is { } ratio)
            {
                AppendRatio(text, column, lastRow + 1, ratio, totals);
            }
            else if (column == 0)
            {
                AppendText(text, column, lastRow + 1, XlsxStyle.Header, sheet.TotalTitle);
            }
        }

        text.Append("</row>");
    }

    private static void AppendFoot(StringBuilder text, Sheet sheet, int lastRow)
    {
        foreach (var (index, cells) in sheet.Foot.Select(sheet.CheckedFoot).Index())
        {
            var row = lastRow + 1 + index;
            text.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\">");
            for (var column = 0; column < cells.Count; column++)
            {
                AppendCell(text, column, row, cells[column], isTotal: false);
            }

            text.Append("</row>");
        }
    }

    private static void AppendRatio(StringBuilder text, int column, int row, TotalRatio ratio, object?[] totals)
    {
        var (part, whole) = ($"{XlsxParts.ColumnName(ratio.Part)}{row}", $"{XlsxParts.ColumnName(ratio.Whole)}{row}");
        var formula = $"<f>IF({whole}=0,\"\",{part}/{whole})</f>";
        if (Number(totals[ratio.Whole]) is var divisor && divisor != 0)
        {
            var share = new Percentage(Number(totals[ratio.Part]) / divisor);
            AppendCell(text, column, row, share, isTotal: true, formula);
        }
        else
        {
            Open(text, column, row, XlsxStyle.PercentTotal).Append(" t=\"str\">").Append(formula).Append("<v></v></c>");
        }
    }

    private static decimal Number(object? total) =>
        total switch
        {
            null => 0,
            long whole => whole,
            decimal exact => exact,
            Money money => money.Euros,
            _ => throw new ArgumentOutOfRangeException(nameof(total), total, null),
        };

    private static object? Sum(object? total, object? value) =>
        (total, value) switch
        {
            (_, null) => total,
            (null, long or decimal or Money) => value,
            (long left, long right) => checked(left + right),
            (decimal left, decimal right) => left + right,
            (Money left, Money right) => left + right,
            _ => throw new ArgumentException($"A {value.GetType().Name} has no sum.", nameof(value)),
        };

    private static void AppendCell(
        StringBuilder text,
        int column,
        int row,
        object? value,
        bool isTotal,
        string formula = ""
    )
    {
        switch (value)
        {
            case null:
                return;
            case string written:
                AppendText(text, column, row, XlsxStyle.Text, written);
                return;
            case DateOnly day:
                AppendDay(text, column, row, XlsxStyle.Date, day.ToDateTime(TimeOnly.MinValue));
                return;
            case DateTime instant:
                AppendDay(text, column, row, XlsxStyle.Instant, ParisTime.FromUtc(instant));
                return;
        }

        var (style, number) = value switch
        {
            long whole => (isTotal ? XlsxStyle.WholeTotal : XlsxStyle.Whole, (decimal)whole),
            decimal exact => (isTotal ? XlsxStyle.NumberTotal : XlsxStyle.Number, exact),
            Money money => (isTotal ? XlsxStyle.MoneyTotal : XlsxStyle.Money, money.Euros),
            Percentage percentage => (isTotal ? XlsxStyle.PercentTotal : XlsxStyle.Percent, percentage.Share),
            _ => throw new ArgumentOutOfRangeException(nameof(value), value, null),
        };
        Open(text, column, row, style).Append(CultureInfo.InvariantCulture, $">{formula}<v>{number}</v></c>");
    }

    private static void AppendDay(StringBuilder text, int column, int row, XlsxStyle style, DateTime wallClock)
    {
        if (wallClock < FirstSerialDay)
        {
            AppendText(text, column, row, XlsxStyle.Text, $"{wallClock:yyyy-MM-dd}");
            return;
        }

        // Whole seconds over a day: exact to Excel's own precision, and no floating point on the way.
        var days = decimal.Round((decimal)(wallClock - SerialZero).Ticks / TimeSpan.TicksPerDay, 10);
        Open(text, column, row, style).Append(CultureInfo.InvariantCulture, $"><v>{days:0.##########}</v></c>");
    }

    private static void AppendText(StringBuilder text, int column, int row, XlsxStyle style, string written)
    {
        Open(text, column, row, style).Append(" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        XlsxText.Append(text, written);
        text.Append("</t></is></c>");
    }

    private static StringBuilder Open(StringBuilder text, int column, int row, XlsxStyle style) =>
        text.Append(CultureInfo.InvariantCulture, $"<c r=\"{XlsxParts.ColumnName(column)}{row}\" s=\"{(int)style}\"");
}
