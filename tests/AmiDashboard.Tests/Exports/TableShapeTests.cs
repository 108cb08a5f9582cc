namespace AmiDashboard.Exports;

/// <summary>Tables that people and spreadsheet programs wrote otherwise than the platform does.</summary>
public sealed class TableShapeTests
{
    private const string Titles = "ID;État du dossier;Dernière mise à jour le;Déposé le;Titre du projet;Remarque";
    private const string Line = "1001;En construction;2026-10-02 10:15:00 +0200;2026-10-02 10:15:00 +0200;Projet;oui";

    [Theory]
    [InlineData(";", "Avez-vous un jeu, un entrepôt, un lac, une API, un flux, un site, ou rien ?")]
    [InlineData(",", "\"Un ; deux ; trois ; quatre ; cinq ; six ; sept ; huit ?\"")]
    [InlineData("\t", "Un, deux, trois, quatre, cinq ; six ; sept ; huit ; neuf ; dix ?")]
    public async Task The_separator_is_the_one_under_which_the_titles_are_known(string separator, string question)
    {
        var csv = $"{Titles};{question}\n{Line};une API\n".Split(question);
        var file = await Reading.OkAsync(string.Join(question, csv.Select(part => part.Replace(";", separator))));

        Assert.Empty(file.Problems);
        Assert.Equal("Projet", file.Of(1001).Answer("Titre du projet").Text);
        Assert.Equal("une API", file.Of(1001).Answer(question.Trim('"')).Text);
    }

    [Theory]
    [InlineData("sep=;\n")]
    [InlineData("\n\n")]
    [InlineData("État des dossiers, édité le 2 octobre 2026 ; confidentiel\n\n")]
    [InlineData("Direction interministérielle\n\"Dossiers; \"\"tous\"\"\"\n")]
    public async Task Titles_are_found_under_what_stands_above_them(string above)
    {
        var file = await Reading.OkAsync($"{above}{Titles}\n{Line}\n");

        Assert.Empty(file.Problems);
        Assert.Equal(1, file.Lines);
        Assert.Equal(above.Count(letter => letter == '\n') + 2, Assert.Single(file.Dossiers).Line);
    }

    [Fact]
    public async Task Titles_far_below_are_not_looked_for_and_what_is_missing_is_told()
    {
        var above = string.Concat(Enumerable.Repeat("Ligne;de;texte\n", 20));
        var refusal = await Reading.RefusedAsync($"{above}{Titles}\n{Line}\n");

        Assert.Equal("Import_NotAnExport", refusal.Key);
    }

    [Fact]
    public async Task Of_a_header_that_lacks_one_title_only_that_one_is_told()
    {
        var refusal = await Reading.RefusedAsync($"Édité le 2 octobre\n{Titles.Replace("Déposé le", "Le")}\n{Line}\n");

        Assert.Equal("Déposé le", Assert.Single(refusal.Arguments));
    }

    [Fact]
    public async Task Cells_that_a_spreadsheet_left_out_at_the_end_of_a_line_are_unanswered()
    {
        var file = await Reading.OkAsync($"{Titles}\n{Line[..^4]}\n{Line.Replace("1001", "1002")}\n");

        Assert.Empty(file.Problems);
        Assert.Null(file.Of(1001).Answer("Remarque").Text);
        Assert.Equal("Projet", file.Of(1001).Answer("Titre du projet").Text);
    }

    [Fact]
    public async Task A_comma_within_brackets_parts_no_choices()
    {
        var file = await Reading.OkAsync(
            $"{Titles};Techniques d’IA visées\n{Line};Vision (images, vidéos), Langage [texte, voix], Autre\n{Line.Replace("1001", "1002")};Vision (images, Autre\n"
        );

        Assert.Equal(
            ["Vision (images, vidéos)", "Langage [texte, voix]", "Autre"],
            file.Of(1001).Answer("Techniques d’IA visées").Choices
        );
        Assert.Equal(["Vision (images", "Autre"], file.Of(1002).Answer("Techniques d’IA visées").Choices);
    }

    [Fact]
    public async Task Accents_that_follow_their_letter_make_no_second_category()
    {
        var decomposed = Line.Replace("Projet", "Santé".Normalize(System.Text.NormalizationForm.FormD));
        var file = await Reading.OkAsync($"{Titles.Normalize(System.Text.NormalizationForm.FormD)}\n{decomposed}\n");

        Assert.Equal("Santé", file.Of(1001).Answer("Titre du projet").Text);
    }

    [Fact]
    public async Task A_last_line_without_its_end_was_cut_and_one_that_lacks_what_is_needed_says_nothing()
    {
        var cut = await Reading.OkAsync($"{Titles}\n{Line}\n{Line.Replace("1001", "1002")[..^4]}");
        Assert.Equal("Import_LineShort", Assert.Single(cut.Problems).ReasonKey);
        Assert.Equal(1001, Assert.Single(cut.Dossiers).Dossier.Number);

        var lacking = await Reading.OkAsync($"{Titles}\n1002;En construction\n{Line}\n");
        Assert.Equal(("Import_LineShort", 2), lacking.Problems.Select(one => (one.ReasonKey, one.Line)).Single());
    }
}
