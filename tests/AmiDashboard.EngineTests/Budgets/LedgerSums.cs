using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Budgets;

/// <summary>Sums over the entries in plain SQL, that no code of the product had a hand in.</summary>
internal static class LedgerSums
{
    private const string Parts = """
        SUM("Envelope"), SUM("Fees"), SUM("Granted"), SUM("Committed"), SUM("Contracted"), SUM("Paid")
        """;

    /// <param name="Envelopes">By edition, of what moves the envelope: envelope, fees and grants alone.</param>
    public sealed record Sums(Dictionary<int, Posting> Projects, Dictionary<int, Posting> Envelopes);

    /// <summary>All there is, by edition and by project, as lines.</summary>
    public static async Task<List<string>> AllAsync(AmiContext context) =>
        [
            .. await RowsAsync(
                context,
                $"SELECT 'E', \"Edition\", {Parts} FROM ledger_entry GROUP BY \"Edition\"",
                (row, _) => LedgerSequencesTests.Say(row.GetString(0), row.GetInt32(1), PartsOf(row, 2))
            ),
            .. await RowsAsync(
                context,
                $"SELECT 'P', \"Number\", {Parts} FROM ledger_entry WHERE \"Number\" IS NOT NULL GROUP BY \"Number\"",
                (row, _) => LedgerSequencesTests.Say(row.GetString(0), row.GetInt32(1), PartsOf(row, 2))
            ),
        ];

    /// <summary>Up to an accounting day, without what was recorded after another day.</summary>
    public static async Task<Sums> AtAsync(AmiContext context, DateOnly on, DateOnly knownOn)
    {
        var where = $"WHERE {Until(context, on, knownOn)}";
        var projects = await RowsAsync(
            context,
            $"SELECT \"Number\", {Parts} FROM ledger_entry {where} AND \"Number\" IS NOT NULL GROUP BY \"Number\"",
            (row, _) => (row.GetInt32(0), PostingOf(PartsOf(row, 1)))
        );
        var envelopes = await RowsAsync(
            context,
            $"""
            SELECT "Edition", SUM("Envelope"), SUM("Fees"), SUM("Granted"), 0, 0, 0 FROM ledger_entry
            {where} GROUP BY "Edition"
            """,
            (row, _) => (row.GetInt32(0), PostingOf(PartsOf(row, 1)))
        );
        return new(
            projects.ToDictionary(row => row.Item1, row => row.Item2),
            envelopes.ToDictionary(row => row.Item1, row => row.Item2)
        );
    }

    /// <summary>Which entries count on an accounting day, as one knew on another.</summary>
    public static string Until(AmiContext context, DateOnly on, DateOnly knownOn)
    {
        var zone = context is PostgreSqlContext ? "+00" : "";
        return $"\"AccountingDate\" <= '{on:yyyy-MM-dd}' "
            + $"AND \"RecordedAt\" < '{ParisTime.StartOf(knownOn.AddDays(1)):yyyy-MM-dd HH:mm:ss}{zone}'";
    }

    [SuppressMessage("Security", "CA2100", Justification = "The query is written by the tests.")]
    public static async Task<List<T>> RowsAsync<T>(AmiContext context, string query, Func<DbDataReader, int, T> read)
    {
        var connection = context.Database.GetDbConnection();
        await context.Database.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var rows = await command.ExecuteReaderAsync();
        var all = new List<T>();
        while (await rows.ReadAsync())
        {
            all.Add(read(rows, all.Count));
        }

        return all;
    }

    private static long[] PartsOf(DbDataReader row, int from) =>
        [.. Enumerable.Range(from, 6).Select(column => Convert.ToInt64(row.GetValue(column), null))];

    private static Posting PostingOf(long[] parts) =>
        new(new(parts[0]), new(parts[1]), new(parts[2]), new(parts[3]), new(parts[4]), new(parts[5]));
}
