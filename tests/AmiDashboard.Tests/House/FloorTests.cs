using System.Text.RegularExpressions;

namespace AmiDashboard.House;

/// <summary>A floor knows only the floors under it.</summary>
public sealed partial class FloorTests
{
    private static readonly Dictionary<string, string[]> Under = new(StringComparer.Ordinal)
    {
        ["AmiDashboard.Core"] = [],
        ["AmiDashboard.Storage"] = ["AmiDashboard.Core"],
        ["AmiDashboard.Charts"] = ["AmiDashboard.Core"],
        ["AmiDashboard.Exchange"] = ["AmiDashboard.Core", "AmiDashboard.Storage"],
        ["AmiDashboard.Web"] =
        [
            "AmiDashboard.Core",
            "AmiDashboard.Storage",
            "AmiDashboard.Charts",
            "AmiDashboard.Exchange",
        ],
    };

    [Fact]
    public void Every_floor_is_in_the_house_and_knows_only_the_floors_under_it()
    {
        var floors = Repository.Projects.Where(project => project.Path.StartsWith("src/", StringComparison.Ordinal));
        Assert.Equal(Under.Keys.Order(), floors.Select(Floor).Order());
        Assert.Empty(Broken(floors));
    }

    [Theory]
    [InlineData("AmiDashboard.Core", "AmiDashboard.Storage")]
    [InlineData("AmiDashboard.Storage", "AmiDashboard.Exchange")]
    [InlineData("AmiDashboard.Charts", "AmiDashboard.Storage")]
    [InlineData("AmiDashboard.Attic", "AmiDashboard.Core")]
    public void A_reference_upwards_or_sideways_is_seen(string from, string to) =>
        Assert.Single(
            Broken([
                new TextFile(
                    $"src/{from}/{from}.csproj",
                    $"""<Project><ProjectReference Include="../{to}/{to}.csproj" /></Project>"""
                ),
            ])
        );

    private static IEnumerable<string> Broken(IEnumerable<TextFile> projects) =>
        from project in projects
        from Match reference in Reference().Matches(project.Text)
        where !Under.GetValueOrDefault(Floor(project), []).Contains(reference.Groups["floor"].Value)
        select $"{Floor(project)} refers to {reference.Groups["floor"].Value}";

    private static string Floor(TextFile project) => project.Name.Replace(".csproj", "", StringComparison.Ordinal);

    [GeneratedRegex(
        @"<ProjectReference\s[^>]*Include=""[^""]*?(?<floor>[\w.]+)\.csproj""",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Reference();
}
