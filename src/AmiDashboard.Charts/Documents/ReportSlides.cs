using System.Globalization;
using AmiDashboard.Core;
using ScottPlot;
using SkiaSharp;

namespace AmiDashboard.Charts.Documents;

/// <summary>The report as slides: the figures, the alerts, then a chart a slide under what it says.</summary>
internal static class ReportSlides
{
    private const int Columns = 4;

    public static void Write(PageFlow flow, ReportContent content, DocumentText text, CultureInfo culture)
    {
        flow.Write(text["Programme"], 11, colour: Colours.Quiet);
        flow.Title($"{content.Title} – {content.Day.Written(culture)}", 26);
        foreach (var filter in content.Filters)
        {
            flow.Write(text.Of("Report_Filter", filter), 11);
        }

        flow.Space(10);
        Figures(flow, content, text, culture);
        Alerts(flow, content, text);
        // A slide that says « nothing yet » is left to the pages.
        foreach (var chart in content.Charts.Where(chart => !chart.IsEmpty))
        {
            Chart(flow, chart, culture);
        }

        Definitions(flow, content, text);
    }

    private static void Figures(PageFlow flow, ReportContent content, DocumentText text, CultureInfo culture)
    {
        const float height = 110;
        var width = flow.Inside / Columns;
        foreach (var line in content.Figures.Chunk(Columns))
        {
            flow.Picture(
                height,
                canvas =>
                {
                    for (var at = 0; at < line.Length; at++)
                    {
                        Figure(canvas, line[at], at * width, content.CommitteeOn, text, culture);
                    }
                }
            );
        }
    }

    private static void Figure(
        SKCanvas canvas,
        ReportFigure figure,
        float x,
        DateOnly? committee,
        DocumentText text,
        CultureInfo culture
    )
    {
        Draw(figure.Name, 13, 16, Colours.Text, isBold: false);
        Draw(figure.Value, 27, 48, Colours.Title, isBold: true);
        if (committee is { } on && figure.SinceCommittee is { } since)
        {
            Draw(
                $"{ReportPages.Change(since)} {text.Of("Report_SinceCommittee", on.ToString("d", culture))}",
                10.5f,
                66,
                Colours.Quiet,
                isBold: false
            );
        }

        if (figure.SinceWeek is { } week)
        {
            Draw($"{ReportPages.Change(week)} {text["Report_SinceWeek"]}", 10.5f, 82, Colours.Quiet, isBold: false);
        }

        void Draw(string words, float size, float y, uint colour, bool isBold)
        {
            using var font = new SKFont(Fonts.GetTypeface(ChartFonts.Name, isBold, italic: false), size);
            using var ink = new SKPaint { IsAntialias = true, Color = new SKColor(colour) };
            canvas.DrawText(PageFlow.Drawable(words), x, y, SKTextAlign.Left, font, ink);
        }
    }

    private static void Alerts(PageFlow flow, ReportContent content, DocumentText text)
    {
        var raised = content.Alerts.Where(alert => !alert.Projects.IsEmpty).ToList();
        if (raised.Count == 0)
        {
            return;
        }

        flow.Break();
        flow.Title(text["Report_Alerts"], 22);
        foreach (var alert in raised)
        {
            flow.Row(
                [
                    new(alert.Count, 60, true, IsNumber: true),
                    new(alert.Name, 260, true),
                    new(string.Join('\n', alert.Projects), flow.Inside - 320),
                ],
                12,
                isRuled: true
            );
        }
    }

    private static void Chart(PageFlow flow, ChartSketch chart, CultureInfo culture)
    {
        flow.Break();
        flow.Write(chart.Title, 12, colour: Colours.Quiet);
        flow.Title(chart.Takeaway, 18);
        var scale = Math.Min(
            flow.Inside / chart.Style.Width,
            (flow.Left - 2 - (chart.Table.Notes.Length * 13)) / chart.Style.Height
        );
        flow.Picture(
            chart.Style.Height * scale,
            canvas =>
            {
                canvas.Translate((flow.Inside - (chart.Style.Width * scale)) / 2, 0);
                canvas.Scale(scale);
                chart.Paint(canvas);
            }
        );
        ReportPages.Notes(flow, chart, culture);
    }

    private static void Definitions(PageFlow flow, ReportContent content, DocumentText text)
    {
        flow.Break();
        flow.Title(text["Report_Definitions"], 22);
        foreach (var one in content.Definitions)
        {
            flow.Row(
                [new(one.Name, 200, true), new($"{one.Definition} {one.Formula}", flow.Inside - 200)],
                10.5f,
                isRuled: true
            );
        }
    }
}
