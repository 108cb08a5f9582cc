using System.Globalization;
using System.IO.Compression;
using System.Text;
using AmiDashboard.Exchange.Spreadsheets.Reading;
using AmiDashboard.Spreadsheets;

namespace AmiDashboard.Exports;

/// <summary>Files that are broken, wrong or made to harm: each gets one clear refusal.</summary>
public sealed class HostileFileTests
{
    private static readonly TableLimits Small = new() { UnpackedBytes = 4 * 1024 * 1024, FileBytes = 1024 * 1024 };

    public static TheoryData<string, byte[], string> WrongKinds() =>
        new()
        {
            { "nothing", [], "Import_Empty" },
            { "blank", "\r\n\r\n"u8.ToArray(), "Import_Empty" },
            { "page", "\r\n<!DOCTYPE html><title>Connexion</title>"u8.ToArray(), "Import_Html" },
            { "pdf", "%PDF-1.7"u8.ToArray(), "Import_Pdf" },
            { "xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "Import_Xls" },
            { "picture", [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 0, 0, 13], "Import_Binary" },
            { "UTF-16 without its mark", Encoding.Unicode.GetBytes(SampleExport.Csv), "Import_Binary" },
            {
                "Windows-1252",
                Encoding.Latin1.GetBytes(SampleExport.Csv.Replace('’', '\'').Replace('—', '-')),
                "Import_NotUtf8"
            },
            { "another table", "Nom;Prénom\nA;B\n"u8.ToArray(), "Import_NotAnExport" },
            {
                "ODS",
                SampleWorkbook
                    .Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>"))
                    .ToArray(),
                "Import_Ods"
            },
            { "zip of a CSV", SampleWorkbook.Zip(("export.csv", SampleExport.Csv)).ToArray(), "Import_Zip" },
            { "empty zip", SampleWorkbook.Zip().ToArray(), "Import_Empty" },
        };

    [Theory, MemberData(nameof(WrongKinds))]
    public async Task What_is_no_export_is_refused_with_its_remedy(string what, byte[] file, string reason)
    {
        Assert.NotEmpty(what);
        Assert.Equal(reason, (await Reading.RefusedAsync(new MemoryStream(file))).Key);
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_says_where_it_was_opened()
    {
        var refusal = await Reading.RefusedAsync(SampleExport.Of(SampleExport.Line(1)) + "2,\"En construction\nfin");

        Assert.Equal(("Import_CsvTruncated", 3), (refusal.Key, refusal.Arguments[0]));
    }

    [Fact]
    public async Task Text_after_a_closing_quote_says_where()
    {
        var refusal = await Reading.RefusedAsync(SampleExport.Of(SampleExport.Line(1)) + "2,\"En\"construction\n");

        Assert.Equal(("Import_CsvQuote", 3), (refusal.Key, refusal.Arguments[0]));
    }

    [Fact]
    public async Task An_export_cut_anywhere_is_refused_or_reported_and_never_half_believed()
    {
        var bytes = Encoding.UTF8.GetBytes(SampleExport.Csv);
        var whole = (await Reading.OkAsync(SampleExport.Csv)).Dossiers.Select(one => one.Dossier.Number).ToArray();
        for (var length = 0; length < bytes.Length - 1; length += 17)
        {
            var outcome = await Reading.TryAsync(new MemoryStream(bytes, 0, length));
            if (outcome.Done)
            {
                var read = outcome.Value.Dossiers.Select(one => one.Dossier.Number).ToArray();
                Assert.Equal(whole[..read.Length], read);
                Assert.True(outcome.Value.Lines - read.Length <= 1);
            }
        }
    }

    [Fact]
    public async Task A_workbook_cut_anywhere_is_refused()
    {
        var bytes = SampleWorkbook.Of(("Dossiers", [SampleExport.Titles, SampleExport.Line(1)])).ToArray();
        for (var length = 1; length < bytes.Length; length += 13)
        {
            Assert.False((await Reading.TryAsync(new MemoryStream(bytes, 0, length))).Done, $"{length} bytes");
        }
    }

    [Fact]
    public async Task A_workbook_with_a_byte_changed_is_read_or_refused_but_breaks_nothing()
    {
        var bytes = SampleWorkbook.Of(("Dossiers", [SampleExport.Titles, SampleExport.Line(1)])).ToArray();
        for (var at = 0; at < bytes.Length; at += 3)
        {
            var changed = bytes.ToArray();
            changed[at] ^= 0x55;
            await Reading.TryAsync(new MemoryStream(changed));
        }
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_refused_before_it_is_all_received()
    {
        var endless = new EndlessStream(200L * 1024 * 1024);

        var refusal = await Reading.RefusedAsync(endless);

        Assert.Equal("Import_TooBig", refusal.Key);
        Assert.InRange(endless.Taken, 0, TableLimits.Usual.FileBytes + 100_000);
    }

    [Fact]
    public async Task Ten_thousand_columns_are_refused()
    {
        var columns = Enumerable.Range(0, 10_000).Select(i => $"C{i}").ToArray();

        Assert.Equal("Import_TooManyColumns", (await Reading.RefusedAsync(SampleExport.Text(',', [columns]))).Key);
        Assert.Equal(
            "Import_TooManyColumns",
            (await Reading.RefusedAsync(SampleWorkbook.Of(("Dossiers", [columns])))).Key
        );
    }

    [Fact]
    public async Task A_cell_far_to_the_right_is_refused_without_the_columns_before_it()
    {
        var xml = SampleWorkbook
            .Worksheet([SampleExport.Titles])
            .Replace("<c ", "<c r=\"ZZZZZZZZZ1\" ", StringComparison.Ordinal);

        Assert.Equal("Import_TooManyColumns", (await Reading.RefusedAsync(SampleWorkbook.OfXml(xml))).Key);
    }

    [Fact]
    public async Task A_million_lines_are_refused()
    {
        var csv = new StringBuilder(SampleExport.Of());
        for (var i = 1; i <= 1_000_000; i++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"{i},a,b,c,d,e\n");
        }

        Assert.Equal("Import_TooManyLines", (await Reading.RefusedAsync(csv.ToString())).Key);
        Assert.Equal(
            "Import_TooManyLines",
            (
                await Reading.RefusedAsync(
                    SampleWorkbook.Of(
                        ("Dossiers", [SampleExport.Titles, .. Enumerable.Repeat<object?[]>(["1"], 20_000)])
                    )
                )
            ).Key
        );
    }

    [Fact]
    public async Task A_zip_bomb_is_stopped_while_it_unpacks()
    {
        using var file = Deflated("xl/worksheets/sheet1.xml", 64 * 1024 * 1024);

        Assert.Equal("Import_UnpacksTooBig", (await Reading.RefusedAsync(file, Small)).Key);
    }

    [Fact]
    public async Task A_declared_size_that_lies_is_not_believed()
    {
        var bytes = Deflated("xl/worksheets/sheet1.xml", 8 * 1024 * 1024).ToArray();
        SetDeclaredSizes(bytes, 10);

        var refusal = await Reading.RefusedAsync(new MemoryStream(bytes), Small);

        Assert.Contains(refusal.Key, (string[])["Import_UnpacksTooBig", "Import_Damaged"]);
    }

    [Theory]
    [InlineData(
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><worksheet>&b;</worksheet>"
    )]
    [InlineData("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet>&a;</worksheet>")]
    [InlineData("<worksheet><![CDATA[ ]]></worksheet>")]
    public async Task Entities_and_document_types_are_refused(string worksheet) =>
        Assert.Equal("Import_Hostile", (await Reading.RefusedAsync(SampleWorkbook.OfXml(worksheet))).Key);

    [Fact]
    public async Task Endless_nesting_names_attributes_or_text_are_refused()
    {
        var names = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<a{i}/>"));
        var attributes = string.Concat(Enumerable.Range(0, 20_000).Select(i => $" a{i}='>'"));
        string[] hostile =
        [
            "<worksheet>" + string.Concat(Enumerable.Repeat("<a>", 50_000)),
            $"<worksheet>{names}</worksheet>",
            $"<worksheet{attributes}/>",
            $"<worksheet>{new string('x', 1_000_000)}</worksheet>",
            $"<worksheet><!--{new string('x', 1_000_000)}--></worksheet>",
        ];

        foreach (var worksheet in hostile)
        {
            Assert.Equal("Import_Hostile", (await Reading.RefusedAsync(SampleWorkbook.OfXml(worksheet))).Key);
        }
    }

    [Fact]
    public async Task A_zip_of_a_hundred_thousand_parts_is_refused_before_they_are_listed()
    {
        using var file = SampleWorkbook.Zip(Enumerable.Range(0, 100_000).Select(i => ($"xl/{i}", "")));

        Assert.Equal("Import_Hostile", (await Reading.RefusedAsync(file)).Key);
    }

    [Fact]
    public async Task A_workbook_within_a_workbook_is_not_opened()
    {
        using var inner = SampleWorkbook.Of(("Dossiers", [SampleExport.Titles]));
        using var outer = SampleWorkbook.Zip(("xl/worksheets/sheet1.xlsx", Convert.ToBase64String(inner.ToArray())));

        Assert.Equal("Import_Zip", (await Reading.RefusedAsync(outer)).Key);
    }

    [Fact]
    public async Task One_long_shared_text_cannot_be_multiplied_by_its_references()
    {
        var reference = new SampleWorkbook.Raw("<c t=\"s\"><v>0</v></c>");
        object?[] row = [.. Enumerable.Repeat((object?)reference, 100)];
        using var file = SampleWorkbook.Of(("Dossiers", [SampleExport.Titles, .. Enumerable.Repeat(row, 100)]));
        var limits = new TableLimits { TextCharacters = 10_000 };

        Assert.Equal("Import_TooMuchText", (await Reading.RefusedAsync(file, limits)).Key);
    }

    [Fact]
    public async Task Script_is_text()
    {
        var file = await Reading.OkAsync(SampleExport.Of(SampleExport.Line(1, "<script>alert(1)</script>")));

        Assert.Equal("<script>alert(1)</script>", file.Of(1).Answer("Titre du projet").Text);
    }

    private static MemoryStream Deflated(string part, int spaces)
    {
        var file = SampleWorkbook.OfXml("<worksheet/>");
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(part)!.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(part, CompressionLevel.SmallestSize).Open());
            writer.Write("<worksheet>");
            var rows = string.Concat(Enumerable.Repeat("<row/>", 10_000));
            for (var written = 0; written < spaces; written += rows.Length)
            {
                writer.Write(rows);
            }

            writer.Write("</worksheet>");
        }

        file.Position = 0;
        return file;
    }

    /// <summary>Writes a size into every central and local header of an archive.</summary>
    private static void SetDeclaredSizes(byte[] zip, int size)
    {
        for (var i = 0; i + 30 < zip.Length; i++)
        {
            var offset = zip.AsSpan(i, 4) switch
            {
                [(byte)'P', (byte)'K', 1, 2] => 24,
                [(byte)'P', (byte)'K', 3, 4] => 22,
                _ => -1,
            };
            if (offset > 0)
            {
                BitConverter.TryWriteBytes(zip.AsSpan(i + offset, 4), size);
            }
        }
    }

    private sealed class EndlessStream(long length) : MemoryStream
    {
        public long Taken { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = (int)Math.Min(buffer.Length, length - Taken);
            buffer.Span[..count].Fill((byte)'x');
            Taken += count;
            return ValueTask.FromResult(count);
        }
    }
}
