using System.Globalization;
using AmiDashboard.Core;
using ScottPlot;
using SkiaSharp;

namespace AmiDashboard.Charts.Documents;

/// <summary>
/// A body's page as a PDF for its committee, with vector charts; the day and the hash of its data are on each page. Pure:
/// the same content gives the same bytes.
/// </summary>
public static class CommitteeReport
{
    private const string Producer = "AmiDashboard";

    /// <param name="cancellation">Looked at before each page.</param>
    public static void Write(
        Stream stream,
        ReportContent content,
        ReportShape shape,
        CultureInfo culture,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(content);
        using var counted = new MemoryStream();
        var pages = Compose(counted, content, shape, culture, pages: 0, cancellation);
        Compose(stream, content, shape, culture, pages, cancellation);
    }

    /// <param name="pages">How many there are in all: known once they have been composed.</param>
    private static int Compose(
        Stream stream,
        ReportContent content,
        ReportShape shape,
        CultureInfo culture,
        int pages,
        CancellationToken cancellation
    )
    {
        var text = new DocumentText(culture);
        var at = ParisTime.EndOf(content.Day);
        var document = SKDocument.CreatePdf(
            stream,
            new SKDocumentPdfMetadata
            {
                Title = $"{content.Title} – {content.Day.Written(culture)}",
                Author = Producer,
                Creator = Producer,
                Producer = Producer,
                Creation = at,
                Modified = at,
                RasterDpi = SKDocumentPdfMetadata.DefaultRasterDpi,
                EncodingQuality = SKDocumentPdfMetadata.DefaultEncodingQuality,
            }
        );
        var format = shape == ReportShape.Pages ? PageFormat.A4 : PageFormat.Slide;
        var foot = text.Of("Report_Foot", content.Title, content.Day.Written(culture), content.DataHash()[..16]);
        if (content.LedgerHead is { } head)
        {
            foot += text.Of("Report_Ledger", head[..16]);
        }

        using var flow = new PageFlow(
            document,
            (canvas, page) =>
            {
                cancellation.ThrowIfCancellationRequested();
                Foot(canvas, format, foot, text.Of("Page", page, pages));
            },
            format
        );
        if (shape == ReportShape.Pages)
        {
            ReportPages.Write(flow, content, text, culture);
        }
        else
        {
            ReportSlides.Write(flow, content, text, culture);
        }

        flow.Close();
        return flow.Pages;
    }

    private static void Foot(SKCanvas canvas, PageFormat format, string left, string right)
    {
        using var font = new SKFont(Fonts.GetTypeface(ChartFonts.Name, bold: false, italic: false), 7.5f);
        using var ink = new SKPaint { IsAntialias = true, Color = new SKColor(Colours.Quiet) };
        var line = format.Height - (format.Margin * .7f);
        canvas.DrawText(right, format.Width - format.Margin, line, SKTextAlign.Right, font, ink);
        canvas.DrawText(left, format.Margin, line, SKTextAlign.Left, font, ink);
    }
}
