namespace AmiDashboard.Exchange.Spreadsheets.Reading;

/// <summary>What a file is by its first bytes; names lie.</summary>
internal static class FileKind
{
    public const string Zip = "zip";
    public const string Text = "text";

    /// <summary>Zip or text; refuses what is neither, naming the remedy where it is a known kind.</summary>
    public static string Check(Stream file)
    {
        Span<byte> head = stackalloc byte[512];
        file.Position = 0;
        head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        file.Position = 0;
        return head switch
        {
            [] => throw new UnreadableFileException("Import_Empty"),
            [(byte)'P', (byte)'K', 3, 4, ..] => Zip,
            [(byte)'P', (byte)'K', 5, 6, ..] => throw new UnreadableFileException("Import_Empty"),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => throw new UnreadableFileException("Import_Xls"),
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => throw new UnreadableFileException("Import_Pdf"),
            [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => Text,
            _ when head.Contains((byte)0) => throw new UnreadableFileException("Import_Binary"),
            _ when IsMarkup(head) => throw new UnreadableFileException("Import_Html"),
            _ => Text,
        };
    }

    /// <summary>A page saved instead of the file: what a browser gets when its session has ended.</summary>
    private static bool IsMarkup(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            head = head[3..];
        }

        return head.TrimStart(" \t\r\n"u8) is [(byte)'<', ..];
    }
}
