using System.Globalization;
using AmiDashboard.Core;

namespace AmiDashboard.Charts.Documents;

/// <summary>The report as A4 pages: figures, alerts with their projects, each chart with its whole table, definitions.</summary>
internal static class ReportPages
{
    private const float FigureWidth = 120;

    public static void Write(PageFlow flow, ReportContent content, DocumentText text, CultureInfo culture)
    {
        Head(flow, content, text, culture);
        Figures(flow, content, text, culture);
        Alerts(flow, content, text);
        foreach (var chart in content.Charts)
        {
            Chart(flow, chart, culture);
        }

        Definitions(flow, content, text);
    }

    private static void Head(PageFlow flow, ReportContent content, DocumentText text, CultureInfo culture)
    {
        flow.Write(text["Programme"], 9, colour: Colours.Quiet);
        flow.Title(content.Title, 20);
        flow.Write(content.Lead, 10.5f);
        flow.Write(text.Of("Report_Day", content.Day.Written(culture)), 10.5f, isBold: true);
        foreach (var filter in content.Filters)
        {
            flow.Write(text.Of("Report_Filter", filter), 9.5f);
        }
    }

    private static void Figures(PageFlow flow, ReportContent content, DocumentText text, CultureInfo culture)
    {
        flow.Title(text["Report_Figures"], 14);
        var first = flow.Inside - (3 * FigureWidth);
        flow.Row(
            [
                new("", first, true),
                new(text["Report_Value"], FigureWidth, true, IsNumber: true),
                new(
                    content.CommitteeOn is { } on ? text.Of("Report_SinceCommittee", on.ToString("d", culture)) : "",
                    FigureWidth,
                    true,
                    IsNumber: true
                ),
                new(text["Report_SinceWeek"], FigureWidth, true, IsNumber: true),
            ],
            9,
            isRuled: true
        );
        foreach (var figure in content.Figures)
        {
            flow.Row(
                [
                    new(figure.Name, first),
                    new(figure.Value, FigureWidth, true, IsNumber: true),
                    new(Change(figure.SinceCommittee), FigureWidth, IsNumber: true),
                    new(Change(figure.SinceWeek), FigureWidth, IsNumber: true),
                ],
                10,
                isRuled: true
            );
        }
    }

    internal static string Change(string? change) => change is { Length: 0 } ? "=" : change ?? "–";

    private static void Alerts(PageFlow flow, ReportContent content, DocumentText text)
    {
        if (content.Alerts.IsEmpty)
        {
            return;
        }

        flow.Title(text["Report_Alerts"], 14);
        foreach (var alert in content.Alerts)
        {
            flow.Row(
                [
                    new(alert.Count, 36, true, IsNumber: true),
                    new(alert.Name, 150, !alert.Projects.IsEmpty),
                    new(string.Join('\n', alert.Projects), flow.Inside - 186),
                ],
                9,
                isRuled: true
            );
        }
    }

    private static void Chart(PageFlow flow, ChartSketch chart, CultureInfo culture)
    {
        var scale = flow.Inside / chart.Style.Width;
        // Title, takeaway and drawing belong on one page.
        if (flow.Left < (chart.Style.Height * scale) + 90)
        {
            flow.Break();
        }

        flow.Title(chart.Title, 14);
        flow.Write(chart.Takeaway, 10);
        flow.Space(4);
        flow.Picture(
            chart.Style.Height * scale,
            canvas =>
            {
                canvas.Scale(scale);
                chart.Paint(canvas);
            }
        );
        flow.Space(6);
        Notes(flow, chart, culture);
        ReportTable.Write(flow, chart.Table, culture);
    }

    /// <summary>What people pinned to it, by the numbers on the drawing.</summary>
    internal static void Notes(PageFlow flow, ChartSketch chart, CultureInfo culture)
    {
        foreach (var note in chart.Table.Notes)
        {
            flow.Row(
                [
                    new(note.Number.ToString(culture), 24, true, IsNumber: true),
                    new($"{note.Day.ToString("d", culture)} – {note.Text} ({note.By})", flow.Inside - 24),
                ],
                9
            );
        }
    }

    private static void Definitions(PageFlow flow, ReportContent content, DocumentText text)
    {
        flow.Break();
        flow.Title(text["Report_Definitions"], 14);
        foreach (var one in content.Definitions)
        {
            flow.Row(
                [new(one.Name, 130, true), new($"{one.Definition}\n{one.Formula}\n{one.Source}", flow.Inside - 130)],
                9,
                isRuled: true
            );
        }
    }
}
