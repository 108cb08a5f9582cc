using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Applications;

namespace AmiDashboard.DemarchesSimplifiees;

public sealed class DeletionTests
{
    [Theory, OnBothEngines]
    public async Task A_dossier_deleted_at_the_source_is_purged_and_only_its_number_stays(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine, 40);
        await bench.RunToTheEndAsync();
        bench.Source.Delete(1010);
        bench.Source.Delete(1011);

        await bench.RunToTheEndAsync();

        Assert.Equal(38, (await bench.MirroredAsync()).Count);
        Assert.Equal(2, (await bench.MirrorAsync()).Purged);
        Assert.Equal(2, (await bench.RunsAsync())[0].Purged);
        Assert.Null(await bench.Get<ApplicationSheet>().RunAsync(Viewer.Product, new(1010)));
        await bench.AssertEqualAsync();
    }

    [Theory, OnBothEngines]
    public async Task A_dossier_in_the_bin_is_hidden_and_comes_back_when_it_is_restored(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine, 40);
        await bench.RunToTheEndAsync();
        bench.Source.Bin(1020);

        await bench.RunToTheEndAsync();
        Assert.Equal(Presence.PendingDeletion, (await bench.MirroredAsync())[1020].Presence);
        Assert.Null(await bench.Get<ApplicationSheet>().RunAsync(Viewer.Product, new(1020)));

        bench.Source.Restore(1020);
        await bench.RunToTheEndAsync(SyncKind.Full);
        Assert.NotNull(await bench.Get<ApplicationSheet>().RunAsync(Viewer.Product, new(1020)));
        await bench.AssertEqualAsync();
    }

    [Theory, OnBothEngines]
    public async Task A_dossier_that_a_full_run_and_both_lists_do_not_show_is_missing_and_not_deleted(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine, 40);
        await bench.RunToTheEndAsync();
        var lost = bench.Source.Dossiers[1030];
        bench.Source.Lose(1030);

        await bench.RunToTheEndAsync();
        Assert.Equal(Presence.Present, (await bench.MirroredAsync())[1030].Presence);

        await bench.RunToTheEndAsync(SyncKind.Full);
        Assert.Equal(Presence.Missing, (await bench.MirroredAsync())[1030].Presence);
        Assert.Equal(1030, Assert.Single((await bench.MirrorAsync()).Missing).Number);
        Assert.Equal(1, (await bench.RunsAsync())[0].Missing);

        bench.Source.Find(lost);
        await bench.RunToTheEndAsync(SyncKind.Full);
        await bench.AssertEqualAsync();
        Assert.Empty((await bench.MirrorAsync()).Missing);
    }

    [Theory, OnBothEngines]
    public async Task Deletion_lists_of_many_pages_are_read_to_their_end(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine, 330);
        await bench.RunToTheEndAsync();
        foreach (var number in bench.Source.Numbers.Take(250))
        {
            bench.Source.Delete(number);
        }

        foreach (var number in bench.Source.Numbers.Take(30))
        {
            bench.Source.Bin(number);
        }

        await bench.RunToTheEndAsync();

        await bench.AssertEqualAsync();
        Assert.Equal((250, 30), ((await bench.MirrorAsync()).Purged, (await bench.MirrorAsync()).Binned));
    }

    [Theory, OnBothEngines]
    public async Task An_old_export_does_not_bring_back_what_the_source_deleted(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine, 5);
        await bench.RunToTheEndAsync();
        var dossier = (await bench.MirroredAsync())[1002].Dossier;
        bench.Source.Delete(1002);
        await bench.RunToTheEndAsync();

        var export = await bench
            .Get<RecordDossiers>()
            .RunAsync(Viewer.Product, new(SyncBench.Edition, [dossier], DossierOrigin.Export));

        Assert.Equal((0, 1), (export.Value!.Added, export.Value.LeftOut));
        await bench.AssertEqualAsync();
    }
}
