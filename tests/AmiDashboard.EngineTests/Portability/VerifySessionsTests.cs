using AmiDashboard.Applications;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Scores;
using AmiDashboard.Engines;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Portability;
using Microsoft.EntityFrameworkCore;
using static AmiDashboard.Portability.DamagedStore;

namespace AmiDashboard.Portability;

public sealed class VerifySessionsTests
{
    [Theory, OnBothEngines]
    public async Task Sessions_that_were_held_are_sound_and_stay_so_when_stages_move_on(TestEngine engine)
    {
        await using var store = await DecidedAsync(engine);
        await AssertSoundAsync(store, sessions: 4);

        await store.MoveAsync(Laureate, Stage.Withdrawn);
        await store.MoveAsync(Reserve, Stage.Laureate);
        await AssertSoundAsync(store, sessions: 4);

        await store.SpoilAsync(context =>
            context.Applications.Where(one => one.Number == Laureate).ExecuteDeleteAsync()
        );
        Assert.Empty(await store.FindingsAsync("Verify_SessionStage"));
    }

    [Theory, OnBothEngines]
    public async Task A_frozen_basis_that_was_touched_is_found_by_its_fingerprint(TestEngine engine)
    {
        await using var store = await DecidedAsync(engine);
        var session = await FindAsync(store);
        var touched = session.Basis with { Places = session.Basis.Places + 1 };

        await store.SpoilAsync(context =>
            Sgpi(context).ExecuteUpdateAsync(set => set.SetProperty(one => one.Basis, touched))
        );

        Assert.Equal(
            [session.Id, DecidingBody.Sgpi, 1],
            Assert.Single(await store.FindingsAsync("Verify_Fingerprint")).Arguments
        );
    }

    [Theory, OnBothEngines]
    public async Task A_session_whose_end_is_not_that_of_its_state_is_found(TestEngine engine)
    {
        await using var store = await DecidedAsync(engine);
        async Task FoundAsync(SessionState state)
        {
            await store.SpoilAsync(context =>
                Sgpi(context).ExecuteUpdateAsync(set => set.SetProperty(one => one.State, state))
            );
            Assert.Equal(state, Assert.Single(await store.FindingsAsync("Verify_SessionEnd")).Arguments[3]);
        }

        await FoundAsync(SessionState.Open);
        await FoundAsync(SessionState.Cancelled);
        await store.SpoilAsync(context =>
            Sgpi(context).ExecuteUpdateAsync(set => set.SetProperty(one => one.EndedBy, (string?)null))
        );
        await FoundAsync(SessionState.Closed);
    }

    [Theory, OnBothEngines]
    public async Task A_closed_session_without_its_quorum_a_decision_or_an_amount_is_found(TestEngine engine)
    {
        await using var store = await DecidedAsync(engine);
        async Task FoundAsync(Func<AmiContext, Task<int>> spoil)
        {
            await store.SpoilAsync(spoil);
            Assert.NotEmpty(await store.FindingsAsync("Verify_SessionClosing"));
        }

        await FoundAsync(context => Present(context, isPresent: false));
        await store.SpoilAsync(context => Present(context, isPresent: true));
        Assert.Empty(await store.FindingsAsync("Verify_SessionClosing"));
        await FoundAsync(context =>
            Decisions(context, Laureate).ExecuteUpdateAsync(set => set.SetProperty(one => one.Amount, (Money?)null))
        );
        await FoundAsync(context => Decisions(context, Laureate).ExecuteDeleteAsync());
    }

    [Theory, OnBothEngines]
    public async Task A_decision_of_what_was_not_heard_and_amounts_that_none_may_have_are_found(TestEngine engine)
    {
        await using var store = await DecidedAsync(engine);

        await store.SpoilAsync(context => SetAmount(Decisions(context, Reserve), 1));
        Assert.Equal(
            [Reserve, Verdict.ReserveList],
            Assert.Single(await store.FindingsAsync("Verify_AmountOfNoLaureate")).Arguments.Skip(3)
        );
        await store.SpoilAsync(context => SetAmount(Decisions(context, Laureate), 0));
        Assert.Equal(Laureate, Assert.Single(await store.FindingsAsync("Verify_AmountNotPositive")).Arguments[3]);
        await store.SpoilAsync(context =>
            Decisions(context, Laureate).ExecuteUpdateAsync(set => set.SetProperty(one => one.Number, 1003))
        );
        Assert.Equal(1003, Assert.Single(await store.FindingsAsync("Verify_DecisionUnheard")).Arguments[3]);
        Assert.Equal("Decision", Assert.Single(await store.FindingsAsync("Verify_Repeated")).Arguments[0]);
    }

    [Theory, OnBothEngines]
    public async Task A_decision_that_its_stages_do_not_follow_is_found(TestEngine engine)
    {
        await using var store = await DecidedAsync(engine);
        async Task FoundAsync(int number, Verdict verdict) =>
            Assert.Equal(
                [(await FindAsync(store)).Id, DecidingBody.Sgpi, 1, number, verdict],
                Assert.Single(await store.FindingsAsync("Verify_SessionStage")).Arguments
            );

        await store.SpoilAsync(context => SetVerdict(context, Reserve, Verdict.NotSelected));
        await FoundAsync(Reserve, Verdict.NotSelected);

        await store.SpoilAsync(context => SetVerdict(context, Reserve, Verdict.ReserveList));
        Assert.Empty(await store.FindingsAsync("Verify_SessionStage"));
        await store.SpoilAsync(context =>
            context.Set<StageChange>().Where(one => one.Stage == Stage.Laureate).ExecuteDeleteAsync()
        );
        await FoundAsync(Laureate, Verdict.Laureate);
    }

    private static async Task AssertSoundAsync(TestStore store, int sessions)
    {
        var result = await new VerifyStore(store.Get<Store>()).RunAsync();
        Assert.Empty(result.Findings.Select(PortabilityTexts.Say));
        Assert.Equal(sessions, result.Sessions);
    }

    private static IQueryable<Session> Sgpi(AmiContext context) =>
        context.Sessions.Where(session => session.Body == DecidingBody.Sgpi);

    private static IQueryable<Decision> Decisions(AmiContext context, int number)
    {
        var sessions = Sgpi(context).Select(session => session.Id);
        return context.Set<Decision>().Where(one => one.Number == number && sessions.Contains(one.SessionId));
    }

    private static Task<int> SetAmount(IQueryable<Decision> decisions, long cents)
    {
        var amount = (Money?)new Money(cents);
        return decisions.ExecuteUpdateAsync(set => set.SetProperty(one => one.Amount, amount));
    }

    private static Task<int> SetVerdict(AmiContext context, int number, Verdict verdict) =>
        Decisions(context, number).ExecuteUpdateAsync(set => set.SetProperty(one => one.Verdict, verdict));

    private static Task<int> Present(AmiContext context, bool isPresent) =>
        context
            .Set<SessionMember>()
            .Where(member => member.Name != "Absente")
            .ExecuteUpdateAsync(set => set.SetProperty(member => member.IsPresent, isPresent));

    private static async Task<Session> FindAsync(TestStore store)
    {
        await using var context = store.Get<Store>().Read(Core.People.Viewer.Product, Core.People.Right.None);
        return await Sgpi(context).SingleAsync();
    }
}
