using AmiDashboard.Core;
using AmiDashboard.Exchange.Spreadsheets.Reading;
using AmiDashboard.Storage.Applications.Imports;

namespace AmiDashboard.Exchange.DemarchesSimplifiees.Exports;

/// <summary>
/// Reads an export of démarches-simplifiées, CSV or XLSX, told apart by content and not by name. Writes nothing but a
/// temporary file. What is wrong with a line is reported and the others are read; what is wrong with the file refuses it,
/// with the remedy. Memory is bounded by the limits, whatever is sent.
/// </summary>
public sealed class ReadExport(TableLimits limits)
{
    private static readonly string[] SheetsOfThePlatform = ["etablissements", "avis"];

    /// <param name="name">Shown in the report only: it decides nothing.</param>
    /// <param name="form">What is known of the edition's form; <see cref="KnownForm.Unknown"/> where nothing is.</param>
    public async Task<Outcome<ImportFile>> RunAsync(
        Stream sent,
        string name,
        KnownForm form,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(sent);
        ArgumentNullException.ThrowIfNull(form);
        return await IncomingFile.ReadAsync(
            sent,
            limits,
            file => Read(file, Path.GetFileName(name), form),
            cancellation
        );
    }

    private ImportFile Read(FileStream file, string name, KnownForm form)
    {
        var (report, allowance) = (new ExportReport(limits), new TableAllowance(limits));
        var isXlsx = FileKind.Check(file) == FileKind.Zip;
        var (main, others) = isXlsx ? ReadSheets(file, allowance, report) : (CsvTable.Read(file, allowance, Lacks), []);
        if (ExportDossiers.Missing(main.Header) is { Count: > 0 } missing)
        {
            throw new UnreadableFileException("Import_NotAnExport", string.Join(", ", missing));
        }

        var blocks = new List<RepeatedBlocks>();
        foreach (var sheet in others)
        {
            if (RepeatedBlocks.Read(sheet, form, report) is { } block)
            {
                blocks.Add(block);
            }
            else
            {
                report.Notice("Import_SheetIgnored", sheet.Name);
            }
        }

        var lines = new ExportDossiers(main, form, report);
        var dossiers = lines.Read(blocks, isStrict: !isXlsx);
        NoticeOrphans(blocks, main, report);
        return new ImportFile
        {
            Name = name,
            Lines = main.Lines.Count,
            Dossiers = dossiers,
            Columns = lines.Columns,
            Problems = report.Problems,
            ProblemCount = report.ProblemCount,
            Notices = report.Notices,
        };
    }

    private static void NoticeOrphans(List<RepeatedBlocks> blocks, Table main, ExportReport report)
    {
        var key = Array.FindIndex(main.Header.Cells, cell => ExportParts.Of(cell.Shown ?? "") == ExportPart.Number);
        var numbers = main.Lines.Select(line => ExportDossiers.NumberOf(line[key])).ToHashSet();
        foreach (var block in blocks)
        {
            foreach (var _ in block.Numbers.Where(number => !numbers.Contains(number)))
            {
                report.Notice("Import_RowsWithoutDossier", block.Label);
            }
        }
    }

    /// <summary>The sheet of dossiers, and those that may hold repeatable blocks.</summary>
    private static (Table Main, List<Table> Others) ReadSheets(
        FileStream file,
        TableAllowance allowance,
        ExportReport report
    )
    {
        using var workbook = new XlsxWorkbook(file, allowance);
        workbook.ReadWorkbook();
        var tables = new List<Table>();
        foreach (var (name, part) in workbook.Sheets)
        {
            if (SheetsOfThePlatform.Contains(FoldedText.Fold(name)))
            {
                report.Notice("Import_SheetIgnored", name);
            }
            else if (XlsxSheet.Read(workbook, name, part, allowance) is { } table)
            {
                tables.Add(table);
            }
        }

        if (tables.Count == 0)
        {
            throw new UnreadableFileException("Import_Empty");
        }

        // Only of the sheet of dossiers the titles are known.
        var (place, main) = tables.Select(table => table.Titled(Lacks)).Index().MinBy(one => Lacks(one.Item.Header));
        return (main, [.. tables.Where((_, index) => index != place)]);
    }

    private static int Lacks(TableLine line) => ExportDossiers.Missing(line).Count;
}
