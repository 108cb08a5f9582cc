using AmiDashboard.Applications;
using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage.People;

namespace AmiDashboard.People;

public sealed class EntitlementTests
{
    private static readonly Viewer Administrator = SampleDossiers.Person(Profile.Administrator) with { PersonId = 900 };

    [Theory, OnBothEngines]
    public async Task Roles_of_the_token_count_at_the_first_sign_in_only(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        var first = await SignInAsync(store, "a", Profile.Dinsic);
        var second = await SignInAsync(store, "a", Profile.Administrator);

        Assert.Equal([Profile.Dinsic], first.Profiles.Select(held => held.Profile));
        Assert.Equal([Profile.Dinsic], second.Profiles.Select(held => held.Profile));
    }

    [Theory, OnBothEngines]
    public async Task A_role_that_comes_later_counts_as_long_as_nobody_managed_the_person(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        Assert.False((await SignInAsync(store, "a")).HasAnyProfile);
        var viewer = await SignInAsync(store, "a", Profile.Cdc);
        Assert.True(viewer.Can(Right.SeeFigures));

        await WithdrawAllAsync(store, viewer.PersonId);
        Assert.False((await SignInAsync(store, "a", Profile.Cdc)).HasAnyProfile);
    }

    [Theory, OnBothEngines]
    public async Task The_same_subject_of_another_issuer_is_somebody_else(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        await SignInAsync(store, "a", Profile.Dinsic);

        Assert.Null(await store.Get<FindViewer>().RunAsync(Viewer.Product, new("https://other.example", "a")));
    }

    [Theory, OnBothEngines]
    public async Task Reviewers_and_ministries_start_with_no_application(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        var viewer = await SignInAsync(store, "a", Profile.Reviewer, Profile.Ministry);
        Assert.True(viewer.PerimeterOf(Right.SeeApplications).IsNothing);
    }

    [Theory, OnBothEngines]
    public async Task Granting_and_withdrawing_leave_dated_signed_rows(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        await store.RecordAsync(1, SampleDossiers.Dossier(1001));
        var person = (await SignInAsync(store, "a")).PersonId;

        var id = await store.DoAsync<GrantEntitlement, GrantEntitlement.Request, int>(
            new(person, Profile.Ministry, Perimeter.OfApplications(1001)),
            Administrator
        );
        var viewer = await store.Get<FindViewer>().RunAsync(Viewer.Product, new("https://issuer.example", "a"));
        Assert.Equal(Perimeter.OfApplications(1001), viewer!.PerimeterOf(Right.SeeApplications));

        await store.DoAsync<WithdrawEntitlement, WithdrawEntitlement.Request, int>(new(person, id), Administrator);
        var kept = (await store.Get<PersonList>().RunAsync(Administrator, new())).Single().Entitlements.Single();
        Assert.Equal(
            ("Administrator", "Administrator", store.Now),
            (kept.GrantedBy, kept.WithdrawnBy, kept.WithdrawnAt)
        );
    }

    [Theory, OnBothEngines]
    public async Task A_perimeter_that_reaches_nothing_known_is_refused(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        var person = (await SignInAsync(store, "a")).PersonId;
        async Task RefusedAsync(string key, Perimeter perimeter)
        {
            var outcome = await store
                .Get<GrantEntitlement>()
                .RunAsync(Administrator, new(person, Profile.Cdc, perimeter));
            Assert.Equal(key, outcome.Refusal?.Key);
        }

        await RefusedAsync("Refusal_PerimeterShape", Perimeter.Nothing);
        await RefusedAsync("Refusal_PerimeterUnknown", Perimeter.OfApplications(4321));
        await RefusedAsync("Refusal_PerimeterUnknown", Perimeter.OfEdition(9));
        // It becomes part of every query of that person.
        await RefusedAsync("Refusal_PerimeterUnknown", Perimeter.OfApplications(Enumerable.Range(1, 200)));
        await RefusedAsync("Refusal_PerimeterTooMany", Perimeter.OfApplications(Enumerable.Range(1, 201)));
    }

    [Theory, OnBothEngines]
    public async Task The_last_administrator_cannot_be_taken_away(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        var person = (await SignInAsync(store, "a", Profile.Administrator)).PersonId;
        var id = (await store.Get<PersonList>().RunAsync(Administrator, new())).Single().Entitlements.Single().Id;

        var outcome = await store.Get<WithdrawEntitlement>().RunAsync(Administrator, new(person, id));

        Assert.Equal("Refusal_LastAdministrator", outcome.Refusal?.Key);
    }

    [Theory, OnBothEngines]
    public async Task Only_who_manages_people_may_grant_and_withdraw(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        foreach (var profile in Enum.GetValues<Profile>().Where(profile => profile != Profile.Administrator))
        {
            var viewer = SampleDossiers.Person(profile);
            var granted = await store
                .Get<GrantEntitlement>()
                .RunAsync(viewer, new(1, Profile.Administrator, Perimeter.Everything));
            var withdrawn = await store.Get<WithdrawEntitlement>().RunAsync(viewer, new(1, 1));
            Assert.Equal((Refusal.NoRight, Refusal.NoRight), (granted.Refusal, withdrawn.Refusal));
        }
    }

    private static async Task<Viewer> SignInAsync(TestStore store, string subject, params Profile[] roles) =>
        await store.DoAsync<SignInPerson, SignInPerson.Request, Viewer>(
            new(
                "https://issuer.example",
                subject,
                "Camille Exemple",
                null,
                [.. roles.Select(role => new SignInPerson.ClaimedProfile(role))]
            )
        );

    private static async Task WithdrawAllAsync(TestStore store, int person)
    {
        foreach (
            var held in (await store.Get<PersonList>().RunAsync(Administrator, new()))
                .Single(one => one.Id == person)
                .Entitlements
        )
        {
            await store.DoAsync<WithdrawEntitlement, WithdrawEntitlement.Request, int>(
                new(person, held.Id),
                Administrator
            );
        }
    }
}
