using AmiDashboard.Core.People;

namespace AmiDashboard.People;

/// <summary>A perimeter is what it admits: every way to put two together is held against that, fact by fact.</summary>
public sealed class PerimeterTests
{
    private static readonly BarredApplication[] Known =
    [
        new(1, 1001),
        new(1, 1002),
        new(1, 1003),
        new(2, 2001),
        new(2, 2002),
    ];

    private static readonly Perimeter[] Simple =
    [
        Perimeter.Everything,
        Perimeter.Nothing,
        Perimeter.OfEdition(1),
        Perimeter.OfEdition(2),
        Perimeter.OfApplications(1001),
        Perimeter.OfApplications(1001, 2002),
        Perimeter.OfEdition(2).Or(Perimeter.OfApplications(1002)),
    ];

    private static readonly BarredApplication[][] Bars =
    [
        [],
        [new(1, 1001)],
        [new(1, 1002), new(2, 2002)],
    ];

    private static IEnumerable<Perimeter> All => Simple.SelectMany(one => Bars.Select(bars => one.Except(bars)));

    private static bool Admits(Perimeter perimeter, BarredApplication one) => perimeter.Admits(one.Edition, one.Number);

    [Fact]
    public void Without_some_applications_it_admits_all_that_it_did_but_those() =>
        Assert.All(
            from one in Simple
            from bars in Bars
            from known in Known
            select (one, bars, known),
            asked =>
                Assert.Equal(
                    Admits(asked.one, asked.known) && !asked.bars.Contains(asked.known),
                    Admits(asked.one.Except(asked.bars), asked.known)
                )
        );

    [Fact]
    public void Two_together_admit_what_either_does() =>
        Assert.All(
            from left in All
            from right in All
            from known in Known
            select (left, right, known),
            asked =>
                Assert.Equal(
                    Admits(asked.left, asked.known) || Admits(asked.right, asked.known),
                    Admits(asked.left.Or(asked.right), asked.known)
                )
        );

    [Fact]
    public void One_that_includes_another_admits_all_of_it() =>
        Assert.All(
            from left in All
            from right in All
            where left.Includes(right)
            from known in Known
            select (left, right, known),
            asked => Assert.True(!Admits(asked.right, asked.known) || Admits(asked.left, asked.known))
        );

    [Fact]
    public void Equal_keys_admit_the_same()
    {
        var admitted = All.ToLookup(one => one.Key, one => string.Join(',', Known.Where(known => Admits(one, known))));
        Assert.All(admitted, same => Assert.Single(same.Distinct()));
        Assert.NotEqual(Perimeter.Everything, Perimeter.Everything.Except([Known[0]]));
    }

    [Fact]
    public void An_edition_of_which_one_application_is_barred_is_not_whole_and_the_others_are()
    {
        var barred = Perimeter.Everything.Except([Known[0]]);
        Assert.False(barred.IsEverything);
        Assert.False(barred.Covers(1));
        Assert.True(barred.Covers(2));
        Assert.True(barred.Covers(3));
    }

    [Fact]
    public void A_conflict_is_taken_out_of_every_profile_but_a_teams_own_project_in_any_order()
    {
        HeldProfile[] held =
        [
            new(Profile.Dinsic, Perimeter.Everything),
            new(Profile.Reviewer, Perimeter.OfApplications(1001, 1002)),
            new(Profile.Ministry, Perimeter.OfApplications(1001)),
        ];
        foreach (var order in new[] { held, [.. held.Reverse()] })
        {
            var viewer = new Viewer(1, "Personne", order) { Barred = [Known[0]] };
            Assert.True(viewer.PerimeterOf(Right.SeeApplications).IsEverything);
            Assert.False(viewer.PerimeterOf(Right.SeeRanking).Admits(1, 1001));
            Assert.False(viewer.PerimeterOf(Right.ChangeStage).Admits(1, 1001));
            Assert.False(viewer.PerimeterOf(Right.Review).Admits(1, 1001));
            Assert.True(viewer.PerimeterOf(Right.ChangeStage).Admits(1, 1003));
            Assert.True(viewer.PerimeterOf(Right.Report).Admits(1, 1001));
        }
    }

    [Fact]
    public void A_conflict_takes_nothing_from_who_keeps_the_house()
    {
        var viewer = new Viewer(1, "Personne", [new(Profile.Administrator, Perimeter.Everything)])
        {
            Barred = [Known[0]],
        };
        Assert.True(viewer.PerimeterOf(Right.ManagePeople).IsEverything);
        Assert.False(viewer.PerimeterOf(Right.SeeApplications).Admits(1, 1001));
    }

    [Fact]
    public void What_was_shown_does_not_stay_once_a_conflict_came()
    {
        var before = new Viewer(1, "Personne", [new(Profile.Dinsic, Perimeter.Everything)]);
        var after = before with { Barred = [Known[0]] };
        Assert.False(after.MayAllThat(before));
        Assert.True(before.MayAllThat(after));
    }
}
