using AmiDashboard.Budgets;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Engines;
using AmiDashboard.Prototypes;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Portability;
using Microsoft.EntityFrameworkCore;
using static AmiDashboard.Prototypes.SamplePrototypes;

namespace AmiDashboard.Portability;

public sealed class VerifyPrototypesTests
{
    private static readonly DateOnly January = new(2019, 1, 1);

    private static readonly FilledStore Filled = new(async store =>
    {
        await store.FillLaureatesAsync();
        await store.FillPrototypeAsync(Number);
        var first = (await store.MilestoneAsync(1)).Revisions[^1].On;
        Assert.True((await store.ReachAsync(2, first.AddDays(1))).Done);
    });

    [Theory, OnBothEngines]
    public async Task Prototypes_that_operations_made_are_sound_and_stay_so_when_a_dossier_is_purged(TestEngine engine)
    {
        await using var store = await Filled.CopyAsync(engine);
        await AssertSoundAsync(store);
        await PrototypeBoardTests.PurgeAsync(store, Number);
        await AssertSoundAsync(store);
    }

    [Theory, OnBothEngines]
    public async Task A_milestone_that_breaks_the_order_of_its_plan_is_found(TestEngine engine)
    {
        await using var store = await Filled.CopyAsync(engine);
        await FreeAsync(store, engine, "milestone_revision");
        var (first, second) = (await store.MilestoneAsync(1), await store.MilestoneAsync(2));
        var reached = first.Revisions[^1].On;
        await store.SpoilAsync(context => SetOnAsync(context, second.Id, reached.AddDays(-1)));
        Assert.Equal([Number, 2], Assert.Single(await store.FindingsAsync("Verify_MilestoneOrder")).Arguments);

        await store.SpoilAsync(context => SetOnAsync(context, second.Id, reached));
        Assert.Empty(await store.FindingsAsync("Verify_MilestoneOrder"));
        await store.SpoilAsync(context =>
            context
                .Set<MilestoneRevision>()
                .Where(one => one.MilestoneId == first.Id && one.Kind == RevisionKind.Reached)
                .ExecuteDeleteAsync()
        );
        Assert.Equal([Number, 2], Assert.Single(await store.FindingsAsync("Verify_MilestoneOrder")).Arguments);
    }

    [Theory, OnBothEngines]
    public async Task A_revision_dated_before_support_is_found(TestEngine engine)
    {
        await using var store = await Filled.CopyAsync(engine);
        await FreeAsync(store, engine, "milestone_revision");
        var (plan, first) = (await store.PlanAsync(), await store.MilestoneAsync(1));
        await store.SpoilAsync(context => SetOnAsync(context, first.Id, plan.StartsOn.AddDays(-1)));
        Assert.Equal([Number, 1], Assert.Single(await store.FindingsAsync("Verify_RevisionBeforeSupport")).Arguments);
    }

    [Theory, OnBothEngines]
    public async Task A_prototype_of_no_dossier_is_found(TestEngine engine)
    {
        await using var store = await Filled.CopyAsync(engine);
        await store.SpoilAsync(context => context.Applications.Where(one => one.Number == Number).ExecuteDeleteAsync());
        Assert.Equal([Number], Assert.Single(await store.FindingsAsync("Verify_PrototypeOfNothing")).Arguments);
    }

    [Theory, OnBothEngines]
    public async Task A_published_report_without_its_weather_or_out_of_order_is_found(TestEngine engine)
    {
        await using var store = await Filled.CopyAsync(engine);
        await FreeAsync(store, engine, "monthly_report");
        await store.SpoilAsync(context =>
            context
                .MonthlyReports.Where(one => one.Month == January)
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.Text, Report with { Weather = null }))
        );
        Assert.Equal([Number, January], Assert.Single(await store.FindingsAsync("Verify_ReportIncomplete")).Arguments);

        var before = new DateTime(2018, 12, 5, 0, 0, 0, DateTimeKind.Utc);
        await store.SpoilAsync(context =>
            context
                .MonthlyReports.Where(one => one.PublishedAt == null)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(one => one.Text, Report).SetProperty(one => one.PublishedAt, before)
                )
        );
        Assert.Equal(
            [Number, January.AddMonths(1)],
            Assert.Single(await store.FindingsAsync("Verify_ReportOrder")).Arguments
        );
    }

    [Theory, OnBothEngines]
    public async Task A_row_of_another_edition_than_its_prototype_is_found(TestEngine engine)
    {
        foreach (
            var (entity, table) in new[]
            {
                ("Milestone", "milestone"),
                ("SupportSession", "support_session"),
                ("MonthlyReport", "monthly_report"),
                ("UserTrial", "user_trial"),
                ("ReadinessProof", "readiness_proof"),
                ("Evaluation", "evaluation"),
                ("RollOutVerdict", "roll_out_verdict"),
                ("ProjectSheet", "project_sheet"),
            }
        )
        {
            await using var store = await Filled.CopyAsync(engine);
            if (table is "monthly_report" or "evaluation" or "roll_out_verdict")
            {
                await FreeAsync(store, engine, table);
            }

            Assert.NotEqual(0, await store.SqlAsync($"UPDATE {table} SET [Edition] = 2"));
            Assert.All(
                await store.FindingsAsync("Verify_Repeated"),
                finding => Assert.Equal(entity, finding.Arguments[0])
            );
            Assert.NotEmpty(await store.FindingsAsync("Verify_Repeated"));
        }
    }

    [Theory, OnBothEngines]
    public async Task A_prototype_of_another_edition_than_its_dossier_is_found_with_all_that_is_its(TestEngine engine)
    {
        await using var store = await Filled.CopyAsync(engine);
        await store.SqlAsync("UPDATE prototype SET [Edition] = 2");
        var tables = (await store.FindingsAsync("Verify_Repeated")).Select(one => one.Arguments[0]).Distinct();
        Assert.Equal(9, tables.Count());
        Assert.Contains("Prototype", tables);
    }

    private static async Task AssertSoundAsync(TestStore store)
    {
        var result = await new VerifyStore(store.Get<Store>()).RunAsync();
        Assert.Empty(result.Findings.Select(PortabilityTexts.Say));
        Assert.Equal(1, result.Prototypes);
    }

    /// <summary>From now on the table takes whatever it is given.</summary>
    private static async Task FreeAsync(TestStore store, TestEngine engine, string table)
    {
        if (engine == TestEngine.PostgreSql)
        {
            await store.SqlAsync($"ALTER TABLE {table} DISABLE TRIGGER USER");
            return;
        }

        await store.SqlAsync($"DROP TRIGGER {table}_stays");
        await store.SqlAsync($"DROP TRIGGER {table}_remains");
    }

    private static Task<int> SetOnAsync(AmiContext context, long milestone, DateOnly on) =>
        context
            .Set<MilestoneRevision>()
            .Where(one => one.MilestoneId == milestone && one.Kind == RevisionKind.Reached)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.On, on));
}
