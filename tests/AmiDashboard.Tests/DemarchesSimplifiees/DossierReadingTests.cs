using System.Text.Json;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Exchange.DemarchesSimplifiees.Reading;

namespace AmiDashboard.DemarchesSimplifiees;

public sealed class DossierReadingTests
{
    [Fact]
    public void A_dossier_is_read_with_its_instants_in_UTC()
    {
        var dossier = Read("");

        Assert.Equal((1003, SourceState.UnderInstruction), (dossier.Number, dossier.State));
        Assert.Equal(new DateTime(2018, 9, 5, 10, 15, 0, DateTimeKind.Utc), dossier.DepositedAt);
        Assert.Equal(DateTimeKind.Utc, dossier.ModifiedAt.Kind);
        Assert.Null(dossier.ProcessedAt);
        Assert.Equal(["Complet"], dossier.Labels);
    }

    [Fact]
    public void An_integer_comes_as_text_and_a_missing_number_is_not_zero()
    {
        var fields = Read(
            """
            {"__typename":"IntegerNumberChamp","label":"a","asInteger":"250000"},
            {"__typename":"IntegerNumberChamp","label":"b","asInteger":null,"stringValue":null},
            {"__typename":"DecimalNumberChamp","label":"c","asDecimal":14.5},
            {"__typename":"DecimalNumberChamp","label":"d","asDecimal":null},
            {"__typename":"DecimalNumberChamp","label":"e","asDecimal":1e300},
            {"__typename":"IntegerNumberChamp","label":"f","asInteger":"douze"}
            """
        ).Fields;

        Assert.Equal([250000m, null, 14.5m, null, null, null], fields.Select(field => field.Number));
        Assert.All(fields, field => Assert.Equal(FieldKind.Number, field.Kind));
    }

    [Fact]
    public void Yes_and_no_are_flags_and_an_unanswered_question_is_neither()
    {
        var fields = Read(
            """
            {"__typename":"YesNoChamp","label":"a","stringValue":"true","asAnswer":true},
            {"__typename":"YesNoChamp","label":"b","stringValue":"","asAnswer":null},
            {"__typename":"CheckboxChamp","label":"c","stringValue":"false","asFlag":false}
            """
        ).Fields;

        Assert.Equal([true, null, false], fields.Select(field => field.Flag));
    }

    [Fact]
    public void A_type_that_is_not_known_is_its_text_and_is_never_parsed()
    {
        var field = Assert.Single(Read("""{"__typename":"CartographieChamp","label":"a","stringValue":"12"}""").Fields);

        Assert.Equal((FieldKind.Text, "12", null), (field.Kind, field.Text, field.Number));
    }

    [Fact]
    public void A_date_is_taken_from_its_own_member_and_an_instant_is_the_day_in_Paris()
    {
        var fields = Read(
            """
            {"__typename":"DateChamp","label":"a","stringValue":"01 décembre 2018","date":"2018-12-01"},
            {"__typename":"DatetimeChamp","label":"b","stringValue":"…","datetime":"2018-11-30T23:30:00Z"},
            {"__typename":"DateChamp","label":"c","stringValue":"2 janvier 2019","date":null}
            """
        ).Fields;

        Assert.Equal([new DateOnly(2018, 12, 1), new DateOnly(2018, 12, 1), null], fields.Select(field => field.Date));
    }

    [Fact]
    public void Choices_of_every_sort_are_kept_apart_and_readable()
    {
        var fields = Read(
            """
            {"__typename":"DropDownListChamp","label":"a","asChoice":"Ministère fictif"},
            {"__typename":"LinkedDropDownListChamp","label":"b","primaryValue":"Santé","secondaryValue":"Hôpital"},
            {"__typename":"MultipleDropDownListChamp","label":"c","values":["Vision","Langage"]},
            {"__typename":"CiviliteChamp","label":"d","asCivility":"Mme"}
            """
        ).Fields;

        Assert.Equal(
            ["Ministère fictif", "Santé / Hôpital", "Vision, Langage", "Mme"],
            fields.Select(field => field.Text)
        );
        Assert.Equal(["Vision", "Langage"], fields[2].Choices);
    }

    [Fact]
    public void A_repeated_block_keeps_its_rows_and_a_file_its_metadata_without_its_address()
    {
        var fields = Read(
            """
            {"__typename":"RepetitionChamp","label":"Équipe","rows":[
              {"champs":[{"__typename":"TextChamp","label":"Nom","asText":"Agent 1"}]},
              {"champs":[{"__typename":"TextChamp","label":"Nom","asText":"Agent 2"}]}]},
            {"__typename":"PieceJustificativeChamp","label":"Lettre","files":[
              {"filename":"lettre.pdf","contentType":"application/pdf","byteSizeBigInt":"182044","checksum":"abc=",
               "url":"https://static.example.invalid/secret"}]},
            {"__typename":"HeaderSectionChamp","label":"Titre de partie","level":1},
            {"__typename":"ExplicationChamp","label":"Merci de…"}
            """
        ).Fields;

        Assert.Equal(["Agent 1", "Agent 2"], fields[0].Rows.Select(row => row[0].Text));
        Assert.Equal(new DossierFile("lettre.pdf", "application/pdf", 182044, "abc="), Assert.Single(fields[1].Files));
        Assert.Equal([FieldKind.Rows, FieldKind.Files, FieldKind.Heading], fields.Select(field => field.Kind));
    }

    [Fact]
    public void Characters_that_no_database_holds_are_left_out()
    {
        var field = Assert.Single(
            Read(
                """{"__typename":"TextChamp","label":"t\u0000","asText":"a\u0000b\ud800c\\ud800 \ud83e\uddea \"é\"\n\ufffe"}"""
            ).Fields
        );

        Assert.Equal("t", field.Label);
        Assert.Equal("abc\\ud800 🧪 \"é\"\n", field.Text);
        Assert.NotEmpty(FoldedText.Fold(field.Text));
    }

    [Theory]
    [InlineData("""{"__typename":"PersonneMoraleIncomplete","siret":"13000000300010"}""", "13000000300010", null)]
    [InlineData("""{"__typename":"PersonnePhysique","email":"a@example.invalid"}""", null, null)]
    [InlineData(
        """{"__typename":"PersonneMorale","siret":"1","entreprise":{"raisonSociale":"Organisme"},"address":null}""",
        "1",
        "Organisme"
    )]
    [InlineData("""{"__typename":"PersonneMorale","siret":"1","association":{"titre":"Assoc"}}""", "1", "Assoc")]
    public void An_applicant_is_read_whatever_is_known_of_it(string json, string? siret, string? organisation)
    {
        var applicant = Read("", applicant: json).Applicant;

        Assert.Equal((siret, organisation), (applicant.Siret, applicant.Organisation));
        Assert.NotNull(applicant.Email);
    }

    [Fact]
    public void An_opinion_is_given_when_it_has_words_whatever_its_date()
    {
        var events = Read(
            "",
            opinions: """
            {"dateQuestion":"2018-09-25T09:00:00Z","dateReponse":"2018-09-25T09:00:00Z","reponse":"  "},
            {"dateQuestion":"2018-09-26T09:00:00Z","dateReponse":"2018-09-28T09:00:00Z","reponse":"Favorable"}
            """
        ).Events;

        Assert.Equal(["depose", "avis_demande", "avis_demande", "avis_rendu"], events.Select(step => step.Event));
        Assert.All(events.Skip(1), step => Assert.Null(step.AgentEmail));
    }

    [Theory]
    [InlineData("\"state\":\"en_instruction\"", "\"state\":\"en_attente\"")]
    [InlineData("\"dateDepot\":\"2018-09-05T12:15:00+02:00\"", "\"dateDepot\":\"hier\"")]
    [InlineData("\"dateDerniereModification\":", "\"autre\":")]
    public void A_dossier_without_what_it_must_have_is_a_problem_with_its_number(string from, string to)
    {
        using var document = JsonDocument.Parse(Json("").Replace(from, to, StringComparison.Ordinal));

        var node = DossierReading.Of(document.RootElement);

        Assert.Null(node.Dossier);
        Assert.Equal((1003, "Sync_DossierNotUnderstood"), (node.Problem!.Number, node.Problem.ReasonKey));
    }

    private static Dossier Read(string fields, string applicant = "null", string opinions = "")
    {
        using var document = JsonDocument.Parse(Json(fields, applicant, opinions));
        return DossierReading.Of(document.RootElement).Dossier!;
    }

    private static string Json(string fields, string applicant = "null", string opinions = "") =>
        $$"""
            {"number":1003,"state":"en_instruction","archived":false,"dateDepot":"2018-09-05T12:15:00+02:00",
             "dateDerniereModification":"2018-09-17T10:00:00+02:00","dateTraitement":null,
             "usager":{"email":"porteur@example.invalid"},"demandeur":{{applicant}},"labels":[{"name":"Complet"}],
             "traitements":[{"event":"depose","dateTraitement":"2018-09-05T12:15:00+02:00"}],
             "avis":[{{opinions}}],"champs":[{{fields}}],"annotations":[]}
            """;
}
