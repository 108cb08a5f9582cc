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

        var record = tail.AsSpan(end);
        ulong parts = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]);
        ulong size = BinaryPrimitives.ReadUInt32LittleEndian(record[12..]);
        ulong start = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
        var disk = BinaryPrimitives.ReadUInt16LittleEndian(record[4..]);

        // The same question as the archive's reader asks before it believes the longer record in place of this one.
        if (disk == ushort.MaxValue || parts == ushort.MaxValue || start == uint.MaxValue)
        {
            (parts, size, start) = ReadZip64(file, file.Length - tail.Length + end);
        }

        // What lies between the directory's start and the file's end is what would be loaded, whatever the counts say.
        if (
            start > (ulong)file.Length
            || parts > (ulong)mostParts
            || size > LongestDirectory
            || (ulong)file.Length - start > LongestDirectory + LongestTail
        )
        {
            throw new UnreadableFileException("Import_Hostile");
        }
    }

    /// <summary>What the end record of ZIP64 says; its locator lies just before the plain end record.</summary>
    private static (ulong Parts, ulong Size, ulong Start) ReadZip64(Stream file, long end)
    {
        Span<byte> locator = stackalloc byte[20];
        Span<byte> record = stackalloc byte[56];
        Fill(file, end - locator.Length, locator, "PK\u0006\u0007"u8);
        Fill(file, BinaryPrimitives.ReadInt64LittleEndian(locator[8..]), record, "PK\u0006\u0006"u8);
        return (
            BinaryPrimitives.ReadUInt64LittleEndian(record[32..]),
            BinaryPrimitives.ReadUInt64LittleEndian(record[40..]),
            BinaryPrimitives.ReadUInt64LittleEndian(record[48..])
        );
    }

    private static void Fill(Stream file, long place, Span<byte> bytes, ReadOnlySpan<byte> signature)
    {
        if (place < 0 || place > file.Length - bytes.Length)
        {
            throw new UnreadableFileException("Import_Damaged");
        }

        file.Position = place;
        file.ReadExactly(bytes);
        if (!bytes.StartsWith(signature))
        {
            throw new UnreadableFileException("Import_Damaged");
        }
    }
}
