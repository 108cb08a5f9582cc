using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.People;
using AmiDashboard.Storage;

namespace AmiDashboard.Budgets;

/// <summary>Sums in SQL over the entries of a perimeter, up to an accounting day and as they were known on a day.</summary>
internal sealed record SumsOfDay(AmiContext Context, Perimeter Perimeter, DateOnly Day)
{
    public DateOnly KnownOn { get; init; } = Day;

    /// <summary>Of projects: what an envelope alone moves is in none of their columns.</summary>
    /// <param name="where">Only these entries, in SQL.</param>
    public Task<long> OfAsync(string column, string where = "1 = 1") => SumAsync(column, $"{Seen} AND {where}");

    /// <summary>Of editions that are seen whole.</summary>
    public Task<long> OfWholeAsync(string column) =>
        SumAsync(column, Perimeter.IsEverything ? "1 = 1" : InSql("Edition", Perimeter.Editions));

    /// <summary>How many projects there is something granted to.</summary>
    public async Task<int> ProjectsAsync() =>
        (
            await LedgerSums.RowsAsync(
                Context,
                $"""
                SELECT "Number" FROM ledger_entry WHERE {Until} AND "Number" IS NOT NULL AND {Seen}
                GROUP BY "Number" HAVING SUM("Granted") <> 0
                """,
                (row, _) => row.GetInt32(0)
            )
        ).Count;

    /// <summary>The four amounts of projects agree.</summary>
    public async Task AssertAsync(Posting shown, string where = "1 = 1") =>
        Assert.Equal(
            (
                await OfAsync("Granted", where),
                await OfAsync("Committed", where),
                await OfAsync("Contracted", where),
                await OfAsync("Paid", where)
            ),
            (shown.Granted.Cents, shown.Committed.Cents, shown.Contracted.Cents, shown.Paid.Cents)
        );

    private string Seen =>
        Perimeter.IsEverything
            ? "1 = 1"
            : $"({InSql("Edition", Perimeter.Editions)} OR {InSql("Number", Perimeter.Applications)})";

    private string Until => LedgerSums.Until(Context, Day, KnownOn);

    private async Task<long> SumAsync(string column, string where) =>
        (
            await LedgerSums.RowsAsync(
                Context,
                $"SELECT COALESCE(SUM(\"{column}\"), 0) FROM ledger_entry WHERE {Until} AND {where}",
                (row, _) => Convert.ToInt64(row.GetValue(0), null)
            )
        ).Single();

    private static string InSql(string column, IEnumerable<int> values) =>
        $"\"{column}\" IN ({string.Join(", ", values.DefaultIfEmpty(-1))})";
}
