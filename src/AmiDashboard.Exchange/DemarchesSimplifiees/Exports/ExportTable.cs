namespace AmiDashboard.Exchange.DemarchesSimplifiees.Exports;

/// <summary>One table of a file: the CSV itself, or a sheet. The first line is the header.</summary>
internal sealed record ExportTable(string Name, ExportLine Header, IReadOnlyList<ExportLine> Lines);

/// <param name="Number">Line of the file, or row of the sheet, at which it begins: from 1.</param>
internal sealed record ExportLine(int Number, ExportCell[] Cells)
{
    public ExportCell this[int column] => column < Cells.Length ? Cells[column] : default;
}

/// <summary>What a cell holds: nothing, text, a Paris wall-clock time, or something that is never read.</summary>
internal readonly struct ExportCell
{
    private static readonly object FormulaMark = new();
    private static readonly object ErrorMark = new();

    private readonly object? held;

    private ExportCell(object? held) => this.held = held;

    /// <summary>A formula: neither run nor believed.</summary>
    public static ExportCell Formula { get; } = new(FormulaMark);

    /// <summary>#N/A and its like.</summary>
    public static ExportCell Error { get; } = new(ErrorMark);

    public static ExportCell Of(string? text) => string.IsNullOrWhiteSpace(text) ? default : new(text);

    public static ExportCell Of(DateTime wallClock) => new(wallClock);

    public bool IsEmpty => held is null;

    public bool IsFormula => held == FormulaMark;

    public bool IsError => held == ErrorMark;

    /// <summary>Null for an empty cell, a date, a formula or an error.</summary>
    public string? Text => held as string;

    /// <summary>Paris wall-clock time of a real date of an XLSX.</summary>
    public DateTime? WallClock => held as DateTime?;

    /// <summary>As it is shown in a report.</summary>
    public string? Shown =>
        held switch
        {
            string text => text,
            DateTime { TimeOfDay.Ticks: 0 } day => $"{day:yyyy-MM-dd}",
            DateTime wallClock => $"{wallClock:yyyy-MM-dd HH:mm:ss}",
            _ => null,
        };
}

/// <summary>Counts what a file takes, and stops the reading at the first limit passed.</summary>
internal sealed class ExportBudget(ExportLimits limits)
{
    private long cells;
    private long characters;

    public ExportLimits Limits { get; } = limits;

    public void TakeLine(int lines, string table)
    {
        if (lines > Limits.Lines)
        {
            throw new UnreadableExportException("Import_TooManyLines", Limits.Lines, table);
        }
    }

    public void TakeCell(int column, int length, int line)
    {
        if (column >= Limits.Columns)
        {
            throw new UnreadableExportException("Import_TooManyColumns", Limits.Columns, line);
        }

        if (length > Limits.CellCharacters)
        {
            throw new UnreadableExportException("Import_CellTooLong", Limits.CellCharacters, line);
        }

        if (++cells > Limits.Cells)
        {
            throw new UnreadableExportException("Import_TooManyCells", Limits.Cells);
        }

        if ((characters += length) > Limits.TextCharacters)
        {
            throw new UnreadableExportException("Import_TooMuchText", Limits.TextCharacters);
        }
    }
}
