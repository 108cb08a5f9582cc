using System.IO.Compression;
using System.Xml;

namespace AmiDashboard.Exchange.Spreadsheets.Reading;

/// <summary>What one part says of another: the last word of the relationship's type, and the part's full name.</summary>
internal sealed record XlsxRelation(string Id, string Type, string Part);

/// <summary>
/// The parts of an Office package by name (ECMA-376, part 2): names are the same whatever their ASCII case, and old
/// writers of zips on Windows part folders by backslashes.
/// </summary>
internal sealed class XlsxPackage
{
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);

    public XlsxPackage(ZipArchive archive)
    {
        foreach (var entry in archive.Entries)
        {
            parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }
    }

    public ZipArchiveEntry? Find(string part) => parts.GetValueOrDefault(part);

    /// <summary>Where the relationships of a part lie; of the package itself for the empty name.</summary>
    public static string RelationsOf(string part) => $"{FolderOf(part)}_rels/{part[FolderOf(part).Length..]}.rels";

    /// <summary>Relationships to parts of the package, in their order; links to the outside are left out.</summary>
    public static List<XlsxRelation> ReadRelations(XmlReader xml, string source)
    {
        var relations = new List<XlsxRelation>();
        while (xml.ReadGuarded())
        {
            if (
                xml.NodeType == XmlNodeType.Element
                && xml.GetAttribute("Id") is { } id
                && xml.GetAttribute("Target") is { } target
                && xml.GetAttribute("TargetMode") != "External"
            )
            {
                var type = xml.GetAttribute("Type") ?? "";
                relations.Add(new XlsxRelation(id, type[(type.LastIndexOf('/') + 1)..], Resolve(source, target)));
            }
        }

        return relations;
    }

    private static string FolderOf(string part) => part[..(part.LastIndexOf('/') + 1)];

    private static string Resolve(string source, string target)
    {
        var path = target.Replace('\\', '/');
        var steps = new List<string>();
        foreach (var step in (path.StartsWith('/') ? path : FolderOf(source) + path).Split('/'))
        {
            if (step == ".." && steps.Count > 0)
            {
                steps.RemoveAt(steps.Count - 1);
            }
            else if (step is not ("" or "." or ".."))
            {
                steps.Add(step);
            }
        }

        return string.Join('/', steps);
    }
}
