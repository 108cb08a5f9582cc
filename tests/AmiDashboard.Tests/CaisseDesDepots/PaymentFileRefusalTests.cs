using System.Resources;
using System.Text;
using AmiDashboard.Exchange.CaisseDesDepots;
using AmiDashboard.Spreadsheets;

namespace AmiDashboard.CaisseDesDepots;

/// <summary>Files that are wrong as a whole, or made to harm.</summary>
public sealed class PaymentFileRefusalTests
{
    [Theory]
    [InlineData("", "Import_Empty")]
    [InlineData("<html>", "Import_Html")]
    [InlineData("%PDF-1.7", "Import_Pdf")]
    [InlineData("Nom;Prénom\nA;B\n", "PaymentFile_NotPayments")]
    [InlineData("Dossier;Référence;Montant\n1;V;5\n", "PaymentFile_NotPayments")]
    [InlineData("Référence;Montant;Date\nV;5;01/03/2019\n", "PaymentFile_NotPayments")]
    [InlineData("Dossier;Référence;Montant;Montants;Date\n1;V;5;6;01/03/2019\n", "PaymentFile_ColumnTwice")]
    [InlineData("Dossier;Référence;Montant;Date\n1;V;5;\"01/03/2019\n", "Import_CsvTruncated")]
    public async Task What_is_no_payment_file_is_refused_with_its_reason(string text, string reason) =>
        Assert.Equal(reason, (await SamplePayments.RefusedAsync(text)).Key);

    [Fact]
    public async Task What_is_missing_is_named()
    {
        var refusal = await SamplePayments.RefusedAsync("Dossier;Libellé\n1;V\n");

        Assert.Equal("Référence du virement, Montant payé, Date de paiement", refusal.Arguments.Single());
    }

    [Fact]
    public async Task Two_sheets_of_payments_are_refused_for_none_may_be_left_unread()
    {
        var workbook = SampleWorkbook.Of(("T1", [SamplePayments.Titles]), ("T2", [SamplePayments.Titles]));

        var refusal = await SamplePayments.RefusedAsync(workbook);

        Assert.Equal(("PaymentFile_SeveralSheets", "T1, T2"), (refusal.Key, refusal.Arguments.Single()));
    }

    [Fact]
    public async Task Limits_hold_as_for_every_spreadsheet()
    {
        var lines = SamplePayments.Of(Enumerable.Repeat(SamplePayments.Line(), 6_000));
        var limits = PaymentFile.Limits with { FileBytes = 1_000 };

        Assert.Equal("Import_TooManyLines", (await SamplePayments.RefusedAsync(lines)).Key);
        Assert.Equal("Import_TooBig", (await SamplePayments.RefusedAsync(lines, limits)).Key);
        Assert.Equal(
            "Import_UnpacksTooBig",
            (
                await SamplePayments.RefusedAsync(
                    SampleWorkbook.Of(("P", [SamplePayments.Titles, .. Enumerable.Repeat(SamplePayments.Line(), 500)])),
                    PaymentFile.Limits with
                    {
                        UnpackedBytes = 10_000,
                    }
                )
            ).Key
        );
        Assert.Equal(
            "Import_Hostile",
            (
                await SamplePayments.RefusedAsync(
                    SampleWorkbook.OfXml(
                        "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet>&a;</worksheet>"
                    )
                )
            ).Key
        );
    }

    [Fact]
    public async Task A_file_cut_anywhere_gives_no_payment_that_the_whole_one_does_not()
    {
        var bytes = Encoding.UTF8.GetBytes(
            SamplePayments.Of(
                Enumerable.Range(1, 9).Select(i => SamplePayments.Line($"{i}", $"VIR-{i}", "1 234,00", label: "fin"))
            )
        );
        var whole = (await SamplePayments.OkAsync(new MemoryStream(bytes))).Lines;
        for (var length = 0; length < bytes.Length; length += 3)
        {
            var outcome = await SamplePayments.TryAsync(new MemoryStream(bytes, 0, length));
            if (outcome.Done)
            {
                Assert.All(outcome.Value.Lines, line => Assert.Contains(line with { Label = "fin" }, whole));
            }
        }
    }

    [Fact]
    public void Every_reason_in_the_code_has_its_sentence_and_every_sentence_its_reason() =>
        Assert.Equal(
            Sentences.Given("PaymentFile_", "src/AmiDashboard.Exchange/CaisseDesDepots/"),
            Sentences.Keys(new ResourceManager(typeof(PaymentFileTexts)))
        );

    [Fact]
    public void Both_languages_have_the_same_sentences_with_the_same_arguments() =>
        Sentences.AreInBothLanguages(new ResourceManager(typeof(PaymentFileTexts)));
}
