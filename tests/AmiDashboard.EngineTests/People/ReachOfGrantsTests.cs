using AmiDashboard.Applications;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Editions;
using AmiDashboard.Storage.People;

namespace AmiDashboard.People;

/// <summary>An administrator of one edition gives, takes, lists and maps within it, and nothing beyond.</summary>
public sealed class ReachOfGrantsTests
{
    [Theory, OnBothEngines]
    public async Task Of_one_edition_one_gives_within_it_and_nothing_beyond(TestEngine engine)
    {
        await using var store = await TwoEditionsAsync(engine);
        var giver = await store.HolderAsync("first", Profile.Administrator, Perimeter.OfEdition(1));
        var other = await store.ArriveAsync("other");
        foreach (
            var beyond in new[]
            {
                Perimeter.Everything,
                Perimeter.OfEdition(2),
                Perimeter.OfApplications(2001),
                Perimeter.OfApplications(1001, 2001),
            }
        )
        {
            var refusal = await store.GrantAsync(giver, other, Profile.Leadership, beyond);
            Assert.Contains(refusal?.Key, (string?[])["Refusal_BeyondReach", "Refusal_PerimeterUnknown"]);
        }

        Assert.False((await store.NowAsync("other")).HasAnyProfile);
        Assert.Null(await store.GrantAsync(giver, other, Profile.Leadership, Perimeter.OfEdition(1)));
        Assert.Null(await store.GrantAsync(giver, other, Profile.Ministry, Perimeter.OfApplications(1001)));
    }

    [Theory, OnBothEngines]
    public async Task Nobody_gives_themselves_anything(TestEngine engine)
    {
        await using var store = await TwoEditionsAsync(engine);
        foreach (var perimeter in new[] { Perimeter.Everything, Perimeter.OfEdition(1) })
        {
            var giver = await store.HolderAsync($"of {perimeter.Key}", Profile.Administrator, perimeter);
            foreach (var profile in Enum.GetValues<Profile>())
            {
                var wanted = Perimeter.OfApplications(1001);
                Assert.Equal("Refusal_ToOneself", (await store.GrantAsync(giver, giver, profile, wanted))?.Key);
                Assert.Equal(
                    "Refusal_ToOneself",
                    (await store.ProposeAsync(giver, giver, profile, wanted)).Refusal?.Key
                );
            }
        }
    }

    [Theory, OnBothEngines]
    public async Task Of_one_edition_one_withdraws_nothing_beyond_it(TestEngine engine)
    {
        await using var store = await TwoEditionsAsync(engine);
        var giver = await store.HolderAsync("first", Profile.Administrator, Perimeter.OfEdition(1));
        foreach (
            var (perimeter, isWithin) in new[]
            {
                (Perimeter.Everything, false),
                (Perimeter.OfEdition(2), false),
                (Perimeter.OfApplications(2001), false),
                (Perimeter.OfApplications(1001, 2001), false),
                (Perimeter.OfApplications(1001), true),
                (Perimeter.OfEdition(1), true),
            }
        )
        {
            var holder = await store.HolderAsync($"of {perimeter.Key}", Profile.Leadership, perimeter);
            var id = (await PeopleAsync(store, Viewer.Product))
                .Single(person => person.Id == holder.PersonId)
                .Entitlements.Single()
                .Id;
            var outcome = await store.Get<WithdrawEntitlement>().RunAsync(giver, new(holder.PersonId, id));
            Assert.Equal(isWithin ? null : "Refusal_NotFound", outcome.Refusal?.Key);
        }
    }

    [Theory, OnBothEngines]
    public async Task The_list_holds_those_within_reach_and_those_without_any_right(TestEngine engine)
    {
        await using var store = await TwoEditionsAsync(engine);
        var giver = await store.HolderAsync("first", Profile.Administrator, Perimeter.OfEdition(1));
        await store.HolderAsync("everywhere", Profile.Cdc, Perimeter.Everything);
        await store.HolderAsync("second", Profile.Dinsic, Perimeter.OfEdition(2));
        await store.HolderAsync("team", Profile.Ministry, Perimeter.OfApplications(1001));
        var both = await store.HolderAsync("both", Profile.Dinsic, Perimeter.OfEdition(2));
        await store.GrantAsync(Viewer.Product, both, Profile.Ditp, Perimeter.OfEdition(1));
        await store.ArriveAsync("nobody");

        var seen = await PeopleAsync(store, giver);

        Assert.Equal(
            ["Personne both", "Personne first", "Personne nobody", "Personne team"],
            seen.Select(person => person.Name)
        );
        Assert.Equal(
            [Profile.Ditp],
            seen.Single(person => person.Name == "Personne both").Entitlements.Select(held => held.Profile)
        );
        Assert.Equal(6, (await PeopleAsync(store, Viewer.Product)).Count);
    }

    [Theory, OnBothEngines]
    public async Task Somebody_who_is_not_in_the_list_is_given_nothing(TestEngine engine)
    {
        await using var store = await TwoEditionsAsync(engine);
        var giver = await store.HolderAsync("first", Profile.Administrator, Perimeter.OfEdition(1));
        var stranger = await store.HolderAsync("second", Profile.Dinsic, Perimeter.OfEdition(2));
        var refusal = await store.GrantAsync(giver, stranger, Profile.Ditp, Perimeter.OfEdition(1));
        Assert.Equal("Refusal_NotFound", refusal?.Key);
    }

    [Theory, OnBothEngines]
    public async Task The_mapping_of_another_edition_is_neither_seen_nor_changed(TestEngine engine)
    {
        await using var store = await TwoEditionsAsync(engine);
        var mapping = (await store.Get<FieldMappingList>().RunAsync(Viewer.Product, new(2)))[0];
        foreach (
            var reach in new[]
            {
                Perimeter.OfEdition(1),
                Perimeter.OfApplications(2001),
                Perimeter.OfEdition(1).Or(Perimeter.OfApplications(2001)),
            }
        )
        {
            var giver = SampleDossiers.Person(Profile.Administrator, reach);
            Assert.Empty(await store.Get<FieldMappingList>().RunAsync(giver, new(2)));
            var outcome = await store
                .Get<EditMapping>()
                .RunAsync(giver, new(mapping.Id, FieldTarget.None, mapping.Version));
            Assert.Equal("Refusal_NotFound", outcome.Refusal?.Key);
            var edition = await store.Get<RecordEdition>().RunAsync(giver, SampleDossiers.Edition(3));
            Assert.Equal("Refusal_NotFound", edition.Refusal?.Key);
        }

        var own = SampleDossiers.Person(Profile.Administrator, Perimeter.OfEdition(2));
        Assert.NotEmpty(await store.Get<FieldMappingList>().RunAsync(own, new(2)));
    }

    [Theory, OnBothEngines]
    public async Task An_administrator_of_one_edition_does_not_stand_for_the_last_one_of_all(TestEngine engine)
    {
        await using var store = await TwoEditionsAsync(engine);
        var last = await store.ArriveAsync("last", Profile.Administrator);
        await store.HolderAsync("first", Profile.Administrator, Perimeter.OfEdition(1));
        var id = (await PeopleAsync(store, last)).Single(one => one.Id == last.PersonId).Entitlements.Single().Id;
        var outcome = await store.Get<WithdrawEntitlement>().RunAsync(last, new(last.PersonId, id));
        Assert.Equal("Refusal_LastAdministrator", outcome.Refusal?.Key);
    }

    private static Task<IReadOnlyList<Person>> PeopleAsync(TestStore store, Viewer viewer) =>
        store.Get<PersonList>().RunAsync(viewer, new());

    private static async Task<TestStore> TwoEditionsAsync(TestEngine engine)
    {
        var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        await store.RecordEditionAsync(2);
        await store.RecordAsync(1, SampleDossiers.Dossier(1001));
        await store.RecordAsync(2, SampleDossiers.Dossier(2001));
        return store;
    }
}
