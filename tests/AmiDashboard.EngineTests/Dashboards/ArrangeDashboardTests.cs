using AmiDashboard.Applications;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Dashboards;
using AmiDashboard.Storage.People;

namespace AmiDashboard.Dashboards;

public sealed class ArrangeDashboardTests
{
    private static readonly CardPlace Stages = new("stages", IsWide: true, IsHidden: false);
    private static readonly CardPlace Deposits = new("deposits", IsWide: false, IsHidden: true);

    [Theory, OnBothEngines]
    public async Task An_arrangement_is_ones_own_and_of_one_page(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        var (one, other) = (await PersonAsync(store, "one"), await PersonAsync(store, "other"));
        await store.Get<ArrangeDashboard>().RunAsync(one, new("dinsic", [Stages, Deposits], "edition=2"));

        var kept = await store.Get<OwnLayout>().RunAsync(one, new("dinsic"));

        Assert.Equal([Stages, Deposits], kept!.Cards);
        Assert.Equal("edition=2", kept.Filter);
        Assert.Null(await store.Get<OwnLayout>().RunAsync(one, new("sgpi")));
        Assert.Null(await store.Get<OwnLayout>().RunAsync(other, new("dinsic")));
    }

    [Theory, OnBothEngines]
    public async Task Cards_and_filter_are_kept_apart_and_the_page_as_it_is_made_comes_back(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        var one = await PersonAsync(store, "one");
        await store.Get<ArrangeDashboard>().RunAsync(one, new("dinsic", [Stages]));
        await store.Get<ArrangeDashboard>().RunAsync(one, new("dinsic", Filter: "stage=Laureate"));
        var both = await store.Get<OwnLayout>().RunAsync(one, new("dinsic"));

        await store.Get<ArrangeDashboard>().RunAsync(one, new("dinsic", []));

        Assert.Equal([Stages], both!.Cards);
        var reset = await store.Get<OwnLayout>().RunAsync(one, new("dinsic"));
        Assert.Empty(reset!.Cards);
        Assert.Equal("stage=Laureate", reset.Filter);
    }

    [Theory, OnBothEngines]
    public async Task What_is_too_much_is_refused(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        var one = await PersonAsync(store, "one");

        var tooLong = await store
            .Get<ArrangeDashboard>()
            .RunAsync(one, new("dinsic", Filter: new string('a', DashboardLayout.LongestFilter + 1)));
        var tooMany = await store
            .Get<ArrangeDashboard>()
            .RunAsync(one, new("dinsic", [.. Enumerable.Repeat(Stages, DashboardLayout.MostCards + 1)]));

        Assert.False(tooLong.Done);
        Assert.False(tooMany.Done);
        Assert.Null(await store.Get<OwnLayout>().RunAsync(one, new("dinsic")));
    }

    [Fact]
    public void A_chart_that_nobody_placed_follows_and_one_that_is_no_more_is_passed_over() =>
        Assert.Equal(
            [Stages, new("deposits", IsWide: true, IsHidden: false), new("delays", IsWide: false, IsHidden: false)],
            CardPlace.Arranged(["deposits", "stages", "delays"], [Stages, Stages, new("gone", true, false)])
        );

    private static async Task<Viewer> PersonAsync(TestStore store, string subject)
    {
        var signedIn = await store.DoAsync<SignInPerson, SignInPerson.Request, Viewer>(
            new("https://issuer.invalid", subject, subject, null, [new(Profile.Dinsic, [])])
        );
        return SampleDossiers.Person(Profile.Dinsic, Perimeter.Everything) with { PersonId = signedIn.PersonId };
    }
}
