using System.IO.Compression;
using System.Text;
using AmiDashboard.Exchange.Spreadsheets;
using AmiDashboard.Spreadsheets;
using MiniExcelLibs;
using SkiaSharp;

namespace AmiDashboard.Budgets.Documents;

/// <summary>Documents as programs write them, byte by byte.</summary>
internal static class SomeDocuments
{
    public static byte[] Pdf { get; } = DrawnPdf();

    public static byte[] Png { get; } = Picture(SKEncodedImageFormat.Png);

    public static byte[] Jpeg { get; } = Picture(SKEncodedImageFormat.Jpeg);

    public static byte[] Docx { get; } =
        Zip("[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/media/é.png");

    public static byte[] Xlsx { get; } = OfMiniExcel();

    public static byte[] Odt { get; } = OpenDocument("application/vnd.oasis.opendocument.text");

    public static byte[] Ods { get; } = OpenDocument("application/vnd.oasis.opendocument.spreadsheet");

    public static byte[] Of(string name) =>
        name switch
        {
            "pdf" => Pdf,
            "png" => Png,
            "jpg" or "jpeg" => Jpeg,
            "docx" => Docx,
            "xlsx" => Xlsx,
            "odt" => Odt,
            "ods" => Ods,
            _ => Text("Poste;Montant\r\nÉtudes;12 000,50 €\r\n"),
        };

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Zip(params string[] names) => Zip(names.Select(name => (name, "<x/>")));

    public static byte[] Zip(IEnumerable<(string Name, string Content)> parts) => SampleWorkbook.Zip(parts).ToArray();

    /// <summary>As ODF asks: its type comes first and is stored.</summary>
    public static byte[] OpenDocument(string type, params string[] others)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "mimetype", type, CompressionLevel.NoCompression);
            foreach (var name in (string[])["content.xml", "META-INF/manifest.xml", "Configurations2/", .. others])
            {
                Write(archive, name, name.EndsWith('/') ? "" : "<x/>", CompressionLevel.Optimal);
            }
        }

        return file.ToArray();
    }

    public static async Task<byte[]> OfOurOwnAsync() =>
        await Sheets.XlsxAsync(new Sheet("T", Sheets.EveryKind, [Sheets.Row]));

    private static void Write(ZipArchive archive, string name, string content, CompressionLevel level)
    {
        using var part = archive.CreateEntry(name, level).Open();
        part.Write(Text(content));
    }

    private static byte[] OfMiniExcel()
    {
        using var file = new MemoryStream();
        file.SaveAs(new[] { new { Poste = "Études", Montant = 12_000.5m } });
        return file.ToArray();
    }

    private static byte[] DrawnPdf()
    {
        using var file = new MemoryStream();
        using (var pdf = SKDocument.CreatePdf(file))
        {
            pdf.BeginPage(100, 100);
            pdf.EndPage();
        }

        return file.ToArray();
    }

    private static byte[] Picture(SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(8, 8);
        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }
}
