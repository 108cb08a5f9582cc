using AmiDashboard.Applications;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Demonstration;
using AmiDashboard.Engines;
using AmiDashboard.Prototypes;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Dashboards;
using AmiDashboard.Storage.Demonstration;
using AmiDashboard.Storage.Prototypes;

namespace AmiDashboard.Dashboards;

/// <summary>What moved between two instants, and the days to compare with: each within its right and its perimeter.</summary>
public sealed class MovementTests
{
    private static readonly DateTime Beginning = DateTime.UnixEpoch;

    [Theory, OnBothEngines]
    public async Task What_moved_is_what_the_facts_say_within_each_right_and_perimeter(TestEngine engine)
    {
        await using var store = await PlacedProgramme.CopyAsync(engine);
        await using var context = store.Get<Store>().Read(Viewer.Product, Right.None);
        foreach (
            var (profile, perimeter) in new[]
            {
                (Profile.Leadership, Perimeter.Everything),
                (Profile.Leadership, Perimeter.OfEdition(1)),
                (Profile.Cdc, Perimeter.OfApplications(100_006, 100_008)),
                (Profile.Administrator, Perimeter.Everything),
            }
        )
        {
            var viewer = SampleDossiers.Person(profile, perimeter);
            var asked = new AskedPart(context, perimeter, ApplicationFilter.All, ParisTime.DayOf(store.Now));
            var page = await store.Get<Movements>().RunAsync(viewer, new(Beginning, store.Now));
            var expected = 0L;
            foreach (var rows in Rows(asked, withSessions: viewer.Can(Right.SeeDecisions)))
            {
                expected += (await asked.RowsAsync(rows, row => row.Long(0))).Single();
            }

            Assert.Equal(expected, page.Total);
            Assert.Equal(Math.Min(expected, Movements.Most), page.Movements.Length);
            Assert.All(
                page.Movements,
                one =>
                    Assert.True(
                        one.Number is { } number ? perimeter.Admits(one.Edition, number) : perimeter.Covers(one.Edition)
                    )
            );
        }
    }

    [Theory, OnBothEngines]
    public async Task Movements_of_two_spans_are_those_of_both(TestEngine engine)
    {
        await using var store = await PlacedProgramme.CopyAsync(engine);
        var viewer = SampleDossiers.Person(Profile.Leadership);
        async Task<int> CountAsync(DateTime from, DateTime to) =>
            (await store.Get<Movements>().RunAsync(viewer, new(from, to))).Total;
        var between = new DateTime(2019, 6, 28, 22, 0, 0, DateTimeKind.Utc);
        var (before, after) = (await CountAsync(Beginning, between), await CountAsync(between, store.Now));

        Assert.True(before > 0 && after > 0);
        Assert.Equal(await CountAsync(Beginning, store.Now), before + after);
    }

    [Theory, OnBothEngines]
    public async Task What_moved_of_some_projects_or_of_an_edition_is_what_a_perimeter_of_them_sees(TestEngine engine)
    {
        await using var store = await PlacedProgramme.CopyAsync(engine);
        async Task<MovementPage> PageAsync(Perimeter perimeter, int? edition = null, HashSet<int>? numbers = null) =>
            await store
                .Get<Movements>()
                .RunAsync(
                    SampleDossiers.Person(Profile.Leadership, perimeter),
                    new(Beginning, store.Now, edition, numbers)
                );

        var asked = await PageAsync(Perimeter.Everything, numbers: [100_006, 100_031]);
        var seen = await PageAsync(Perimeter.OfApplications(100_006, 100_031));
        var ofEdition = await PageAsync(Perimeter.Everything, edition: 1);

        Assert.InRange(asked.Total, 2, Movements.Most);
        Assert.Equal(asked.Total, asked.Movements.Length);
        Assert.Equal(
            seen.Movements.Where(one => one.Number is not null).OrderBy(one => one.ToString(), StringComparer.Ordinal),
            asked.Movements.OrderBy(one => one.ToString(), StringComparer.Ordinal)
        );
        Assert.Equal((await PageAsync(Perimeter.OfEdition(1))).Total, ofEdition.Total);
        Assert.All(ofEdition.Movements, one => Assert.Equal(1, one.Edition));
        Assert.Contains(ofEdition.Movements, one => one.Kind == MovementKind.Session);
        Assert.Equal(asked.Total, (await PageAsync(Perimeter.Everything, 1, [100_006, 100_031])).Total);
        Assert.Equal(0, (await PageAsync(Perimeter.Everything, 2, [100_006, 100_031])).Total);
    }

    [Theory, OnBothEngines]
    public async Task A_deposit_moved_when_it_was_made_as_the_figures_have_it_also_where_the_source_was_read_later(
        TestEngine engine
    )
    {
        await using var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        await store.RecordAsync(1, SampleDossiers.Dossier(1001));
        var viewer = SampleDossiers.Person(Profile.Dinsic);

        var deposit = Assert.Single(
            (await store.Get<Movements>().RunAsync(viewer, new(Beginning, store.Now))).Movements
        );

        Assert.Equal((SampleDossiers.Dossier(1001).DepositedAt, nameof(Stage.Received)), (deposit.At, deposit.What));
        Assert.Equal(0, (await store.Get<Movements>().RunAsync(viewer, new(deposit.At, store.Now))).Total);
    }

    [Theory, OnBothEngines]
    public async Task A_return_to_the_received_moved_when_it_was_told(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        await store.RecordAsync(1, SampleDossiers.Dossier(1001));
        await store.MoveAsync(1001, Stage.Eligible, validFrom: store.Now);
        var before = store.Now;
        store.Time.Advance(TimeSpan.FromDays(3));
        await store.MoveAsync(1001, Stage.Received, validFrom: before);

        var moved = Assert.Single(
            (
                await store.Get<Movements>().RunAsync(SampleDossiers.Person(Profile.Dinsic), new(before, store.Now))
            ).Movements
        );

        Assert.Equal((store.Now, nameof(Stage.Received)), (moved.At, moved.What));
    }

    [Theory, OnBothEngines]
    public async Task A_stage_that_is_told_late_moved_when_it_was_told(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        await store.RecordAsync(1, SampleDossiers.Dossier(1001));
        var before = store.Now;
        store.Time.Advance(TimeSpan.FromDays(3));
        await store.MoveAsync(1001, Stage.Eligible, validFrom: before.AddDays(-2));
        var viewer = SampleDossiers.Person(Profile.Dinsic);

        var late = await store.Get<Movements>().RunAsync(viewer, new(before, store.Now));
        var moved = Assert.Single(late.Movements);
        Assert.Equal(
            (store.Now, MovementKind.Stage, 1001, nameof(Stage.Eligible)),
            (moved.At, moved.Kind, moved.Number!.Value, moved.What)
        );
        Assert.DoesNotContain(
            (await store.Get<Movements>().RunAsync(viewer, new(Beginning, before))).Movements,
            one => one.What == nameof(Stage.Eligible)
        );
    }

    [Theory, OnBothEngines]
    public async Task A_report_that_is_not_published_moved_nothing_yet(TestEngine engine)
    {
        await using var store = await engine.SupportedStoreAsync();
        var month = Core.Prototypes.ReportRules.MonthOf(ParisTime.DayOf(store.Now));
        await store.DoAsync<SaveReport, SaveReport.Request, int>(
            new(SamplePrototypes.Number, month, SamplePrototypes.Report, null)
        );

        var page = await store
            .Get<Movements>()
            .RunAsync(SampleDossiers.Person(Profile.Dinsic), new(Beginning, store.Now));

        Assert.DoesNotContain(page.Movements, one => one.Kind == MovementKind.Report);
    }

    [Theory, OnBothEngines]
    public async Task The_committees_days_are_those_of_the_editions_one_sees(TestEngine engine)
    {
        await using var store = await PlacedProgramme.CopyAsync(engine);
        await using var context = store.Get<Store>().Read(Viewer.Product, Right.None);
        foreach (
            var (perimeter, edition) in new (Perimeter, int?)[]
            {
                (Perimeter.Everything, null),
                (Perimeter.Everything, 2),
                (Perimeter.OfEdition(1), null),
                (Perimeter.OfEdition(1), 2),
                (Perimeter.OfApplications(100_006), null),
            }
        )
        {
            var asked = new AskedPart(context, perimeter, new() { Edition = edition }, ParisTime.DayOf(store.Now));
            var days = await asked.RowsAsync(
                $"""
                SELECT DISTINCT s."HeldOn" FROM session s
                WHERE s."Body" = 'Copil' AND s."State" = 'Closed' AND {asked.SeenWhole("s")} ORDER BY 1 DESC
                """,
                row => row.Day(0)
            );
            Assert.Equal(perimeter.IsEverything || (perimeter.Covers(1) && edition is null), days.Count > 0);
            Assert.Equal(
                days,
                await store
                    .Get<CommitteeDates>()
                    .RunAsync(SampleDossiers.Person(Profile.Leadership, perimeter), new(edition))
            );
        }
    }

    /// <summary>How many of each kind are within the perimeter.</summary>
    private static IEnumerable<string> Rows(AskedPart asked, bool withSessions)
    {
        yield return $"""
            SELECT COUNT(*) FROM stage_change c JOIN application a ON a."Id" = c."ApplicationId" WHERE {asked.Seen("a")}
            """;
        yield return $"""SELECT COUNT(*) FROM ledger_entry e WHERE e."Number" IS NOT NULL AND {asked.Seen("e")}""";
        yield return $"""SELECT COUNT(*) FROM ledger_entry e WHERE e."Number" IS NULL AND {asked.SeenWhole("e")}""";
        yield return $"""
            SELECT COUNT(*) FROM milestone_revision v JOIN milestone m ON m."Id" = v."MilestoneId" WHERE {asked.Seen(
                "m"
            )}
            """;
        yield return $"""SELECT COUNT(*) FROM monthly_report r WHERE r."PublishedAt" IS NOT NULL AND {asked.Seen("r")}""";
        if (withSessions)
        {
            yield return $"""SELECT COUNT(*) FROM session s WHERE s."State" = 'Closed' AND {asked.SeenWhole("s")}""";
        }
    }
}
