namespace AmiDashboard.Exchange.Spreadsheets.Reading;

/// <summary>One table of a file: the CSV itself, or a sheet. The first line is the header.</summary>
internal sealed record Table(string Name, TableLine Header, IReadOnlyList<TableLine> Lines);

/// <param name="Number">Line of the file, or row of the sheet, at which it begins: from 1.</param>
internal sealed record TableLine(int Number, TableCell[] Cells)
{
    public TableCell this[int column] => column < Cells.Length ? Cells[column] : default;

    /// <summary>
    /// Whether it is as wide as its header, but for empty cells at its end: a line of a CSV that is not was cut or shifted.
    /// </summary>
    public bool Fits(TableLine header) =>
        Cells.Length == header.Cells.Length
        || (Cells.Length > header.Cells.Length && Cells.Skip(header.Cells.Length).All(cell => cell.IsEmpty));
}

/// <summary>What a cell holds: nothing, text, a Paris wall-clock time, or something that is never read.</summary>
internal readonly struct TableCell
{
    private static readonly object FormulaMark = new();
    private static readonly object ErrorMark = new();

    private readonly object? held;

    private TableCell(object? held) => this.held = held;

    /// <summary>A formula: neither run nor believed.</summary>
    public static TableCell Formula { get; } = new(FormulaMark);

    /// <summary>#N/A and its like.</summary>
    public static TableCell Error { get; } = new(ErrorMark);

    public static TableCell Of(string? text) => string.IsNullOrWhiteSpace(text) ? default : new(text);

    public static TableCell Of(DateTime wallClock) => new(wallClock);

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
internal sealed class TableAllowance(TableLimits limits)
{
    private long cells;
    private long characters;

    public TableLimits Limits { get; } = limits;

    public void TakeLine(int lines, string table)
    {
        if (lines > Limits.Lines)
        {
            throw new UnreadableFileException("Import_TooManyLines", Limits.Lines, table);
        }
    }

    public void TakeCell(int column, int length, int line)
    {
        if (column >= Limits.Columns)
        {
            throw new UnreadableFileException("Import_TooManyColumns", Limits.Columns, line);
        }

        if (length > Limits.CellCharacters)
        {
            throw new UnreadableFileException("Import_CellTooLong", Limits.CellCharacters, line);
        }

        if (++cells > Limits.Cells)
        {
            throw new UnreadableFileException("Import_TooManyCells", Limits.Cells);
        }

        if ((characters += length) > Limits.TextCharacters)
        {
            throw new UnreadableFileException("Import_TooMuchText", Limits.TextCharacters);
        }
    }
}
