using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using AmiDashboard.Exchange.Spreadsheets;
using CsvHelper;
using CsvHelper.Configuration;
using MiniExcelLibs;

namespace AmiDashboard.Sgpi;

/// <summary>
/// A workbook as another program reads it: LibreOffice where it is installed, which has to compute the formulas itself, else
/// another library, which reads the values kept with them.
/// </summary>
internal static partial class OtherProgram
{
    private static readonly string? LibreOffice = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "soffice"))
        .FirstOrDefault(File.Exists);

    /// <summary>Rows of cells as they are shown, or as numbers; the header first.</summary>
    public static async Task<List<string[]>> ReadAsync(byte[] xlsx) =>
        LibreOffice is { } program ? await ConvertAsync(program, xlsx) : ReadHere(xlsx);

    /// <summary>A number however it is shown: with currency, thousands or a percent sign.</summary>
    public static decimal? Number(string cell)
    {
        var digits = string.Concat(cell.Where(c => char.IsAsciiDigit(c) || c is '.' or '-'));
        return digits.Length == 0
            ? null
            : decimal.Parse(digits, CultureInfo.InvariantCulture) / (cell.Contains('%') ? 100 : 1);
    }

    private static List<string[]> ReadHere(byte[] xlsx) =>
        [
            .. new MemoryStream(xlsx)
                .Query()
                .Cast<IDictionary<string, object?>>()
                .Select(row => row.Values.Select(Shown).ToArray()),
        ];

    private static string Shown(object? cell) =>
        cell switch
        {
            null => "",
            DateTime day => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
            double number => ((decimal)number).ToString(CultureInfo.InvariantCulture),
            _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
        };

    private static async Task<List<string[]>> ConvertAsync(string program, byte[] xlsx)
    {
        var folder = Directory.CreateTempSubdirectory("amidashboard-sheet-");
        try
        {
            var file = Path.Combine(folder.FullName, "table.xlsx");
            await File.WriteAllBytesAsync(file, WithoutKeptValues(xlsx));

            // « ; », double quotes, UTF-8, from the first line, American English, cells as they are shown.
            string[] arguments =
            [
                $"-env:UserInstallation={new Uri(Path.Combine(folder.FullName, "profile"))}",
                "--headless",
                "--convert-to",
                "csv:Text - txt - csv (StarCalc):59,34,76,1,,1033,false,true",
                "--outdir",
                folder.FullName,
                file,
            ];
            using var process = Process.Start(
                new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false }
            )!;
            await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return await ReadCsvAsync(Path.ChangeExtension(file, "csv"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static byte[] WithoutKeptValues(byte[] xlsx)
    {
        using var file = new MemoryStream();
        file.Write(xlsx);
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            var part = archive.GetEntry(XlsxParts.Worksheet)!;
            string worksheet;
            using (var reader = new StreamReader(part.Open()))
            {
                worksheet = reader.ReadToEnd();
            }

            part.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(XlsxParts.Worksheet).Open());
            writer.Write(KeptValue().Replace(worksheet, "</f>"));
        }

        return file.ToArray();
    }

    [GeneratedRegex("</f><v>[^<]*</v>")]
    private static partial Regex KeptValue();

    private static async Task<List<string[]>> ReadCsvAsync(string file)
    {
        var settings = new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";", Mode = CsvMode.RFC4180 };
        using var reader = new StreamReader(file, Encoding.UTF8);
        using var parser = new CsvParser(reader, settings);
        var rows = new List<string[]>();
        while (await parser.ReadAsync())
        {
            rows.Add(parser.Record!);
        }

        return rows;
    }
}
