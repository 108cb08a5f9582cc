using AmiDashboard.Applications;
using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Exchange.DemarchesSimplifiees.Documents;

namespace AmiDashboard.DemarchesSimplifiees;

public sealed class FreshLinkTests
{
    [Theory, OnBothEngines]
    public async Task A_document_is_asked_again_at_each_click(TestEngine engine)
    {
        await using var bench = await FilledAsync(engine);

        var first = await LinkAsync(bench, Viewer.Product, 1002, "Q-lettre");
        var second = await LinkAsync(bench, Viewer.Product, 1002, "Lettre d’engagement");

        Assert.StartsWith(
            $"{bench.Source.BaseUrl}/files/1002/lettre.pdf",
            first.Value!.AbsoluteUri,
            StringComparison.Ordinal
        );
        Assert.NotEqual(first.Value, second.Value);
    }

    [Theory, OnBothEngines]
    public async Task Outside_the_perimeter_nothing_is_asked_and_nothing_is_said(TestEngine engine)
    {
        await using var bench = await FilledAsync(engine);
        var asked = bench.Source.Asked.Count;
        var viewer = SampleDossiers.Person(Profile.Ministry, Perimeter.OfApplications(1001));

        Assert.Equal(Refusal.NotFound, (await LinkAsync(bench, viewer, 1002, "Q-lettre")).Refusal);
        Assert.Equal(Refusal.NotFound, (await LinkAsync(bench, viewer, 9999, "Q-lettre")).Refusal);
        Assert.Equal(asked, bench.Source.Asked.Count);
        Assert.True((await LinkAsync(bench, viewer, 1001, "Q-lettre")).Done);
    }

    [Theory, OnBothEngines]
    public async Task A_document_that_is_not_there_is_refused(TestEngine engine)
    {
        await using var bench = await FilledAsync(engine);

        Assert.Equal(Refusal.NotFound, (await LinkAsync(bench, Viewer.Product, 1002, "Q-autre")).Refusal);
        Assert.Equal(Refusal.NotFound, (await LinkAsync(bench, Viewer.Product, 1002, "Q-lettre", 1)).Refusal);
        Assert.Equal(Refusal.NotFound, (await LinkAsync(bench, Viewer.Product, 1002, "Q-lettre", -1)).Refusal);
        bench.Source.Delete(1002);
        Assert.Equal("Refusal_DocumentGone", (await LinkAsync(bench, Viewer.Product, 1002, "Q-lettre")).Refusal?.Key);
    }

    [Theory, OnBothEngines]
    public async Task A_source_that_does_not_answer_is_told_at_once_and_not_waited_for(TestEngine engine)
    {
        await using var bench = await FilledAsync(engine);
        bench.Source.Fault = _ => Faults.Throttled("60");

        Assert.Equal("Sync_Throttled", (await LinkAsync(bench, Viewer.Product, 1002, "Q-lettre")).Refusal?.Key);
        Assert.Empty(bench.Time.Waits);
    }

    private static async Task<SyncBench> FilledAsync(TestEngine engine)
    {
        var bench = await SyncBench.CreateAsync(engine, 5);
        await bench.RunToTheEndAsync();
        return bench;
    }

    private static Task<Outcome<Uri>> LinkAsync(
        SyncBench bench,
        Viewer viewer,
        int number,
        string field,
        int file = 0
    ) => bench.Get<FreshLink>().RunAsync(viewer, new(number, field, file));
}
