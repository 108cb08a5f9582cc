using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage;

/// <summary>
/// One process at a time brings a SQLite file up to date. EF keeps its turn in a row, which a killed process leaves behind
/// and the next one would wait for without end; the system's lock on a file ends with the process that holds it.
/// </summary>
internal static class MigrationTurn
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits for its turn, and sweeps what a dead process left. Dispose of it once migrated.</summary>
    public static async Task<IDisposable> TakeAsync(AmiContext context, CancellationToken cancellation)
    {
        var database = new SqliteConnectionStringBuilder(context.Database.GetConnectionString()).DataSource;
        var turn = await LockAsync($"{database}-migrating", cancellation);
        try
        {
            var left = await context
                .Database.SqlQuery<int>(
                    $"SELECT COUNT(*) AS Value FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'"
                )
                .SingleAsync(cancellation);
            if (left > 0)
            {
                await context.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", cancellation);
            }

            return turn;
        }
        catch
        {
            await turn.DisposeAsync();
            throw;
        }
    }

    /// <summary>The file stays: to delete it would let two processes lock two files of one name.</summary>
    private static async Task<FileStream> LockAsync(string file, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(file))
            {
                await Task.Delay(BetweenTries, cancellation);
            }
        }
    }
}
