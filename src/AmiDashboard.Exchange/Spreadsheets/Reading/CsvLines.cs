using System.Text;

namespace AmiDashboard.Exchange.Spreadsheets.Reading;

/// <summary>
/// The lines of a CSV by RFC 4180, one at a time. Strict where a mistake would shift what follows: text after a closing
/// quote and a quote that is never closed are refused, with the line. Written here because a library that guesses on
/// damaged input cannot say where it was damaged, nor stop at a limit.
/// </summary>
/// <param name="between">The separator; null for the one that the first line uses most.</param>
internal sealed class CsvLines(TextReader reader, TableAllowance allowance, char? between = null)
{
    public static readonly char[] Separators = [';', ',', '\t'];

    private readonly char[] buffer = new char[16_384];
    private readonly StringBuilder text = new();
    private readonly List<TableCell> cells = [];
    private int filled;
    private int next;
    private int physicalLine = 1;
    private char? separator = between;

    /// <summary>Whether the last line that was read has no end.</summary>
    public bool EndsOpen { get; private set; }

    /// <summary>The next line that is not empty; null at the end.</summary>
    public TableLine? Read()
    {
        if (separator is null)
        {
            Fill();
            separator = SeparatorOf(buffer.AsSpan(0, filled));
        }

        while (Peek() >= 0)
        {
            var start = physicalLine;
            cells.Clear();
            while (ReadCell(start)) { }

            if (cells.Exists(cell => !cell.IsEmpty))
            {
                return new TableLine(start, [.. cells]);
            }
        }

        return null;
    }

    /// <summary>Reads one cell; whether another follows on the same line.</summary>
    private bool ReadCell(int start)
    {
        text.Clear();
        if (Peek() == '"')
        {
            Take();
            ReadQuoted();
            if (Peek() is var after && after >= 0 && after != separator && after is not ('\r' or '\n'))
            {
                throw new UnreadableFileException("Import_CsvQuote", physicalLine);
            }
        }
        else
        {
            while (Peek() is var c && c >= 0 && c != separator && c is not ('\r' or '\n'))
            {
                Append((char)Take());
            }
        }

        allowance.TakeCell(cells.Count, text.Length, start);
        cells.Add(TableCell.Of(text.ToString()));
        switch (Take())
        {
            case -1:
                EndsOpen = true;
                return false;
            case '\n':
                return false;
            case '\r':
                if (Peek() == '\n')
                {
                    Take();
                }
                else
                {
                    physicalLine++;
                }

                return false;
            default:
                return true;
        }
    }

    private void ReadQuoted()
    {
        var opened = physicalLine;
        while (true)
        {
            var c = Take();
            if (c < 0)
            {
                throw new UnreadableFileException("Import_CsvTruncated", opened);
            }

            if (c == '"')
            {
                if (Peek() != '"')
                {
                    return;
                }

                Take();
            }

            Append((char)c);
        }
    }

    private void Append(char c)
    {
        if (c == '\0')
        {
            throw new UnreadableFileException("Import_Binary");
        }

        text.Append(c);
        if (text.Length > allowance.Limits.CellCharacters)
        {
            throw new UnreadableFileException("Import_CellTooLong", allowance.Limits.CellCharacters, physicalLine);
        }
    }

    private int Peek() => next < filled || Fill() ? buffer[next] : -1;

    private int Take()
    {
        var c = Peek();
        if (c < 0)
        {
            return c;
        }

        next++;
        if (c == '\n')
        {
            physicalLine++;
        }

        return c;
    }

    private bool Fill()
    {
        next = 0;
        filled = reader.ReadBlock(buffer);
        return filled > 0;
    }

    /// <summary>The one of comma, semicolon and tab that the first line uses most, outside quotes.</summary>
    private static char SeparatorOf(ReadOnlySpan<char> start)
    {
        var counts = new Dictionary<char, int>
        {
            [','] = 0,
            [';'] = 0,
            ['\t'] = 0,
        };
        var isQuoted = false;
        foreach (var c in start)
        {
            if (c == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && c is '\r' or '\n')
            {
                break;
            }
            else if (!isQuoted && counts.TryGetValue(c, out var count))
            {
                counts[c] = count + 1;
            }
        }

        return counts.MaxBy(pair => pair.Value).Key;
    }
}
