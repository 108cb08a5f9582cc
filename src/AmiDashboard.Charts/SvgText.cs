using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
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
    /// numbers its clip paths across the whole process. Only tags are touched, never the texts between them.
    /// </summary>
    internal static string Fit(string svg, string name, string title, int width, int height)
    {
        var opened = svg.IndexOf('>', svg.IndexOf("<svg", StringComparison.Ordinal));
        Dictionary<string, string> ids = new(StringComparer.Ordinal);
        var body = Tag().Replace(svg[(opened + 1)..].TrimEnd(), tag => Tidy(tag.Value, ids));
        // Two drawings in one page share an id only if they are the same drawing.
        var print = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)))[..8];
        body = Tag().Replace(body, tag => tag.Value.Replace(Placeholder, $"{name}-{print}-", StringComparison.Ordinal));
        var told = Escaped(title);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-label=\"{told}\"><title>{told}</title>{body}"
        );
    }

    private const string Placeholder = "\u0001";

    private static string Tidy(string tag, Dictionary<string, string> ids)
    {
        tag = TrailingComma().Replace(tag, "${name}=\"${list}\"");
        tag = Id().Replace(tag, found => $"{found.Groups["before"].Value}{Renamed(found.Groups["id"].Value, ids)}");
        return tag.Replace(
            $"font-family=\"{ChartFonts.Name}\"",
            $"font-family=\"{ChartFonts.Name}, sans-serif\"",
            StringComparison.Ordinal
        );
    }

    private static string Renamed(string id, Dictionary<string, string> ids)
    {
        if (!ids.TryGetValue(id, out var renamed))
        {
            ids[id] = renamed = string.Create(CultureInfo.InvariantCulture, $"{Placeholder}{ids.Count}");
        }

        return renamed;
    }

    /// <summary>For a text or an attribute; characters that XML cannot hold are left out.</summary>
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(IsXml))
        {
            _ = rune.Value switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                '"' => escaped.Append("&quot;"),
                _ => escaped.Append(rune),
            };
        }

        return escaped.ToString();
    }

    private static bool IsXml(Rune rune) => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);

    [GeneratedRegex("<[^>]+>", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Tag();

    [GeneratedRegex(
        "\\b(?<name>[xy])=\"(?<list>[^\"]*?),\\s*\"",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex TrailingComma();

    [GeneratedRegex(
        "(?<before>\\bid=\"|url\\(#)(?<id>[^\")]+)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Id();
}
