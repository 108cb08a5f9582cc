using System.Buffers;
using System.Text;

namespace AmiDashboard.Exchange.Spreadsheets.Reading;

/// <summary>
/// Reads a CSV: UTF-8 with or without its mark, or UTF-16 with its mark; the separator is the one under which the needed
/// titles are known (comma from the source, « ; » or a tab once saved again by a spreadsheet), and the header the line that
/// holds them. Any other encoding is refused, never guessed, but
/// for Windows-1252 where the sender is known to write it.
/// </summary>
internal static class CsvTable
{
    /// <summary>
    /// What a French Excel writes as « CSV ». Its few bytes without a letter are read as control characters: texts leave
    /// them out.
    /// </summary>
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <param name="lacks">How many of the titles that it cannot do without a line lacks.</param>
    /// <param name="isWindows1252Known">
    /// Whether a file without a mark and without a single letter of UTF-8 is read as Windows-1252. One that has both is cut
    /// or damaged, and refused.
    /// </param>
    public static Table Read(
        Stream file,
        TableAllowance allowance,
        Func<TableLine, int> lacks,
        bool isWindows1252Known = false
    )
    {
        var encoding = EncodingOf(file);
        var hasMark = file.Position > 0;
        try
        {
            return Read(file, allowance, encoding, lacks);
        }
        catch (DecoderFallbackException) when (isWindows1252Known && !hasMark && !HasUtf8Letters(file))
        {
            file.Position = 0;
            return Read(file, new TableAllowance(allowance.Limits), Windows1252, lacks);
        }
        catch (DecoderFallbackException)
        {
            throw new UnreadableFileException("Import_NotUtf8");
        }
    }

    private static Table Read(Stream file, TableAllowance allowance, Encoding encoding, Func<TableLine, int> lacks)
    {
        var start = file.Position;
        var separator = SeparatorOf(file, allowance.Limits, encoding, lacks);
        file.Position = start;
        using var reader = ReaderOf(file, encoding);
        var csv = new CsvLines(reader, allowance, separator);
        var header = csv.Read() ?? throw new UnreadableFileException("Import_Empty");
        var lines = new List<TableLine>();
        while (csv.Read() is { } line)
        {
            allowance.TakeLine(lines.Count + 2, "CSV");
            lines.Add(line);
        }

        return new Table("CSV", header, lines) { EndsOpen = csv.EndsOpen }.Titled(lacks);
    }

    /// <summary>
    /// The one under which a line of the first ones lacks the fewest titles: a question may hold more commas than a header has
    /// semicolons, and a heading has neither. Null where no title is known under any.
    /// </summary>
    private static char? SeparatorOf(Stream file, TableLimits limits, Encoding encoding, Func<TableLine, int> lacks)
    {
        var start = file.Position;
        var none = lacks(new TableLine(0, []));
        var (best, fewest) = ((char?)null, none);
        foreach (var separator in CsvLines.Separators)
        {
            file.Position = start;
            using var reader = ReaderOf(file, encoding);
            var csv = new CsvLines(reader, new TableAllowance(limits), separator);
            try
            {
                for (var read = 0; read < Table.TitlesWithin && csv.Read() is { } line; read++)
                {
                    (best, fewest) =
                        lacks(line) is var lacking && lacking < fewest ? (separator, lacking) : (best, fewest);
                }
            }
            catch (UnreadableFileException)
            {
                // Quotes stand otherwise under another separator; what is wrong under the right one is told by the reading.
            }
        }

        return best;
    }

    private static StreamReader ReaderOf(Stream file, Encoding encoding) =>
        new(file, encoding, detectEncodingFromByteOrderMarks: false, 16_384, leaveOpen: true);

    /// <summary>Whether any letter beyond ASCII is written as UTF-8 writes it: in Windows-1252 hardly two letters are.</summary>
    private static bool HasUtf8Letters(Stream file)
    {
        file.Position = 0;
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        for (var left = bytes.AsSpan(); !left.IsEmpty; )
        {
            var status = Rune.DecodeFromUtf8(left, out _, out var length);
            if (status == OperationStatus.Done && length > 1)
            {
                return true;
            }

            left = left[length..];
        }

        return false;
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
