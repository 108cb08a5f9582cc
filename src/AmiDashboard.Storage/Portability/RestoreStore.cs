using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using AmiDashboard.Core;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AmiDashboard.Storage.Portability;

/// <summary>
/// Puts a backup into an empty, migrated database of either engine, all of it in one transaction. The file is read whole
/// and compared with its manifest before the first row is written.
/// </summary>
public sealed class RestoreStore(Store store)
{
    private const int BatchSize = 500;

    /// <param name="MadeAt">UTC: the moment that the store is back at.</param>
    public sealed record Result(DateTime MadeAt, int Tables, long Rows);

    /// <summary>Refuses a file that is damaged, is no backup or is of another schema, and a store that holds a row.</summary>
    public async Task<Outcome<Result>> RunAsync(string file, CancellationToken cancellation = default)
    {
        try
        {
            await using var stream = File.OpenRead(file);
            await using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            if (await ManifestAsync(archive, cancellation) is not { } manifest)
            {
                return new Refusal("Restore_NotABackup", file);
            }

            foreach (var table in manifest.Tables)
            {
                if (!await IsWholeAsync(archive, table, cancellation))
                {
                    return new Refusal("Restore_Damaged", table.Entry);
                }
            }

            return await store.WriteAsync(
                Viewer.Product,
                Right.None,
                nameof(RestoreStore),
                writing => WriteAsync(writing.Context, archive, manifest, cancellation),
                cancellation
            );
        }
        catch (InvalidDataException)
        {
            return new Refusal("Restore_NotABackup", file);
        }
        catch (FileNotFoundException)
        {
            return new Refusal("Restore_NoFile", file);
        }
    }

    private static async Task<BackupManifest?> ManifestAsync(ZipArchive archive, CancellationToken cancellation)
    {
        if (archive.GetEntry(BackupManifest.Entry) is not { } entry)
        {
            return null;
        }

        await using var text = await entry.OpenAsync(cancellation);
        return
            await BackupManifest.ReadAsync(text, cancellation)
                is { Product: BackupManifest.ThisProduct, Format: BackupManifest.ThisFormat } manifest
            ? manifest
            : null;
    }

    private static async Task<bool> IsWholeAsync(ZipArchive archive, BackupTable table, CancellationToken cancellation)
    {
        if (archive.GetEntry(table.Entry) is not { } entry)
        {
            return false;
        }

        try
        {
            await using var text = await entry.OpenAsync(cancellation);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(text, cancellation)) == table.Sha256;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static async Task<Outcome<Result>> WriteAsync(
        AmiContext context,
        ZipArchive archive,
        BackupManifest manifest,
        CancellationToken cancellation
    )
    {
        if (await StoreTables.SchemaAsync(context, cancellation) is not { } schema)
        {
            return new Refusal("Backup_NotMigrated");
        }

        var tables = StoreTables.InOrder(context);
        var backed = manifest.Tables.ToDictionary(table => table.Name, StringComparer.Ordinal);
        if (
            manifest.Schema != schema
            || backed.Count != tables.Count
            || !tables.All(table =>
                backed.TryGetValue(table.GetTableName()!, out var one)
                && one.Columns.SequenceEqual(new RowText(table).Columns)
            )
        )
        {
            return new Refusal("Restore_OtherSchema", manifest.Schema, schema);
        }

        foreach (var table in tables)
        {
            await using var rows = StoreTables.RowsAsync(context, table).GetAsyncEnumerator(cancellation);
            if (await rows.MoveNextAsync())
            {
                return new Refusal("Restore_NotEmpty", table.GetTableName()!);
            }
        }

        foreach (var table in tables)
        {
            await WriteAsync(context, table, archive.GetEntry(backed[table.GetTableName()!].Entry)!, cancellation);
        }

        return new Result(manifest.MadeAt, tables.Count, manifest.Tables.Sum(table => table.Rows));
    }

    private static async Task WriteAsync(
        AmiContext context,
        IEntityType table,
        ZipArchiveEntry entry,
        CancellationToken cancellation
    )
    {
        var (text, greatest, rows) = (new RowText(table), 0L, 0);
        var identity = IdentityOf(table);
        var own = table
            .GetForeignKeys()
            .Where(key => key.PrincipalEntityType == table)
            .SelectMany(key => key.Properties)
            .ToList();
        using var reader = new StreamReader(await entry.OpenAsync(cancellation), new UTF8Encoding(false, true));
        while (await reader.ReadLineAsync(cancellation) is { } line)
        {
            var row = context.Entry(Activator.CreateInstance(table.ClrType)!);
            text.Read(line, row);
            if (own.Exists(part => row.Property(part).CurrentValue is not null))
            {
                // Within one batch a row that refers to another of its table would come after all that refer to none.
                await SaveAsync(context, cancellation);
                row = context.Entry(row.Entity);
            }

            row.State = EntityState.Added;
            if (identity is not null)
            {
                greatest = Math.Max(greatest, Convert.ToInt64(row.Property(identity).CurrentValue, null));
            }

            if (++rows % BatchSize == 0)
            {
                await SaveAsync(context, cancellation);
            }
        }

        await SaveAsync(context, cancellation);
        if (identity is not null && greatest > 0 && context is PostgreSqlContext)
        {
            // Identities given by hand do not move the sequence; SQLite follows by itself.
            var (name, column) = ($"\"{table.GetTableName()}\"", identity.GetColumnName());
            await context.Database.ExecuteSqlAsync(
                $"SELECT setval(pg_get_serial_sequence({name}, {column}), {greatest})",
                cancellation
            );
        }
    }

    /// <summary>The key that the database counts up, where the table has one.</summary>
    private static IProperty? IdentityOf(IEntityType table) =>
        table.FindPrimaryKey()!.Properties.SingleOrDefault(part => part.ValueGenerated == ValueGenerated.OnAdd);

    private static async Task SaveAsync(AmiContext context, CancellationToken cancellation)
    {
        await context.SaveChangesAsync(cancellation);
        context.ChangeTracker.Clear();
    }
}
