using System.Collections.Immutable;
using AmiDashboard.Core;
using AmiDashboard.Core.Budgets.Matching;
using AmiDashboard.Exchange.Spreadsheets.Reading;

namespace AmiDashboard.Exchange.CaisseDesDepots;

/// <summary>
/// What a file of payments sent by CDC says: CSV or XLSX, told apart by content and not by name. Nothing is written, and
/// nothing is matched yet.
/// </summary>
public sealed record PaymentFile
{
    /// <summary>Far above what an operator pays in a year, far below what would hurt.</summary>
    public static readonly TableLimits Limits = new()
    {
        FileBytes = 8 * 1024 * 1024,
        UnpackedBytes = 64 * 1024 * 1024,
        Lines = 5_000,
        Columns = 200,
        Cells = 200_000,
        CellCharacters = 10_000,
        TextCharacters = 4_000_000,
    };

    public required string Name { get; init; }

    /// <summary>Lines under the header, refused ones included, empty ones not.</summary>
    public required int LineCount { get; init; }

    /// <summary>Those that could be read, in the order of the file.</summary>
    public required ImmutableArray<PaymentFileLine> Lines { get; init; }

    /// <summary>The first ones; <see cref="ProblemCount"/> says how many there are.</summary>
    public required ImmutableArray<PaymentFileProblem> Problems { get; init; }

    public required int ProblemCount { get; init; }

    /// <summary>How the columns were understood, in their order.</summary>
    public required ImmutableArray<PaymentColumn> Columns { get; init; }

    /// <summary>Titles of the columns that were not read.</summary>
    public required ImmutableArray<string> IgnoredColumns { get; init; }

    public int RefusedLines => LineCount - Lines.Length;

    /// <summary>
    /// Reads a file to its end. What is wrong with a line is reported and the others are kept; what is wrong with the file
    /// refuses it (<see cref="PaymentFileTexts"/> has the sentences).
    /// </summary>
    /// <param name="name">Shown only: it decides nothing.</param>
    /// <param name="limits">Null for <see cref="Limits"/>.</param>
    public static Task<Outcome<PaymentFile>> ReadAsync(
        Stream sent,
        string name,
        TableLimits? limits = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(sent);
        var held = limits ?? Limits;
        return IncomingFile.ReadAsync(sent, held, file => Read(file, Path.GetFileName(name), held), cancellation);
    }

    private static int Lacks(TableLine line) => PaymentColumns.Missing(line).Count;

    private static PaymentFile Read(FileStream file, string name, TableLimits limits)
    {
        var allowance = new TableAllowance(limits);
        var isXlsx = FileKind.Check(file) == FileKind.Zip;
        var table = isXlsx
            ? ReadSheet(file, allowance)
            : CsvTable.Read(file, allowance, Lacks, isWindows1252Known: true);
        if (PaymentColumns.Missing(table.Header) is { Count: > 0 } missing)
        {
            throw new UnreadableFileException("PaymentFile_NotPayments", string.Join(", ", missing));
        }

        var columns = new PaymentColumns(table.Header);
        var reading = new PaymentLines(table, columns, limits.Problems);
        return new PaymentFile
        {
            Name = name,
            LineCount = table.Lines.Count,
            Lines = reading.Read(isStrict: !isXlsx),
            Problems = reading.Problems,
            ProblemCount = reading.ProblemCount,
            Columns = columns.Read,
            IgnoredColumns = columns.Ignored,
        };
    }

    /// <summary>The one sheet that holds payments; two are refused, for money must not be left unread.</summary>
    private static Table ReadSheet(FileStream file, TableAllowance allowance)
    {
        using var workbook = new XlsxWorkbook(file, allowance);
        workbook.ReadWorkbook();
        var tables = workbook
            .Sheets.Select(sheet => XlsxSheet.Read(workbook, sheet.Name, sheet.Part, allowance))
            .OfType<Table>()
            .Select(table => table.Titled(Lacks))
            .ToList();
        var payments = tables.FindAll(table => PaymentColumns.Missing(table.Header).Count == 0);
        return payments.Count > 1
            ? throw new UnreadableFileException(
                "PaymentFile_SeveralSheets",
                string.Join(", ", payments.Select(table => table.Name))
            )
            : payments.FirstOrDefault() ?? tables.FirstOrDefault() ?? throw new UnreadableFileException("Import_Empty");
    }
}

/// <param name="Title">As the file writes it.</param>
public sealed record PaymentColumn(PaymentPart Part, string Title);

/// <summary>One cell for which a line could not be read.</summary>
/// <param name="Line">Line of the file, or row of the sheet.</param>
/// <param name="Column">As the file writes its title; null where the whole line is meant.</param>
/// <param name="Value">The value met, cut at <see cref="LongestValue"/>; null for an empty cell.</param>
/// <param name="ReasonKey">Key of the sentence that says why.</param>
public sealed record PaymentFileProblem(int Line, string? Column, string? Value, string ReasonKey)
{
    /// <summary>Characters.</summary>
    public const int LongestValue = 200;
}
