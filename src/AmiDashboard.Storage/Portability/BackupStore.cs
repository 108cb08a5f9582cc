using System.IO.Compression;
using System.Security.Cryptography;
using AmiDashboard.Core;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AmiDashboard.Storage.Portability;

/// <summary>
/// Writes every fact into one zip of JSON lines, a table an entry, as of one moment while the product goes on. The file is
/// of no engine: what SQLite wrote, PostgreSQL restores. It holds personal data: only its owner may read it.
/// </summary>
public sealed class BackupStore(Store store, TimeProvider time)
{
    public sealed record Result(string File, long Bytes, int Tables, long Rows);

    /// <summary>Refuses to write over a file, and to back up a database that lacks a migration.</summary>
    public async Task<Outcome<Result>> RunAsync(string file, CancellationToken cancellation = default)
    {
        if (File.Exists(file))
        {
            return new Refusal("Backup_FileExists", file);
        }

        await using var context = store.Read(Viewer.Product, Right.None);
        if (await StoreTables.SchemaAsync(context, cancellation) is not { } schema)
        {
            return new Refusal("Backup_NotMigrated");
        }

        var partial = file + ".partial";
        try
        {
            var tables = await WriteAsync(context, schema, partial, cancellation);
            File.Move(partial, file, overwrite: false);
            return new Result(file, new FileInfo(file).Length, tables.Count, tables.Sum(table => table.Rows));
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private async Task<List<BackupTable>> WriteAsync(
        AmiContext context,
        string schema,
        string file,
        CancellationToken cancellation
    )
    {
        await using var snapshot = await context.BeginSnapshotAsync(cancellation);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var stream = new FileStream(file, options);
        await using var archive = new ZipArchive(stream, ZipArchiveMode.Create);
        var tables = new List<BackupTable>();
        foreach (var table in StoreTables.InOrder(context))
        {
            tables.Add(await WriteAsync(context, table, archive, cancellation));
        }

        var manifest = new BackupManifest(
            BackupManifest.ThisProduct,
            BackupManifest.ThisFormat,
            schema,
            time.GetUtcNow().UtcDateTime,
            tables
        );
        await using var entry = await archive.CreateEntry(BackupManifest.Entry).OpenAsync(cancellation);
        await manifest.WriteAsync(entry, cancellation);
        return tables;
    }

    private static async Task<BackupTable> WriteAsync(
        AmiContext context,
        IEntityType table,
        ZipArchive archive,
        CancellationToken cancellation
    )
    {
        var name = table.GetTableName()!;
        var text = new RowText(table);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var entry = await archive.CreateEntry(name + ".jsonl").OpenAsync(cancellation);
        var rows = 0L;
        await foreach (var row in StoreTables.RowsAsync(context, table).WithCancellation(cancellation))
        {
            var line = text.Write(row);
            hash.AppendData(line);
            await entry.WriteAsync(line, cancellation);
            rows++;
        }

        return new BackupTable(name, rows, Convert.ToHexStringLower(hash.GetHashAndReset()), text.Columns);
    }
}
