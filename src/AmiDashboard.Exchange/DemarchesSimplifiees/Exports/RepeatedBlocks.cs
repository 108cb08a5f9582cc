using System.Collections.Immutable;
using System.Globalization;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Exchange.Spreadsheets.Reading;
using AmiDashboard.Storage.Applications.Imports;

namespace AmiDashboard.Exchange.DemarchesSimplifiees.Exports;

/// <summary>
/// A repeatable block, which an XLSX keeps in a sheet of its own: one row per repetition, joined to its dossier by
/// number and ordered by its « Ligne ».
/// </summary>
internal sealed class RepeatedBlocks
{
    private readonly Dictionary<int, List<(int Rank, ImmutableArray<DossierField> Cells)>> rows = [];

    private RepeatedBlocks(string label) => Label = label;

    public string Label { get; }

    public IEnumerable<int> Numbers => rows.Keys;

    /// <summary>Null where the sheet is no block: it has no column of dossier numbers.</summary>
    public static RepeatedBlocks? Read(Table sheet, KnownForm form, ExportReport report)
    {
        var titles = sheet.Header.Cells.Select(cell => FoldedText.Fold(cell.Shown)).ToArray();
        var key = Array.FindIndex(titles, title => title is "dossier id" or "id dossier");
        if (key < 0)
        {
            return null;
        }

        var rank = Array.IndexOf(titles, "ligne");
        var columns = Enumerable
            .Range(0, titles.Length)
            .Where(index => index != key && index != rank && titles[index].Length > 0)
            .Select(index => AnswerColumn.Of(sheet, index, form, report))
            .ToArray();
        var block = new RepeatedBlocks(AnswerColumn.Label(WithoutId(sheet.Name)));
        foreach (var line in sheet.Lines)
        {
            var place = new ExportPlace(line.Number, null, sheet.Name, sheet.Header[key].Shown);
            if (ExportDossiers.NumberOf(line[key]) is not { } number)
            {
                report.LeaveUnknown(place, line[key], "Import_Number");
                continue;
            }

            place = place with { Number = number };
            if (!block.rows.TryGetValue(number, out var rows))
            {
                block.rows[number] = rows = [];
            }

            var order = rank >= 0 ? ExportDossiers.NumberOf(line[rank]) ?? rows.Count : rows.Count;
            rows.Add((order, [.. columns.Select(column => column.Read(line, place))]));
        }

        return block;
    }

    public DossierField Of(int number) =>
        new()
        {
            Label = Label,
            Kind = FieldKind.Rows,
            Rows = rows.TryGetValue(number, out var found)
                ? [.. found.OrderBy(row => row.Rank).Select(row => row.Cells)]
                : [],
        };

    /// <summary>The platform names the sheet « (123) Équipe ».</summary>
    private static string WithoutId(string name) =>
        name.StartsWith('(')
        && name.IndexOf(')', StringComparison.Ordinal) is > 1 and var end
        && int.TryParse(name.AsSpan(1, end - 1), NumberStyles.None, CultureInfo.InvariantCulture, out _)
        && name.Length > end + 1
            ? name[(end + 1)..].Trim()
            : name;
}
