using System.Text.RegularExpressions;

namespace AmiDashboard.House;

/// <summary>Two builds of one commit use the same packages: every version is exact and said in one place.</summary>
public sealed partial class PackageVersionTests
{
    [Fact]
    public void Every_version_is_exact_and_central()
    {
        var central = Assert.Single(Repository.Files, file => file.Path == "Directory.Packages.props");
        Assert.Contains("<ManagePackageVersionsCentrally>true<", central.Text, StringComparison.Ordinal);
        Assert.Contains("<CentralPackageTransitivePinningEnabled>true<", central.Text, StringComparison.Ordinal);
        Assert.NotEmpty(Version().Matches(central.Text));
        Assert.Empty(Inexact(central));
        Assert.Empty(Repository.Projects.SelectMany(OwnVersion));
    }

    [Fact]
    public void The_tools_have_exact_versions()
    {
        var manifest = Assert.Single(Repository.Files, file => file.Path == ".config/dotnet-tools.json");
        Assert.NotEmpty(ToolVersion().Matches(manifest.Text));
        Assert.All(
            ToolVersion().Matches(manifest.Text),
            match => Assert.True(Exact().IsMatch(match.Groups["version"].Value), match.Value)
        );
    }

    [Theory]
    [InlineData("1.2.*")]
    [InlineData("[1.2.3,2.0.0)")]
    [InlineData("*")]
    [InlineData("1.2")]
    [InlineData("")]
    public void An_open_version_is_seen(string version) =>
        Assert.Single(Inexact(new TextFile("a.props", $"""<PackageVersion Include="A" Version="{version}" />""")));

    [Theory]
    [InlineData("1.2.3")]
    [InlineData("8.3.1.5")]
    [InlineData("5.6.0-beta.2")]
    public void An_exact_version_is_not(string version) =>
        Assert.Empty(Inexact(new TextFile("a.props", $"""<PackageVersion Include="A" Version="{version}" />""")));

    [Theory]
    [InlineData("""<PackageReference Include="A" Version="1.2.3" />""")]
    [InlineData("""<PackageReference Include="A" VersionOverride="1.2.3" />""")]
    public void A_version_in_a_project_is_seen(string text) =>
        Assert.Single(OwnVersion(new TextFile("a.csproj", text)));

    private static IEnumerable<string> Inexact(TextFile file) =>
        Version()
            .Matches(file.Text)
            .Where(match => !Exact().IsMatch(match.Groups["version"].Value))
            .Select(match => match.Value);

    private static IEnumerable<string> OwnVersion(TextFile project) =>
        ProjectVersion().Matches(project.Text).Select(match => $"{project.Path}: {match.Value}");

    [GeneratedRegex(@"<PackageVersion\s[^>]*\bVersion=""(?<version>[^""]*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Version();

    [GeneratedRegex(@"<PackageReference\s[^>]*\bVersion(Override)?=""[^""]*""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ProjectVersion();

    [GeneratedRegex(@"""version""\s*:\s*""(?<version>[^""]*)""\s*,\s*""commands""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ToolVersion();

    [GeneratedRegex(@"^\d+\.\d+\.\d+(\.\d+)?(-[\w.]+)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Exact();
}
