using System.Buffers.Binary;
using System.Text;
using AmiDashboard.Core.Budgets.Documents;
using static AmiDashboard.Budgets.Documents.SomeDocuments;

namespace AmiDashboard.Budgets.Documents;

/// <summary>Archives that are no document, or that two programs would read differently.</summary>
public sealed class ArchiveSniffingTests
{
    private static readonly string[] Word = ["[Content_Types].xml", "word/document.xml"];

    [Theory]
    [InlineData("a.txt")]
    [InlineData("[Content_Types].xml")]
    [InlineData("[Content_Types].xml", "ppt/presentation.xml")]
    [InlineData("[Content_Types].xml", "xl/workbook.bin")]
    [InlineData("[Content_Types].xml", "word/document.xml", "xl/workbook.xml")]
    [InlineData("[Content_Types].xml", "word/documents/x.xml")]
    [InlineData("word/document.xml")]
    [InlineData("META-INF/MANIFEST.MF", "a.class")]
    [InlineData("mimetype", "content.xml", "META-INF/manifest.xml")]
    public void An_archive_that_is_no_document_is_refused(params string[] names) =>
        Assert.Equal("Refusal_DocumentType", KeyOf(Zip(names)));

    [Fact]
    public void An_open_document_of_another_kind_is_refused() =>
        Assert.Equal("Refusal_DocumentType", KeyOf(OpenDocument("application/vnd.oasis.opendocument.presentation")));

    [Fact]
    public void The_main_part_may_have_a_number() =>
        Assert.True(DocumentSniffing.Check("a.docx", Zip(Word[0], "word/document2.xml")).Done);

    [Theory]
    [InlineData("word/vbaProject.bin")]
    [InlineData("word/VBAPROJECT.BIN")]
    [InlineData("customXml/vbaData.xml")]
    [InlineData("word/activeX/activeX1.bin")]
    public void Macros_and_controls_are_refused_whatever_the_ending(string part) =>
        Assert.Equal("Refusal_DocumentMacros", KeyOf(Zip([.. Word, part])));

    [Fact]
    public void Macros_of_excel_4_and_of_open_document_are_refused()
    {
        Assert.Equal(
            "Refusal_DocumentMacros",
            KeyOf(Zip("[Content_Types].xml", "xl/workbook.xml", "xl/macrosheets/sheet1.xml"))
        );
        Assert.Equal(
            "Refusal_DocumentMacros",
            KeyOf(OpenDocument("application/vnd.oasis.opendocument.text", "Basic/Standard/Module1.xml"))
        );
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("word\\document.xml")]
    [InlineData("C:x")]
    [InlineData("WORD/document.xml")]
    public void Names_that_lead_out_or_come_twice_are_refused(string name) =>
        Assert.Equal("Refusal_DocumentDamaged", KeyOf(Zip([.. Word, name])));

    [Fact]
    public void A_declared_size_beyond_reason_is_refused_and_nothing_is_unpacked()
    {
        var zip = Changed(Docx, Directory, 24, 300 * 1024 * 1024);

        Assert.Equal("Refusal_DocumentUnpacksTooBig", KeyOf(zip));
    }

    [Fact]
    public void What_directory_and_content_say_differently_is_refused()
    {
        var renamed = Docx.ToArray();
        renamed.AsSpan().LastIndexOf("word/document.xml"u8);
        renamed[renamed.AsSpan().LastIndexOf("word/document.xml"u8)] = (byte)'W';

        Assert.Equal("Refusal_DocumentDamaged", KeyOf(renamed));
        Assert.Equal("Refusal_DocumentDamaged", KeyOf(Changed(Docx, Local, 8, 0)));
    }

    [Fact]
    public void Entries_that_share_their_bytes_are_refused()
    {
        var zip = Zip("[Content_Types].xml", "word/document.xml", "word/document.xml.");
        var second = zip.AsSpan().LastIndexOf(Directory);
        var first = zip.AsSpan(..second).LastIndexOf(Directory);

        // The third entry now begins where the second does, and ends there too.
        zip.AsSpan(first + 42, 4).CopyTo(zip.AsSpan(second + 42, 4));

        Assert.Equal("Refusal_DocumentDamaged", KeyOf(zip));
    }

    [Fact]
    public void What_is_encrypted_is_refused() =>
        Assert.Equal("Refusal_DocumentDamaged", KeyOf(Changed(Docx, Directory, 8, 0x0801)));

    [Fact]
    public void Something_before_the_first_entry_or_behind_the_directory_is_refused()
    {
        byte[] before = [.. "PK\u0003\u0004junk"u8, .. Docx];
        byte[] behind = [.. Docx, .. "junk"u8];
        var end = Docx.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        byte[] between = [.. Docx[..end], .. "junk"u8, .. Docx[end..]];

        Assert.All([before, behind, between], zip => Assert.Equal("Refusal_DocumentDamaged", KeyOf(zip)));
    }

    [Fact]
    public void A_comment_of_the_archive_is_let_be()
    {
        byte[] commented = [.. Docx, .. "note"u8];
        commented[Docx.Length - 2] = 4;

        Assert.Equal("", KeyOf(commented));
    }

    [Fact]
    public void A_directory_of_too_many_names_is_refused() =>
        Assert.Equal(
            "Refusal_DocumentDamaged",
            KeyOf(Zip([.. Word, .. Enumerable.Range(0, 5_000).Select(i => $"word/{i}.xml")]))
        );

    private static ReadOnlySpan<byte> Directory => "PK\u0001\u0002"u8;

    private static ReadOnlySpan<byte> Local => "PK\u0003\u0004"u8;

    private static string KeyOf(byte[] zip) => DocumentSniffing.Check("a.docx", zip).Refusal?.Key ?? "";

    /// <summary>With one number written into the first header of a kind.</summary>
    private static byte[] Changed(byte[] zip, ReadOnlySpan<byte> header, int offset, int value)
    {
        var changed = zip.ToArray();
        var at = changed.AsSpan().IndexOf(header) + offset;
        if (offset == 24)
        {
            BinaryPrimitives.WriteInt32LittleEndian(changed.AsSpan(at), value);
        }
        else
        {
            BinaryPrimitives.WriteInt16LittleEndian(changed.AsSpan(at), (short)value);
        }

        return changed;
    }
}
