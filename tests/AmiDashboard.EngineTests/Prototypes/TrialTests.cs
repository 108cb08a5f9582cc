using AmiDashboard.Core;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Prototypes;
using static AmiDashboard.Prototypes.SamplePrototypes;

namespace AmiDashboard.Prototypes;

public sealed class TrialTests
{
    private static readonly DateOnly On = new(2019, 7, 1);

    [Theory, OnBothEngines]
    public async Task A_trial_is_planned_moved_called_off_planned_again_held_and_corrected(TestEngine engine)
    {
        await using var store = await engine.SupportedStoreAsync();
        var id = await store.DoAsync<PlanTrial, PlanTrial.Request, long>(new(Number, Audience.Citizens, On, 30), Team);
        Assert.Equal("Refusal_ReasonMissing", (await MoveAsync(store, id, On.AddDays(7), null)).Refusal?.Key);
        Assert.True((await MoveAsync(store, id, On.AddDays(7), "Salle")).Done);
        Assert.Equal("Refusal_ReasonMissing", (await CancelAsync(store, id, null)).Refusal?.Key);
        Assert.True((await CancelAsync(store, id, "Panne")).Done);
        Assert.Equal("Refusal_TrialNotPlanned", (await CancelAsync(store, id, "Encore")).Refusal?.Key);
        Assert.True((await MoveAsync(store, id, On.AddDays(14), "Réparé")).Done);
        Assert.Equal("Refusal_InFuture", (await RecordAsync(store, id, Result)).Refusal?.Key);
        store.GoTo(On.AddDays(20));
        Assert.True((await RecordAsync(store, id, Result)).Done);
        Assert.Equal("Refusal_ReasonMissing", (await RecordAsync(store, id, Result)).Refusal?.Key);
        var better = Result with { TasksSucceeded = 16 };
        Assert.True((await RecordAsync(store, id, better, "Erreur de compte")).Done);
        Assert.Equal("Refusal_TrialHeld", (await MoveAsync(store, id, On, "Trop tard")).Refusal?.Key);
        Assert.Equal("Refusal_TrialNotPlanned", (await CancelAsync(store, id, "Trop tard")).Refusal?.Key);

        var trial = await store.TrialAsync(id);
        Assert.Equal(
            [
                TrialStep.Planned,
                TrialStep.Planned,
                TrialStep.Cancelled,
                TrialStep.Planned,
                TrialStep.Held,
                TrialStep.Held,
            ],
            trial.Steps.Select(step => step.Step)
        );
        Assert.Equal((Result, better, 5), (trial.Steps[^2].Result, trial.Steps[^1].Result, trial.Version));
    }

    [Theory, OnBothEngines]
    public async Task A_result_adds_up(TestEngine engine)
    {
        await using var store = await engine.SupportedStoreAsync();
        var id = await store.DoAsync<PlanTrial, PlanTrial.Request, long>(new(Number, Audience.Agents, On, 30), Team);
        store.GoTo(On.AddDays(20));
        foreach (
            var (key, result) in new[]
            {
                ("Refusal_Tasks", Result with { TasksSucceeded = 21 }),
                ("Refusal_Tasks", Result with { TasksTried = -1, TasksSucceeded = -1 }),
                ("Refusal_UsabilityLine", Result with { Usability = [new UsabilityAnswer([1, 2, 3])] }),
                ("Refusal_Satisfaction", Result with { Satisfaction = [1, 2] }),
                ("Refusal_Satisfaction", Result with { Satisfaction = [1, 2, -1, 0, 0] }),
                ("Refusal_MoreAnswersThanPeople", Result with { Satisfaction = [9, 9, 9, 9, 9] }),
                (
                    "Refusal_MoreAnswersThanPeople",
                    Result with
                    {
                        Usability = [.. Enumerable.Repeat(Result.Usability[0], 13)],
                    }
                ),
                ("Refusal_NothingLearnt", Result with { Learnt = " \u0007 " }),
                ("Refusal_TextTooLong", Result with { Changed = new string('x', 4001) }),
            }
        )
        {
            Assert.Equal(key, (await RecordAsync(store, id, result)).Refusal?.Key);
        }

        Assert.Single((await store.TrialAsync(id)).Steps);
    }

    [Theory, OnBothEngines]
    public async Task A_trial_is_of_its_own_project_and_of_somebody(TestEngine engine)
    {
        await using var store = await engine.SupportedStoreAsync();
        await store.StartAsync(Awaiting);
        var id = await store.DoAsync<PlanTrial, PlanTrial.Request, long>(new(Number, Audience.Agents, On, 30), Team);
        foreach (
            var (key, request) in new[]
            {
                ("Refusal_TrialPeople", new PlanTrial.Request(Number, Audience.Agents, On, 0)),
                ("Refusal_TrialPeople", new PlanTrial.Request(Number, Audience.Agents, On, 100_001)),
                ("Refusal_BeforeSupport", new PlanTrial.Request(Number, Audience.Agents, Start.AddDays(-1), 3)),
                ("Refusal_NotFound", new PlanTrial.Request(Awaiting, Audience.Agents, On, 3, (id, 0), "Autre projet")),
                ("Refusal_NotFound", new PlanTrial.Request(Number, Audience.Agents, On, 3, (999, 0), "Aucun")),
                ("Refusal_Conflict", new PlanTrial.Request(Number, Audience.Agents, On, 3, (id, 1), "Autre version")),
            }
        )
        {
            Assert.Equal(key, (await store.Get<PlanTrial>().RunAsync(Dinsic, request)).Refusal?.Key);
        }

        Assert.Equal(
            Refusal.NotFound,
            (await store.Get<CancelTrial>().RunAsync(OtherTeam, new(id, "Motif", 0))).Refusal
        );
    }

    [Theory, OnBothEngines]
    public async Task Of_two_who_record_a_result_at_once_one_is_told(TestEngine engine)
    {
        await using var store = await engine.SupportedStoreAsync();
        var id = await store.DoAsync<PlanTrial, PlanTrial.Request, long>(new(Number, Audience.Agents, On, 30), Team);
        store.GoTo(On);
        var outcomes = await AtOnce.RunAsync(
            store,
            node => node.Get<RecordTrial>().RunAsync(Team, new(id, On, 12, Result, null, 0)),
            node => node.Get<RecordTrial>().RunAsync(Dinsic, new(id, On, 13, Result, null, 0))
        );
        Assert.Single(outcomes, outcome => outcome.Done);
        Assert.Equal(Refusal.Conflict, outcomes.Single(outcome => !outcome.Done).Refusal);
    }

    private static async Task<Outcome<long>> MoveAsync(TestStore store, long id, DateOnly on, string? reason) =>
        await store
            .Get<PlanTrial>()
            .RunAsync(Team, new(Number, Audience.Citizens, on, 30, (id, (await store.TrialAsync(id)).Version), reason));

    private static async Task<Outcome<long>> CancelAsync(TestStore store, long id, string? reason) =>
        await store.Get<CancelTrial>().RunAsync(Team, new(id, reason, (await store.TrialAsync(id)).Version));

    private static async Task<Outcome<long>> RecordAsync(
        TestStore store,
        long id,
        TrialResult result,
        string? reason = null
    ) =>
        await store
            .Get<RecordTrial>()
            .RunAsync(Team, new(id, On.AddDays(14), 12, result, reason, (await store.TrialAsync(id)).Version));
}
