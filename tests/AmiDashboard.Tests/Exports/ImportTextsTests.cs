using System.Resources;
using AmiDashboard.Core;
using AmiDashboard.Exchange.DemarchesSimplifiees.Exports;
using AmiDashboard.Exchange.Spreadsheets.Reading;
using AmiDashboard.Spreadsheets;
using AmiDashboard.Storage.Applications.Imports;

namespace AmiDashboard.Exports;

public sealed class ImportTextsTests
{
    private static readonly ResourceManager Texts = new(typeof(ImportTexts));

    [Fact]
    public void Every_reason_in_the_code_has_its_sentence_and_every_sentence_its_reason()
    {
        var given = Sentences.Given(
            "Import_",
            "src/AmiDashboard.Exchange/DemarchesSimplifiees/Exports/",
            "src/AmiDashboard.Storage/Applications/Imports/"
        );

        Assert.All(given, key => Assert.True(ImportTexts.Knows(key), key));
        Assert.Equal(given.Where(key => !FileTexts.Knows(key)), Sentences.Keys(Texts));
    }

    [Fact]
    public void Both_languages_have_the_same_sentences_with_the_same_arguments() => Sentences.AreInBothLanguages(Texts);

    [Fact]
    public void A_problem_is_a_sentence_in_the_readers_language()
    {
        var problem = new ImportProblem(ImportEffect.LineRefused, 3, null, null, "ID", "abc", "Import_Number");

        Assert.Equal(
            "«\u00a0abc\u00a0» n’est pas un numéro de dossier.",
            Sentences.In("fr-FR", () => ImportTexts.Say(problem))
        );
        Assert.Equal(
            "“abc” is not the number of an application.",
            Sentences.In("en-GB", () => ImportTexts.Say(problem))
        );
        Assert.Contains(
            "10\u202f000",
            Sentences.In("fr-FR", () => ImportTexts.Say(new Refusal("Import_TooManyCells", "10\u202f000"))),
            StringComparison.Ordinal
        );
    }
}
