using System.Diagnostics.CodeAnalysis;
using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Editions;
using AmiDashboard.Core.People;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Changes;
using AmiDashboard.Storage.Editions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AmiDashboard.Budgets;

/// <summary>
/// A store with any number of entries over 1,000 projects and ten years, with the right chain and one change record each,
/// past the operations but through the triggers. Made once a process for each size and engine.
/// </summary>
[SuppressMessage("Security", "CA2100", Justification = "The names in the statements are made here.")]
internal sealed class InventedLedger
{
    public const int Projects = 1_000;
    private const int FirstNumber = 1_001;
    private const int Years = 10;

    /// <summary>A server's connection string without a database: each size has one of its own.</summary>
    private const string Variable = "AMI_BENCHMARK_POSTGRESQL";

    private static readonly Dictionary<(DatabaseProvider, int), InventedLedger> Made = [];

    private InventedLedger(ServiceProvider services, DateOnly today) => (Services, Today) = (services, today);

    public ServiceProvider Services { get; }

    public DateOnly Today { get; }

    /// <summary>SQLite, and PostgreSQL where there is one.</summary>
    public static IEnumerable<DatabaseProvider> Engines =>
        Environment.GetEnvironmentVariable(Variable) is null
            ? [DatabaseProvider.Sqlite]
            : [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql];

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public static int NumberOf(int turn) => FirstNumber + (turn % Projects);

    public static async Task<InventedLedger> MakeAsync(DatabaseProvider engine, int entries)
    {
        if (Made.TryGetValue((engine, entries), out var made))
        {
            return made;
        }

        var settings = await SettingsAsync(engine, entries);
        var services = new ServiceCollection().AddLogging().AddStorage(settings).BuildServiceProvider();
        await services.GetRequiredService<Store>().MigrateAsync();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        await services
            .GetRequiredService<RecordEdition>()
            .RunAsync(
                Viewer.Product,
                new Edition
                {
                    Number = 1,
                    Name = "Édition 1",
                    OpensAt = now.AddYears(-Years),
                    Deadline = now.AddYears(-Years).AddDays(90),
                }
            );
        var ledger = new InventedLedger(services, ParisTime.DayOf(now));
        await ledger.FillAsync(engine, settings, ledger.Entries(entries, now.AddTicks(-(now.Ticks % 10_000_000))));
        Made[(engine, entries)] = ledger;
        return ledger;
    }

    private static async Task<DatabaseSettings> SettingsAsync(DatabaseProvider engine, int entries)
    {
        if (engine == DatabaseProvider.Sqlite)
        {
            var folder = Directory.CreateTempSubdirectory("ami-benchmark-").FullName;
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
            return new(engine, $"Data Source={Path.Combine(folder, "ledger.db")}");
        }

        var server = Environment.GetEnvironmentVariable(Variable)!;
        var name = $"ledger_{entries}";
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        foreach (var statement in new[] { $"DROP DATABASE IF EXISTS {name} WITH (FORCE)", $"CREATE DATABASE {name}" })
        {
            await using var command = connection.CreateCommand();
            command.CommandText = statement;
            await command.ExecuteNonQueryAsync();
        }

        return new(engine, new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString());
    }

    /// <summary>An envelope, a grant for each project, then cents committed in turn.</summary>
    private IEnumerable<LedgerEntry> Entries(int count, DateTime now)
    {
        var (first, previous) = (Today.AddYears(-Years), LedgerChain.Beginning);
        for (var turn = 0; turn < count; turn++)
        {
            var kind =
                turn == 0 ? EntryKind.Envelope
                : turn <= Projects ? EntryKind.Grant
                : EntryKind.Commitment;
            var amount = new Money(
                kind switch
                {
                    EntryKind.Envelope => 1_000_000_000_00,
                    EntryKind.Grant => 500_000_00,
                    _ => 1,
                }
            );
            var posting = LedgerRules.PostingOf(kind, amount);
            var on = first.AddDays((int)(turn * (Years * 365L) / count));
            var entry = new LedgerEntry
            {
                Id = turn + 1,
                Kind = kind,
                Edition = 1,
                Number = kind == EntryKind.Envelope ? null : NumberOf(turn),
                Envelope = posting.Envelope,
                Granted = posting.Granted,
                Committed = posting.Committed,
                AccountingDate = on,
                RecordedAt = ParisTime.StartOf(on) < now ? ParisTime.StartOf(on) : now,
                RecordedBy = "Camille",
                RecordedById = 1,
                Label = $"Écriture inventée du projet {NumberOf(turn)}",
                PreviousHash = previous,
            };
            entry.Hash = previous = LedgerChain.HashOf(entry);
            yield return entry;
        }
    }

    private async Task FillAsync(DatabaseProvider engine, DatabaseSettings settings, IEnumerable<LedgerEntry> entries)
    {
        await (
            engine == DatabaseProvider.Sqlite
                ? FillSqliteAsync(settings.ConnectionString, entries)
                : FillPostgreSqlAsync(settings.ConnectionString, entries)
        );
        await using var context = Get<Store>().Read(Viewer.Product, Right.None);
        await context.Database.ExecuteSqlRawAsync(
            """UPDATE edition SET "Envelope" = (SELECT "Envelope" FROM edition_balance)"""
        );
        await context.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO change_record ("RecordedAt", "RecordedBy", "Operation", "Touched")
            SELECT "RecordedAt", "RecordedBy", 'CommitGrant', '{{"LedgerEntry":[' || "Id" || ']}}'
            FROM ledger_entry ORDER BY "Id"
            """
        );
        await context.Database.ExecuteSqlRawAsync("ANALYZE");
    }

    private static readonly string[] Columns =
    [
        "Id",
        "Kind",
        "Edition",
        "Number",
        "Envelope",
        "Fees",
        "Granted",
        "Committed",
        "Contracted",
        "Paid",
        "AccountingDate",
        "RecordedAt",
        "RecordedBy",
        "RecordedById",
        "Label",
        "Documents",
        "PreviousHash",
        "Hash",
    ];

    private static string Named => string.Join(", ", Columns.Select(column => $"\"{column}\""));

    private static object[] RowOf(LedgerEntry entry) =>
        [
            entry.Id,
            $"{entry.Kind}",
            entry.Edition,
            entry.Number ?? (object)DBNull.Value,
            entry.Envelope.Cents,
            entry.Fees.Cents,
            entry.Granted.Cents,
            entry.Committed.Cents,
            entry.Contracted.Cents,
            entry.Paid.Cents,
            entry.AccountingDate,
            entry.RecordedAt,
            entry.RecordedBy,
            entry.RecordedById,
            entry.Label,
            "[]",
            entry.PreviousHash,
            entry.Hash,
        ];

    private static async Task FillSqliteAsync(string written, IEnumerable<LedgerEntry> entries)
    {
        await using var connection = new SqliteConnection(written);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText =
            $"INSERT INTO ledger_entry ({Named}) VALUES ({string.Join(", ", Columns.Select(column => $"${column}"))})";
        foreach (var column in Columns)
        {
            command.Parameters.Add(new SqliteParameter($"${column}", null));
        }

        foreach (var entry in entries)
        {
            var row = RowOf(entry);
            for (var column = 0; column < row.Length; column++)
            {
                command.Parameters[column].Value = row[column];
            }

            await command.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    private static async Task FillPostgreSqlAsync(string written, IEnumerable<LedgerEntry> entries)
    {
        await using var connection = new NpgsqlConnection(written);
        await connection.OpenAsync();
        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY ledger_entry ({Named}) FROM STDIN (FORMAT BINARY)"
        );
        foreach (var entry in entries)
        {
            await copy.StartRowAsync();
            foreach (var value in RowOf(entry))
            {
                await copy.WriteAsync(value);
            }
        }

        await copy.CompleteAsync();
    }
}
