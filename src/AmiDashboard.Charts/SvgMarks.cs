using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace AmiDashboard.Charts;

/// <summary>
/// The marks of a drawing as Skia writes them, with less for a browser to hold. Skia cuts each mark by a clip path of its own,
/// numbered across the whole process: those that are cut alike and follow each other become one group, and a clip path is
/// named for its shape. Skia places each letter of a text: with the same font the first says where all stand.
/// </summary>
/// <param name="name">Of the drawing: two in one page have a clip path in common only where its shape is the same.</param>
internal sealed partial class SvgMarks(string name)
{
    private static readonly HashSet<string> Lengths = ["x", "y", "width", "height", "cx", "cy", "rx", "ry"];

    /// <summary>What SVG takes where nothing is said.</summary>
    private static readonly HashSet<(string, string)> Understood = [("stroke-width", "1"), ("stroke-miterlimit", "4")];

    /// <summary>Around a text on lines of its own; a space that does not break is one of its letters.</summary>
    private static readonly char[] Indentation = ['\n', '\t', ' '];

    private readonly Dictionary<string, XElement> clips = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> references = new(StringComparer.Ordinal);

    public IReadOnlyList<XElement> Of(XElement drawn)
    {
        List<XElement> marks = [];
        foreach (var mark in drawn.Elements())
        {
            if (mark.Name.LocalName == "clipPath")
            {
                clips[Reference(mark.Attribute("id")!.Value)] = new XElement(mark.Name, Of(mark));
            }
            else if (mark.Attribute("clip-path") is { } clip)
            {
                AddCut(marks, clips[clip.Value], mark);
            }
            else if (!IsNothing(mark))
            {
                marks.Add(Tidied(mark));
            }
        }

        return marks;
    }

    private void AddCut(List<XElement> marks, XElement clip, XElement group)
    {
        var shape = clip.ToString(SaveOptions.DisableFormatting);
        if (!references.TryGetValue(shape, out var reference))
        {
            var id = $"{name}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shape)))[..8]}";
            references[shape] = reference = Reference(id);
            marks.Add(new XElement(clip.Name, new XAttribute("id", id), clip.Elements()));
        }

        if (marks.LastOrDefault()?.Attribute("clip-path")?.Value != reference)
        {
            marks.Add(new XElement(group.Name, new XAttribute("clip-path", reference)));
        }

        marks[^1].Add(Of(group));
    }

    /// <summary>A line of no length, as of a tick: only a round end would show it.</summary>
    private static bool IsNothing(XElement mark) =>
        mark.Attribute("d") is { } path && mark.Attribute("stroke-linecap") is null && NoLength().IsMatch(path.Value);

    private static string Reference(string id) => $"url(#{id})";

    private XElement Tidied(XElement mark) =>
        new(
            mark.Name,
            mark.Attributes()
                .Where(one => !Understood.Contains((one.Name.LocalName, one.Value)))
                .Select(one => new XAttribute(one.Name, Tidied(one))),
            mark.HasElements ? Of(mark)
                : mark.IsEmpty ? null
                : SvgText.Writable(mark.Value.Trim(Indentation))
        );

    private static string Tidied(XAttribute one) =>
        one.Name.LocalName switch
        {
            "font-family" => $"{one.Value}, sans-serif",
            var length when Lengths.Contains(length) => Hundredths(one.Value.Split(',')[0]),
            _ => one.Value,
        };

    private static string Hundredths(string pixels) =>
        Math.Round(double.Parse(pixels, CultureInfo.InvariantCulture), 2)
            .ToString("0.##", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^M(?<from>[^A-Z]+)L\k<from>$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex NoLength();
}
