using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using ScottPlot;
using SkiaSharp;

namespace AmiDashboard.Charts;

/// <summary>Draws a plot as SVG text fit for a page: several can stand in one, and the same plot gives the same bytes.</summary>
internal static class SvgText
{
    /// <summary>A text may hold what XML cannot: it is read, and left out of what is written.</summary>
    private static readonly XmlReaderSettings Lenient = new() { CheckCharacters = false, IgnoreWhitespace = true };

    public static string Draw(Plot plot, string name, string title, int width, int height)
    {
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, width, height), stream))
        {
            plot.DrawOn(canvas, width, height);
        }

        return Fit(Encoding.UTF8.GetString(stream.ToArray()), name, title, width, height);
    }

    /// <summary>Skia's drawing with a view box and a title, and without what a browser need not read.</summary>
    internal static string Fit(string svg, string name, string title, int width, int height)
    {
        using var reader = XmlReader.Create(new StringReader(svg), Lenient);
        var drawn = XElement.Load(reader);
        var told = Writable(title);
        return new XElement(
            drawn.Name,
            new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {width} {height}")),
            new XAttribute("width", width),
            new XAttribute("height", height),
            // Letters as wide as they were measured: a browser fits those of small texts to its pixels.
            new XAttribute("text-rendering", "geometricPrecision"),
            new XAttribute("role", "img"),
            new XAttribute("aria-label", told),
            new XElement(drawn.Name.Namespace + "title", told),
            new SvgMarks(name).Of(drawn)
        ).ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>Without characters that XML cannot hold.</summary>
    public static string Writable(string text)
    {
        var writable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(IsXml))
        {
            writable.Append(rune);
        }

        return writable.ToString();
    }

    private static bool IsXml(Rune rune) => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);
}
