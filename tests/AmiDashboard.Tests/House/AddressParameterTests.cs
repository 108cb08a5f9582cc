using System.Text.RegularExpressions;

namespace AmiDashboard.House;

/// <summary>
/// What an address says is text until it is read in one place: a parameter bound as a number, a day or a switch throws on
/// anything else, and in a circuit that is the end of the page.
/// </summary>
public sealed partial class AddressParameterTests
{
    [Fact]
    public void Every_parameter_of_an_address_is_text()
    {
        Assert.NotEmpty(Repository.Code.SelectMany(Parameters));
        Assert.Empty(Bound(Repository.Code));
    }

    [Theory]
    [InlineData("int")]
    [InlineData("int?")]
    [InlineData("bool")]
    [InlineData("DateOnly?")]
    [InlineData("int[]?")]
    public void One_that_is_bound_as_something_else_is_seen(string type)
    {
        Assert.Single(Bound([Component($"[SupplyParameterFromQuery] public {type} Page {{ get; set; }}")]));
        Assert.Single(
            Bound([Component($"[SupplyParameterFromQuery(Name = \"page\")]\n    private {type} Page {{ get; set; }}")])
        );
    }

    [Fact]
    public void One_that_is_text_is_not() =>
        Assert.Empty(Bound([Component("[SupplyParameterFromQuery]\n    public string? Page { get; set; }")]));

    private static TextFile Component(string text) => new("src/a.razor", text);

    private static IEnumerable<string> Bound(IEnumerable<TextFile> files) =>
        from file in files
        from type in Parameters(file)
        where type is not ("string" or "string?")
        select $"{file.Path}: {type}";

    private static IEnumerable<string> Parameters(TextFile file) =>
        file.Path.StartsWith("src/", StringComparison.Ordinal)
            ? Parameter().Matches(file.Text).Select(match => match.Groups["type"].Value)
            : [];

    [GeneratedRegex(
        @"\[SupplyParameterFromQuery[^\]]*\]\s*(\[[^\]]*\]\s*)*(public|private|protected|internal)\s+(required\s+)?(?<type>[^\s]+)\s",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Parameter();
}
