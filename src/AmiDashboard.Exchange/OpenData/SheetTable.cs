using System.Collections.Immutable;
using System.Globalization;
using AmiDashboard.Core;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Exchange.Spreadsheets;
using AmiDashboard.Storage.Prototypes;

namespace AmiDashboard.Exchange.OpenData;

/// <summary>
/// The published sheets as open data, and the dictionary that says what each column means. Programs read them: the names of
/// columns, the words of the status and the form of days (ISO 8601) are the same in every language, and stay.
/// </summary>
public static class SheetTable
{
    public const string Licence = "Licence Ouverte 2.0";

    private static readonly ImmutableArray<OpenColumn> Columns =
    [
        new("numero", OpenType.Whole, sheet => sheet.Number),
        new("edition", OpenType.Whole, sheet => sheet.Edition),
        new("titre", OpenType.Text, sheet => sheet.Text.Title),
        new("statut", OpenType.Word, sheet => WordOf(sheet.Text.Status)),
        new("date_debut", OpenType.Day, sheet => Day(sheet.Text.StartedOn)),
        new("date_fin", OpenType.Day, sheet => Day(sheet.Text.EndedOn)),
        new("administration", OpenType.Text, sheet => sheet.Text.Administration),
        new("porteurs", OpenType.Text, sheet => sheet.Text.Holders),
        new("domaine_ia", OpenType.Text, sheet => sheet.Text.Domain),
        new("politique_publique", OpenType.Text, sheet => sheet.Text.Policy),
        new("code_source", OpenType.Address, sheet => sheet.Text.SourceCode),
        new("type_metier", OpenType.Text, sheet => sheet.Text.Trade),
        new("contexte", OpenType.Text, sheet => sheet.Text.Context),
        new("benefices_politique", OpenType.Text, sheet => sheet.Text.BenefitsForPolicy),
        new("benefices_usagers", OpenType.Text, sheet => sheet.Text.BenefitsForUsers),
        new("benefices_agents", OpenType.Text, sheet => sheet.Text.BenefitsForAgents),
        new("demarche", OpenType.Text, sheet => sheet.Text.Approach),
        new("resultats", OpenType.Text, sheet => sheet.Text.Results),
        new("date_publication", OpenType.Day, sheet => Day(ParisTime.DayOf(sheet.PublishedAt))),
        new("licence", OpenType.Text, _ => Licence),
    ];

    public static Sheet Of(IEnumerable<PublishedSheet> sheets, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        return new Sheet(
            new OpenDataTexts(culture)["Sheets"],
            [
                .. Columns.Select(column => new Column(
                    column.Type == OpenType.Whole ? CellKind.WholeNumber : CellKind.Text,
                    column.Name
                )),
            ],
            sheets.Select(sheet => (IReadOnlyList<object?>)[.. Columns.Select(column => column.Value(sheet))])
        );
    }

    /// <summary>Column by column, in the order of the file.</summary>
    public static IReadOnlyList<ColumnMeaning> Meanings(CultureInfo culture)
    {
        var text = new OpenDataTexts(culture);
        return
        [
            .. Columns.Select(column => new ColumnMeaning(
                column.Name,
                text[$"Type_{column.Type}"],
                text[$"Column_{column.Name}"]
            )),
        ];
    }

    public static Sheet Dictionary(CultureInfo culture) =>
        new(
            new OpenDataTexts(culture)["Dictionary"],
            [new(CellKind.Text, "colonne"), new(CellKind.Text, "type"), new(CellKind.Text, "signification")],
            Meanings(culture).Select(one => (IReadOnlyList<object?>)[one.Name, one.Type, one.Meaning])
        );

    private static string WordOf(SheetStatus status) =>
        status switch
        {
            SheetStatus.UnderWay => "en_cours",
            SheetStatus.Finished => "termine",
            SheetStatus.InUse => "en_service",
            SheetStatus.Stopped => "arrete",
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
        };

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record OpenColumn(string Name, OpenType Type, Func<PublishedSheet, object?> Value);

    private enum OpenType
    {
        Whole,
        Text,
        Day,
        Address,
        Word,
    }
}

/// <summary>What a column of open data holds.</summary>
public sealed record ColumnMeaning(string Name, string Type, string Meaning);
