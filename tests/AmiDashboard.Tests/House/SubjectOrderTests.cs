using System.Text.RegularExpressions;

namespace AmiDashboard.House;

/// <summary>
/// Subjects have one order on every floor; a folder may use earlier ones, never later ones. The demonstration comes last:
/// it may speak of everything, and no subject of it.
/// </summary>
public sealed partial class SubjectOrderTests
{
    private static readonly Dictionary<string, int> Order = new(StringComparer.Ordinal)
    {
        ["Editions"] = 0,
        ["People"] = 0,
        ["Applications"] = 1,
        ["Scores"] = 2,
        ["Budgets"] = 3,
        ["Prototypes"] = 4,
        ["Dashboards"] = 5,
        ["Demonstration"] = 6,
    };

    [Fact]
    public void No_subject_uses_a_later_one()
    {
        Assert.Contains(Repository.Code, file => SubjectOf(file) is "Applications");
        Assert.Empty(Broken(Repository.Code));
    }

    [Theory]
    [InlineData("src/AmiDashboard.Core/People/Viewer.cs", "using AmiDashboard.Core.Applications;")]
    [InlineData("src/AmiDashboard.Storage/Applications/List.cs", "using AmiDashboard.Storage.Budgets;")]
    [InlineData("src/AmiDashboard.Web/Applications/List.razor", "@using AmiDashboard.Core.Scores")]
    [InlineData("src/AmiDashboard.Core/Applications/Figures/A.cs", "_ = new AmiDashboard.Core.Prototypes.Trial();")]
    [InlineData("src/AmiDashboard.Core/Editions/Edition.cs", "using static AmiDashboard.Core.Demonstration.Programme;")]
    public void A_use_of_a_later_subject_is_seen(string path, string text) =>
        Assert.Single(Broken([new TextFile(path, text)]));

    [Theory]
    [InlineData("src/AmiDashboard.Core/Applications/A.cs", "using AmiDashboard.Core.Editions;")]
    [InlineData("src/AmiDashboard.Web/Composition/Services.cs", "using AmiDashboard.Core.Demonstration;")]
    [InlineData("src/AmiDashboard.Core/Demonstration/A.cs", "using AmiDashboard.Core.Applications;")]
    public void A_use_of_an_earlier_subject_is_not(string path, string text) =>
        Assert.Empty(Broken([new TextFile(path, text)]));

    private static IEnumerable<string> Broken(IEnumerable<TextFile> files) =>
        from file in files
        let subject = SubjectOf(file)
        where subject is not null
        from used in Used().Matches(file.Text).Select(match => match.Groups["subject"].Value).Distinct()
        where Order.TryGetValue(used, out var later) && later > Order[subject]
        select $"{file.Path} uses {used}";

    private static string? SubjectOf(TextFile file) =>
        file.Folders.ToArray() is ["src", _, var folder, ..] && Order.ContainsKey(folder) ? folder : null;

    [GeneratedRegex(
        @"\bAmiDashboard\.(Core|Storage|Charts|Exchange|Web)\.(?<subject>\w+)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Used();
}
