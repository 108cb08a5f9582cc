using System.Data.Common;
using System.Text.Json;
using AmiDashboard.Budgets;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Storage;

namespace AmiDashboard.Dashboards;

/// <summary>
/// What part of the programme is asked for, said in SQL: a perimeter, a filter by edition, ministry or numbers, and a Paris
/// day at whose end one looks.
/// </summary>
internal sealed record AskedPart(AmiContext Context, Perimeter Perimeter, ApplicationFilter Filter, DateOnly Day)
{
    /// <summary>UTC: what is recorded from then on was not known.</summary>
    public DateTime Next => ParisTime.StartOf(Day.AddDays(1));

    /// <summary>The first instant that was not known, as a literal.</summary>
    public string End => $"'{Next:yyyy-MM-dd HH:mm:ss}{(Context is PostgreSqlContext ? "+00" : "")}'";

    public string Today => DayOf(Day);

    public string FirstOfYear => DayOf(new DateOnly(Day.Year, 1, 1));

    /// <summary>Whether a row with an edition and a number is within the perimeter and the filter.</summary>
    public string Seen(string row) =>
        string.Join(
            " AND ",
            ((string?[])[WithinPerimeter(row), WithinEdition(row), WithinNumbers(row), WithinMinistry(row)])
                .OfType<string>()
                .DefaultIfEmpty("1 = 1")
        );

    /// <summary>Whether a row of an edition's envelope is: of editions that are seen whole, and none for a part of them.</summary>
    public string SeenWhole(string row) =>
        Filter.Ministry is not null || Filter.Numbers is not null ? "1 = 0"
        : Perimeter.IsEverything ? WithinEdition(row) ?? "1 = 1"
        : Perimeter.Applications.Count > 0 ? "1 = 0"
        : $"{In(row, "Edition", Perimeter.Editions)}{(Filter.Edition is null ? "" : $" AND {WithinEdition(row)}")}";

    public Task<List<T>> RowsAsync<T>(string query, Func<DbDataReader, T> read) =>
        LedgerSums.RowsAsync(Context, query, (row, _) => read(row));

    public static string DayOf(DateOnly day) => $"'{day:yyyy-MM-dd}'";

    private string? WithinPerimeter(string row) =>
        Perimeter.IsEverything
            ? null
            : $"({In(row, "Edition", Perimeter.Editions)} OR {In(row, "Number", Perimeter.Applications)})";

    private string? WithinEdition(string row) => Filter.Edition is { } edition ? In(row, "Edition", [edition]) : null;

    private string? WithinNumbers(string row) =>
        Filter.Numbers is { } numbers ? In(row, "Number", numbers.Numbers) : null;

    private string? WithinMinistry(string row) =>
        Filter.Ministry is { } ministry
            ? $"{row}.\"Number\" IN (SELECT \"Number\" FROM application WHERE COALESCE(\"Ministry\", '') = "
                + $"'{ministry.Replace("'", "''", StringComparison.Ordinal)}')"
            : null;

    private static string In(string row, string column, IEnumerable<int> values) =>
        $"{row}.\"{column}\" IN ({string.Join(", ", values.DefaultIfEmpty(-1))})";
}

/// <summary>What reads a row of either engine.</summary>
internal static class RowReading
{
    public static int Int(this DbDataReader row, int column) => Convert.ToInt32(row.GetValue(column), null);

    public static long Long(this DbDataReader row, int column) => Convert.ToInt64(row.GetValue(column), null);

    public static DateOnly Day(this DbDataReader row, int column) => row.GetFieldValue<DateOnly>(column);

    public static DateOnly? DayOrNull(this DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.Day(column);

    /// <summary>An array where the engine has them, otherwise JSON.</summary>
    public static T[] Array<T>(this DbDataReader row, int column) =>
        row.GetValue(column) is string json ? JsonSerializer.Deserialize<T[]>(json)! : row.GetFieldValue<T[]>(column);
}
