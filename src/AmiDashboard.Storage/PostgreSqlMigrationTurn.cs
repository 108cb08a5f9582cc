using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace AmiDashboard.Storage;

/// <summary>
/// One node at a time brings a PostgreSQL database up to date. EF's own lock ends with the transaction of each migration,
/// so that two nodes that start on an empty database would both run the second one; a lock of the session does not.
/// </summary>
internal sealed class PostgreSqlMigrationTurn(AmiContext holder) : IAsyncDisposable
{
    /// <summary>Any number that no other advisory lock of this database uses.</summary>
    private const long Lock = 0x414D_4933;

    /// <summary>A migration of a large table takes minutes; a node that waits longer had better say so.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>Creates the database where it is not there, then waits. Dispose of it once migrated.</summary>
    public static async Task<PostgreSqlMigrationTurn> TakeAsync(AmiContext holder, CancellationToken cancellation)
    {
        var creator = holder.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancellation))
        {
            try
            {
                await creator.CreateAsync(cancellation);
            }
            catch (PostgresException failure) when (failure.SqlState == PostgresErrorCodes.DuplicateDatabase)
            {
                // Another node was first, which is all that is wanted.
            }
        }

        holder.Database.SetCommandTimeout(Longest);
        await holder.Database.OpenConnectionAsync(cancellation);
        await holder.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({Lock})", cancellation);
        return new PostgreSqlMigrationTurn(holder);
    }

    /// <summary>A pooled connection outlives its context, and its locks with it: this one has to be given back by name.</summary>
    public async ValueTask DisposeAsync() =>
        await holder.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({Lock})", CancellationToken.None);
}
