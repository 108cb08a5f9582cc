using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage.People;

namespace AmiDashboard.People;

/// <summary>What opens a door to money or to other rights is proposed by one administrator and confirmed by another.</summary>
public sealed class SecondPersonTests
{
    private static readonly Profile[] Guarded = [Profile.Administrator, Profile.Cdc, Profile.Sgpi];

    [Theory, OnBothEngines]
    public async Task Where_a_second_administrator_is_there_one_alone_gives_none_of_those_profiles(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        var (first, second, other) = await ThreeAsync(store);
        foreach (var profile in Guarded)
        {
            var refusal = await store.GrantAsync(first, other, profile, Perimeter.Everything);
            Assert.Equal(GrantEntitlement.Needed.Key, refusal?.Key);
            var proposed = await store.ProposeAsync(first, other, profile, Perimeter.Everything);
            Assert.True(proposed.Done);
            Assert.DoesNotContain((await store.NowAsync("other")).Profiles, held => held.Profile == profile);

            var confirmed = await store.Get<ConfirmGrant>().RunAsync(second, new(proposed.Value));
            Assert.True(confirmed.Done, confirmed.Refusal?.Key);
            Assert.Contains((await store.NowAsync("other")).Profiles, held => held.Profile == profile);
        }

        var kept = (await store.Get<PersonList>().RunAsync(first, new()))
            .Single(person => person.Id == other.PersonId)
            .Entitlements;
        Assert.All(kept, held => Assert.Equal((first.Name, second.Name), (held.GrantedBy, held.ConfirmedBy)));
    }

    [Theory, OnBothEngines]
    public async Task Profiles_that_open_no_such_door_are_given_at_once(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        var (first, _, other) = await ThreeAsync(store);
        foreach (var profile in Enum.GetValues<Profile>().Except(Guarded))
        {
            Assert.Null(await store.GrantAsync(first, other, profile, Perimeter.Everything));
            var proposed = await store.ProposeAsync(first, other, profile, Perimeter.Everything);
            Assert.NotNull(proposed.Refusal);
        }
    }

    [Theory, OnBothEngines]
    public async Task Neither_who_proposed_nor_who_would_get_it_confirms(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        var (first, second, _) = await ThreeAsync(store);
        var proposed = await store.ProposeAsync(first, second, Profile.Cdc, Perimeter.Everything);
        Assert.Equal("Refusal_OwnProposal", await ConfirmAsync(store, first, proposed.Value));
        Assert.Equal("Refusal_ToOneself", await ConfirmAsync(store, second, proposed.Value));
        var third = await store.HolderAsync("third", Profile.Administrator, Perimeter.Everything);
        Assert.Null(await ConfirmAsync(store, third, proposed.Value));
        Assert.Equal("Refusal_ProposalClosed", await ConfirmAsync(store, third, proposed.Value));
    }

    [Theory, OnBothEngines]
    public async Task An_administrator_of_less_neither_confirms_nor_sees_it_nor_stands_for_a_second_one(
        TestEngine engine
    )
    {
        await using var store = await engine.CreateStoreAsync();
        await Applications.SampleDossiers.RecordEditionAsync(store, 1);
        var (first, second, other) = await ThreeAsync(store);
        var ofOne = await store.HolderAsync("one", Profile.Administrator, Perimeter.OfEdition(1));
        var proposed = await store.ProposeAsync(first, other, Profile.Cdc, Perimeter.Everything);
        Assert.Equal("Refusal_NotFound", await ConfirmAsync(store, ofOne, proposed.Value));
        var taken = await store.Get<TakeBackProposal>().RunAsync(ofOne, new(proposed.Value));
        Assert.Equal("Refusal_NotFound", taken.Refusal?.Key);
        Assert.DoesNotContain(await ToldAsync(store, ofOne), one => one.Perimeter.IsEverything);
        Assert.Contains(
            await ToldAsync(store, second),
            one => one is { State: GuardedState.Waiting, MayConfirm: true }
        );
        Assert.Contains(
            await ToldAsync(store, first),
            one => one is { State: GuardedState.Waiting, MayConfirm: false }
        );
    }

    [Theory, OnBothEngines]
    public async Task What_is_taken_back_refused_or_lapsed_gives_nothing_and_stays_told(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        var (first, second, other) = await ThreeAsync(store);
        var own = await store.ProposeAsync(first, other, Profile.Cdc, Perimeter.Everything);
        Assert.Equal("Refusal_AlreadyProposed", (await AgainAsync()).Refusal?.Key);
        Assert.True((await store.Get<TakeBackProposal>().RunAsync(first, new(own.Value))).Done);
        var refused = await AgainAsync();
        Assert.True((await store.Get<TakeBackProposal>().RunAsync(second, new(refused.Value))).Done);
        var late = await AgainAsync();
        store.Time.Advance(TimeSpan.FromDays(14));
        Assert.Equal("Refusal_ProposalLapsed", await ConfirmAsync(store, second, late.Value));
        Assert.Equal("Refusal_ProposalClosed", await ConfirmAsync(store, second, refused.Value));

        Assert.False((await store.NowAsync("other")).HasAnyProfile);
        Assert.Equal(
            [GuardedState.Lapsed, GuardedState.TakenBack, GuardedState.TakenBack],
            (await ToldAsync(store, second))
                .Where(one => one.Profile == Profile.Cdc)
                .Select(one => one.State)
                .Order()
                .Reverse()
        );
        Assert.True((await AgainAsync()).Done);

        Task<Core.Outcome<int>> AgainAsync() => store.ProposeAsync(first, other, Profile.Cdc, Perimeter.Everything);
    }

    [Theory, OnBothEngines]
    public async Task What_somebody_proposed_before_losing_their_right_is_not_given_by_it(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        var (first, second, other) = await ThreeAsync(store);
        var proposed = await store.ProposeAsync(first, other, Profile.Administrator, Perimeter.Everything);
        await WithdrawAsync(store, second, first);
        Assert.Equal("Refusal_ProposerLostRight", await ConfirmAsync(store, second, proposed.Value));
    }

    [Theory, OnBothEngines]
    public async Task The_only_administrator_appoints_the_second_alone_and_all_are_told(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        var only = await store.ArriveAsync("only", Profile.Administrator);
        var other = await store.ArriveAsync("other");
        Assert.Null(await store.GrantAsync(only, other, Profile.Administrator, Perimeter.Everything));
        Assert.Contains(
            await ToldAsync(store, await store.NowAsync("other")),
            one => one is { State: GuardedState.Alone, Profile: Profile.Administrator, By: "Personne only" }
        );
    }

    [Theory, OnBothEngines]
    public async Task Who_has_just_removed_the_second_administrator_does_not_act_alone_for_that(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        var (first, second, other) = await ThreeAsync(store);
        await WithdrawAsync(store, first, second);
        var refusal = await store.GrantAsync(first, other, Profile.Cdc, Perimeter.Everything);
        Assert.Equal("Refusal_AloneTooRecently", refusal?.Key);
        store.Time.Advance(TimeSpan.FromDays(14));
        Assert.Null(await store.GrantAsync(first, other, Profile.Cdc, Perimeter.Everything));
        Assert.Contains(await ToldAsync(store, first), one => one.State == GuardedState.Withdrawn);
    }

    private static async Task<string?> ConfirmAsync(TestStore store, Viewer viewer, int proposal) =>
        (await store.Get<ConfirmGrant>().RunAsync(viewer, new(proposal))).Refusal?.Key;

    private static Task<IReadOnlyList<GuardedGrant>> ToldAsync(TestStore store, Viewer viewer) =>
        store.Get<GuardedGrants>().RunAsync(viewer, new());

    private static async Task WithdrawAsync(TestStore store, Viewer by, Viewer from)
    {
        var held = (await store.Get<PersonList>().RunAsync(by, new())).Single(one => one.Id == from.PersonId);
        await store.DoAsync<WithdrawEntitlement, WithdrawEntitlement.Request, int>(
            new(from.PersonId, held.Entitlements[0].Id),
            by
        );
    }

    /// <summary>Two administrators of everything, and somebody without any right.</summary>
    private static async Task<(Viewer First, Viewer Second, Viewer Other)> ThreeAsync(TestStore store) =>
        (
            await store.ArriveAsync("first", Profile.Administrator),
            await store.ArriveAsync("second", Profile.Administrator),
            await store.ArriveAsync("other")
        );
}
