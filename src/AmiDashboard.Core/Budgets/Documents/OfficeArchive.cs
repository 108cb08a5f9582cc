namespace AmiDashboard.Core.Budgets.Documents;

/// <summary>Which office document an archive is, by the names in it.</summary>
internal static class OfficeArchive
{
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string Odt = "application/vnd.oasis.opendocument.text";
    public const string Ods = "application/vnd.oasis.opendocument.spreadsheet";

    // Macros of Office since 1997, of Excel 4, ActiveX controls, and the macros of OpenDocument.
    private static readonly string[] MacroEnds = ["vbaproject.bin", "vbadata.xml"];
    private static readonly string[] MacroFolders = ["xl/macrosheets/", "/activex/", "basic/", "scripts/"];

    /// <summary>The document's type; refuses what has macros, and every other archive.</summary>
    public static Outcome<string> TypeOf(ZipListing listing, ReadOnlySpan<byte> zip)
    {
        var names = listing.Entries.Select(entry => entry.Name.ToLowerInvariant()).ToList();
        var isOpenXml = names.Contains("[content_types].xml");
        var type = OpenDocumentType(listing, names, zip) is { } open
            ? isOpenXml
                ? null
                : open
            : !isOpenXml
                ? null
                : (Holds(names, "word/document"), Holds(names, "xl/workbook")) switch
                {
                    (true, false) => Docx,
                    (false, true) => Xlsx,
                    _ => null,
                };
        return type is null ? new Refusal("Refusal_DocumentType")
            : names.Exists(IsMacro) ? new Refusal("Refusal_DocumentMacros")
            : type;
    }

    /// <summary>Its first part, never compressed, says its type in so many letters (OpenDocument 1.2, part 3, 3.3).</summary>
    private static string? OpenDocumentType(ZipListing listing, List<string> names, ReadOnlySpan<byte> zip)
    {
        var first = listing.Entries.MinBy(entry => entry.Head)!;
        if (
            first is not { Name: "mimetype", IsStored: true }
            || !names.Contains("content.xml")
            || !names.Contains("meta-inf/manifest.xml")
        )
        {
            return null;
        }

        var type = zip.Slice(first.Start, first.Length);
        return type.SequenceEqual("application/vnd.oasis.opendocument.text"u8) ? Odt
            : type.SequenceEqual("application/vnd.oasis.opendocument.spreadsheet"u8) ? Ods
            : null;
    }

    /// <summary>The main part: « word/document.xml », or with a number, as Office on the web writes it.</summary>
    private static bool Holds(List<string> names, string part) =>
        names.Exists(name =>
            name.StartsWith(part, StringComparison.Ordinal)
            && name.EndsWith(".xml", StringComparison.Ordinal)
            && name[part.Length..^4].All(char.IsAsciiDigit)
        );

    private static bool IsMacro(string name) =>
        Array.Exists(MacroEnds, end => name.EndsWith(end, StringComparison.Ordinal))
        || Array.Exists(
            MacroFolders,
            folder =>
                folder[0] == '/'
                    ? name.Contains(folder, StringComparison.Ordinal)
                    : name.StartsWith(folder, StringComparison.Ordinal)
        );
}
