using AmiDashboard.Core;

namespace AmiDashboard.Exchange.Spreadsheets.Reading;

/// <summary>One table of a file: the CSV itself, or a sheet. The first line is the header.</summary>
internal sealed record Table(string Name, TableLine Header, IReadOnlyList<TableLine> Lines)
{
    /// <summary>Lines among which titles are looked for: people write « État édité le … » above them.</summary>
    public const int TitlesWithin = 20;

    /// <summary>Of a CSV whose last line has no end: what was sent may be half of it.</summary>
    public bool EndsOpen { get; init; }

    /// <summary>The same, from the first of its lines that lacks the fewest of the needed titles.</summary>
    /// <param name="lacks">How many needed titles a line lacks.</param>
    public Table Titled(Func<TableLine, int> lacks)
    {
        TableLine[] first = [Header, .. Lines.Take(TitlesWithin - 1)];
        var (at, titles) = first.Index().MinBy(one => lacks(one.Item));
        return at == 0 ? this : this with { Header = titles, Lines = [.. Lines.Skip(at)] };
    }

    /// <summary>
    /// Whether a line can be read under its header. Empty cells too many at its end say nothing. Cells too few are those that
    /// a spreadsheet program left out as empty, unless one of them is needed, or the line is the last of a file that was cut.
    /// </summary>
    /// <param name="needed">Columns without which a line says nothing.</param>
    public bool Holds(TableLine line, IEnumerable<int> needed)
    {
        var (width, titles) = (line.Cells.Length, Header.Cells.Length);
        return width >= titles
            ? line.Cells.Skip(titles).All(cell => cell.IsEmpty)
            : needed.All(column => column < width) && !(EndsOpen && line == Lines[^1]);
    }
}

/// <param name="Number">Line of the file, or row of the sheet, at which it begins: from 1.</param>
internal sealed record TableLine(int Number, TableCell[] Cells)
{
    public TableCell this[int column] => column < Cells.Length ? Cells[column] : default;
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

    /// <summary>As outside text is kept (<see cref="PlainText"/>).</summary>
    public static TableCell Of(string? text) =>
        PlainText.Of(text) is var plain && string.IsNullOrWhiteSpace(plain) ? default : new(plain);

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
