namespace AmiDashboard.Charts.Scores;

/// <summary>Which lines of a long ranking a drawing keeps. Here a gap is written as how many it leaves out.</summary>
public sealed class FittingLinesTests
{
    [Theory]
    [InlineData(5, 5, 2, "0 1 2 3 4")]
    [InlineData(9, 6, 2, "0 1 2 3 4 +4")]
    [InlineData(20, 8, 10, "0 1 2 +6 9 10 11 +8")]
    [InlineData(20, 8, 20, "0 1 2 +14 17 18 19")]
    [InlineData(9, 1, 0, "0 1 +7")]
    public void The_first_lines_and_those_around_the_cut_are_kept(int count, int room, int cut, string kept)
    {
        var lines = FittingLines.Of([.. Enumerable.Range(0, count)], room, cut);

        Assert.Equal(
            kept,
            string.Join(' ', lines.Select(line => line.IsGap ? $"+{line.Items.Length}" : $"{line.One}"))
        );
    }

    [Theory]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(31)]
    public void Whatever_the_cut_no_line_is_lost_and_none_is_over_the_room(int room)
    {
        for (var (count, cut) = (40, 0); cut <= count; cut++)
        {
            var lines = FittingLines.Of([.. Enumerable.Range(0, count)], room, cut);

            Assert.Equal(Enumerable.Range(0, count), lines.SelectMany(line => line.Items));
            Assert.InRange(lines.Length, Math.Min(room, 3) - 1, room);
            Assert.All(lines, line => Assert.NotEmpty(line.Items));
        }
    }
}
