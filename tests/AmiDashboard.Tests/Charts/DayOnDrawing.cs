using System.Globalization;

namespace AmiDashboard.Charts;

/// <summary>Where a day is on a drawing, read off what the drawing itself says of its axis.</summary>
internal static class DayOnDrawing
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>Pixels at which the middle of a day must be, read off what else the drawing says of its axis.</summary>
    public static double PixelOf(string name, DateOnly day, Drawing drawing)
    {
        var svg = new DrawnSvg(drawing.Svg);
        switch (name)
        {
            case "deposits" or "review-progress":
                // Two days that are written under the axis, at their beginnings.
                var days = svg
                    .Texts.Select(text => (Words: DrawnSvg.WordsOf(text), Ends: DrawnSvg.EndsOf(text)))
                    .Select(text =>
                        (
                            IsDay: DateOnly.TryParseExact(
                                text.Words + " 2018",
                                "d MMM yyyy",
                                French,
                                DateTimeStyles.None,
                                out var found
                            ),
                            Day: found,
                            X: (text.Ends.Left + text.Ends.Right) / 2
                        )
                    )
                    .Where(text => text.IsDay)
                    .DistinctBy(text => text.Day)
                    .OrderBy(text => text.Day)
                    .ToList();
                var (first, last) = (days[0], days[^1]);
                var perDay = (last.X - first.X) / (last.Day.DayNumber - first.Day.DayNumber);
                return first.X + ((day.DayNumber - first.Day.DayNumber + .5) * perDay);
            case "prototype-plan":
                // The middle of May is that of the quarter, where its name stands.
                var quarter = svg.Texts.First(text => DrawnSvg.WordsOf(text).Replace('\u00A0', ' ') == "T2 2019");
                return (DrawnSvg.EndsOf(quarter).Left + DrawnSvg.EndsOf(quarter).Right) / 2;
            default:
                // The strip of the month, quarter or year that holds the day; its share of it.
                var (area, from, length) = StripOf(drawing, day);
                return area.X + (area.Width * (day.DayNumber - from.DayNumber + .5) / length);
        }
    }

    private static (HitArea Area, DateOnly From, int Length) StripOf(Drawing drawing, DateOnly day)
    {
        var (month, quarter) = (
            new DateOnly(day.Year, day.Month, 1),
            new DateOnly(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1)
        );
        foreach (
            var (words, from, to) in new[]
            {
                (day.ToString("MMMM yyyy", French), month, month.AddMonths(1)),
                ($"T{(day.Month + 2) / 3} {day.Year}", quarter, quarter.AddMonths(3)),
                ($"{day.Year}", new DateOnly(day.Year, 1, 1), new DateOnly(day.Year + 1, 1, 1)),
            }
        )
        {
            var area = drawing.Areas.FirstOrDefault(one =>
                one.Label.Replace('\u00A0', ' ').StartsWith(words, StringComparison.Ordinal)
            );
            if (area is not null)
            {
                return (area, from, to.DayNumber - from.DayNumber);
            }
        }

        throw new InvalidOperationException(string.Join('\n', drawing.Areas.Select(area => area.Label)));
    }
}
