using System.Text.Json;

namespace AmiDashboard.Storage.Portability;

/// <summary>What a backup holds: written last, read first.</summary>
/// <param name="Schema">The last migration, without its time stamp.</param>
/// <param name="MadeAt">UTC.</param>
internal sealed record BackupManifest(
    string Product,
    int Format,
    string Schema,
    DateTime MadeAt,
    IReadOnlyList<BackupTable> Tables
)
{
    public const string Entry = "manifest.json";
    public const string ThisProduct = "AmiDashboard";
    public const int ThisFormat = 1;

    /// <summary>A manifest is a few kilobytes; more is no manifest.</summary>
    private const int Longest = 1024 * 1024;

    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true };

    public Task WriteAsync(Stream stream, CancellationToken cancellation) =>
        JsonSerializer.SerializeAsync(stream, this, Options, cancellation);

    /// <summary>Null where the text is no manifest.</summary>
    public static async Task<BackupManifest?> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        var text = new byte[Longest];
        var length = await stream.ReadAtLeastAsync(text, Longest, throwOnEndOfStream: false, cancellation);
        try
        {
            return
                JsonSerializer.Deserialize<BackupManifest>(text.AsSpan(0, length), Options)
                    is { Tables: not null } manifest
                ? manifest
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <param name="Sha256">Of the entry's text, in lower-case hexadecimal.</param>
internal sealed record BackupTable(string Name, long Rows, string Sha256, IReadOnlyList<string> Columns)
{
    public string Entry => Name + ".jsonl";
}
