using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Prototypes;
using static AmiDashboard.Prototypes.SamplePrototypes;

namespace AmiDashboard.Prototypes;

public sealed class MonthlyReportTests
{
    private static readonly DateOnly December = new(2018, 12, 1);
    private static readonly DateOnly January = new(2019, 1, 1);

    [Theory, OnBothEngines]
    public async Task A_draft_is_kept_however_little_it_says_and_then_published(TestEngine engine)
    {
        await using var store = await engine.SupportedStoreAsync();
        Assert.Equal((December, null, null), Of(await DeskAsync(store)));
        Assert.Equal(0, (await SaveAsync(store, December, ReportText.Empty, null)).Value);
        Assert.Equal(1, (await SaveAsync(store, December, Report with { Done = "Ceci\u0007" }, 0)).Value);
        var desk = (await DeskAsync(store))!;
        Assert.Equal(("Ceci", 1), (desk.Draft!.Text.Done, desk.Draft.Version));
        Assert.Equal(
            "Refusal_NoSynthesis",
            (await PublishAsync(store, December, Report with { Synthesis = " \u0007" }, 1)).Refusal?.Key
        );
        Assert.Equal("Ceci", (await DeskAsync(store))!.Draft!.Text.Done);

        Assert.True((await PublishAsync(store, December, Report, 1)).Done);

        desk = (await DeskAsync(store))!;
        Assert.Equal((null, null, December), Of(desk));
        Assert.Equal(
            (store.Now, Team.Name, Report),
            (desk.Last!.PublishedAt!.Value, desk.Last.PublishedBy, desk.Last.Text)
        );
        store.GoTo(January.AddDays(3));
        Assert.Equal((January, null, December), Of(await DeskAsync(store)));
    }

    [Theory, OnBothEngines]
    public async Task A_month_is_reported_once_in_order_and_not_before_it_comes(TestEngine engine)
    {
        await using var store = await engine.SupportedStoreAsync();
        store.GoTo(new DateOnly(2019, 2, 10));
        foreach (
            var (key, month) in new[]
            {
                ("Refusal_ReportMonth", new DateOnly(2018, 11, 1)),
                ("Refusal_ReportMonth", new DateOnly(2019, 3, 1)),
                ("Refusal_ReportMonth", new DateOnly(2019, 1, 2)),
            }
        )
        {
            Assert.Equal(key, (await SaveAsync(store, month, Report, null)).Refusal?.Key);
        }

        await SaveAsync(store, December, Report, null);
        Assert.True((await PublishAsync(store, January, Report, null)).Done);
        foreach (var month in new[] { December, January })
        {
            Assert.Equal("Refusal_MonthPublished", (await SaveAsync(store, month, Report, 0)).Refusal?.Key);
            Assert.Equal("Refusal_MonthPublished", (await PublishAsync(store, month, Report, 0)).Refusal?.Key);
        }

        Assert.Equal((new DateOnly(2019, 2, 1), null, January), Of(await DeskAsync(store)));
    }

    [Theory, OnBothEngines]
    public async Task What_is_said_is_within_its_bounds(TestEngine engine)
    {
        await using var store = await engine.SupportedStoreAsync();
        foreach (
            var (key, text) in new[]
            {
                ("Refusal_NoWeather", Report with { Weather = null }),
                ("Refusal_NoHelp", Report with { Weather = Weather.Cloud }),
                ("Refusal_NoHelp", Report with { Weather = Weather.Storm, Help = "\u0007" }),
                ("Refusal_RiskUnnamed", Report with { Risks = [new Risk(" ", 1, 1, null)] }),
                ("Refusal_RiskRange", Report with { Risks = [new Risk("Risque", 0, 1, null)] }),
                ("Refusal_RiskRange", Report with { Risks = [new Risk("Risque", 1, 5, null)] }),
                ("Refusal_TooManyRisks", Report with { Risks = [.. Enumerable.Repeat(new Risk("R", 1, 1, null), 31)] }),
                ("Refusal_TextTooLong", Report with { Next = new string('x', 4001) }),
                ("Refusal_TextTooLong", Report with { Risks = [new Risk("R", 1, 1, new string('x', 4001))] }),
            }
        )
        {
            Assert.Equal(key, (await PublishAsync(store, December, text, null)).Refusal?.Key);
        }

        Assert.Empty(await store.RowsAsync(context => context.MonthlyReports));
    }

    [Theory, OnBothEngines]
    public async Task Who_saw_an_older_draft_is_told_and_of_two_first_words_one_counts(TestEngine engine)
    {
        await using var store = await engine.SupportedStoreAsync();
        var outcomes = await AtOnce.RunAsync(
            store,
            node => node.Get<SaveReport>().RunAsync(Team, new(Number, December, Report, null)),
            node => node.Get<SaveReport>().RunAsync(Team, new(Number, December, ReportText.Empty, null))
        );
        Assert.Single(outcomes, outcome => outcome.Done);
        Assert.Equal(Refusal.Conflict, outcomes.Single(outcome => !outcome.Done).Refusal);
        Assert.True((await SaveAsync(store, December, Report with { Done = "Un" }, 0)).Done);
        Assert.Equal(Refusal.Conflict, (await SaveAsync(store, December, Report with { Done = "Deux" }, 0)).Refusal);
        Assert.Equal(Refusal.Conflict, (await PublishAsync(store, December, Report, null)).Refusal);
        Assert.Equal("Un", (await DeskAsync(store))!.Draft!.Text.Done);
    }

    [Theory, OnBothEngines]
    public async Task An_earlier_month_is_not_published_beside_a_later_one(TestEngine engine)
    {
        await using var store = await engine.SupportedStoreAsync();
        store.GoTo(new DateOnly(2019, 9, 10));
        for (var month = December; month < new DateOnly(2019, 8, 1); month = month.AddMonths(2))
        {
            var (earlier, later) = (month, month.AddMonths(1));
            await AtOnce.RunAsync(
                store,
                node => node.Get<PublishReport>().RunAsync(Team, new(Number, earlier, Report, null)),
                node => node.Get<PublishReport>().RunAsync(Team, new(Number, later, Report, null))
            );
            var published = await store.RowsAsync(context => context.MonthlyReports.OrderBy(one => one.Id));
            Assert.Equal(published.Select(one => one.Month).Order(), published.Select(one => one.Month));
        }
    }

    [Theory, OnBothEngines]
    public async Task A_team_reports_on_its_own_project_and_nobody_in_its_place(TestEngine engine)
    {
        await using var store = await engine.SupportedStoreAsync();
        foreach (var profile in Enum.GetValues<Profile>())
        {
            var expected = profile == Profile.Ministry ? null : Refusal.NoRight;
            var viewer = Person(80, profile, Perimeter.OfApplications(Awaiting));
            var request = new SaveReport.Request(Number, December, Report, null);
            Assert.Equal(
                expected ?? Refusal.NotFound,
                (await store.Get<SaveReport>().RunAsync(viewer, request)).Refusal
            );
            Assert.Equal(
                expected ?? Refusal.NotFound,
                (await store.Get<PublishReport>().RunAsync(viewer, request)).Refusal
            );
            if (profile == Profile.Ministry)
            {
                Assert.Null(await store.Get<ReportDesk>().RunAsync(viewer, new(Number)));
            }
            else
            {
                await Assert.ThrowsAsync<Storage.AccessDeniedException>(() =>
                    store.Get<ReportDesk>().RunAsync(viewer, new(Number))
                );
            }
        }
    }

    private static Task<Outcome<int>> SaveAsync(TestStore store, DateOnly month, ReportText text, int? version) =>
        store.Get<SaveReport>().RunAsync(Team, new(Number, month, text, version));

    private static Task<Outcome<long>> PublishAsync(TestStore store, DateOnly month, ReportText text, int? version) =>
        store.Get<PublishReport>().RunAsync(Team, new(Number, month, text, version));

    private static Task<OpenReport?> DeskAsync(TestStore store) => store.Get<ReportDesk>().RunAsync(Team, new(Number));

    private static (DateOnly? Next, DateOnly? Draft, DateOnly? Last) Of(OpenReport? desk) =>
        (desk!.Month, desk.Draft?.Month, desk.Last?.Month);
}
