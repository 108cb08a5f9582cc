using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Exchange.DemarchesSimplifiees.Source;

namespace AmiDashboard.Exchange.DemarchesSimplifiees.Reading;

/// <summary>Answers to the questions of a form, by their type. A type not known here is its text, never parsed.</summary>
internal static class FieldReading
{
    public static ImmutableArray<DossierField> Of(IEnumerable<JsonElement> fields) =>
        [.. fields.Select(Of).OfType<DossierField>()];

    private static DossierField? Of(JsonElement field)
    {
        var label = field.Text("label") ?? "";
        var shown = field.Text("stringValue");
        return field.Text("__typename") switch
        {
            "TextChamp" => Text(field.Text("asText") ?? shown),
            "IntegerNumberChamp" => Number("asInteger"),
            "DecimalNumberChamp" => Number("asDecimal"),
            "CheckboxChamp" => Make(FieldKind.Flag) with { Flag = field.Flag("asFlag") },
            "YesNoChamp" => Make(FieldKind.Flag) with { Flag = field.Flag("asAnswer") },
            "TitreIdentiteChamp" => Make(FieldKind.Flag) with { Flag = field.Flag("filled") },
            "DateChamp" => Make(FieldKind.Date) with { Date = field.Day("date"), Text = shown },
            "DatetimeChamp" => Make(FieldKind.Date) with
            {
                Date = field.Instant("datetime") is { } instant ? ParisTime.DayOf(instant) : null,
                Text = shown,
            },
            "DropDownListChamp" => Make(FieldKind.Choice) with { Text = field.Text("asChoice") ?? shown },
            "CiviliteChamp" => Make(FieldKind.Choice) with { Text = field.Text("asCivility") ?? shown },
            "LinkedDropDownListChamp" => Choices(
                FieldKind.Choice,
                " / ",
                [field.Text("primaryValue"), field.Text("secondaryValue")]
            ),
            "MultipleDropDownListChamp" => Choices(
                FieldKind.Choices,
                ", ",
                [.. field.Items("values").Select(JsonValues.TextOf)]
            ),
            "SiretChamp" => Text(SiretOf(field) ?? shown),
            "PieceJustificativeChamp" => Make(FieldKind.Files) with
            {
                Files = [.. field.Items("files").Select(FileOf)],
            },
            "RepetitionChamp" => Make(FieldKind.Rows) with
            {
                Rows = [.. field.Items("rows").Select(row => Of(row.Items("champs")))],
            },
            "HeaderSectionChamp" => Make(FieldKind.Heading),
            // A text shown to the applicant: it has no answer.
            "ExplicationChamp" => null,
            _ => Text(shown),
        };

        DossierField Make(FieldKind kind) =>
            new()
            {
                DescriptorId = field.Text("champDescriptorId"),
                Label = label,
                Kind = kind,
            };

        DossierField Text(string? text) => Make(FieldKind.Text) with { Text = text };

        DossierField Number(string member)
        {
            var number = field.Number(member);
            return Make(FieldKind.Number) with
            {
                Number = number,
                Text = shown ?? number?.ToString(CultureInfo.InvariantCulture),
            };
        }

        DossierField Choices(FieldKind kind, string separator, string?[] given)
        {
            ImmutableArray<string> chosen = [.. given.OfType<string>().Where(one => one.Length > 0)];
            return Make(kind) with { Choices = chosen, Text = chosen.IsEmpty ? null : string.Join(separator, chosen) };
        }
    }

    private static string? SiretOf(JsonElement field) =>
        field.Member("etablissement") is not { } place ? null
        : place.Member("entreprise")?.Text("raisonSociale") is { } name ? $"{place.Text("siret")} ({name})"
        : place.Text("siret");

    private static DossierFile FileOf(JsonElement file) =>
        new(
            file.Text("filename") ?? "",
            file.Text("contentType"),
            file.Number("byteSizeBigInt") is >= 0 and <= long.MaxValue and var size ? (long)size : null,
            file.Text("checksum")
        );
}
