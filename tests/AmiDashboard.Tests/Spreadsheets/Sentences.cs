using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using AmiDashboard.House;

namespace AmiDashboard.Spreadsheets;

/// <summary>What the tests of every set of sentences ask of it.</summary>
internal static partial class Sentences
{
    /// <summary>The keys that the code of some folders gives as reasons: words that begin so, between quotes.</summary>
    public static IEnumerable<string> Given(string beginning, params string[] folders) =>
        Repository
            .Code.Where(file => Array.Exists(folders, folder => file.Path.StartsWith(folder, StringComparison.Ordinal)))
            .SelectMany(file => Quoted().Matches(file.Text).Select(match => match.Groups[1].Value))
            .Where(key => key.StartsWith(beginning, StringComparison.Ordinal))
            .Distinct()
            .Order(StringComparer.Ordinal);

    public static IEnumerable<string> Keys(ResourceManager texts) => All(texts, CultureInfo.InvariantCulture).Keys;

    /// <summary>The same keys in both languages, with the same arguments, and two sentences.</summary>
    public static void AreInBothLanguages(ResourceManager texts)
    {
        var (french, english) = (
            All(texts, CultureInfo.InvariantCulture),
            All(texts, CultureInfo.GetCultureInfo("en"))
        );
        Assert.Equal(french.Keys, english.Keys);
        Assert.All(
            french,
            one =>
            {
                Assert.Equal(Arguments(one.Value), Arguments(english[one.Key]));
                Assert.NotEqual(one.Value, english[one.Key]);
            }
        );
    }

    public static string In(string language, Func<string> say)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return say();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    private static SortedDictionary<string, string> All(ResourceManager texts, CultureInfo culture) =>
        new(
            texts
                .GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
                .Cast<DictionaryEntry>()
                .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!),
            StringComparer.Ordinal
        );

    private static IEnumerable<string> Arguments(string text) =>
        Argument().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex("\"([A-Za-z]+_[A-Za-z0-9]+)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\{\d")]
    private static partial Regex Argument();
}
