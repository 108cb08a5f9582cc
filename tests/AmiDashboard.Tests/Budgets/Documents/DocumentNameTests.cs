using AmiDashboard.Core.Budgets.Documents;
using CsCheck;

namespace AmiDashboard.Budgets.Documents;

public sealed class DocumentNameTests
{
    [Theory]
    [InlineData("État des dépenses.pdf", "État des dépenses.pdf")]
    [InlineData("C:\\Users\\moi\\facture.pdf", "facture.pdf")]
    [InlineData("../../etc/facture.pdf", "facture.pdf")]
    [InlineData(".htaccess.pdf", "htaccess.pdf")]
    [InlineData("  . a \t b\r\n.pdf .", "a b .pdf")]
    [InlineData("a\u0000\u0007b\u200b.pdf", "ab.pdf")]
    [InlineData("facture\u202Efdp.exe", "facturefdp.exe")]
    [InlineData("a:b<c>|d?.pdf", "a_b_c__d_.pdf")]
    [InlineData("E\u0301tat.pdf", "État.pdf")]
    [InlineData("a\ud800.pdf", "a.pdf")]
    public void A_name_is_cleaned(string sent, string kept) => Assert.Equal(kept, DocumentName.Clean(sent));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ... ")]
    [InlineData("dossier/")]
    [InlineData("\u202E\u0001")]
    public void A_name_of_nothing_is_none(string? sent)
    {
        Assert.Null(DocumentName.Clean(sent));
        Assert.Equal("Refusal_DocumentName", DocumentSniffing.Check(sent, SomeDocuments.Pdf).Refusal?.Key);
    }

    [Fact]
    public void A_long_name_keeps_its_ending()
    {
        var name = DocumentName.Clean(new string('é', 300) + ".pdf")!;

        Assert.Equal(DocumentName.Longest, name.Length);
        Assert.EndsWith("é.pdf", name, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_sent_what_is_kept_is_short_plain_and_stays_as_it_is() =>
        Gen.Char["aé./\\ \t\u0000\u202E\ud83d\udc31<\u0301"]
            .Array[0, 450]
            .Select(characters => new string(characters))
            .Sample(sent =>
            {
                if (DocumentName.Clean(sent) is { } name)
                {
                    Assert.InRange(name.Length, 1, DocumentName.Longest);
                    Assert.DoesNotContain(name, c => char.IsControl(c) || c is '/' or '\\' or '<' or '\u202E');
                    Assert.False(name[0] is '.' or ' ' || name[^1] is '.' or ' ');
                    Assert.Equal(name, DocumentName.Clean(name));
                }
            });
}
