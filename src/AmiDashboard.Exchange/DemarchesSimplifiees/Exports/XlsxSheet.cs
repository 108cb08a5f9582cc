using System.Globalization;
using System.Xml;

namespace AmiDashboard.Exchange.DemarchesSimplifiees.Exports;

/// <summary>The rows of one worksheet.</summary>
internal static class XlsxSheet
{
    private static readonly DateTime SerialZero = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);
    private const int DaysTo1904 = 1462;

    /// <summary>Null for a sheet without any line.</summary>
    public static ExportTable? Read(XlsxExport export, string name, string part, ExportBudget budget)
    {
        ExportLine? header = null;
        var lines = new List<ExportLine>();
        export.Read(
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
                    var cells = ReadRow(export, xml, row, budget);
                    if (!cells.Exists(cell => !cell.IsEmpty))
                    {
                        continue;
                    }

                    budget.TakeLine(lines.Count + 2, name);
                    if (header is null)
                    {
                        header = new ExportLine(row, [.. cells]);
                    }
                    else
                    {
                        lines.Add(new ExportLine(row, [.. cells]));
                    }
                }

                return lines;
            }
        );
        return header is null ? null : new ExportTable(name, header, lines);
    }

    private static int? RowNumber(string? written) =>
        int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : null;

    private static List<ExportCell> ReadRow(XlsxExport export, XmlReader xml, int row, ExportBudget budget)
    {
        var cells = new List<ExportCell>();
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
            var cell = ReadCell(export, xml, budget.Limits.CellCharacters);
            next = column + 1;
            if (cell.IsEmpty)
            {
                continue;
            }

            budget.TakeCell(column, cell.Text?.Length ?? 0, row);
            while (cells.Count <= column)
            {
                cells.Add(default);
            }

            cells[column] = cell;
        }

        return cells;
    }

    private static ExportCell ReadCell(XlsxExport export, XmlReader xml, int longest)
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
            return ExportCell.Formula;
        }

        return type switch
        {
            "inlineStr" => ExportCell.Of(inline),
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var i)
            && i < export.Texts.Length
                ? ExportCell.Of(export.Texts[i])
                : throw new UnreadableExportException("Import_Damaged"),
            "b" => ExportCell.Of(value == "1" ? "true" : "false"),
            "e" => ExportCell.Error,
            "str" or "d" => ExportCell.Of(value),
            _ when string.IsNullOrEmpty(value) => default,
            _ => Number(value, export.Styles.IsDate(style), export.CountsFrom1904),
        };
    }

    /// <summary>A number as it was typed: the file holds doubles with seventeen digits, of which fifteen are meant.</summary>
    private static ExportCell Number(string written, bool isDate, bool countsFrom1904)
    {
        if (
            !double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            || Math.Abs(number) > 1e20
        )
        {
            return ExportCell.Of(written);
        }

        if (!isDate)
        {
            return ExportCell.Of(((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture));
        }

        var days = number + (countsFrom1904 ? DaysTo1904 : 0);
        return days is >= 1 and < 2_958_466
            ? ExportCell.Of(SerialZero.AddSeconds(Math.Round(days * 86_400)))
            : ExportCell.Of(written);
    }
}
