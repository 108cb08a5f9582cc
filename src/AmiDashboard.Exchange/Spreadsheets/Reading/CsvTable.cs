using System.Buffers;
using System.Text;

namespace AmiDashboard.Exchange.Spreadsheets.Reading;

/// <summary>
/// Reads a CSV: UTF-8 with or without its mark, or UTF-16 with its mark; the separator is the one the header uses (comma
/// from the source, « ; » or a tab once saved again by a spreadsheet). Any other encoding is refused, never guessed, but
/// for Windows-1252 where the sender is known to write it.
/// </summary>
internal static class CsvTable
{
    /// <summary>
    /// What a French Excel writes as « CSV ». Its few bytes without a letter are read as control characters: texts leave
    /// them out.
    /// </summary>
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <param name="isWindows1252Known">
    /// Whether a file without a mark and without a single letter of UTF-8 is read as Windows-1252. One that has both is cut
    /// or damaged, and refused.
    /// </param>
    public static Table Read(Stream file, TableAllowance allowance, bool isWindows1252Known = false)
    {
        var encoding = EncodingOf(file);
        var hasMark = file.Position > 0;
        try
        {
            return Read(file, allowance, encoding);
        }
        catch (DecoderFallbackException) when (isWindows1252Known && !hasMark && !HasUtf8Letters(file))
        {
            file.Position = 0;
            return Read(file, new TableAllowance(allowance.Limits), Windows1252);
        }
        catch (DecoderFallbackException)
        {
            throw new UnreadableFileException("Import_NotUtf8");
        }
    }

    private static Table Read(Stream file, TableAllowance allowance, Encoding encoding)
    {
        using var reader = new StreamReader(file, encoding, false, 16_384, leaveOpen: true);
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
