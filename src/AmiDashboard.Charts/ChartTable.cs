using System.Collections.Immutable;
using AmiDashboard.Core.Applications;

namespace AmiDashboard.Charts;

/// <summary>What a column of a chart's table holds.</summary>
public enum ChartCellKind
{
    Text,

    /// <summary><see cref="int"/>.</summary>
    Count,

    /// <summary><see cref="decimal"/>, one decimal, in days.</summary>
    Days,

    /// <summary><see cref="decimal"/>, two decimals, in points of a scale or on a scale from 0 to 1.</summary>
    Points,

    /// <summary><see cref="DateOnly"/>, in Paris.</summary>
    Date,

    /// <summary><see cref="Core.Money"/>.</summary>
    Money,
}

/// <summary>The data of a chart as a table: the same numbers, for reading and for export.</summary>
/// <param name="Total">Null where a sum would mean nothing.</param>
public sealed record ChartTable(
    ImmutableArray<ChartColumn> Columns,
    ImmutableArray<ChartRow> Rows,
    ChartRow? Total = null
)
{
    /// <summary>What is said of days of the chart, in their order.</summary>
    public ImmutableArray<PinnedNote> Notes { get; init; } = [];
}

public sealed record ChartColumn(ChartCellKind Kind, string Title);

/// <param name="Cells">One for each column, of the column's type, or null.</param>
/// <param name="Rows">Lists the applications that the row counts.</param>
public sealed record ChartRow(ImmutableArray<object?> Cells, ApplicationFilter? Rows);
