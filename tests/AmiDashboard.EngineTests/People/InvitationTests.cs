using AmiDashboard.Applications;
using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage.People;

namespace AmiDashboard.People;

/// <summary>What is kept for somebody before they ever sign in, by a code or by their e-mail.</summary>
public sealed class InvitationTests
{
    private const string Email = "jeanne@example.invalid";

    [Theory, OnBothEngines]
    public async Task A_code_gives_its_profile_to_the_first_who_brings_it_and_to_nobody_after(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        var code = await CodeAsync(store);
        var first = await store.ArriveAsync("first");
        var late = await store.ArriveAsync("late");

        // As it is typed from another screen.
        Assert.Null(await TakeAsync(store, first, $" {code.Replace('-', ' ').ToLowerInvariant().Replace('0', 'o')} "));
        Assert.Equal("Refusal_Code", await TakeAsync(store, late, code));

        var holds = Assert.Single((await store.NowAsync("first")).Profiles);
        Assert.Equal(new HeldProfile(Profile.Administrator, Perimeter.Everything), holds);
        Assert.False((await store.NowAsync("late")).HasAnyProfile);
        var told = Assert.Single(await ListAsync(store, await store.NowAsync("first")));
        Assert.Equal((InvitationState.Taken, "Personne first"), (told.StateAt(store.Now), told.ClosedBy));
    }

    [Theory, OnBothEngines]
    public async Task A_code_that_is_an_hour_old_or_wrong_opens_nothing(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        var code = await CodeAsync(store);
        var person = await store.ArriveAsync("a");
        foreach (var wrong in new[] { null, "", "ZZZZ-ZZZZ-ZZZZ-ZZZZ", code[..^1], new string('x', 5_000) })
        {
            Assert.Equal("Refusal_Code", await TakeAsync(store, person, wrong));
        }

        store.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal("Refusal_Code", await TakeAsync(store, person, code));
        Assert.False((await store.NowAsync("a")).HasAnyProfile);
    }

    [Theory, OnBothEngines]
    public async Task Nobody_who_signs_in_makes_codes_and_the_product_itself_holds_nothing_by_one(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        var administrator = await store.ArriveAsync("a", Profile.Administrator);
        var outcome = await store
            .Get<IssueInvitationCode>()
            .RunAsync(administrator, new(Profile.Dinsic, Perimeter.Everything));
        Assert.Equal(Refusal.NoRight, outcome.Refusal);
        var code = await CodeAsync(store);
        Assert.Equal("Refusal_Code", await TakeAsync(store, Viewer.Product, code));
        var forged = await store.Get<TakeInvitation>().RunAsync(administrator, new(administrator.PersonId, code));
        Assert.Equal("Refusal_Code", forged.Refusal?.Key);
    }

    [Theory, OnBothEngines]
    public async Task Who_is_invited_by_a_verified_e_mail_holds_the_profile_from_their_sign_in(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        var administrator = await store.ArriveAsync("a", Profile.Administrator);
        Assert.Equal(
            2,
            await InviteAsync(store, administrator, Profile.Dinsic, " Jeanne@Example.invalid", "b@example.invalid")
        );

        // Anybody may have written the e-mail that is only shown.
        Assert.False((await SignInAsync(store, "impostor", Email)).HasAnyProfile);
        Assert.Equal([Profile.Dinsic], ProfilesOf(await SignInAsync(store, "jeanne", Email, Email)));
        // It was hers, once.
        Assert.False((await SignInAsync(store, "again", Email, Email)).HasAnyProfile);

        var given = (await store.Get<PersonList>().RunAsync(administrator, new()))
            .Single(person => person.Subject == "jeanne")
            .Entitlements.Single();
        Assert.Equal(administrator.Name, given.GrantedBy);
    }

    [Theory, OnBothEngines]
    public async Task Who_came_before_they_were_invited_gets_it_the_next_time(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        var administrator = await store.ArriveAsync("a", Profile.Administrator);
        Assert.False((await SignInAsync(store, "jeanne", Email, Email)).HasAnyProfile);
        await InviteAsync(store, administrator, Profile.Ditp, Email);
        Assert.Equal([Profile.Ditp], ProfilesOf(await SignInAsync(store, "jeanne", Email, Email)));
    }

    [Theory, OnBothEngines]
    public async Task A_profile_that_two_people_give_is_only_proposed_by_an_invitation(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        var first = await store.ArriveAsync("first", Profile.Administrator);
        var second = await store.ArriveAsync("second", Profile.Administrator);
        await InviteAsync(store, first, Profile.Cdc, Email);
        Assert.False((await SignInAsync(store, "jeanne", Email, Email)).HasAnyProfile);

        var waiting = Assert.Single(
            await store.Get<GuardedGrants>().RunAsync(second, new()),
            one => one.State == GuardedState.Waiting
        );
        Assert.Equal((first.Name, true), (waiting.By, waiting.MayConfirm));
        Assert.True((await store.Get<ConfirmGrant>().RunAsync(second, new(waiting.ProposalId!.Value))).Done);
        Assert.Equal([Profile.Cdc], ProfilesOf(await store.NowAsync("jeanne")));
    }

    [Theory, OnBothEngines]
    public async Task The_only_administrator_invites_the_second_at_once(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        var only = await store.ArriveAsync("only", Profile.Administrator);
        await InviteAsync(store, only, Profile.Administrator, Email);
        Assert.Equal([Profile.Administrator], ProfilesOf(await SignInAsync(store, "jeanne", Email, Email)));
    }

    [Theory, OnBothEngines]
    public async Task What_its_inviter_may_not_give_any_more_or_what_was_withdrawn_or_lapsed_gives_nothing(
        TestEngine engine
    )
    {
        await using var store = await engine.CreateStoreAsync();
        var first = await store.ArriveAsync("first", Profile.Administrator);
        var second = await store.ArriveAsync("second", Profile.Administrator);
        await InviteAsync(store, first, Profile.Dinsic, Email);
        await WithdrawAsync(store, second, first);
        Assert.False((await SignInAsync(store, "jeanne", Email, Email)).HasAnyProfile);

        await InviteAsync(store, second, Profile.Dinsic, Email);
        var one = (await ListAsync(store, second)).First(one => one.StateAt(store.Now) == InvitationState.Open);
        await store.DoAsync<WithdrawInvitation, WithdrawInvitation.Request, int>(new(one.Id), second);
        Assert.False((await SignInAsync(store, "jeanne", Email, Email)).HasAnyProfile);
        var closed = await store.Get<WithdrawInvitation>().RunAsync(second, new(one.Id));
        Assert.Equal("Refusal_InvitationClosed", closed.Refusal?.Key);

        await InviteAsync(store, second, Profile.Dinsic, Email);
        store.Time.Advance(InvitationRules.EmailLifetime);
        Assert.False((await SignInAsync(store, "jeanne", Email, Email)).HasAnyProfile);
        Assert.Contains(await ListAsync(store, second), told => told.StateAt(store.Now) == InvitationState.Lapsed);
    }

    [Theory, OnBothEngines]
    public async Task To_invite_the_same_again_changes_nothing(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        var administrator = await store.ArriveAsync("a", Profile.Administrator);
        Assert.Equal(1, await InviteAsync(store, administrator, Profile.Dinsic, Email));
        Assert.Equal(0, await InviteAsync(store, administrator, Profile.Dinsic, Email, Email));
        Assert.Equal(1, await InviteAsync(store, administrator, Profile.Leadership, Email));
        Assert.Equal(
            [Profile.Dinsic, Profile.Leadership],
            ProfilesOf(await SignInAsync(store, "jeanne", Email, Email)).Order()
        );
    }

    [Theory, OnBothEngines]
    public async Task One_invites_within_what_one_manages_and_sees_nothing_beyond(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        await SampleDossiers.RecordEditionAsync(store, 1);
        await SampleDossiers.RecordEditionAsync(store, 2);
        var all = await store.ArriveAsync("all", Profile.Administrator);
        var ofOne = await store.HolderAsync("one", Profile.Administrator, Perimeter.OfEdition(1));
        await InviteAsync(store, all, Profile.Dinsic, Email);
        Assert.Empty(await ListAsync(store, ofOne));
        var kept = Assert.Single(await ListAsync(store, all));
        Assert.Equal(Refusal.NotFound, (await store.Get<WithdrawInvitation>().RunAsync(ofOne, new(kept.Id))).Refusal);

        await RefusedAsync("Refusal_BeyondReach", Perimeter.Everything, Email);
        await RefusedAsync("Refusal_PerimeterUnknown", Perimeter.OfEdition(2), Email);
        await RefusedAsync("Refusal_PerimeterUnknown", Perimeter.OfEdition(9), Email);
        await RefusedAsync("Refusal_PerimeterShape", Perimeter.Nothing, Email);
        await RefusedAsync("Refusal_InvitedCount", Perimeter.OfEdition(1));
        await RefusedAsync(
            "Refusal_InvitedCount",
            Perimeter.OfEdition(1),
            [.. Enumerable.Range(0, 201).Select(i => $"a{i}@b.fr")]
        );
        await RefusedAsync("Refusal_Email", Perimeter.OfEdition(1), "a@b.fr", "Jeanne Martin");
        Assert.Empty(await ListAsync(store, ofOne));

        async Task RefusedAsync(string key, Perimeter perimeter, params string[] emails)
        {
            var outcome = await store.Get<InvitePeople>().RunAsync(ofOne, new(emails, Profile.Dinsic, perimeter));
            Assert.Equal(key, outcome.Refusal?.Key);
        }
    }

    private static Task<string> CodeAsync(TestStore store) =>
        store.DoAsync<IssueInvitationCode, IssueInvitationCode.Request, string>(
            new(Profile.Administrator, Perimeter.Everything)
        );

    private static async Task<string?> TakeAsync(TestStore store, Viewer person, string? code) =>
        (await store.Get<TakeInvitation>().RunAsync(Viewer.Product, new(person.PersonId, code))).Refusal?.Key;

    private static Task<int> InviteAsync(TestStore store, Viewer by, Profile profile, params string[] emails) =>
        store.DoAsync<InvitePeople, InvitePeople.Request, int>(new(emails, profile, Perimeter.Everything), by);

    private static Task<IReadOnlyList<Invitation>> ListAsync(TestStore store, Viewer viewer) =>
        store.Get<InvitationList>().RunAsync(viewer, new());

    private static Task<Viewer> SignInAsync(TestStore store, string key, string shown, params string[] verified) =>
        store.DoAsync<SignInPerson, SignInPerson.Request, Viewer>(
            new(SamplePeople.Issuer, key, $"Personne {key}", shown, []) { VerifiedEmails = verified }
        );

    private static IEnumerable<Profile> ProfilesOf(Viewer viewer) => viewer.Profiles.Select(held => held.Profile);

    private static async Task WithdrawAsync(TestStore store, Viewer by, Viewer from)
    {
        var held = (await store.Get<PersonList>().RunAsync(by, new())).Single(one => one.Id == from.PersonId);
        await store.DoAsync<WithdrawEntitlement, WithdrawEntitlement.Request, int>(
            new(from.PersonId, held.Entitlements[0].Id),
            by
        );
    }
}
