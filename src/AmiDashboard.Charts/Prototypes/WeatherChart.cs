using System.Collections.Immutable;
using AmiDashboard.Charts.Budgets;
using AmiDashboard.Charts.Scores;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Prototypes.Figures;
using ScottPlot;

namespace AmiDashboard.Charts.Prototypes;

/// <summary>
/// Projects against the last months: the sign of each month's weather, and in words the current one and its age. Where
/// there is no room for all, the last line says how many are left out.
/// </summary>
internal static class WeatherChart
{
    private const float TallestRow = 60;
    private const float LeastRow = 26;
    private const float LeastStacked = 44;

    /// <summary>Pixels over the first line, for the months.</summary>
    private const float Head = 24;

    /// <summary>Pixels that a month needs.</summary>
    private const double Month = 26;
    private const int MostMonths = 12;
    private const float Sign = 20;

    public static ChartContent Compose(WeatherGrid figure, ChartStyle style)
    {
        var text = new ChartText(style.Culture);
        var takeaway = WeatherTakeaway.Of(figure, text);
        var table = WeatherTable.Of(figure, text);
        if (figure.Rows.IsEmpty)
        {
            return new(PlotFrame.Empty(style, takeaway), _ => [], takeaway, table, true);
        }

        var key = text["Weather_Key"];
        var bottom = PlotFrame.KeyHeight(style, key) + 10;
        var least = style.IsNarrow ? LeastStacked : LeastRow;
        var lines = FittingLines.Of(figure.Rows, (int)((style.Height - Head - bottom - 4) / least), 0);
        string[] words = [.. lines.Select(line => line.IsGap ? "" : NowOf(line.One, text))];
        var room = words.Max(word => PlotFrame.WidthOf(word, isBold: true)) + 12;
        var rows = new LabelledRows(
            [.. lines.Select(line => LabelOf(line, text))],
            style,
            left: 2,
            right: 4,
            bottom,
            TallestRow,
            thickest: Sign + 2,
            head: Head,
            leastStacked: LeastStacked - 2,
            valueRoom: room,
            stackedFrom: 0
        );
        DateOnly[] months = [.. MonthsOf(lines, figure, (int)((rows.DataWidth - (rows.IsStacked ? 0 : room)) / Month))];
        // Months are not spread over more than they need: their signs would no longer be read as a row.
        var spare = Math.Max(0, rows.DataWidth - (rows.IsStacked ? 0 : room) - (months.Length * 2.4 * Month));
        rows.SetReach(0, months.Length, 0, (rows.IsStacked ? 0 : room) + spare);
        Heads(rows, months, style, text);
        for (var index = 0; index < lines.Length; index++)
        {
            if (!lines[index].IsGap)
            {
                Row(rows, index, lines[index].One, months, words[index], style);
            }
        }

        rows.Key(key);
        return new(rows.Plot, _ => rows.Areas(index => Area(lines[index], figure, text)), takeaway, table, false);
    }

    /// <summary>The last ones that fit, up to that of the day, or to the last report once all are finished.</summary>
    private static IEnumerable<DateOnly> MonthsOf(
        IEnumerable<FittingLine<WeatherRow>> lines,
        WeatherGrid figure,
        int room
    )
    {
        ImmutableSortedSet<DateOnly> months =
        [
            .. lines.Where(line => !line.IsGap).SelectMany(line => line.One.Months.Keys),
        ];
        var last = figure.Running.Any() || months.IsEmpty ? ReportRules.MonthOf(figure.Day) : months[^1];
        var known = months.IsEmpty ? last : months[0];
        var length = ((last.Year - known.Year) * 12) + last.Month - known.Month + 1;
        var count = Math.Min(Math.Clamp(room, 1, MostMonths), Math.Max(1, length));
        return Enumerable.Range(1 - count, count).Select(back => last.AddMonths(back));
    }

    /// <summary>Every month that there is room to name, the last one among them; its year where it changes.</summary>
    private static void Heads(LabelledRows rows, DateOnly[] months, ChartStyle style, ChartText text)
    {
        var perMonth = rows.DataWidth / (rows.Plot.Axes.Bottom.Max - rows.Plot.Axes.Bottom.Min);
        string[] names = [.. months.Select(text.MonthOfYear)];
        var every = Math.Max(1, (int)Math.Ceiling((names.Max(name => PlotFrame.WidthOf(name)) + 4) / perMonth));
        for (var index = months.Length - 1; index >= 0; index -= every)
        {
            var over = (PlotFrame.WidthOf(names[index]) / 2) - ((index + .5) * perMonth);
            var after = (PlotFrame.WidthOf(names[index]) / 2) - (rows.DataWidth - ((index + .5) * perMonth));
            PlotFrame.Write(
                rows.Plot,
                style,
                names[index],
                new(index + .5, .5),
                Alignment.LowerCenter,
                style.Palette.Quiet,
                right: (float)(Math.Max(0, over + 1) - Math.Max(0, after + 1)),
                down: -5
            );
        }
    }

    private static void Row(
        LabelledRows rows,
        int index,
        WeatherRow row,
        DateOnly[] months,
        string now,
        ChartStyle style
    )
    {
        var (palette, y) = (style.Palette, rows.MarkY(index));
        PlotFrame.Rule(rows.Plot, new(0, -index - .5), new(months.Length, -index - .5), 1, palette.Line);
        for (var month = 0; month < months.Length; month++)
        {
            if (row.Months.TryGetValue(months[month], out var weather))
            {
                var sign = rows.Plot.Add.Marker(
                    month + .5,
                    y,
                    MarkerShape.FilledCircle,
                    Sign,
                    ColorOf(weather, palette)
                );
                sign.MarkerStyle.CustomRenderer = new WeatherMark(weather);
            }
        }

        var (ink, isBold) =
            row.IsStale ? (palette.Accent, true)
            : row.IsFinished ? (palette.Quiet, false)
            : (palette.Text, row.Current < Weather.Overcast);
        if (rows.IsStacked)
        {
            rows.WriteAtRight(index, now, rows.Plot.Axes.Bottom.Max, ink, isBold);
        }
        else
        {
            PlotFrame.Write(rows.Plot, style, now, new(months.Length, y), Alignment.MiddleLeft, ink, isBold, right: 8);
        }
    }

    private static Color ColorOf(Weather weather, ChartPalette palette) =>
        weather switch
        {
            Weather.Storm => palette.Accent,
            Weather.Cloud => palette.Text,
            Weather.Overcast => palette.Neutral,
            _ => palette.Good,
        };

    /// <summary>« Nuage, 12 j », « Nuage, périmée (48 j) », « terminé ».</summary>
    private static string NowOf(WeatherRow row, ChartText text) =>
        row.IsFinished
            ? text["Weather_Finished"]
            : text.Of(
                row is { IsStale: true, Current: not null } ? "Weather_NowStale" : "Weather_Now",
                text.Weather(row.Current),
                text.Days(row.AgeDays)
            );

    private static string LabelOf(FittingLine<WeatherRow> line, ChartText text) =>
        line.IsGap ? text.Counted("AndOthers", line.Items.Length) : text.Application(line.One.Title, line.One.Number);

    private static HitArea Area(FittingLine<WeatherRow> line, WeatherGrid figure, ChartText text)
    {
        var projects = ProjectSet.Of(figure.Scope, line.Items.Select(row => row.Project));
        return new(
            0,
            0,
            0,
            0,
            line.IsGap ? LabelOf(line, text) : MarkOf(line.One, text),
            projects.Rows,
            projects.Count
        );
    }

    private static string MarkOf(WeatherRow row, ChartText text)
    {
        var now = text.Of("Mark", text.Quoted(row.Title, row.Number), NowOf(row, text));
        var history = row
            .Months.Reverse()
            .Take(MostMonths)
            .Reverse()
            .Select(month => text.Of("Weather_Month", text.MonthOfYear(month.Key), text.Weather(month.Value)));
        return row.Months.IsEmpty ? now : text.Of("Weather_Mark", now, string.Join(", ", history));
    }
}
