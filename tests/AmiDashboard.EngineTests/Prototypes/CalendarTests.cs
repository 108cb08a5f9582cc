using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Engines;
using AmiDashboard.Storage;
using AmiDashboard.Storage.People;
using AmiDashboard.Storage.Prototypes;
using static AmiDashboard.Prototypes.SamplePrototypes;

namespace AmiDashboard.Prototypes;

public sealed class CalendarTests
{
    [Theory, OnBothEngines]
    public async Task A_new_key_puts_an_end_to_the_one_before_and_only_its_digest_is_kept(TestEngine engine)
    {
        await using var store = await engine.SupportedStoreAsync();
        var camille = await SignInAsync(store, "camille");
        var other = await SignInAsync(store, "autre");

        var (old, others) = (await IssueAsync(store, camille), await IssueAsync(store, other));
        Assert.Equal(camille.PersonId, (await OwnerAsync(store, old))?.Viewer.PersonId);
        var key = await IssueAsync(store, camille);

        Assert.Null(await OwnerAsync(store, old));
        Assert.Equal(camille.PersonId, (await OwnerAsync(store, key))?.Viewer.PersonId);
        Assert.Equal(other.PersonId, (await OwnerAsync(store, others))?.Viewer.PersonId);
        foreach (var wrong in new[] { "", key[..^1], key.ToUpperInvariant(), key + " ", "' OR 1=1 --" })
        {
            Assert.Null(await OwnerAsync(store, wrong));
        }

        var kept = await store.RowsAsync(context => context.CalendarKeys);
        Assert.Equal(2, kept.Count);
        Assert.DoesNotContain(kept, one => one.Sha256 == key || one.Sha256 == others);
    }

    [Theory, OnBothEngines]
    public async Task A_right_that_is_withdrawn_empties_the_calendar(TestEngine engine)
    {
        await using var store = await engine.SupportedStoreAsync();
        await store.PlanSessionAsync(SupportTrack.Technical, store.Now.AddDays(3));
        var camille = await SignInAsync(store, "camille");
        var key = await IssueAsync(store, camille);
        var owner = (await OwnerAsync(store, key))!.Viewer;
        Assert.Single(await store.Get<SupportCalendar>().RunAsync(owner, new()));

        var administrator = Person(1, Profile.Administrator);
        var entitlement = (await store.Get<PersonList>().RunAsync(administrator, new())).Single().Entitlements.Single();
        await store.DoAsync<WithdrawEntitlement, WithdrawEntitlement.Request, int>(
            new(camille.PersonId, entitlement.Id),
            administrator
        );

        owner = (await OwnerAsync(store, key))!.Viewer;
        Assert.False(owner.Can(Right.SeePrototypes));
        await Assert.ThrowsAsync<AccessDeniedException>(() => store.Get<SupportCalendar>().RunAsync(owner, new()));
    }

    [Theory, OnBothEngines]
    public async Task A_key_sleeps_while_its_owner_has_not_signed_in_for_90_days(TestEngine engine)
    {
        await using var store = await engine.SupportedStoreAsync();
        var key = await IssueAsync(store, await SignInAsync(store, "camille"));

        store.Time.Advance(TimeSpan.FromDays(90) - TimeSpan.FromSeconds(1));
        Assert.False((await OwnerAsync(store, key))!.IsAsleep);
        store.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.True((await OwnerAsync(store, key))!.IsAsleep);
        await SignInAsync(store, "camille");
        Assert.False((await OwnerAsync(store, key))!.IsAsleep);
    }

    [Theory, OnBothEngines]
    public async Task It_shows_the_last_word_on_each_session_of_the_last_year_and_of_all_time_to_come(TestEngine engine)
    {
        await using var store = await engine.SupportedStoreAsync();
        await store.StartAsync(Awaiting);
        var first = await store.PlanSessionAsync(SupportTrack.Technical, store.Now.AddDays(20));
        var second = await store.PlanSessionAsync(SupportTrack.Strategic, store.Now.AddDays(10));
        await store.PlanSessionAsync(SupportTrack.Strategic, store.Now.AddDays(10), Awaiting);
        await store.DoAsync<CancelSession, CancelSession.Request, long>(new(first, "Absents", 0), Dinsic);

        var calendar = await store.Get<SupportCalendar>().RunAsync(Team, new());
        Assert.Equal(
            [(second, SessionStep.Planned, 0), (first, SessionStep.Cancelled, 1)],
            calendar.Select(one => (one.Id, one.Last.Step, one.Sequence))
        );
        Assert.All(calendar, one => Assert.Contains($"{Number}", one.Project, StringComparison.Ordinal));
        Assert.Equal(3, (await store.Get<SupportCalendar>().RunAsync(Dinsic, new())).Count);
        Assert.Empty(await store.Get<SupportCalendar>().RunAsync(Team, new(Awaiting)));
        store.Time.Advance(TimeSpan.FromDays(380));
        Assert.Equal([first], (await store.Get<SupportCalendar>().RunAsync(Team, new())).Select(one => one.Id));
    }

    private static Task<Viewer> SignInAsync(TestStore store, string subject) =>
        store.DoAsync<SignInPerson, SignInPerson.Request, Viewer>(
            new("https://issuer.invalid", subject, subject, null, [new(Profile.Ministry, [Number])])
        );

    private static Task<string> IssueAsync(TestStore store, Viewer viewer) =>
        store.DoAsync<IssueCalendarKey, IssueCalendarKey.Request, string>(new(), viewer);

    private static Task<CalendarOwner?> OwnerAsync(TestStore store, string key) =>
        store.Get<FindCalendarOwner>().RunAsync(Viewer.Product, new(key));
}
