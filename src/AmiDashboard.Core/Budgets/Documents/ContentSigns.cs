using System.Buffers.Binary;

namespace AmiDashboard.Core.Budgets.Documents;

/// <summary>By which bytes a document and its end are told. All of them begin at the first byte: nothing goes before.</summary>
internal static class ContentSigns
{
    private const int PdfTail = 1024;
    private const int JpegTail = 64 * 1024;

    private static ReadOnlySpan<byte> PngMark => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool IsPdf(ReadOnlySpan<byte> content) =>
        content.StartsWith("%PDF-"u8)
        && content.Length > 8
        && content[5] is (byte)'1' or (byte)'2'
        && content[6] == '.'
        && char.IsAsciiDigit((char)content[7]);

    /// <summary>Its end is within the last bytes (ISO 32000-1, 7.5.5, as every reader takes it).</summary>
    public static bool IsWholePdf(ReadOnlySpan<byte> content) => Tail(content, PdfTail).IndexOf("%%EOF"u8) >= 0;

    public static bool IsPng(ReadOnlySpan<byte> content) => content.StartsWith(PngMark);

    /// <summary>From its header to its end, chunk after chunk, and nothing behind.</summary>
    public static bool IsWholePng(ReadOnlySpan<byte> content)
    {
        var at = PngMark.Length;
        for (var isFirst = true; at + 12 <= content.Length; isFirst = false)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(content[at..]);
            var type = content.Slice(at + 4, 4);
            if (length > content.Length - at - 12 || isFirst != type.SequenceEqual("IHDR"u8))
            {
                return false;
            }

            at += 12 + (int)length;
            if (type.SequenceEqual("IEND"u8))
            {
                return at == content.Length;
            }
        }

        return false;
    }

    public static bool IsJpeg(ReadOnlySpan<byte> content) => content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]);

    /// <summary>It ends; cameras write a little behind.</summary>
    public static bool IsWholeJpeg(ReadOnlySpan<byte> content) =>
        Tail(content, JpegTail).LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) >= 0;

    private static ReadOnlySpan<byte> Tail(ReadOnlySpan<byte> content, int most) =>
        content[Math.Max(0, content.Length - most)..];
}
