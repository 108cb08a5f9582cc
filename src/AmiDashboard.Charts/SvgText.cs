using System.Globalization;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using ScottPlot;
using SkiaSharp;

namespace AmiDashboard.Charts;

/// <summary>Draws a plot as SVG text fit for a page: several can stand in one, and the same plot gives the same bytes.</summary>
internal static partial class SvgText
{
    public static string Draw(Plot plot, string name, string title, int width, int height)
    {
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, width, height), stream))
        {
            plot.Render(canvas, width, height);
        }

        return Fit(Encoding.UTF8.GetString(stream.ToArray()), name, title, width, height);
    }

    /// <summary>
    /// Skia's SVG has no view box and no title, ends its lists of coordinates with a comma (which Firefox misplaces), and
    /// numbers its clip paths across the whole process.
    /// </summary>
    internal static string Fit(string svg, string name, string title, int width, int height)
    {
        var start = svg.IndexOf("<svg", StringComparison.Ordinal);
        var opened = svg.IndexOf('>', start);
        var body = svg[(opened + 1)..];
        body = TrailingComma().Replace(body, "$1=\"$2\"");
        Dictionary<string, string> ids = new(StringComparer.Ordinal);
        body = Id().Replace(body, found => $"id=\"{Renamed(found.Groups[1].Value)}\"");
        body = Reference().Replace(body, found => $"url(#{Renamed(found.Groups[1].Value)})");
        body = body.Replace(
            $"font-family=\"{ChartFonts.Name}\"",
            $"font-family=\"{ChartFonts.Name}, sans-serif\"",
            StringComparison.Ordinal
        );
        return string.Create(
                CultureInfo.InvariantCulture,
                $"<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{SecurityElement.Escape(title)}\"><title>{SecurityElement.Escape(title)}</title>"
            ) + body.TrimEnd();

        string Renamed(string id)
        {
            if (!ids.TryGetValue(id, out var renamed))
            {
                ids[id] = renamed = $"{name}-{ids.Count}";
            }

            return renamed;
        }
    }

    [GeneratedRegex("\\b([xy])=\"([^\"]*?),\\s*\"", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex TrailingComma();

    [GeneratedRegex("\\bid=\"([^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Id();

    [GeneratedRegex("url\\(#([^)]+)\\)", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Reference();
}
