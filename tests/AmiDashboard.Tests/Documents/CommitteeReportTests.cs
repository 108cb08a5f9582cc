using System.Globalization;
using AmiDashboard.Applications.Figures;
using AmiDashboard.Charts;
using AmiDashboard.Charts.Documents;
using UglyToad.PdfPig;

namespace AmiDashboard.Documents;

public sealed class CommitteeReportTests
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    [Theory]
    [InlineData(ReportShape.Pages)]
    [InlineData(ReportShape.Slides)]
    public void The_same_content_gives_the_same_bytes(ReportShape shape) =>
        Assert.Equal(Written(Content(), shape), Written(Content(), shape));

    [Fact]
    public void Every_page_carries_the_day_and_the_hash_of_its_data()
    {
        var content = Content();
        using var document = PdfDocument.Open(Written(content, ReportShape.Pages));

        Assert.True(document.NumberOfPages > 1);
        foreach (var page in document.GetPages())
        {
            var text = Line(page);
            Assert.Contains("21 novembre 2018", text, StringComparison.Ordinal);
            Assert.Contains(content.DataHash()[..16], text, StringComparison.Ordinal);
            Assert.Contains("0123456789abcdef", text, StringComparison.Ordinal);
            Assert.Contains($"page {page.Number} / {document.NumberOfPages}", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(ReportShape.Pages)]
    [InlineData(ReportShape.Slides)]
    public void Figures_alerts_takeaways_and_definitions_are_in_it(ReportShape shape)
    {
        var content = Content();
        using var document = PdfDocument.Open(Written(content, shape));
        var text = string.Join(' ', document.GetPages().Select(Line));

        Assert.Contains("1234567€", Tight(text), StringComparison.Ordinal);
        // The shipped font has no minus sign: a lost sign would turn a loss into a gain.
        Assert.Contains("–5000€", Tight(text), StringComparison.Ordinal);
        Assert.Contains("100012–Projetenretard", Tight(text), StringComparison.Ordinal);
        Assert.Contains(Tight(content.Charts[0].Takeaway), Tight(text), StringComparison.Ordinal);
        Assert.Contains(Tight("Somme des écritures."), Tight(text), StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_print_every_row_of_every_table()
    {
        var content = Content();
        using var document = PdfDocument.Open(Written(content, ReportShape.Pages));
        var text = Tight(string.Join(' ', document.GetPages().Select(Line)));

        foreach (var row in content.Charts[0].Table.Rows)
        {
            Assert.Contains(
                Tight(
                    string.Concat(
                        row.Cells.Select(
                            (cell, at) => CellText.Of(cell, content.Charts[0].Table.Columns[at].Kind, French)
                        )
                    )
                ),
                text,
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public void Another_figure_is_another_hash()
    {
        var content = Content();
        var other = content with { Figures = [content.Figures[0] with { Value = "1 234 568 €" }] };

        Assert.Equal(content.DataHash(), Content().DataHash());
        Assert.NotEqual(content.DataHash(), other.DataHash());
    }

    private static ReportContent Content()
    {
        var facts = SomeFacts.Programme();
        var chart = ChartCatalog.Applications[1];
        return new(
            "Tableau du SGPI",
            "L’enveloppe.",
            new(2018, 11, 21),
            ["Édition 1"],
            new(2018, 11, 13),
            [new("Versé", "1 234 567 €", "−5 000 €", "")],
            [new("Versement en retard", "1", ["100012 – Projet en retard"]), new("Projet silencieux", "0", [])],
            [
                chart.Sketch(
                    facts,
                    SomeFacts.Scope(),
                    new ChartStyle(ChartTheme.Light, French, 760, chart.HeightAt(760))
                ),
            ],
            [new("Versé", "Versements exécutés.", "Somme des écritures.", "Grand livre.")],
            "0123456789abcdef0123456789abcdef"
        );
    }

    private static byte[] Written(ReportContent content, ReportShape shape)
    {
        using var stream = new MemoryStream();
        CommitteeReport.Write(stream, content, shape, French);
        return stream.ToArray();
    }

    private static string Line(UglyToad.PdfPig.Content.Page page) =>
        string.Join(' ', page.GetWords().Select(word => word.Text));

    private static string Tight(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
