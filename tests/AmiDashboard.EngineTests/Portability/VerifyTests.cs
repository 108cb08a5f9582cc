using System.Globalization;
using System.Resources;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Portability;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Portability;

public sealed class VerifyTests
{
    private const int Number = 900_001;

    [Theory, OnBothEngines]
    public async Task A_sound_store_has_nothing_to_say(TestEngine engine)
    {
        await using var store = await Backups.FilledAsync(engine, withProgramme: true);

        var result = await new VerifyStore(store.Get<Store>()).RunAsync();

        Assert.Empty(result.Findings.Select(finding => PortabilityTexts.Say(finding)));
        Assert.True(result.Applications > 90 && result.Changes > 2);
        Assert.True(result.Reviews > 200 && result.Sessions > 5);
    }

    [Theory, OnBothEngines]
    public async Task A_stage_that_is_not_the_last_one_is_found(TestEngine engine)
    {
        await using var store = await Backups.FilledAsync(engine);

        await store.SpoilAsync(context =>
            Row(context).ExecuteUpdateAsync(set => set.SetProperty(one => one.Stage, Stage.Laureate))
        );

        Assert.Equal(
            [Stage.Laureate, Stage.Eligible],
            Assert.Single(await store.FindingsAsync("Verify_Stage")).Arguments.Skip(1)
        );
    }

    [Theory, OnBothEngines]
    public async Task An_edition_that_is_not_its_own_is_found(TestEngine engine)
    {
        await using var store = await Backups.FilledAsync(engine);

        await store.SpoilAsync(context =>
            Row(context).ExecuteUpdateAsync(set => set.SetProperty(one => one.Edition, 2))
        );

        Assert.Equal([Number, 2, 1], Assert.Single(await store.FindingsAsync("Verify_Edition")).Arguments);
    }

    [Theory, OnBothEngines]
    public async Task Columns_that_do_not_follow_from_the_dossier_are_found(TestEngine engine)
    {
        await using var store = await Backups.FilledAsync(engine);

        await store.SpoilAsync(context =>
            Row(context)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(one => one.Title, "Autre").SetProperty(one => one.Requested, new Money(1))
                )
        );
        await store.SpoilAsync(context => Row(context).SelectMany(one => one.Techniques).ExecuteDeleteAsync());

        Assert.Equal(
            ["Title", "Requested", "Techniques"],
            (await store.FindingsAsync("Verify_Column")).Select(finding => finding.Arguments[1])
        );
    }

    [Theory, OnBothEngines]
    public async Task A_wrong_digest_and_lost_facts_are_found(TestEngine engine)
    {
        await using var store = await Backups.FilledAsync(engine);

        await store.SpoilAsync(context =>
            Row(context).ExecuteUpdateAsync(set => set.SetProperty(one => one.ContentHash, "0"))
        );
        Assert.Single(await store.FindingsAsync("Verify_Hash"));

        await store.SpoilAsync(context => Row(context).SelectMany(one => one.Revisions).ExecuteDeleteAsync());
        Assert.Single(await store.FindingsAsync("Verify_NoRevision"));

        await store.SpoilAsync(context => Row(context).SelectMany(one => one.StageChanges).ExecuteDeleteAsync());
        Assert.Single(await store.FindingsAsync("Verify_NoStage"));

        await store.SpoilAsync(context => context.Changes.ExecuteDeleteAsync());
        Assert.NotEmpty(await store.FindingsAsync("Verify_NoChangeRecord"));
    }

    [Fact]
    public void Every_sentence_is_there_in_both_languages()
    {
        var texts = new ResourceManager(typeof(PortabilityTexts));
        string[] Keys(string culture) =>
            [
                .. texts
                    .GetResourceSet(CultureInfo.GetCultureInfo(culture), createIfNotExists: true, tryParents: false)!
                    .Cast<System.Collections.DictionaryEntry>()
                    .Select(entry => (string)entry.Key)
                    .Order(StringComparer.Ordinal),
            ];

        Assert.Equal(Keys(""), Keys("en"));
        Assert.Contains("Verify_EmptyChange", Keys("en"));
    }

    private static IQueryable<Application> Row(AmiContext context) =>
        context.Applications.Where(application => application.Number == Number);
}
