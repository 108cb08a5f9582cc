using System.Text;
using AmiDashboard.Core.Budgets.Documents;
using static AmiDashboard.Budgets.Documents.SomeDocuments;

namespace AmiDashboard.Budgets.Documents;

public sealed class DocumentSniffingTests
{
    [Theory]
    [InlineData("pdf", "application/pdf")]
    [InlineData("png", "image/png")]
    [InlineData("jpg", "image/jpeg")]
    [InlineData("jpeg", "image/jpeg")]
    [InlineData("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("odt", "application/vnd.oasis.opendocument.text")]
    [InlineData("ods", "application/vnd.oasis.opendocument.spreadsheet")]
    [InlineData("csv", "text/csv")]
    [InlineData("txt", "text/plain")]
    public void A_document_is_what_its_bytes_say(string kind, string type)
    {
        var outcome = DocumentSniffing.Check($"État des dépenses.{kind.ToUpperInvariant()}", Of(kind));

        Assert.True(outcome.Done, outcome.Refusal?.ToString());
        Assert.Equal(type, outcome.Value.ContentType);
        Assert.Equal($"État des dépenses.{kind.ToUpperInvariant()}", outcome.Value.Name);
    }

    [Fact]
    public async Task What_the_product_writes_itself_is_taken() =>
        Assert.True(DocumentSniffing.Check("suivi.xlsx", await OfOurOwnAsync()).Done);

    [Fact]
    public void A_byte_order_mark_before_a_text_is_let_be() =>
        Assert.True(DocumentSniffing.Check("a.csv", [.. Encoding.UTF8.GetPreamble(), .. Of("csv")]).Done);

    [Theory]
    [InlineData("pdf", "png", "pdf")]
    [InlineData("png", "jpg", "png")]
    [InlineData("jpg", "png", "jpg, jpeg")]
    [InlineData("xlsx", "docx", "xlsx")]
    [InlineData("docx", "docm", "docx")]
    [InlineData("ods", "xlsx", "ods")]
    [InlineData("pdf", "pdf.exe", "pdf")]
    [InlineData("txt", "bat", "txt")]
    [InlineData("csv", "html", "txt")]
    public void A_name_that_says_otherwise_is_refused(string kind, string ending, string expected)
    {
        var refusal = DocumentSniffing.Check($"a.{ending}", Of(kind)).Refusal;

        Assert.Equal("Refusal_DocumentEnding", refusal?.Key);
        Assert.Equal([ending.Split('.')[^1], expected], refusal!.Arguments);
    }

    [Fact]
    public void A_name_without_an_ending_is_refused() =>
        Assert.Equal("Refusal_DocumentEnding", DocumentSniffing.Check("facture", Pdf).Refusal?.Key);

    [Theory]
    [InlineData("<html><body>")]
    [InlineData("\uFEFF \r\n<!DOCTYPE html>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    [InlineData("<?xml version=\"1.0\"?><x/>")]
    [InlineData("a;b\n1;<ScRiPt>alert(1)</script>")]
    [InlineData("note\n<?php echo 1;")]
    [InlineData("#!/bin/sh\nrm x")]
    [InlineData("{\\rtf1 x}")]
    [InlineData("MZ\u0000\u0003")]
    [InlineData("\u007fELF")]
    [InlineData("a\u0000b")]
    [InlineData("cloche \u0007")]
    [InlineData("\r\n%PDF-1.7\n%%EOF")]
    [InlineData("GIF89a\u0001")]
    public void Pages_drawings_programs_and_scripts_are_refused_whatever_their_name(string content) =>
        Assert.All(
            ["pdf", "png", "csv", "txt", "html"],
            ending =>
                Assert.Equal("Refusal_DocumentType", DocumentSniffing.Check($"a.{ending}", Text(content)).Refusal?.Key)
        );

    [Fact]
    public void Something_before_a_pdf_makes_it_none() =>
        Assert.Equal("Refusal_DocumentType", DocumentSniffing.Check("a.pdf", [.. "junk\0"u8, .. Pdf]).Refusal?.Key);

    [Theory]
    [InlineData("pdf")]
    [InlineData("png")]
    [InlineData("jpg")]
    public void A_document_that_is_an_archive_as_well_is_refused(string kind)
    {
        byte[] both = [.. Of(kind), .. Zip("a.class")];

        Assert.Equal("Refusal_DocumentType", DocumentSniffing.Check($"a.{kind}", both).Refusal?.Key);
    }

    [Theory]
    [InlineData("pdf")]
    [InlineData("png")]
    [InlineData("jpg")]
    [InlineData("docx")]
    [InlineData("xlsx")]
    [InlineData("odt")]
    public void A_document_cut_short_is_refused(string kind)
    {
        var whole = Of(kind);

        Assert.Equal("Refusal_DocumentDamaged", DocumentSniffing.Check($"a.{kind}", whole.AsSpan(..^9)).Refusal?.Key);
        for (var length = 0; length < whole.Length - 9; length++)
        {
            Assert.False(DocumentSniffing.Check($"a.{kind}", whole.AsSpan(..length)).Done, $"{length} bytes");
        }
    }

    [Theory]
    [InlineData("pdf")]
    [InlineData("png")]
    [InlineData("docx")]
    [InlineData("ods")]
    [InlineData("csv")]
    public void Whatever_byte_is_changed_nothing_breaks(string kind)
    {
        var whole = Of(kind);
        for (var at = 0; at < whole.Length; at++)
        {
            foreach (var mask in (byte[])[0x01, 0x55, 0x80, 0xFF])
            {
                var changed = whole.ToArray();
                changed[at] ^= mask;
                _ = DocumentSniffing.Check($"a.{kind}", changed);
            }
        }
    }

    [Fact]
    public void Something_behind_a_picture_is_refused() =>
        Assert.Equal("Refusal_DocumentDamaged", DocumentSniffing.Check("a.png", [.. Png, 0]).Refusal?.Key);

    [Fact]
    public void Nothing_blank_or_too_much_is_refused()
    {
        Assert.Equal("Refusal_DocumentEmpty", DocumentSniffing.Check("a.pdf", []).Refusal?.Key);
        Assert.Equal("Refusal_DocumentEmpty", DocumentSniffing.Check("a.txt", "\r\n \t"u8).Refusal?.Key);
        var text = new byte[DocumentSniffing.Largest + 1];
        text.AsSpan().Fill((byte)'x');

        Assert.True(DocumentSniffing.Check("a.txt", text.AsSpan(1)).Done);
        var refusal = DocumentSniffing.Check("a.txt", text).Refusal;
        Assert.Equal(("Refusal_DocumentTooBig", 10), (refusal?.Key, refusal?.Arguments[0]));
    }

    [Fact]
    public void Text_in_another_encoding_and_old_office_files_have_their_own_sentences()
    {
        Assert.Equal(
            "Refusal_DocumentNotUtf8",
            DocumentSniffing.Check("a.csv", Encoding.Latin1.GetBytes("Études;1")).Refusal?.Key
        );
        Assert.Equal(
            "Refusal_DocumentOldOffice",
            DocumentSniffing.Check("a.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).Refusal?.Key
        );
    }
}
