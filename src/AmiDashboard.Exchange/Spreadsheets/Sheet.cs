namespace AmiDashboard.Exchange.Spreadsheets;

/// <summary>What the cells of a column hold, and so the .NET type that its values must have.</summary>
public enum CellKind
{
    /// <summary><see cref="string"/>: always text, never a formula, whatever it begins with.</summary>
    Text,

    /// <summary><see cref="int"/> or <see cref="long"/>.</summary>
    WholeNumber,

    /// <summary><see cref="decimal"/>.</summary>
    Number,

    /// <summary><see cref="Core.Money"/>: a real number with two decimals.</summary>
    Money,

    /// <summary><see cref="decimal"/>, 1 for all of it: a real number that is shown as a percentage.</summary>
    Percent,

    /// <summary><see cref="DateOnly"/>.</summary>
    Date,

    /// <summary><see cref="DateTime"/> in UTC, written in Paris time.</summary>
    Instant,
}

/// <param name="Title">Header text.</param>
/// <param name="Width">In characters; null for the usual width of the kind.</param>
/// <param name="IsSummed">Numbers and money only: has a total where the sheet has a <see cref="Sheet.TotalTitle"/>.</param>
/// <param name="TotalRatio">Percentages only: their total, which is no sum.</param>
public sealed record Column(
    CellKind Kind,
    string Title,
    double? Width = null,
    bool IsSummed = false,
    TotalRatio? TotalRatio = null
);

/// <summary>A total that is the total of one column over that of another; empty where the other is zero.</summary>
/// <param name="Part">Column, from 0; summed.</param>
/// <param name="Whole">Column, from 0; summed.</param>
public sealed record TotalRatio(int Part, int Whole);

/// <summary>A share on its way into a cell: what tells a percentage from a number.</summary>
internal readonly record struct Percentage(decimal Share);

/// <summary>
/// A table on its way out. Rows are read once, one at a time; each has one value per column, of the column's type, or
/// null for an empty cell.
/// </summary>
public sealed record Sheet(string Name, IReadOnlyList<Column> Columns, IAsyncEnumerable<IReadOnlyList<object?>> Rows)
{
    public Sheet(string name, IReadOnlyList<Column> columns, IEnumerable<IReadOnlyList<object?>> rows)
        : this(name, columns, rows.ToAsyncEnumerable()) { }

    /// <summary>Words before the totals of an XLSX; null for no totals. A CSV never has any: it holds data only.</summary>
    public string? TotalTitle { get; init; }

    /// <summary>
    /// Lines under the table that are none of its rows, such as notes: each value is written by its own type (whole numbers,
    /// texts, days), whatever its column holds; none is summed.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<object?>> Foot { get; init; } = [];

    /// <summary>A line of the foot, as wide as the table.</summary>
    internal IReadOnlyList<object?> CheckedFoot(IReadOnlyList<object?> line) =>
        line.Count <= Columns.Count
            ?
            [
                .. line.Select(value =>
                    value switch
                    {
                        int number => (long)number,
                        null or long or string or DateOnly => value,
                        _ => throw new ArgumentException($"A foot holds no {value.GetType().Name}.", nameof(line)),
                    }
                ),
                .. Enumerable.Repeat<object?>(null, Columns.Count - line.Count),
            ]
            : throw new ArgumentException(
                $"A foot has {line.Count} cells under {Columns.Count} columns.",
                nameof(line)
            );

    /// <summary>The value if it suits the column; a wrong row is a mistake of the caller.</summary>
    internal object? Checked(IReadOnlyList<object?> row, int column)
    {
        if (row.Count != Columns.Count)
        {
            throw new ArgumentException($"A row has {row.Count} cells under {Columns.Count} columns.", nameof(row));
        }

        return (Columns[column].Kind, row[column]) switch
        {
            (_, null) => null,
            (CellKind.Text, string text) => text,
            (CellKind.WholeNumber, int number) => (long)number,
            (CellKind.WholeNumber, long number) => number,
            (CellKind.Number, decimal number) => number,
            (CellKind.Percent, decimal share) => new Percentage(share),
            (CellKind.Money, Core.Money money) => money,
            (CellKind.Date, DateOnly day) => day,
            (CellKind.Instant, DateTime { Kind: DateTimeKind.Utc } instant) => instant,
            var (kind, value) => throw new ArgumentException(
                $"Column « {Columns[column].Title} » holds {kind}, not {value.GetType().Name}.",
                nameof(row)
            ),
        };
    }
}
