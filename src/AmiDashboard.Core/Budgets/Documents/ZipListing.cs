using System.Buffers.Binary;
using System.Text;

namespace AmiDashboard.Core.Budgets.Documents;

/// <param name="Name">With forward slashes.</param>
/// <param name="IsStored">Kept as it is, not compressed.</param>
/// <param name="Head">Where its own header begins, from the beginning of the archive.</param>
/// <param name="Start">Where its bytes begin.</param>
/// <param name="Length">Of its bytes in the archive.</param>
internal sealed record ZipEntry(string Name, bool IsStored, int Head, int Start, int Length);

/// <summary>
/// What a zip says it holds. Its directory is read strictly: archives that two programs read differently (names that differ
/// between directory and content, entries that overlap, something before the first or behind the directory) are refused,
/// and so are encrypted ones and those that would unpack beyond reason.
/// </summary>
internal sealed class ZipListing
{
    private const int MostEntries = 5_000;
    private const int UnpackedMegabytes = 256;
    private const int EndLength = 22;
    private const int HeaderLength = 46;
    private const int LocalLength = 30;

    private readonly List<ZipEntry> entries = [];

    private ZipListing() { }

    /// <summary>In the order of the directory.</summary>
    public IReadOnlyList<ZipEntry> Entries => entries;

    public static Outcome<ZipListing> Read(ReadOnlySpan<byte> zip)
    {
        var listing = new ZipListing();
        return listing.TryRead(zip, out var unpacked)
            ? unpacked <= UnpackedMegabytes * 1024L * 1024L
                ? listing
                : new Refusal("Refusal_DocumentUnpacksTooBig", UnpackedMegabytes)
            : new Refusal("Refusal_DocumentDamaged");
    }

    /// <summary>Where the end record of an archive stands that reaches to the last byte; -1 where there is none.</summary>
    public static int EndOf(ReadOnlySpan<byte> content)
    {
        var first = Math.Max(0, content.Length - EndLength - ushort.MaxValue);
        for (var at = content.Length - EndLength; at >= first; at--)
        {
            if (
                content[at..].StartsWith("PK\u0005\u0006"u8)
                && at + EndLength + Short(content, at + 20) == content.Length
            )
            {
                return at;
            }
        }

        return -1;
    }

    private bool TryRead(ReadOnlySpan<byte> zip, out long unpacked)
    {
        unpacked = 0;
        var end = EndOf(zip);
        if (end < 0)
        {
            return false;
        }

        var count = Short(zip, end + 10);
        var (size, start) = (Long(zip, end + 12), Long(zip, end + 16));
        var isOneDisk = Short(zip, end + 4) == 0 && Short(zip, end + 6) == 0 && Short(zip, end + 8) == count;
        if (!isOneDisk || count is 0 or > MostEntries || start + size != end)
        {
            return false;
        }

        var directory = zip[..end];
        var at = (int)start;
        for (var i = 0; i < count; i++)
        {
            if (!TryReadEntry(directory, (int)start, ref at, ref unpacked))
            {
                return false;
            }
        }

        return at == end && AreApart();
    }

    private bool TryReadEntry(ReadOnlySpan<byte> zip, int content, ref int at, ref long unpacked)
    {
        if (at + HeaderLength > zip.Length || !zip[at..].StartsWith("PK\u0001\u0002"u8))
        {
            return false;
        }

        var (flags, method) = (Short(zip, at + 8), Short(zip, at + 10));
        var (packed, size, local) = (Long(zip, at + 20), Long(zip, at + 24), Long(zip, at + 42));
        var (name, next) = (Short(zip, at + 28), at + HeaderLength);
        next += name + Short(zip, at + 30) + Short(zip, at + 32);
        if (next > zip.Length || (flags & 1) != 0 || method is not (0 or 8) || local + LocalLength > content)
        {
            return false;
        }

        var written = zip.Slice(at + HeaderLength, name);
        var head = (int)local;
        var named = head + LocalLength;
        var start = (long)named + name + Short(zip, head + 28);
        if (
            !zip[head..].StartsWith("PK\u0003\u0004"u8)
            || Short(zip, head + 8) != method
            || Short(zip, head + 26) != name
            || start + packed > content
            || !zip.Slice(named, name).SequenceEqual(written)
            || (method == 0 && packed != size)
        )
        {
            return false;
        }

        (at, unpacked) = (next, unpacked + size);
        entries.Add(new ZipEntry(Encoding.UTF8.GetString(written), method == 0, head, (int)start, (int)packed));
        return IsSound(entries[^1].Name);
    }

    /// <summary>Whether the first entry begins the file, none lies within another, and no two have one name.</summary>
    private bool AreApart()
    {
        var reached = 0;
        foreach (var entry in entries.OrderBy(entry => entry.Head))
        {
            if (entry.Head < reached || (reached == 0 && entry.Head > 0))
            {
                return false;
            }

            reached = entry.Start + entry.Length;
        }

        return entries.Select(entry => entry.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() == entries.Count;
    }

    private static bool IsSound(string name) =>
        name.Length > 0
        && name[0] != '/'
        && !name.Split('/').Contains("..")
        && !name.Any(c => c is '\\' or ':' || char.IsControl(c));

    private static int Short(ReadOnlySpan<byte> zip, int at) => BinaryPrimitives.ReadUInt16LittleEndian(zip[at..]);

    private static long Long(ReadOnlySpan<byte> zip, int at) => BinaryPrimitives.ReadUInt32LittleEndian(zip[at..]);
}
