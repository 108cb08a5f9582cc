using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace AmiDashboard.House;

/// <summary>Every text that a page asks for is there, in French and in English, and none is there for nothing.</summary>
public sealed partial class TextTests
{
    private const string French = ".resx";
    private const string English = ".en.resx";

    private static IEnumerable<TextFile> Resources =>
        Repository.Files.Where(file => file.Name.EndsWith(French, StringComparison.Ordinal));

    private static IEnumerable<TextFile> Sources =>
        Repository.Code.Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal));

    [Fact]
    public void French_and_English_have_the_same_keys_and_no_empty_text()
    {
        Assert.NotEmpty(Resources);
        Assert.Empty(Uneven(Resources));
    }

    [Fact]
    public void Every_key_that_is_asked_for_exists() => Assert.Empty(Missing(Resources, Sources));

    [Fact]
    public void Every_key_is_asked_for() => Assert.Empty(Unused(Resources, Sources));

    [Theory]
    [InlineData("A", "Un", "B", "Two")]
    [InlineData("A", "Un", "A", " ")]
    public void A_text_that_lacks_in_one_language_is_seen(string french, string un, string english, string one) =>
        Assert.NotEmpty(Uneven([Resource("a.resx", french, un), Resource("a.en.resx", english, one)]));

    [Fact]
    public void A_file_without_its_English_is_seen() => Assert.Single(Uneven([Resource("a.resx", "A", "Un")]));

    [Theory]
    [InlineData("<p>@L[\"Nowhere\"]</p>")]
    [InlineData("var sentence = text[\"Nowhere\"];")]
    [InlineData("new Refusal(\"Refusal_Nowhere\")")]
    public void A_key_that_lacks_is_seen(string source) =>
        Assert.Single(Missing([Resource("a.resx", "Here", "Ici")], [new TextFile("src/a.cs", source)]));

    [Theory]
    [InlineData("Title", "text[\"Titles\"]", false)]
    [InlineData("Title", "text[\"Title\"]", true)]
    [InlineData("Stage_Received", "text[$\"Stage_{stage}\"]", true)]
    [InlineData("Late_1", "text.Count(\"Late\", late)", true)]
    [InlineData("Later_1", "text.Count(\"Late\", late)", false)]
    public void A_key_that_nobody_asks_for_is_seen(string key, string source, bool isUsed) =>
        Assert.Equal(isUsed, !Unused([Resource("a.resx", key, "Un")], [new TextFile("src/a.cs", source)]).Any());

    private static IEnumerable<string> Uneven(IEnumerable<TextFile> resources)
    {
        var all = resources.ToDictionary(file => file.Path, TextsOf);
        foreach (var (path, texts) in all.Where(one => !one.Key.EndsWith(English, StringComparison.Ordinal)))
        {
            var english = all.GetValueOrDefault(path[..^French.Length] + English, []);
            foreach (var key in texts.Keys.Union(english.Keys))
            {
                if (IsEmpty(texts, key) || IsEmpty(english, key))
                {
                    yield return $"{path}: {key}";
                }
            }
        }

        static bool IsEmpty(Dictionary<string, string> texts, string key) =>
            string.IsNullOrWhiteSpace(texts.GetValueOrDefault(key));
    }

    private static IEnumerable<string> Missing(IEnumerable<TextFile> resources, IEnumerable<TextFile> sources)
    {
        var known = resources.SelectMany(file => TextsOf(file).Keys).ToHashSet(StringComparer.Ordinal);
        return from file in sources
            from key in Asked().Matches(file.Text).Select(match => match.Groups["key"].Value)
            where !known.Contains(key)
            select $"{file.Path}: {key}";
    }

    private static IEnumerable<string> Unused(IEnumerable<TextFile> resources, IEnumerable<TextFile> sources)
    {
        var texts = sources.Select(file => file.Text).ToList();
        var words = Words(Literal(), texts);
        var beginnings = Words(Interpolated(), texts);
        return from file in resources
            from key in TextsOf(file).Keys
            where
                !words.Contains(key)
                && !beginnings.Any(beginning => key.StartsWith(beginning, StringComparison.Ordinal))
                && !BeginningsOf(key).Any(words.Contains)
            select $"{file.Path}: {key}";
    }

    /// <summary>« Late » for « Late_1 »: a key that is completed by a number or by what is counted.</summary>
    private static IEnumerable<string> BeginningsOf(string key) =>
        key.Select((letter, index) => (letter, index)).Where(one => one.letter == '_').Select(one => key[..one.index]);

    private static HashSet<string> Words(Regex pattern, IEnumerable<string> texts) =>
        [.. texts.SelectMany(text => pattern.Matches(text)).Select(match => match.Groups["key"].Value)];

    private static Dictionary<string, string> TextsOf(TextFile resource) =>
        XDocument
            .Parse(resource.Text)
            .Descendants("data")
            .ToDictionary(data => (string)data.Attribute("name")!, data => (string?)data.Element("value") ?? "");

    private static TextFile Resource(string path, string key, string text) =>
        new(path, $"""<root><data name="{key}"><value>{text}</value></data></root>""");

    [GeneratedRegex(
        @"\b(L|T|text|texts)\[""(?<key>\w+)""|""(?<key>(Refusal|Eligibility)_\w+)""",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Asked();

    [GeneratedRegex(@"""(?<key>\w+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Literal();

    [GeneratedRegex(@"\$""(?<key>\w{2,}_)\{", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Interpolated();
}
