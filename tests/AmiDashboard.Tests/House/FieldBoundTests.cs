using System.Text.RegularExpressions;

namespace AmiDashboard.House;

/// <summary>
/// Every field that takes text says how much: a message of a browser has a bound, and one that is longer ends the
/// connection. Every file that is sent has room at its node.
/// </summary>
public sealed partial class FieldBoundTests
{
    private static IEnumerable<TextFile> Pages =>
        Repository.Code.Where(file => file.Name.EndsWith(".razor", StringComparison.Ordinal));

    private static IEnumerable<TextFile> Sources =>
        Repository.Code.Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal));

    [Fact]
    public void Every_field_of_text_has_a_greatest_length()
    {
        Assert.Contains(Pages, page => Field().IsMatch(page.Text));
        Assert.Empty(Unbounded(Pages));
    }

    [Theory]
    [InlineData("<textarea rows=\"4\" @bind=\"typed.Usability\"></textarea>")]
    [InlineData("<input @bind=\"name\" />")]
    [InlineData("<input type=\"search\" value=\"@L[\"a\"]\" @onchange=\"@(e => Go(e.Value))\" />")]
    [InlineData("<InputTextArea @bind-Value=\"text\" />")]
    public void A_field_without_one_is_seen(string markup) =>
        Assert.Single(Unbounded([new TextFile("src/a.razor", markup)]));

    [Theory]
    [InlineData("<textarea maxlength=\"@Longest\" @onchange=\"@(e => Go(e.Value))\"></textarea>")]
    [InlineData("<input type=\"radio\" value=\"@one\" />")]
    [InlineData("<input type=\"text\" readonly value=\"@secret\" />")]
    [InlineData("<InputFile OnChange=\"ReadAsync\" />")]
    public void One_that_has_or_needs_none_is_not(string markup) =>
        Assert.Empty(Unbounded([new TextFile("src/a.razor", markup)]));

    [Fact]
    public void Every_file_that_is_sent_has_room() => Assert.Empty(Roomless(Sources));

    [Theory]
    [InlineData("await using var sent = file.OpenReadStream(10);", true)]
    [InlineData("var room = uploads.Begin(viewer);\nawait using var sent = file.OpenReadStream(10);", false)]
    public void One_without_is_seen(string text, bool isBroken) =>
        Assert.Equal(isBroken, Roomless([new TextFile("src/a.cs", text)]).Any());

    private static IEnumerable<string> Unbounded(IEnumerable<TextFile> pages) =>
        from page in pages
        from field in Field().Matches(page.Text)
        where !Bound().IsMatch(field.Value)
        select $"{page.Path}: {field.Value}";

    private static IEnumerable<string> Roomless(IEnumerable<TextFile> files) =>
        files
            .Where(file =>
                file.Text.Contains("OpenReadStream(", StringComparison.Ordinal)
                && !file.Text.Contains("ploads.Begin(", StringComparison.Ordinal)
            )
            .Select(file => file.Path);

    [GeneratedRegex(
        """<(textarea|input|InputText|InputTextArea)\b([^>"]|"[^"]*")*>""",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Field();

    /// <summary>A browser keeps nothing of a number or a day but what is one.</summary>
    [GeneratedRegex(
        @"\bmaxlength=|\breadonly\b|\btype=.(radio|checkbox|hidden|number|date|datetime-local|range|submit|button)\b",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Bound();
}
