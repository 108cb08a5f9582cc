using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace AmiDashboard.Charts;

/// <summary>A drawing read back as a browser reads it: its elements, and where its texts stand.</summary>
internal sealed partial class DrawnSvg
{
    public DrawnSvg(string svg) => Root = XDocument.Parse(svg).Root!;

    public XElement Root { get; }

    public IEnumerable<XElement> All => Root.DescendantsAndSelf();

    public IEnumerable<XElement> Texts => All.Where(element => element.Name.LocalName == "text");

    public IEnumerable<string> Ids => All.Attributes("id").Select(id => id.Value);

    public IEnumerable<string> References =>
        All.Attributes("clip-path").Select(path => Reference().Match(path.Value).Groups[1].Value);

    public static string WordsOf(XElement text) =>
        string.Join(' ', text.Value.Split((char[])[' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Pixels from the left edge of the drawing to both ends of a text.</summary>
    public static (double Left, double Right) EndsOf(XElement text)
    {
        var left =
            Numbers(text.Attribute("transform")?.Value ?? "0").First() + Numbers(text.Attribute("x")!.Value).Single();
        return (left, left + PlotFrame.WidthOf(WordsOf(text), text.Attribute("font-weight") is not null));
    }

    /// <summary>Pixels from the upper edge of the drawing to a text's baseline.</summary>
    public static double BaselineOf(XElement text) =>
        Numbers(text.Attribute("transform")?.Value ?? "0 0").ElementAt(1) + Numbers(text.Attribute("y")!.Value).First();

    /// <summary>The part of the drawing in which an element is visible.</summary>
    public (double Left, double Right) WindowOf(XElement element)
    {
        var window = (Left: 0.0, Right: Numbers(Root.Attribute("viewBox")!.Value).ElementAt(2));
        foreach (var reference in element.Ancestors().Attributes("clip-path"))
        {
            var id = Reference().Match(reference.Value).Groups[1].Value;
            var frame = All.Single(one => (string?)one.Attribute("id") == id).Elements().Single();
            var left = double.Parse(frame.Attribute("x")?.Value ?? "0", CultureInfo.InvariantCulture);
            var width = double.Parse(frame.Attribute("width")!.Value, CultureInfo.InvariantCulture);
            window = (Math.Max(window.Left, left), Math.Min(window.Right, left + width));
        }

        return window;
    }

    private static IEnumerable<double> Numbers(string text) =>
        Number().Matches(text).Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"-?[\d.]+(e-?\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"url\(#([^)]+)\)")]
    private static partial Regex Reference();
}
