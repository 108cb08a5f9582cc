using System.Buffers.Binary;

namespace AmiDashboard.Exchange.Spreadsheets.Reading;

/// <summary>Looks at the end of a zip before anything loads its directory, which a hostile file fills with a million names.</summary>
internal static class ZipDirectory
{
    private const int LongestTail = 22 + 65_535;
    private const int LongestDirectory = 1024 * 1024;

    public static void Check(Stream file, int mostParts)
    {
        var tail = new byte[Math.Min(LongestTail, file.Length)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + 22 > tail.Length)
        {
            throw new UnreadableFileException("Import_Damaged");
        }

        var parts = BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(end + 10));
        var size = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 12));
        var start = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));

        // What lies between the directory's start and the file's end is what would be loaded, whatever the counts say.
        if (parts > mostParts || size > LongestDirectory || file.Length - start > LongestDirectory + LongestTail)
        {
            throw new UnreadableFileException("Import_Hostile");
        }
    }
}
