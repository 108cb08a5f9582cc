using System.Text.RegularExpressions;
using AmiDashboard.House;

namespace AmiDashboard.Charts;

/// <summary>
/// ScottPlot's diamonds, triangles and the like leave a path to the garbage collector, which may free it while Skia still
/// draws it: one drawing in some hundreds lost corners, one in some thousands ended the process.
/// </summary>
public sealed partial class MarkTests
{
    [Fact]
    public void No_chart_uses_a_marker_that_ScottPlot_draws_as_a_path() => Assert.Empty(Paths(Repository.Code));

    [Theory]
    [InlineData("MarkerShape.FilledDiamond", true)]
    [InlineData("MarkerShape.OpenTriangleUp", true)]
    [InlineData("MarkerShape.FilledCircle", false)]
    [InlineData("MarkerShape.FilledSquare", false)]
    public void A_marker_drawn_as_a_path_is_seen(string text, bool isBroken) =>
        Assert.Equal(isBroken, Paths([new TextFile("src/AmiDashboard.Charts/A.cs", text)]).Any());

    private static IEnumerable<string> Paths(IEnumerable<TextFile> files) =>
        from file in files
        where file.Path.StartsWith("src/", StringComparison.Ordinal)
        from shape in Shape().Matches(file.Text).Select(match => match.Groups["shape"].Value)
        where shape is not "FilledCircle" and not "FilledSquare"
        select $"{file.Path}: {shape}";

    [GeneratedRegex(@"\bMarkerShape\.(?<shape>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shape();
}
