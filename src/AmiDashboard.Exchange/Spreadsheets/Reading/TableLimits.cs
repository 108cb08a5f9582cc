namespace AmiDashboard.Exchange.Spreadsheets.Reading;

/// <summary>
/// What a file may weigh before it is refused. The real ones hold a hundred lines and a few hundred kilobytes; the limits
/// leave room for a hundred times that, and bound the memory of a reading to about 250 MB at the very worst.
/// </summary>
public sealed record TableLimits
{
    public static readonly TableLimits Usual = new();

    /// <summary>Bytes of the file as sent.</summary>
    public long FileBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Bytes of all parts of an XLSX once unpacked, counted while unpacking: declared sizes may lie.</summary>
    public long UnpackedBytes { get; init; } = 128 * 1024 * 1024;

    /// <summary>Files inside an XLSX.</summary>
    public int Parts { get; init; } = 500;

    /// <summary>Sheets of an XLSX.</summary>
    public int Sheets { get; init; } = 60;

    /// <summary>Lines of a table, header included.</summary>
    public int Lines { get; init; } = 10_000;

    public int Columns { get; init; } = 1_000;

    /// <summary>Cells of all tables, empty ones of a CSV included.</summary>
    public int Cells { get; init; } = 750_000;

    /// <summary>Characters of one cell.</summary>
    public int CellCharacters { get; init; } = 100_000;

    /// <summary>Characters of all cells, and again of all shared texts of an XLSX.</summary>
    public int TextCharacters { get; init; } = 16_000_000;

    /// <summary>Problems listed one by one; the rest is counted.</summary>
    public int Problems { get; init; } = 500;
}
