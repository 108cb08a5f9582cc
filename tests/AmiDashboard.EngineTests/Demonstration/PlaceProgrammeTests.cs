using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Demonstration;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Demonstration;
using AmiDashboard.Storage.Editions;

namespace AmiDashboard.Demonstration;

public sealed class PlaceProgrammeTests
{
    [Theory, OnBothEngines]
    public async Task An_empty_store_is_filled_with_the_editions(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync(PlacedProgramme.Today);
        var placed = await store.DoAsync<PlaceProgramme, PlaceProgramme.Request, int>(new());
        Assert.Equal(116, placed);
        var first = await ListAsync(store, new ApplicationFilter { Edition = 1 });
        var second = await ListAsync(store, new ApplicationFilter { Edition = 2 });
        var third = await ListAsync(store, new ApplicationFilter { Edition = 3 });
        Assert.Equal((52, 46, 18), (first.Total, second.Total, third.Total));
        Assert.Equal(16, (await ListAsync(store, new() { Edition = 3, Stage = Stage.UnderReview })).Total);
        Assert.Equal(6, (await ListAsync(store, new() { Edition = 1, Stage = Stage.Laureate })).Total);
        Assert.Equal(15, (await ListAsync(store, new() { Edition = 2, Stage = Stage.Laureate })).Total);
    }

    [Theory, OnBothEngines]
    public async Task What_is_stored_is_what_the_programme_says(TestEngine engine)
    {
        await using var store = await PlacedProgramme.CopyAsync(engine);
        foreach (var expected in Programme.Applications)
        {
            var stored = await store
                .Get<ApplicationSheet>()
                .RunAsync(Viewer.Product, new ApplicationSheet.Query(expected.Dossier.Number));
            Assert.NotNull(stored);
            Assert.Equal(expected.Edition, stored.Application.Edition);
            Assert.Equal(expected.Dossier.DepositedAt, stored.Application.DepositedAt);
            Assert.Equal(
                expected.Journey.Select(step => (step.Stage, step.At, step.By, step.Reason)),
                stored
                    .Application.StageChanges.Skip(1)
                    .Select(change => (change.Stage, change.ValidFrom, change.RecordedBy, change.Reason!))
            );
            Assert.Equal(stored.Application.StageChanges[^1].Stage, stored.Application.Stage);
        }
    }

    [Theory, OnBothEngines]
    public async Task A_store_that_has_an_edition_is_left_alone(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync(PlacedProgramme.Today);
        await store.DoAsync<RecordEdition, Core.Editions.Edition, int>(Programme.Editions[0]);
        Assert.Equal(0, await store.DoAsync<PlaceProgramme, PlaceProgramme.Request, int>(new()));
        Assert.Equal(0, (await ListAsync(store, ApplicationFilter.All)).Total);
    }

    [Theory, OnBothEngines]
    public async Task A_programme_of_the_future_is_refused_and_nothing_is_kept(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync(new DateTime(2018, 10, 1, 9, 0, 0, DateTimeKind.Utc));
        var outcome = await store.Get<PlaceProgramme>().RunAsync(Viewer.Product, new());
        Assert.Equal("Refusal_StageInFuture", outcome.Refusal?.Key);
        Assert.Empty(await store.Get<EditionList>().RunAsync(Viewer.Product, new()));
    }

    [Theory, OnBothEngines]
    public async Task A_persona_sees_its_perimeter_of_the_programme(TestEngine engine)
    {
        await using var store = await PlacedProgramme.CopyAsync(engine);
        foreach (var (key, count) in new[] { ("ministry2", 1), ("leadership", 116) })
        {
            var persona = Personas.Find(key)!;
            var viewer = new Viewer(
                1,
                persona.Name,
                [.. persona.Profiles.Select(profile => new HeldProfile(profile, persona.Perimeter))]
            );
            var page = await store.Get<ApplicationList>().RunAsync(viewer, new(ApplicationFilter.All));
            Assert.Equal(count, page.Total);
        }
    }

    private static Task<ApplicationPage> ListAsync(TestStore store, ApplicationFilter filter) =>
        store.Get<ApplicationList>().RunAsync(Viewer.Product, new ApplicationList.Query(filter));
}
