using AmiDashboard.Core;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Prototypes;
using static AmiDashboard.Prototypes.SamplePrototypes;

namespace AmiDashboard.Prototypes;

public sealed class SupportSessionTests
{
    private static readonly DateTime At = new(2018, 12, 10, 9, 0, 0, DateTimeKind.Utc);

    [Theory, OnBothEngines]
    public async Task Each_track_is_kept_by_its_own_body(TestEngine engine)
    {
        await using var store = await engine.SupportedStoreAsync();
        foreach (
            var (track, keeper, other) in new[]
            {
                (SupportTrack.Technical, Dinsic, Ditp),
                (SupportTrack.Strategic, Ditp, Dinsic),
            }
        )
        {
            var request = new PlanSession.Request(Number, track, At, 60, "Coach", "Sujet", null);
            var plan = store.Get<PlanSession>();
            Assert.Equal("Refusal_OtherTrack", (await plan.RunAsync(other, request)).Refusal?.Key);
            Assert.Equal(Refusal.NoRight, (await plan.RunAsync(Team, request)).Refusal);
            var id = (await plan.RunAsync(keeper, request)).Value;
            var moved = request with { Moved = (id, 0), Reason = "Salle prise" };
            Assert.Equal("Refusal_OtherTrack", (await plan.RunAsync(other, moved)).Refusal?.Key);
            Assert.Equal(
                "Refusal_OtherTrack",
                (await store.Get<CancelSession>().RunAsync(other, new(id, "Motif", 0))).Refusal?.Key
            );
            store.Time.Advance(TimeSpan.FromDays(10));
            Assert.Equal(
                "Refusal_OtherTrack",
                (await store.Get<HoldSession>().RunAsync(other, new(id, At, 60, "Coach", "Conclusions", [], 0)))
                    .Refusal
                    ?.Key
            );
            Assert.Equal(0, (await store.SessionAsync(id)).Version);
        }
    }

    [Theory, OnBothEngines]
    public async Task It_is_moved_called_off_planned_again_held_and_held_again(TestEngine engine)
    {
        await using var store = await engine.SupportedStoreAsync();
        var id = await store.PlanSessionAsync(SupportTrack.Technical, At);
        Assert.Equal("Refusal_ReasonMissing", (await MoveAsync(store, id, At.AddDays(1), null)).Refusal?.Key);
        Assert.True((await MoveAsync(store, id, At.AddDays(1), "Salle prise")).Done);
        Assert.Equal("Refusal_ReasonMissing", (await CancelAsync(store, id, "\u0007")).Refusal?.Key);
        Assert.True((await CancelAsync(store, id, "Équipe absente")).Done);
        Assert.Equal("Refusal_SessionNotPlanned", (await CancelAsync(store, id, "Encore")).Refusal?.Key);
        Assert.True((await MoveAsync(store, id, At.AddDays(2), "Équipe revenue")).Done);
        Assert.Equal("Refusal_InFuture", (await HoldAsync(store, id, At.AddDays(2))).Refusal?.Key);
        store.GoTo(At.AddDays(3));
        Assert.Equal("Refusal_Conclusions", (await HoldAsync(store, id, At, "\u0007")).Refusal?.Key);
        Assert.True((await HoldAsync(store, id, At.AddDays(2), "Premières", new GivenAction("A", "B", Start))).Done);
        Assert.True((await HoldAsync(store, id, At.AddDays(2), "Corrigées", new GivenAction("C", "D", Start))).Done);
        Assert.Equal("Refusal_SessionHeld", (await MoveAsync(store, id, At, "Trop tard")).Refusal?.Key);
        Assert.Equal("Refusal_SessionNotPlanned", (await CancelAsync(store, id, "Trop tard")).Refusal?.Key);

        var session = await store.SessionAsync(id);
        Assert.Equal(
            [
                (SessionStep.Planned, At, null),
                (SessionStep.Planned, At.AddDays(1), "Salle prise"),
                (SessionStep.Cancelled, At.AddDays(1), "Équipe absente"),
                (SessionStep.Planned, At.AddDays(2), "Équipe revenue"),
                (SessionStep.Held, At.AddDays(2), null),
                (SessionStep.Held, At.AddDays(2), (string?)null),
            ],
            session.Steps.Select(step => (step.Step, step.StartsAt, step.Reason))
        );
        Assert.Equal((5, "Corrigées"), (session.Version, session.Steps[^1].Conclusions));
        Assert.Equal(["A", "C"], session.Actions.Select(action => action.Text));
    }

    [Theory, OnBothEngines]
    public async Task It_is_planned_whole_or_not_at_all(TestEngine engine)
    {
        await using var store = await engine.SupportedStoreAsync();
        var request = new PlanSession.Request(Number, SupportTrack.Technical, At, 60, "Coach", "Sujet", null);
        foreach (
            var (key, wrong) in new[]
            {
                ("Refusal_SessionMinutes", request with { Minutes = 14 }),
                ("Refusal_SessionMinutes", request with { Minutes = 721 }),
                ("Refusal_Coach", request with { Coach = " \0" }),
                ("Refusal_Topic", request with { Topic = new string('x', 201) }),
                ("Refusal_TextTooLong", request with { Place = new string('x', 201) }),
                ("Refusal_NotFound", request with { Number = Awaiting }),
                ("Refusal_NotFound", request with { Moved = (999, 0), Reason = "Motif" }),
            }
        )
        {
            Assert.Equal(key, (await store.Get<PlanSession>().RunAsync(Dinsic, wrong)).Refusal?.Key);
        }

        Assert.Empty(await store.RowsAsync(context => context.SupportSessions));
    }

    [Theory, OnBothEngines]
    public async Task An_action_is_finished_and_unfinished_by_who_saw_it_last(TestEngine engine)
    {
        await using var store = await engine.SupportedStoreAsync();
        var id = await store.PlanSessionAsync(SupportTrack.Technical, At);
        store.GoTo(At.AddDays(1));
        Assert.Equal(
            "Refusal_Action",
            (await HoldAsync(store, id, At, "Dit", new GivenAction("\u0007", "B", Start))).Refusal?.Key
        );
        Assert.True((await HoldAsync(store, id, At, "Dit", new GivenAction("A", "B", Start))).Done);
        var action = (await store.SessionAsync(id)).Actions.Single().Id;

        Assert.True((await FinishAsync(store, action, true, 0)).Done);
        Assert.Equal(Refusal.Conflict, (await FinishAsync(store, action, false, 0)).Refusal);
        var done = (await store.SessionAsync(id)).Actions.Single();
        Assert.Equal((At.AddDays(1), Team.Name, 1), (done.DoneAt!.Value, done.DoneBy, done.Version));
        Assert.True((await FinishAsync(store, action, false, 1)).Done);
        done = (await store.SessionAsync(id)).Actions.Single();
        Assert.Equal((null, null), (done.DoneAt, done.DoneBy));
        Assert.Equal(Refusal.NotFound, (await FinishAsync(store, 999, true, 0)).Refusal);
        Assert.Equal(
            Refusal.NotFound,
            (await store.Get<FinishAction>().RunAsync(OtherTeam, new(action, true, 2))).Refusal
        );
    }

    [Theory, OnBothEngines]
    public async Task Of_two_who_change_a_session_at_once_one_is_told(TestEngine engine)
    {
        await using var store = await engine.SupportedStoreAsync();
        var id = await store.PlanSessionAsync(SupportTrack.Technical, At);
        var outcomes = await AtOnce.RunAsync(
            store,
            node => node.Get<CancelSession>().RunAsync(Dinsic, new(id, "Absents", 0)),
            node =>
                node.Get<PlanSession>()
                    .RunAsync(
                        Dinsic,
                        new(Number, SupportTrack.Technical, At.AddDays(1), 60, "Coach", "Sujet", null, (id, 0), "Salle")
                    )
        );
        Assert.Single(outcomes, outcome => outcome.Done);
        Assert.Equal(Refusal.Conflict, outcomes.Single(outcome => !outcome.Done).Refusal);
        Assert.Equal(2, (await store.SessionAsync(id)).Steps.Count);
    }

    /// <summary>In the night when clocks change: kept in UTC, shown in Paris.</summary>
    [Theory, OnBothEngines]
    public async Task A_session_in_the_hour_that_is_skipped_or_comes_twice_is_kept_as_one_instant(TestEngine engine)
    {
        await using var store = await engine.SupportedStoreAsync();
        foreach (
            var (typed, utc, shown) in new[]
            {
                (new DateTime(2019, 3, 31, 2, 30, 0), new DateTime(2019, 3, 31, 1, 30, 0), "03:30"),
                (new DateTime(2019, 10, 27, 2, 30, 0), new DateTime(2019, 10, 27, 0, 30, 0), "02:30"),
            }
        )
        {
            var id = await store.PlanSessionAsync(SupportTrack.Technical, ParisTime.ToUtc(typed));
            var kept = (await store.SessionAsync(id)).Steps.Single().StartsAt;
            Assert.Equal((utc, DateTimeKind.Utc), (kept, kept.Kind));
            Assert.Equal(shown, $"{ParisTime.FromUtc(kept):HH:mm}");
        }
    }

    private static async Task<Outcome<long>> MoveAsync(TestStore store, long id, DateTime at, string? reason) =>
        await store
            .Get<PlanSession>()
            .RunAsync(
                Dinsic,
                new(
                    Number,
                    SupportTrack.Technical,
                    at,
                    60,
                    "Coach",
                    "Sujet",
                    null,
                    (id, (await store.SessionAsync(id)).Version),
                    reason
                )
            );

    private static async Task<Outcome<long>> CancelAsync(TestStore store, long id, string reason) =>
        await store.Get<CancelSession>().RunAsync(Dinsic, new(id, reason, (await store.SessionAsync(id)).Version));

    private static async Task<Outcome<long>> HoldAsync(
        TestStore store,
        long id,
        DateTime at,
        string conclusions = "Conclusions",
        params GivenAction[] actions
    ) =>
        await store
            .Get<HoldSession>()
            .RunAsync(
                Dinsic,
                new(id, at, 60, "Coach", conclusions, [.. actions], (await store.SessionAsync(id)).Version)
            );

    private static Task<Outcome<long>> FinishAsync(TestStore store, long action, bool isDone, int version) =>
        store.Get<FinishAction>().RunAsync(Team, new(action, isDone, version));
}
