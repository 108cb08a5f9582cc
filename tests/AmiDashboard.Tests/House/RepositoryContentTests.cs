using System.Text.RegularExpressions;

namespace AmiDashboard.House;

/// <summary>What must never be committed: secrets, other people's schema, paths of one machine.</summary>
public sealed partial class RepositoryContentTests
{
    // Written in two parts, so that this file does not break its own rule.
    private const string MachinePath = "/wo" + "rk/";
    private const string KeyHeader = "-----BEGIN " + "PRIVATE KEY-----";

    [Fact]
    public void Nothing_forbidden_is_in_the_repository()
    {
        Assert.Contains(Repository.Files, file => file.Path == "Directory.Build.props");
        Assert.Empty(Broken(Repository.Files));
    }

    [Theory]
    [InlineData("docs/a.md", "See " + MachinePath + "main.")]
    [InlineData("a.json", "\"Authorization\": \"Bearer " + "abcdefghijklmnopqrstuvwxyz0123\"")]
    [InlineData("appsettings.json", "\"Token\": " + "\"c2VjcmV0LXNlY3JldC1zZWNyZXQ0\"")]
    [InlineData("deploy/env", "AzureAd__Client" + "Secret=q1w2e3r4t5y6u7i8o9p0")]
    [InlineData("deploy/env", "ConnectionStrings__AmiDashboard=Host=db;Password=" + "correcthorse")]
    [InlineData("deploy/key.pem", KeyHeader)]
    [InlineData("src/A/schema.graphql", "type Query { a: Int }")]
    public void What_is_forbidden_is_seen(string path, string text) =>
        Assert.Single(Broken([new TextFile(path, text)]));

    [Theory]
    [InlineData("appsettings.json", "\"Token\": \"\"")]
    [InlineData("deploy/env", "AzureAd__ClientSecret=")]
    [InlineData("README.md", "Authorization: Bearer TOKEN")]
    [InlineData("deploy/env", "ConnectionStrings__AmiDashboard=Host=db;Password=<mot de passe>")]
    [InlineData("src/A/sync.graphql", "query { a }")]
    public void A_place_left_empty_is_not(string path, string text) => Assert.Empty(Broken([new TextFile(path, text)]));

    private static IEnumerable<string> Broken(IEnumerable<TextFile> files) =>
        from file in files
        from reason in Reasons(file)
        select $"{file.Path}: {reason}";

    private static IEnumerable<string> Reasons(TextFile file)
    {
        if (file.Name == "schema.graphql")
        {
            yield return "third-party schema";
        }

        if (file.Text.Contains(MachinePath, StringComparison.Ordinal))
        {
            yield return "path of one machine";
        }

        if (Secret().Match(file.Text) is { Success: true } secret)
        {
            yield return secret.Value;
        }
    }

    [GeneratedRegex(
        @"Bearer [\w.+/=-]{20,}|-----BEGIN [A-Z ]*PRIVATE KEY|(?<!Key)(Token|Secret)""?\s*[:=]\s*""(?=[^""]*\d)[\w.+/=-]{20,}|__\w*(Token|Secret)=[^\s<]{6,}|Password=[^;""\s<{…]{6,}",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Secret();
}
