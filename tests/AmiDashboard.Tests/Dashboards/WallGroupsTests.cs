using AmiDashboard.Core.Dashboards;

namespace AmiDashboard.Dashboards;

public sealed class WallGroupsTests
{
    [Fact]
    public void Small_groups_are_put_together()
    {
        var groups = Of(("a", 20), ("b", 7), ("c", 3), ("d", 2));

        Assert.Equal([("a", 20), ("b", 7)], groups.Groups.Select(group => (group.Name, group.Applications)));
        Assert.Equal((5, 2), (groups.Others, groups.Pooled));
    }

    [Fact]
    public void Where_they_are_small_together_the_next_smallest_joins_them()
    {
        var groups = Of(("a", 20), ("b", 7), ("c", 2), ("d", 1));

        Assert.Equal(["a"], groups.Groups.Select(group => group.Name));
        Assert.Equal(10, groups.Others);
    }

    [Fact]
    public void What_is_small_as_a_whole_is_not_shown_at_all()
    {
        Assert.True(Of(("a", 3), ("b", 1)).IsEmpty);
        Assert.True(Of().IsEmpty);
        Assert.False(Of(("a", 3), ("b", 2)).IsEmpty);
    }

    [Fact]
    public void More_groups_than_are_read_from_afar_are_put_together() =>
        Assert.Equal(
            (8, 9 + 8 + 7),
            (
                Of([.. Enumerable.Range(7, 11).Select(index => ($"{index}", index))]).Groups.Length,
                Of([.. Enumerable.Range(7, 11).Select(index => ($"{index}", index))]).Others
            )
        );

    [Fact]
    public void No_group_is_ever_small_and_none_is_lost()
    {
        const int Seed = 20190413;
        var random = new Random(Seed);
        for (var run = 0; run < 2000; run++)
        {
            // Some applications are in several groups, as with techniques.
            var whole = random.Next(40);
            var most = random.Next(1, 12);
            var members = Enumerable
                .Range(0, whole)
                .SelectMany(number =>
                    Enumerable.Range(0, random.Next(1, 4)).Select(_ => (Name: $"g{random.Next(8)}", Number: number))
                )
                .Distinct()
                .ToLookup(one => one.Name, one => one.Number);

            var groups = WallGroups.Of(whole, members, group => group.Applications, most);

            var shown = groups.Groups.Select(group => group.Name).ToHashSet();
            var rest = members.Where(group => !shown.Contains(group.Key)).SelectMany(group => group).Distinct().Count();
            Assert.All(
                groups.Groups,
                group => Assert.True(group.Applications >= 5 && group.Applications == members[group.Name].Count())
            );
            Assert.True(groups.Others is 0 or >= 5, $"Seed {Seed}, run {run}: {groups.Others} others.");
            Assert.True(groups.IsEmpty ? whole < 5 : groups.Others == rest, $"Seed {Seed}, run {run}: {rest} lost.");
            Assert.True(groups.Groups.Length + (groups.Others > 0 ? 1 : 0) <= most);
        }
    }

    private static WallGroups Of(params (string Name, int Count)[] groups)
    {
        var next = 0;
        return WallGroups.Of(
            groups.Sum(group => group.Count),
            groups
                .SelectMany(group => Enumerable.Range(0, group.Count).Select(_ => (group.Name, Number: next++)))
                .ToLookup(one => one.Name, one => one.Number),
            group => -group.Applications,
            WallGroups.Most
        );
    }
}
