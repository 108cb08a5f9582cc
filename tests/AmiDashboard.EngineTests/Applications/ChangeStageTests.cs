using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Applications;

namespace AmiDashboard.Applications;

public sealed class ChangeStageTests
{
    [Theory, OnBothEngines]
    public async Task A_change_adds_a_dated_signed_row_and_leaves_the_older_ones(TestEngine engine)
    {
        await using var store = await StartedAsync(engine);
        var at = store.Now.AddDays(-2);
        await store.DoAsync<ChangeStage, ChangeStage.Request, int>(
            new(1001, Stage.Eligible, " Forme juridique vérifiée ", 0, at),
            SampleDossiers.Person(Profile.Dinsic)
        );

        var application = (await store.SheetAsync(1001))!.Application;
        Assert.Equal((Stage.Eligible, at), (application.Stage, application.StageSince));
        Assert.Equal([Stage.Received, Stage.Eligible], application.StageChanges.Select(change => change.Stage));
        var change = application.StageChanges[1];
        Assert.Equal(
            ("Dinsic", "Forme juridique vérifiée", store.Now),
            (change.RecordedBy, change.Reason, change.RecordedAt)
        );
    }

    [Theory, OnBothEngines]
    public async Task Refusals_say_why_and_write_nothing(TestEngine engine)
    {
        await using var store = await StartedAsync(engine);
        var dinsic = SampleDossiers.Person(Profile.Dinsic);
        async Task RefusedAsync(string key, ChangeStage.Request request, Viewer? viewer = null)
        {
            var outcome = await store.Get<ChangeStage>().RunAsync(viewer ?? dinsic, request);
            Assert.Equal(key, outcome.Refusal?.Key);
        }

        await RefusedAsync("Refusal_ReasonMissing", new(1001, Stage.Eligible, " ", 0));
        await RefusedAsync("Refusal_ReasonTooLong", new(1001, Stage.Eligible, new string('x', 2001), 0));
        await RefusedAsync("Refusal_StageOrder", new(1001, Stage.Laureate, "Trop tôt", 0));
        await RefusedAsync("Refusal_StageInFuture", new(1001, Stage.Eligible, "Demain", 0, store.Now.AddDays(1)));
        await RefusedAsync(
            "Refusal_StageBeforeLast",
            new(1001, Stage.Eligible, "Avant", 0, SampleDossiers.Opening.AddDays(-1))
        );
        await RefusedAsync(Refusal.NotFound.Key, new(9999, Stage.Eligible, "Inconnue", 0));
        await RefusedAsync(Refusal.Conflict.Key, new(1001, Stage.Eligible, "Vue trop ancienne", 5));
        foreach (
            var profile in new[]
            {
                Profile.Sgpi,
                Profile.Cdc,
                Profile.Leadership,
                Profile.Reviewer,
                Profile.Ministry,
                Profile.Administrator,
            }
        )
        {
            await RefusedAsync(
                Refusal.NoRight.Key,
                new(1001, Stage.Eligible, "Motif", 0),
                SampleDossiers.Person(profile)
            );
        }

        var outside = SampleDossiers.Person(Profile.Dinsic, Perimeter.OfApplications(1002));
        await RefusedAsync(Refusal.NotFound.Key, new(1001, Stage.Eligible, "Hors périmètre", 0), outside);

        Assert.Single((await store.SheetAsync(1001))!.Application.StageChanges);
    }

    [Theory, OnBothEngines]
    public async Task Of_two_people_who_decide_at_once_one_wins_and_the_other_is_told(TestEngine engine)
    {
        await using var store = await StartedAsync(engine);

        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(number =>
                    Task.Run(() =>
                        store
                            .Get<ChangeStage>()
                            .RunAsync(
                                SampleDossiers.Person(Profile.Dinsic),
                                new(1001, number % 2 == 0 ? Stage.Eligible : Stage.Ineligible, $"Avis {number}", 0)
                            )
                    )
                )
        );

        Assert.Single(outcomes, outcome => outcome.Done);
        Assert.All(
            outcomes.Where(outcome => !outcome.Done),
            outcome => Assert.Equal(Refusal.Conflict, outcome.Refusal)
        );
        Assert.Equal(2, (await store.SheetAsync(1001))!.Application.StageChanges.Count);
    }

    private static async Task<TestStore> StartedAsync(TestEngine engine)
    {
        var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        await store.RecordAsync(1, SampleDossiers.Dossier(1001), SampleDossiers.Dossier(1002));
        return store;
    }
}
