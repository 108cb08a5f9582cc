using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Demonstration;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Demonstration;

namespace AmiDashboard.Demonstration;

public sealed class PlaceApplicationsTests
{
    [Theory, OnBothEngines]
    public async Task A_run_that_was_stopped_goes_on_where_it_stood(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync(PlacedProgramme.Today);
        var batches = GeneratedApplications.Of(30, seed: 1).Chunk(10).ToList();
        Assert.Equal(10, await PlaceAsync(store, batches[0]));
        Assert.Equal(0, await PlaceAsync(store, batches[0]));
        Assert.Equal(10, await PlaceAsync(store, batches[1]));
        Assert.Equal(10, await PlaceAsync(store, batches[2]));
        var page = await store.Get<ApplicationList>().RunAsync(Viewer.Product, new(ApplicationFilter.All));
        Assert.Equal(30, page.Total);
        Assert.Equal(
            batches
                .SelectMany(batch => batch)
                .Select(one => one.Journey is [.., var last] ? last.Stage : Stage.Received),
            (await RowsAsync(store)).Select(row => row.Stage)
        );
    }

    [Theory, OnBothEngines]
    public async Task Generated_applications_stand_beside_the_programme(TestEngine engine)
    {
        await using var store = await PlacedProgramme.CopyAsync(engine);
        await PlaceAsync(store, [.. GeneratedApplications.Of(5, seed: 1)]);
        var page = await store.Get<ApplicationList>().RunAsync(Viewer.Product, new(ApplicationFilter.All));
        Assert.Equal(121, page.Total);
    }

    private static Task<int> PlaceAsync(TestStore store, IReadOnlyList<DemonstrationApplication> batch) =>
        store.DoAsync<PlaceApplications, PlaceApplications.Request, int>(new(GeneratedApplications.Edition, batch));

    private static async Task<IReadOnlyList<ApplicationRow>> RowsAsync(TestStore store) =>
        (
            await store
                .Get<ApplicationList>()
                .RunAsync(Viewer.Product, new ApplicationList.Query(ApplicationFilter.All, Size: 100))
        ).Rows;
}
