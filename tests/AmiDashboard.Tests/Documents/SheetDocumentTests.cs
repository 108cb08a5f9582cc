using System.Globalization;
using AmiDashboard.Charts.Documents;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Prototypes;
using UglyToad.PdfPig;

namespace AmiDashboard.Documents;

public sealed class SheetDocumentTests
{
    private static readonly DateTime At = new(2026, 11, 30, 23, 30, 0, DateTimeKind.Utc);

    [Fact]
    public void The_same_publication_gives_the_same_bytes() =>
        Assert.Equal(Written(SampleSheet.Full), Written(SampleSheet.Full));

    [Fact]
    public void The_sheet_says_everything_under_its_headings_with_its_day_and_its_licence()
    {
        var text = TextOf(Written(SampleSheet.Full));

        Assert.Contains("Lire les titres de séjour abîmés", text, StringComparison.Ordinal);
        Assert.Contains("Du 8 juin 2026 au 8 avril 2027", text, StringComparison.Ordinal);
        Assert.Contains("Statut En cours", text, StringComparison.Ordinal);
        Assert.Contains("Code source https://code.example.invalid/titres", text, StringComparison.Ordinal);
        Assert.Contains("Pour les agents Moins de saisie.", text, StringComparison.Ordinal);
        Assert.Contains("Un modèle mesuré.", text, StringComparison.Ordinal);
        Assert.Contains(
            "Données publiées le 1er décembre 2026 sous Licence Ouverte 2.0",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("page 1 / 1", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_said_has_no_heading()
    {
        var text = TextOf(Written(SampleSheet.Bare));

        Assert.Contains("Arrêté", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bénéfices", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Dates", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Code source", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_sheet_goes_on_over_pages_and_nothing_is_cut()
    {
        var approach = string.Join('\n', Enumerable.Range(1, 150).Select(line => $"Étape {line}."));
        using var pdf = PdfDocument.Open(Written(SampleSheet.Full with { Approach = approach }));

        Assert.True(pdf.NumberOfPages > 2);
        var text = string.Join(' ', pdf.GetPages().Select(Line));
        Assert.All(Enumerable.Range(1, 150), line => Assert.Contains($"Étape {line}.", text, StringComparison.Ordinal));
        Assert.All(
            pdf.GetPages(),
            page => Assert.Contains("Fiche du projet 200040", Line(page), StringComparison.Ordinal)
        );
    }

    [Fact]
    public void An_English_sheet_has_English_headings() =>
        Assert.Contains("Expected benefits", TextOf(Written(SampleSheet.Full, "en-GB")), StringComparison.Ordinal);

    private static byte[] Written(SheetText sheet, string culture = "fr-FR")
    {
        using var stream = new MemoryStream();
        SheetDocument.Write(stream, sheet, 200040, At, CultureInfo.GetCultureInfo(culture));
        return stream.ToArray();
    }

    private static string TextOf(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return string.Join(' ', document.GetPages().Select(Line));
    }

    private static string Line(UglyToad.PdfPig.Content.Page page) =>
        string.Join(' ', page.GetWords().Select(word => word.Text)).Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
