using AmiDashboard.Applications;
using AmiDashboard.Core;
using AmiDashboard.Core.Editions;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Scores;
using AmiDashboard.Storage.Editions;

namespace AmiDashboard.Editions;

public sealed class EditionTests
{
    [Theory, OnBothEngines]
    public async Task An_edition_is_added_once_and_changed_by_who_saw_it_last(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        var (record, change) = (store.Get<RecordEdition>(), store.Get<ChangeEdition>());
        var administrator = SampleDossiers.Person(Profile.Administrator);
        Assert.Equal(3, (await record.RunAsync(administrator, Edition(" Édition de 2027 "))).Value);
        Assert.Equal("Refusal_EditionTaken", (await record.RunAsync(administrator, Edition("Autre"))).Refusal?.Key);

        var seen = await SeenAsync(store);
        Assert.Equal("Édition de 2027", seen.Name);
        var later = Edition("Édition de 2027", days: 10, seen.Version);
        Assert.True((await change.RunAsync(administrator, later)).Done);
        Assert.Equal(Refusal.Conflict, (await change.RunAsync(administrator, later)).Refusal);
        Assert.Equal(later.Deadline, (await SeenAsync(store)).Deadline);
    }

    [Theory, OnBothEngines]
    public async Task What_the_rules_refuse_is_kept_by_neither_way(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        var administrator = SampleDossiers.Person(Profile.Administrator);
        var wrong = Edition("Édition", days: -60);
        Assert.Equal(
            "Refusal_DeadlineBeforeOpening",
            (await store.Get<RecordEdition>().RunAsync(administrator, wrong)).Refusal?.Key
        );
        Assert.Empty(await store.Get<EditionList>().RunAsync(Viewer.Product, new()));

        await store.Get<RecordEdition>().RunAsync(administrator, Edition("Édition"));
        wrong.Version = (await SeenAsync(store)).Version;
        Assert.Equal(
            "Refusal_DeadlineBeforeOpening",
            (await store.Get<ChangeEdition>().RunAsync(administrator, wrong)).Refusal?.Key
        );
    }

    [Theory, OnBothEngines]
    public async Task Whoever_keeps_one_edition_keeps_no_other(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        var ofAnother = SampleDossiers.Person(Profile.Administrator, Perimeter.OfEdition(1));
        Assert.Equal(
            Refusal.NotFound,
            (await store.Get<RecordEdition>().RunAsync(ofAnother, Edition("Édition"))).Refusal
        );
        await store.Get<RecordEdition>().RunAsync(Viewer.Product, Edition("Édition"));
        Assert.Equal(
            Refusal.NotFound,
            (await store.Get<ChangeEdition>().RunAsync(ofAnother, Edition("Autre"))).Refusal
        );
        Assert.Empty(await store.Get<EditionSetups>().RunAsync(ofAnother, new()));
    }

    [Theory, OnBothEngines]
    public async Task A_setup_says_what_an_edition_has_and_what_it_lacks(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        await store.Get<RecordEdition>().RunAsync(Viewer.Product, Edition("Édition"));
        var bare = Assert.Single(await store.Get<EditionSetups>().RunAsync(Viewer.Product, new()));
        Assert.Equal((false, false, 0, 0, 0), Counts(bare));

        await using var reviewed = await engine.ScoringStoreAsync(1001, 1002);
        await reviewed.EnlistAsync(1);
        var filled = Assert.Single(await reviewed.Get<EditionSetups>().RunAsync(Viewer.Product, new()));
        Assert.True(filled is { HasGrid: true, HasTemplate: false, Questions: > 0, Reviewers: 1, Applications: 2 });
    }

    private static (bool, bool, int, int, int) Counts(EditionSetup setup) =>
        (setup.HasGrid, setup.HasTemplate, setup.Questions, setup.Reviewers, setup.Applications);

    private static async Task<Edition> SeenAsync(TestStore store) =>
        Assert.Single(await store.Get<EditionList>().RunAsync(Viewer.Product, new()));

    private static Edition Edition(string name, int days = 0, int version = 0) =>
        new()
        {
            Number = 3,
            Name = name,
            OpensAt = new DateTime(2027, 1, 15, 8, 0, 0, DateTimeKind.Utc),
            Deadline = new DateTime(2027, 3, 1, 22, 59, 59, DateTimeKind.Utc).AddDays(days),
            Version = version,
        };
}
