using System.Text.RegularExpressions;

namespace AmiDashboard.House;

/// <summary>Small files with one subject, named for what they hold.</summary>
public sealed partial class SourceFormTests
{
    private const int LongestFile = 300;

    private static readonly HashSet<string> Empty =
    [
        "Common",
        "Helper",
        "Helpers",
        "Manager",
        "Misc",
        "Util",
        "Utilities",
        "Utility",
        "Utils",
    ];

    [Fact]
    public void No_file_is_longer_than_three_hundred_lines() => Assert.Empty(TooLong(Repository.Code));

    [Theory]
    [InlineData(300, false)]
    [InlineData(301, true)]
    public void A_file_that_is_too_long_is_seen(int lines, bool isBroken) =>
        Assert.Equal(isBroken, TooLong([new TextFile("a.cs", string.Concat(Enumerable.Repeat("//\n", lines)))]).Any());

    /// <summary>
    /// Playwright looks at the address, and only then begins to listen: one that changes in between is waited for in vain.
    /// <c>Expect(page).ToHaveURLAsync</c> asks again and again.
    /// </summary>
    [Fact]
    public void No_test_waits_for_a_navigation_that_may_be_over() =>
        Assert.Empty(
            Repository
                .Code.Where(file => file.Text.Contains("WaitFor" + "URLAsync", StringComparison.Ordinal))
                .Select(file => file.Path)
        );

    [Fact]
    public void Every_namespace_is_that_of_its_whole_file() => Assert.Empty(Indented(Repository.Code));

    [Fact]
    public void A_namespace_with_braces_is_seen() =>
        Assert.Single(Indented([new TextFile("a.cs", "names" + "pace AmiDashboard\n{\n}\n")]));

    [Fact]
    public void No_name_says_nothing() => Assert.Empty(Nameless(Repository.Code));

    [Theory]
    [InlineData("src/AmiDashboard.Core/Utils/Money.cs", "")]
    [InlineData("src/AmiDashboard.Core/MoneyHelper.cs", "")]
    [InlineData("src/AmiDashboard.Core/Money.cs", "internal static class" + " MoneyManager {}")]
    [InlineData("src/AmiDashboard.Core/Money.cs", "public sealed record" + " CommonMoney;")]
    [InlineData("src/AmiDashboard.Web/Pages/CommonParts.razor", "")]
    public void A_name_that_says_nothing_is_seen(string path, string text) =>
        Assert.Single(Nameless([new TextFile(path, text)]));

    [Theory]
    [InlineData("src/AmiDashboard.Core/Commonality.cs", "class Managers {}")]
    public void A_word_that_only_begins_alike_is_not(string path, string text) =>
        Assert.Empty(Nameless([new TextFile(path, text)]));

    private static IEnumerable<string> TooLong(IEnumerable<TextFile> files) =>
        files.Where(file => file.Text.AsSpan().Count('\n') > LongestFile).Select(file => file.Path);

    private static IEnumerable<string> Indented(IEnumerable<TextFile> files) =>
        files.Where(file => NamespaceWithBraces().IsMatch(file.Text)).Select(file => file.Path);

    private static IEnumerable<string> Nameless(IEnumerable<TextFile> files) =>
        from file in files
        from name in Declaration()
            .Matches(file.Text)
            .Select(match => match.Groups["name"].Value)
            .Concat(file.Path.Split('/', '.'))
        where Word().Matches(name).Any(word => Empty.Contains(word.Value))
        select $"{file.Path}: {name}";

    [GeneratedRegex(
        @"\b(class|record|struct|interface|enum)\s+(struct\s+|class\s+)?(?<name>\w+)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^namespace [\w.]+\s*\{", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamespaceWithBraces();

    [GeneratedRegex("[A-Z][a-z]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();
}
