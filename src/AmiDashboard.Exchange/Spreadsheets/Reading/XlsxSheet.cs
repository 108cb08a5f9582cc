using System.Globalization;
using System.Xml;

namespace AmiDashboard.Exchange.Spreadsheets.Reading;

/// <summary>The rows of one worksheet.</summary>
internal static class XlsxSheet
{
    private static readonly DateTime SerialZero = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);
    private const int DaysTo1904 = 1462;

    /// <summary>Null for a sheet without any line.</summary>
    public static Table? Read(XlsxWorkbook workbook, string name, string part, TableAllowance allowance)
    {
        TableLine? header = null;
        var lines = new List<TableLine>();
        workbook.Read(
            part,
            xml =>
            {
                var row = 0;
                while (xml.ReadGuarded())
                {
                    if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "row")
                    {
                        continue;
                    }

                    row = RowNumber(xml.GetAttribute("r")) ?? row + 1;
                    var cells = ReadRow(workbook, xml, row, allowance);
                    if (!cells.Exists(cell => !cell.IsEmpty))
                    {
                        continue;
                    }

                    allowance.TakeLine(lines.Count + 2, name);
                    if (header is null)
                    {
                        header = new TableLine(row, [.. cells]);
                    }
                    else
                    {
                        lines.Add(new TableLine(row, [.. cells]));
                    }
                }

                return lines;
            }
        );
        return header is null ? null : new Table(name, header, lines);
    }

    private static int? RowNumber(string? written) =>
        int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : null;

    private static List<TableCell> ReadRow(XlsxWorkbook workbook, XmlReader xml, int row, TableAllowance allowance)
    {
        var cells = new List<TableCell>();
        if (xml.IsEmptyElement)
        {
            return cells;
        }

        var (depth, next) = (xml.Depth, 0);
        while (xml.ReadGuarded() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c")
            {
                continue;
            }

            var column = XlsxNames.ColumnOf(xml.GetAttribute("r")) ?? next;
            var cell = ReadCell(workbook, xml, allowance.Limits.CellCharacters);
            next = column + 1;
            if (cell.IsEmpty)
            {
                continue;
            }

            allowance.TakeCell(column, cell.Text?.Length ?? 0, row);
            while (cells.Count <= column)
            {
                cells.Add(default);
            }

            cells[column] = cell;
        }

        return cells;
    }

    private static TableCell ReadCell(XlsxWorkbook workbook, XmlReader xml, int longest)
    {
        var (type, style) = (xml.GetAttribute("t"), xml.GetAttribute("s"));
        var (depth, value, inline, isFormula) = (xml.Depth, (string?)null, (string?)null, false);
        if (xml.IsEmptyElement)
        {
            return default;
        }

        while (xml.ReadGuarded() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "f":
                    isFormula = true;
                    xml.ReadRuns(longest);
                    break;
                case "v":
                    value = xml.ReadRuns(longest);
                    break;
                case "is":
                    inline = xml.ReadRuns(longest);
                    break;
            }
        }

        if (isFormula)
        {
            return TableCell.Formula;
        }

        return type switch
        {
            "inlineStr" => TableCell.Of(inline),
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var i)
            && i < workbook.Texts.Length
                ? TableCell.Of(workbook.Texts[i])
                : throw new UnreadableFileException("Import_Damaged"),
            "b" => TableCell.Of(value == "1" ? "true" : "false"),
            "e" => TableCell.Error,
            "str" or "d" => TableCell.Of(value),
            _ when string.IsNullOrEmpty(value) => default,
            _ => Number(value, workbook.Styles.IsDate(style), workbook.CountsFrom1904),
        };
    }

    /// <summary>A number as it was typed: the file holds doubles with seventeen digits, of which fifteen are meant.</summary>
    private static TableCell Number(string written, bool isDate, bool countsFrom1904)
    {
        if (
            !double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            || Math.Abs(number) > 1e20
        )
        {
            return TableCell.Of(written);
        }

        if (!isDate)
        {
            return TableCell.Of(((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture));
        }

        var days = number + (countsFrom1904 ? DaysTo1904 : 0);
        return days is >= 1 and < 2_958_466
            ? TableCell.Of(SerialZero.AddSeconds(Math.Round(days * 86_400)))
            : TableCell.Of(written);
    }
}
