using System.Buffers;
using System.Globalization;
using System.Text;
using AmiDashboard.Core;

namespace AmiDashboard.Exchange.Spreadsheets;

/// <summary>Writes a table for a spreadsheet program, row by row: memory does not grow with the table.</summary>
public static partial class SpreadsheetWriter
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(";\"\r\n");
    private static readonly SearchValues<char> QuotedPlain = SearchValues.Create(",\"\r\n");

    // OWASP's list, with the full-width signs that some locales' spreadsheets take for the plain ones.
    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    /// <summary>
    /// CSV as a French Excel opens it with a double click: UTF-8 with its mark, « ; », CRLF, quotes of RFC 4180, French
    /// dates (<c>14/09/2018 15:32:10</c>, Paris time) decimal commas, and percentages as 12,5%. A text cell that a spreadsheet would take for a
    /// formula (it begins with = + - @, a tab or a line break) gets an apostrophe before it. The stream stays open.
    /// </summary>
    public static Task WriteCsvAsync(Stream stream, Sheet sheet, CancellationToken cancellation = default) =>
        WriteCsvAsync(stream, sheet, CsvManner.French, cancellation);

    /// <summary>The same in another manner.</summary>
    public static async Task WriteCsvAsync(
        Stream stream,
        Sheet sheet,
        CsvManner manner,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: manner == CsvManner.French);
        await using var writer = new StreamWriter(stream, encoding, bufferSize: 16_384, leaveOpen: true);
        var line = new StringBuilder();
        for (var column = 0; column < sheet.Columns.Count; column++)
        {
            AppendCsv(line, column, Defused(sheet.Columns[column].Title), manner);
        }

        await EndLineAsync();
        await foreach (var row in sheet.Rows.WithCancellation(cancellation))
        {
            for (var column = 0; column < sheet.Columns.Count; column++)
            {
                AppendCsv(line, column, Text(sheet.Checked(row, column)), manner);
            }

            await EndLineAsync();
        }

        foreach (var foot in sheet.Foot.Select(sheet.CheckedFoot))
        {
            for (var column = 0; column < sheet.Columns.Count; column++)
            {
                AppendCsv(line, column, Text(foot[column]), manner);
            }

            await EndLineAsync();
        }

        string Text(object? value) => manner == CsvManner.French ? CsvText(value) : PlainCsvText(value);

        async Task EndLineAsync()
        {
            line.Append("\r\n");
            await writer.WriteAsync(line, cancellation);
            line.Clear();
        }
    }

    private static string CsvText(object? value) =>
        value switch
        {
            null => "",
            string text => Defused(text),
            long number => number.ToString(CultureInfo.InvariantCulture),
            decimal number => WithComma(
                number.ToString("0.############################", CultureInfo.InvariantCulture)
            ),
            Money money => WithComma(money.Euros.ToString("0.00", CultureInfo.InvariantCulture)),
            Percentage percentage => WithComma(
                (percentage.Share * 100).ToString("0.##########", CultureInfo.InvariantCulture)
            ) + "%",
            DateOnly day => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
            DateTime instant => ParisTime
                .FromUtc(instant)
                .ToString("dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture),
            _ => throw new ArgumentOutOfRangeException(nameof(value), value, null),
        };

    private static string PlainCsvText(object? value) =>
        value switch
        {
            decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
            Money money => money.Euros.ToString("0.00", CultureInfo.InvariantCulture),
            Percentage percentage => percentage.Share.ToString("0.##########", CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime instant => instant.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            _ => CsvText(value),
        };

    /// <summary>Out-of-house text that begins like a formula, behind an apostrophe; U+0000, which cuts a cell, is left out.</summary>
    private static string Defused(string text)
    {
        text = text.Replace("\0", "", StringComparison.Ordinal);
        return text.Length > 0 && FormulaStarts.Contains(text[0]) ? "'" + text : text;
    }

    private static string WithComma(string number) => number.Replace('.', ',');

    private static void AppendCsv(StringBuilder line, int column, string text, CsvManner manner)
    {
        if (column > 0)
        {
            line.Append(manner == CsvManner.French ? ';' : ',');
        }

        if (
            text.AsSpan().ContainsAny(manner == CsvManner.French ? Quoted : QuotedPlain)
            || (text.Length > 0 && (text[0] == ' ' || text[^1] == ' '))
        )
        {
            line.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
        else
        {
            line.Append(text);
        }
    }
}
