using System.IO.Compression;
using System.Xml;

namespace AmiDashboard.Exchange.Spreadsheets.Reading;

/// <summary>
/// Reads the sheets of an XLSX as they are needed. Parts are unpacked through counted, guarded streams: sizes that the
/// archive declares are not believed, document types and entities are refused, nothing outside the archive is looked up.
/// </summary>
internal sealed class XlsxWorkbook : IDisposable
{
    private readonly ZipArchive archive;
    private readonly XlsxPackage package;
    private readonly TableAllowance allowance;
    private long unpacked;

    public XlsxWorkbook(Stream file, TableAllowance allowance)
    {
        this.allowance = allowance;
        ZipDirectory.Check(file, allowance.Limits.Parts);
        file.Position = 0;
        archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Count > allowance.Limits.Parts)
        {
            throw new UnreadableFileException("Import_Hostile");
        }

        package = new XlsxPackage(archive);
    }

    public XlsxStyles Styles { get; private set; } = XlsxStyles.None;

    public string[] Texts { get; private set; } = [];

    public bool CountsFrom1904 { get; private set; }

    /// <summary>Sheets in their order: name, and part of the archive.</summary>
    public IReadOnlyList<(string Name, string Part)> Sheets { get; private set; } = [];

    /// <summary>Reads what the sheets refer to; before any of them.</summary>
    public void ReadWorkbook()
    {
        var main = Related("").GetValueOrDefault("officeDocument") ?? "xl/workbook.xml";
        if (package.Find(main) is null)
        {
            throw new UnreadableFileException(
                package.Find("mimetype") is not null && package.Find("content.xml") is not null
                    ? "Import_Ods"
                    : "Import_Zip"
            );
        }

        ReadSheets(main);
        var parts = Related(main);
        Styles = Read(parts.GetValueOrDefault("styles") ?? "xl/styles.xml", XlsxStyles.Read) ?? XlsxStyles.None;
        Texts = Read(parts.GetValueOrDefault("sharedStrings") ?? "xl/sharedStrings.xml", ReadTexts) ?? [];
    }

    /// <summary>Reads one part; null where the archive has none of that name.</summary>
    public T? Read<T>(string part, Func<XmlReader, T> read)
        where T : class
    {
        if (package.Find(part) is not { } entry)
        {
            return null;
        }

        using var content = new CountedStream(entry.Open(), Unpack);
        using var text = new GuardedXmlText(content, 2 * allowance.Limits.CellCharacters);
        using var xml = XmlReader.Create(
            text,
            new XmlReaderSettings
            {
                NameTable = new BoundedNames(),
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
            }
        );
        return read(xml);
    }

    private void Unpack(int bytes)
    {
        unpacked += bytes;
        if (unpacked > allowance.Limits.UnpackedBytes)
        {
            throw new UnreadableFileException("Import_UnpacksTooBig", allowance.Limits.UnpackedBytes / (1024 * 1024));
        }
    }

    private List<XlsxRelation> RelationsOf(string part) =>
        Read(XlsxPackage.RelationsOf(part), xml => XlsxPackage.ReadRelations(xml, part)) ?? [];

    /// <summary>The first part of each type that a part refers to: generators name parts as they like, never types.</summary>
    private Dictionary<string, string> Related(string part) =>
        RelationsOf(part)
            .DistinctBy(relation => relation.Type)
            .ToDictionary(relation => relation.Type, relation => relation.Part, StringComparer.Ordinal);

    private void ReadSheets(string main)
    {
        var targets = RelationsOf(main)
            .DistinctBy(relation => relation.Id)
            .ToDictionary(relation => relation.Id, relation => relation.Part, StringComparer.Ordinal);
        var sheets = new List<(string, string)>();
        Read(
            main,
            xml =>
            {
                while (xml.ReadGuarded())
                {
                    if (xml.NodeType != XmlNodeType.Element)
                    {
                        continue;
                    }

                    if (xml.LocalName == "workbookPr")
                    {
                        CountsFrom1904 = xml.GetAttribute("date1904") is "1" or "true";
                    }
                    else if (xml.LocalName == "sheet" && xml.GetAttribute("name") is { } name)
                    {
                        var id =
                            xml.GetAttribute("id", XlsxNames.Office) ?? xml.GetAttribute("id", XlsxNames.StrictOffice);
                        if (id is not null && targets.TryGetValue(id, out var target))
                        {
                            sheets.Add((name, target));
                        }
                    }

                    if (sheets.Count > allowance.Limits.Sheets)
                    {
                        throw new UnreadableFileException("Import_TooManySheets", allowance.Limits.Sheets);
                    }
                }

                return sheets;
            }
        );
        Sheets = sheets;
    }

    private string[] ReadTexts(XmlReader xml)
    {
        var texts = new List<string>();
        var characters = 0L;
        while (xml.ReadGuarded())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "si")
            {
                continue;
            }

            var text = xml.ReadRuns(allowance.Limits.CellCharacters);
            texts.Add(text);
            if ((characters += text.Length) > allowance.Limits.TextCharacters || texts.Count > allowance.Limits.Cells)
            {
                throw new UnreadableFileException("Import_TooMuchText", allowance.Limits.TextCharacters);
            }
        }

        return [.. texts];
    }

    public void Dispose() => archive.Dispose();

    /// <summary>The parser keeps every name it meets: a spreadsheet has some dozens, a hostile file millions.</summary>
    private sealed class BoundedNames : NameTable
    {
        private const int Most = 5_000;
        private int count;

        public override string Add(string key) => Get(key) ?? Count(base.Add(key));

        public override string Add(char[] key, int start, int len) =>
            Get(key, start, len) ?? Count(base.Add(key, start, len));

        private string Count(string name) =>
            ++count <= Most ? name : throw new UnreadableFileException("Import_Hostile");
    }

    /// <summary>Tells how much was read, as it is read.</summary>
    private sealed class CountedStream(Stream inner, Action<int> count) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            count(read);
            return read;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
