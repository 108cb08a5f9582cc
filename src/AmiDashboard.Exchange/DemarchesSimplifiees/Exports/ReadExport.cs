using System.Text;
using System.Xml;
using AmiDashboard.Core;
using AmiDashboard.Exchange.Spreadsheets;
using AmiDashboard.Storage.Applications.Imports;

namespace AmiDashboard.Exchange.DemarchesSimplifiees.Exports;

/// <summary>
/// Reads an export of démarches-simplifiées, CSV or XLSX, told apart by content and not by name. Writes nothing but a
/// temporary file. What is wrong with a line is reported and the others are read; what is wrong with the file refuses it,
/// with the remedy. Memory is bounded by the limits, whatever is sent.
/// </summary>
public sealed class ReadExport(ExportLimits limits)
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
        try
        {
            await using var file = TemporaryFile.Create();
            await CopyAsync(sent, file, cancellation);
            return await Task.Run(() => Read(file, Path.GetFileName(name), form), cancellation);
        }
        catch (UnreadableExportException unreadable)
        {
            return unreadable.Refusal;
        }
        catch (Exception failure)
            when (failure is InvalidDataException or XmlException or EndOfStreamException or DecoderFallbackException)
        {
            return new Refusal("Import_Damaged");
        }
    }

    private async Task CopyAsync(Stream sent, FileStream file, CancellationToken cancellation)
    {
        var buffer = new byte[81_920];
        while (await sent.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            if (file.Length + read > limits.FileBytes)
            {
                throw new UnreadableExportException("Import_TooBig", limits.FileBytes / (1024 * 1024));
            }

            await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }
    }

    private ImportFile Read(FileStream file, string name, KnownForm form)
    {
        var (report, budget) = (new ExportReport(limits), new ExportBudget(limits));
        var isXlsx = FileKind.Check(file) == FileKind.Zip;
        var (main, others) = isXlsx ? ReadSheets(file, budget, report) : (CsvExport.Read(file, budget), []);
        if (ExportDossiers.Missing(main.Header) is { Count: > 0 } missing)
        {
            throw new UnreadableExportException("Import_NotAnExport", string.Join(", ", missing));
        }

        var blocks = new List<RepeatedBlocks>();
        foreach (var sheet in others)
        {
            if (RepeatedBlocks.Read(sheet, form, report, limits) is { } block)
            {
                blocks.Add(block);
            }
            else
            {
                report.Notice("Import_SheetIgnored", sheet.Name);
            }
        }

        var lines = new ExportDossiers(main, form, report, limits);
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

    private static void NoticeOrphans(List<RepeatedBlocks> blocks, ExportTable main, ExportReport report)
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
    private static (ExportTable Main, List<ExportTable> Others) ReadSheets(
        FileStream file,
        ExportBudget budget,
        ExportReport report
    )
    {
        using var export = new XlsxExport(file, budget);
        export.ReadWorkbook();
        var tables = new List<ExportTable>();
        foreach (var (name, part) in export.Sheets)
        {
            if (SheetsOfThePlatform.Contains(FoldedText.Fold(name)))
            {
                report.Notice("Import_SheetIgnored", name);
            }
            else if (XlsxSheet.Read(export, name, part, budget) is { } table)
            {
                tables.Add(table);
            }
        }

        var main = tables.Find(table => ExportDossiers.Missing(table.Header).Count == 0) ?? tables.FirstOrDefault();
        return main is null
            ? throw new UnreadableExportException("Import_Empty")
            : (main, tables.FindAll(table => table != main));
    }
}
