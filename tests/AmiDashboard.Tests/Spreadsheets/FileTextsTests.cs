using System.Resources;
using AmiDashboard.Core;
using AmiDashboard.Exchange.Spreadsheets.Reading;

namespace AmiDashboard.Spreadsheets;

public sealed class FileTextsTests
{
    private static readonly ResourceManager Texts = new(typeof(FileTexts));

    [Fact]
    public void Every_reason_of_the_readers_has_its_sentence_and_every_sentence_its_reason() =>
        Assert.Equal(
            Sentences.Given("Import_", "src/AmiDashboard.Exchange/Spreadsheets/Reading/"),
            Sentences.Keys(Texts)
        );

    [Fact]
    public void Both_languages_have_the_same_sentences_with_the_same_arguments() => Sentences.AreInBothLanguages(Texts);

    [Theory]
    [InlineData("fr-FR", "une fois décompressé")]
    [InlineData("en-GB", "once unpacked")]
    public void A_refusal_is_a_sentence_in_the_readers_language(string language, string words) =>
        Assert.Contains(
            words,
            Sentences.In(language, () => FileTexts.Say(new Refusal("Import_UnpacksTooBig", 128L))),
            StringComparison.OrdinalIgnoreCase
        );
}
