using AmiDashboard.Budgets;
using AmiDashboard.Core;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Prototypes;
using static AmiDashboard.Prototypes.SamplePrototypes;

namespace AmiDashboard.Prototypes;

public sealed class MilestoneTests
{
    private static readonly DateOnly Later = new(2019, 3, 1);

    [Theory, OnBothEngines]
    public async Task What_is_said_of_a_milestone_is_added_and_its_baseline_stays(TestEngine engine)
    {
        await using var store = await engine.SupportedStoreAsync();
        Assert.Equal(1, (await store.ReviseAsync(1, new DateOnly(2019, 1, 20), " Retard\u0007 ")).Value);
        store.GoTo(Later);
        Assert.Equal(2, (await store.ReachAsync(1, new DateOnly(2019, 2, 1))).Value);
        Assert.Equal(3, (await store.ReopenAsync(1, new DateOnly(2019, 3, 15))).Value);
        Assert.Equal(4, (await store.ReachAsync(1, Later)).Value);

        var milestone = await store.MilestoneAsync(1);
        Assert.Equal(new DateOnly(2019, 1, 3), milestone.BaselineOn);
        Assert.Equal(
            [
                (RevisionKind.Forecast, new DateOnly(2019, 1, 20), "Retard"),
                (RevisionKind.Reached, new DateOnly(2019, 2, 1), null),
                (RevisionKind.Reopened, new DateOnly(2019, 3, 15), "Dit trop tôt"),
                (RevisionKind.Reached, Later, (string?)null),
            ],
            milestone.Revisions.Select(one => (one.Kind, one.On, one.Reason))
        );
        Assert.All(milestone.Revisions, revision => Assert.Equal(Team.Name, revision.RecordedBy));
        Assert.Equal(Later, PlanRules.ReachedOn(milestone));
    }

    [Theory, OnBothEngines]
    public async Task A_revision_keeps_the_rules(TestEngine engine)
    {
        await using var store = await engine.SupportedStoreAsync();
        store.GoTo(Later);
        async Task RefusedAsync(string key, Task<Outcome<int>> asked) => Assert.Equal(key, (await asked).Refusal?.Key);

        await RefusedAsync("Refusal_ReasonMissing", store.ReviseAsync(1, Later, " \u0007 "));
        await RefusedAsync("Refusal_ReasonTooLong", store.ReviseAsync(1, Later, new string('x', 2001)));
        await RefusedAsync("Refusal_BeforeSupport", store.ReviseAsync(1, Start.AddDays(-1)));
        await RefusedAsync("Refusal_InFuture", store.ReachAsync(1, Later.AddDays(1)));
        await RefusedAsync("Refusal_BeforeSupport", store.ReachAsync(1, Start.AddDays(-1)));
        await RefusedAsync("Refusal_WaitsFor", store.ReachAsync(2, Later));
        await RefusedAsync("Refusal_MilestoneNotReached", store.ReopenAsync(1, Later));
        Assert.True((await store.ReachAsync(1, Later.AddDays(-5))).Done);
        await RefusedAsync("Refusal_MilestoneReached", store.ReachAsync(1, Later));
        await RefusedAsync("Refusal_MilestoneReached", store.ReviseAsync(1, Later));
        await RefusedAsync("Refusal_ReachedBefore", store.ReachAsync(2, Later.AddDays(-6)));
        await RefusedAsync("Refusal_ReasonMissing", store.ReopenAsync(1, Later, reason: null));
        await RefusedAsync("Refusal_BeforeSupport", store.ReopenAsync(1, Start.AddDays(-1)));
        Assert.True((await store.ReachAsync(2, Later)).Done);
        await RefusedAsync("Refusal_WaitedFor", store.ReopenAsync(1, Later));
        Assert.Equal(2, (await store.PlanAsync()).Milestones.Sum(one => one.Revisions.Count));
    }

    [Theory, OnBothEngines]
    public async Task Who_saw_an_older_milestone_is_told(TestEngine engine)
    {
        await using var store = await engine.SupportedStoreAsync();
        var seen = await store.VersionAsync(1);
        Assert.True((await store.ReviseAsync(1, Later)).Done);

        Assert.Equal(
            Refusal.Conflict,
            (await store.Get<ReviseMilestone>().RunAsync(Dinsic, new(Number, 1, Later, "Autre", seen))).Refusal
        );
        Assert.Equal(
            Refusal.Conflict,
            (await store.Get<AssignMilestone>().RunAsync(Dinsic, new(Number, 1, "Autre", seen))).Refusal
        );
        Assert.Equal(
            Refusal.NotFound,
            (await store.Get<ReviseMilestone>().RunAsync(Dinsic, new(Number, 99, Later, "Autre", 0))).Refusal
        );
        Assert.Equal("Refusal_MilestoneOwner", (await AssignAsync(store, "\0 ")).Refusal?.Key);
        Assert.Equal("Refusal_MilestoneOwner", (await AssignAsync(store, new string('x', 201))).Refusal?.Key);
        Assert.True((await AssignAsync(store, " Cheffe ")).Done);
        Assert.Equal("Cheffe", (await store.MilestoneAsync(1)).Owner);
    }

    [Theory, OnBothEngines]
    public async Task Of_two_who_speak_of_one_milestone_at_once_one_is_told(TestEngine engine)
    {
        await using var store = await engine.SupportedStoreAsync();
        store.GoTo(Later);
        for (var round = 0; round < 5; round++)
        {
            var version = await store.VersionAsync(2);
            var outcomes = await AtOnce.RunAsync(
                store,
                node => node.Get<ReviseMilestone>().RunAsync(Team, new(Number, 2, Later, "Équipe", version)),
                node => node.Get<ReviseMilestone>().RunAsync(Dinsic, new(Number, 2, Later, "DINSIC", version))
            );
            Assert.Single(outcomes, outcome => outcome.Done);
            Assert.Equal(Refusal.Conflict, outcomes.Single(outcome => !outcome.Done).Refusal);
            Assert.Equal(round + 1, (await store.MilestoneAsync(2)).Revisions.Count);
        }
    }

    [Theory, OnBothEngines]
    public async Task One_is_not_reached_while_another_hand_reopens_what_it_waits_for(TestEngine engine)
    {
        await using var store = await engine.SupportedStoreAsync();
        store.GoTo(Later);
        Assert.True((await store.ReachAsync(1, Later)).Done);
        for (var round = 0; round < 8; round++)
        {
            var (first, second) = (await store.VersionAsync(1), await store.VersionAsync(2));
            var outcomes = await AtOnce.RunAsync(
                store,
                node => node.Get<ReachMilestone>().RunAsync(Team, new(Number, 2, Later, second)),
                node => node.Get<ReopenMilestone>().RunAsync(Dinsic, new(Number, 1, Later, "Trop tôt", first))
            );

            Assert.Single(outcomes, outcome => outcome.Done);
            Assert.Contains(
                outcomes.Single(outcome => !outcome.Done).Refusal!.Key,
                new[] { "Refusal_WaitsFor", "Refusal_WaitedFor" }
            );
            if (outcomes[0].Done)
            {
                Assert.True((await store.ReopenAsync(2, Later)).Done);
            }
            else
            {
                Assert.True((await store.ReachAsync(1, Later)).Done);
            }
        }
    }

    [Theory, OnBothEngines]
    public async Task What_was_said_is_not_changed_nor_removed_by_a_hand_in_the_database(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync(new DateTime(2018, 12, 1, 9, 0, 0, DateTimeKind.Utc));
        await Applications.SampleDossiers.RecordEditionAsync(store, 1);
        await Applications.SampleDossiers.RecordAsync(store, 1, Applications.SampleDossiers.Dossier(Number));
        await store.MakeLaureateAsync(Number);
        await store.FillPrototypeAsync(Number);
        foreach (
            var (table, set) in new[]
            {
                ("milestone_revision", "[On] = '2019-01-01'"),
                ("support_session_step", "[Coach] = 'Autre'"),
                ("user_trial_step", "[People] = 1"),
                ("evaluation", "[Conclusion] = 'Autre'"),
                ("roll_out_verdict", "[Advice] = 'NoGo'"),
            }
        )
        {
            foreach (var statement in new[] { $"UPDATE {table} SET {set}", $"DELETE FROM {table}" })
            {
                Assert.Contains("never changed", await store.RefusedSqlAsync(statement), StringComparison.Ordinal);
            }

            if (engine == TestEngine.PostgreSql)
            {
                Assert.Contains(
                    "never changed",
                    await store.RefusedSqlAsync($"TRUNCATE {table} CASCADE"),
                    StringComparison.Ordinal
                );
            }
        }

        const string Published = "WHERE [PublishedAt] IS NOT NULL";
        foreach (
            var statement in new[]
            {
                $"UPDATE monthly_report SET [SavedBy] = 'Autre' {Published}",
                $"UPDATE monthly_report SET [PublishedAt] = NULL {Published}",
                $"DELETE FROM monthly_report {Published}",
                "UPDATE milestone SET [BaselineOn] = '2019-01-01'",
                "UPDATE milestone SET [Weight] = 1",
                "UPDATE readiness_proof SET [Description] = 'Autre'",
                "UPDATE sheet_publication SET [PublishedBy] = 'Autre'",
            }
        )
        {
            Assert.Contains("never changed", await store.RefusedSqlAsync(statement), StringComparison.Ordinal);
        }

        Assert.Equal(1, await store.SqlAsync("DELETE FROM monthly_report WHERE [PublishedAt] IS NULL"));
        Assert.NotEqual(0, await store.SqlAsync("UPDATE milestone SET [Owner] = 'Autre'"));
    }

    private static async Task<Outcome<int>> AssignAsync(TestStore store, string owner) =>
        await store.Get<AssignMilestone>().RunAsync(Team, new(Number, 1, owner, await store.VersionAsync(1)));
}
