using System.Text;

namespace AmiDashboard.Exchange.Spreadsheets.Reading;

/// <summary>
/// Reads a CSV: UTF-8 with or without its mark, or UTF-16 with its mark; the separator is the one the header uses (comma
/// from the source, « ; » or a tab once saved again by a spreadsheet). Any other encoding is refused, never guessed.
/// </summary>
internal static class CsvTable
{
    public static Table Read(Stream file, TableAllowance allowance)
    {
        using var reader = new StreamReader(file, EncodingOf(file), false, 16_384, leaveOpen: true);
        try
        {
            var csv = new CsvLines(reader, allowance);
            var header = csv.ReadHeader() ?? throw new UnreadableFileException("Import_Empty");
            var lines = new List<TableLine>();
            while (csv.Read() is { } line)
            {
                allowance.TakeLine(lines.Count + 2, "CSV");
                lines.Add(line);
            }

            return new Table("CSV", header, lines);
        }
        catch (DecoderFallbackException)
        {
            throw new UnreadableFileException("Import_NotUtf8");
        }
    }

    /// <summary>The file's encoding, and the file placed after its mark.</summary>
    private static Encoding EncodingOf(Stream file)
    {
        Span<byte> head = stackalloc byte[3];
        file.Position = 0;
        var read = file.ReadAtLeast(head, 3, throwOnEndOfStream: false);
        var (encoding, mark) = head[..read] switch
        {
            [0xEF, 0xBB, 0xBF] => (Utf8, 3),
            [0xFF, 0xFE, ..] => (new UnicodeEncoding(false, true, true), 2),
            [0xFE, 0xFF, ..] => (new UnicodeEncoding(true, true, true), 2),
            _ => ((Encoding)Utf8, 0),
        };
        file.Position = mark;
        return encoding;
    }

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);
}
