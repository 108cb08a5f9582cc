using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using AmiDashboard.Core;
using AmiDashboard.Exchange.DemarchesSimplifiees.Exports;
using AmiDashboard.Storage.Applications.Imports;

namespace AmiDashboard.Exports;

public sealed partial class ImportTextsTests
{
    private static readonly ResourceManager Texts = new(typeof(ImportTexts));

    [Fact]
    public void Every_reason_in_the_code_has_its_sentence_and_every_sentence_its_reason()
    {
        var used = Sources()
            .SelectMany(source => ReasonKey().Matches(File.ReadAllText(source)).Select(match => match.Groups[1].Value))
            .ToHashSet();

        Assert.NotEmpty(used);
        Assert.Equal(used.Order(), Keys(CultureInfo.InvariantCulture).Order());
    }

    [Fact]
    public void Both_languages_have_the_same_sentences_with_the_same_arguments()
    {
        var (french, english) = (CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("en"));

        Assert.Equal(Keys(french).Order(), Keys(english).Order());
        Assert.All(
            Keys(french),
            key =>
            {
                Assert.Equal(Arguments(Texts.GetString(key, french)!), Arguments(Texts.GetString(key, english)!));
                Assert.NotEqual(Texts.GetString(key, french), Texts.GetString(key, english));
            }
        );
    }

    [Fact]
    public void A_problem_is_a_sentence_in_the_readers_language()
    {
        var problem = new ImportProblem(ImportEffect.LineRefused, 3, null, null, "ID", "abc", "Import_Number");

        Assert.Equal("«\u00a0abc\u00a0» n’est pas un numéro de dossier.", In("fr-FR", () => ImportTexts.Say(problem)));
        Assert.Equal("“abc” is not the number of an application.", In("en-GB", () => ImportTexts.Say(problem)));
        Assert.Contains(
            "10\u202f000",
            In("fr-FR", () => ImportTexts.Say(new Refusal("Import_TooManyCells", "10\u202f000"))),
            StringComparison.Ordinal
        );
    }

    private static string In(string culture, Func<string> say)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            return say();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static IEnumerable<string> Keys(CultureInfo culture) =>
        Texts
            .GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<System.Collections.DictionaryEntry>()
            .Select(entry => (string)entry.Key);

    private static IEnumerable<string> Arguments(string text) =>
        Argument().Matches(text).Select(match => match.Value).Order();

    private static IEnumerable<string> Sources([CallerFilePath] string here = "")
    {
        var root = Path.Combine(Path.GetDirectoryName(here)!, "../../..");
        string[] folders =
        [
            "src/AmiDashboard.Exchange/DemarchesSimplifiees/Exports",
            "src/AmiDashboard.Storage/Applications/Imports",
        ];
        return folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*.cs"));
    }

    [GeneratedRegex("\"(Import_[A-Za-z0-9]+)\"")]
    private static partial Regex ReasonKey();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Argument();
}
