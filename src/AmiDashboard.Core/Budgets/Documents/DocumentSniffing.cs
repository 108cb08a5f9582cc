namespace AmiDashboard.Core.Budgets.Documents;

/// <summary>A document that may be kept.</summary>
/// <param name="Name">Cleaned: see <see cref="DocumentName.Clean"/>.</param>
/// <param name="ContentType">A media type, as the bytes say.</param>
public sealed record SniffedDocument(string Name, string ContentType);

/// <summary>
/// What an uploaded document is by its bytes, whatever its name says: PDF, PNG, JPEG, DOCX, XLSX, ODT, ODS, CSV or plain
/// text in UTF-8. Everything else is refused: pages, drawings with scripts, programs, macros, archives, and what is two
/// kinds at once. Of an archive the directory alone is read: nothing is unpacked.
/// </summary>
public static class DocumentSniffing
{
    private const int LargestMegabytes = 10;

    /// <summary>Bytes.</summary>
    public const int Largest = LargestMegabytes * 1024 * 1024;

    private static readonly (string Type, string[] Endings)[] Kinds =
    [
        (Pdf, ["pdf"]),
        (Png, ["png"]),
        (Jpeg, ["jpg", "jpeg"]),
        (OfficeArchive.Docx, ["docx"]),
        (OfficeArchive.Xlsx, ["xlsx"]),
        (OfficeArchive.Odt, ["odt"]),
        (OfficeArchive.Ods, ["ods"]),
        (Csv, ["csv"]),
        (Plain, ["txt"]),
    ];

    private const string Pdf = "application/pdf";
    private const string Png = "image/png";
    private const string Jpeg = "image/jpeg";
    private const string Csv = "text/csv";
    private const string Plain = "text/plain";

    /// <summary>The document with its type, or why it is not kept.</summary>
    /// <param name="name">As sent; its ending must agree with the content.</param>
    public static Outcome<SniffedDocument> Check(string? name, ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty)
        {
            return new Refusal("Refusal_DocumentEmpty");
        }

        if (content.Length > Largest)
        {
            return new Refusal("Refusal_DocumentTooBig", LargestMegabytes);
        }

        if (DocumentName.Clean(name) is not { } cleaned)
        {
            return new Refusal("Refusal_DocumentName");
        }

        var ending = DocumentName.EndingOf(cleaned);
        var type = TypeOf(content, ending);
        if (!type.Done)
        {
            return type.Refusal;
        }

        var endings = Kinds.First(kind => kind.Type == type.Value).Endings;
        return endings.Contains(ending, StringComparer.Ordinal)
            ? new SniffedDocument(cleaned, type.Value)
            : new Refusal("Refusal_DocumentEnding", ending, string.Join(", ", endings));
    }

    private static Outcome<string> TypeOf(ReadOnlySpan<byte> content, string ending)
    {
        if (content.StartsWith("PK\u0003\u0004"u8))
        {
            var listing = ZipListing.Read(content);
            return listing.Done ? OfficeArchive.TypeOf(listing.Value, content) : listing.Refusal;
        }

        // Compound files: Office before 2007, and what a password protects since.
        if (content.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return new Refusal("Refusal_DocumentOldOffice");
        }

        var (type, isWhole) =
            ContentSigns.IsPdf(content) ? (Pdf, ContentSigns.IsWholePdf(content))
            : ContentSigns.IsPng(content) ? (Png, ContentSigns.IsWholePng(content))
            : ContentSigns.IsJpeg(content) ? (Jpeg, ContentSigns.IsWholeJpeg(content))
            : default;
        if (type is null)
        {
            return TypeOfText(content, ending);
        }

        // An archive is read from its end, these from their beginning: a file can be both.
        return ZipListing.EndOf(content) >= 0 ? new Refusal("Refusal_DocumentType")
            : isWhole ? type
            : new Refusal("Refusal_DocumentDamaged");
    }

    private static Outcome<string> TypeOfText(ReadOnlySpan<byte> content, string ending) =>
        !PlainContent.IsWithoutControls(content) ? new Refusal("Refusal_DocumentType")
        : !PlainContent.IsUtf8(content) ? new Refusal("Refusal_DocumentNotUtf8")
        : PlainContent.IsBlank(content) ? new Refusal("Refusal_DocumentEmpty")
        : PlainContent.IsMarkupOrScript(content) ? new Refusal("Refusal_DocumentType")
        : ending == "csv" ? Csv
        : Plain;
}
