using System.Globalization;
using AmiDashboard.Core;
using AmiDashboard.Core.Prototypes;
using ScottPlot;
using SkiaSharp;

namespace AmiDashboard.Charts.Documents;

/// <summary>A project's published sheet as a PDF, to be handed out. Pure: the same publication gives the same bytes.</summary>
public static class SheetDocument
{
    private const string Producer = "AmiDashboard";

    /// <param name="publishedAt">UTC.</param>
    public static void Write(Stream stream, SheetText sheet, int number, DateTime publishedAt, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        using var counted = new MemoryStream();
        var pages = Compose(counted, sheet, number, publishedAt, culture, pages: 0);
        Compose(stream, sheet, number, publishedAt, culture, pages);
    }

    /// <param name="pages">How many there are in all: known once they have been composed.</param>
    private static int Compose(
        Stream stream,
        SheetText sheet,
        int number,
        DateTime publishedAt,
        CultureInfo culture,
        int pages
    )
    {
        var text = new DocumentText(culture);
        var title = sheet.Title ?? text.Of("Sheet_Number", number);
        var day = ParisTime.DayOf(publishedAt).Written(culture);
        var document = SKDocument.CreatePdf(
            stream,
            new SKDocumentPdfMetadata
            {
                Title = title,
                Author = Producer,
                Creator = Producer,
                Producer = Producer,
                Creation = publishedAt,
                Modified = publishedAt,
                RasterDpi = SKDocumentPdfMetadata.DefaultRasterDpi,
                EncodingQuality = SKDocumentPdfMetadata.DefaultEncodingQuality,
            }
        );
        using var flow = new PageFlow(
            document,
            (canvas, page) => Foot(canvas, text.Of("Sheet_Foot", number, day), text.Of("Page", page, pages))
        );
        flow.Write(text["Programme"], 9, colour: Colours.Quiet);
        flow.Title(title, 18);
        Facts(flow, sheet, text, culture);
        Section(flow, text["Sheet_Context"], sheet.Context);
        Benefits(flow, sheet, text);
        Section(flow, text["Sheet_Approach"], sheet.Approach);
        Section(flow, text["Sheet_Results"], sheet.Results);
        flow.Space(12);
        flow.Write(text.Of("Sheet_Licence", day), 8.5f, colour: Colours.Quiet);
        flow.Close();
        return flow.Pages;
    }

    private static void Facts(PageFlow flow, SheetText sheet, DocumentText text, CultureInfo culture)
    {
        flow.Space(6);
        Fact("Sheet_Dates", Dates(sheet, text, culture));
        Fact("Sheet_Administration", sheet.Administration);
        Fact("Sheet_Status", text[$"SheetStatus_{sheet.Status}"]);
        Fact("Sheet_Holders", sheet.Holders);
        Fact("Sheet_Domain", sheet.Domain);
        Fact("Sheet_Policy", sheet.Policy);
        Fact("Sheet_SourceCode", sheet.SourceCode);
        Fact("Sheet_Trade", sheet.Trade);

        void Fact(string key, string? value)
        {
            if (value is not null)
            {
                flow.Row([new(text[key], 140, true), new(value, flow.Inside - 140)], 9.5f, isRuled: true);
            }
        }
    }

    private static void Benefits(PageFlow flow, SheetText sheet, DocumentText text)
    {
        (string Key, string? Text)[] benefits =
        [
            ("Sheet_BenefitsForPolicy", sheet.BenefitsForPolicy),
            ("Sheet_BenefitsForUsers", sheet.BenefitsForUsers),
            ("Sheet_BenefitsForAgents", sheet.BenefitsForAgents),
        ];
        if (Array.TrueForAll(benefits, one => one.Text is null))
        {
            return;
        }

        flow.Title(text["Sheet_Benefits"], 13);
        foreach (var (key, benefit) in benefits.Where(one => one.Text is not null))
        {
            flow.Row([new(text[key], 140, true), new(benefit!, flow.Inside - 140)], 9.5f);
            flow.Space(4);
        }
    }

    private static void Section(PageFlow flow, string title, string? text)
    {
        if (text is not null)
        {
            flow.Title(title, 13);
            flow.Write(text, 10);
        }
    }

    private static string? Dates(SheetText sheet, DocumentText text, CultureInfo culture) =>
        (sheet.StartedOn, sheet.EndedOn) switch
        {
            ({ } from, { } to) => text.Of("Sheet_FromTo", from.Written(culture), to.Written(culture)),
            ({ } from, null) => text.Of("Sheet_From", from.Written(culture)),
            (null, { } to) => text.Of("Sheet_To", to.Written(culture)),
            _ => null,
        };

    private static void Foot(SKCanvas canvas, string left, string right)
    {
        using var font = new SKFont(Fonts.GetTypeface(ChartFonts.Name, bold: false, italic: false), 7.5f);
        using var ink = new SKPaint { IsAntialias = true, Color = new SKColor(Colours.Quiet) };
        var line = PageFormat.A4.Height - 44;
        canvas.DrawText(right, PageFormat.A4.Width - 54, line, SKTextAlign.Right, font, ink);
        canvas.DrawText(left, 54, line, SKTextAlign.Left, font, ink);
    }
}
