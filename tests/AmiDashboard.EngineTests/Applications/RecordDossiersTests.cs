using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Applications;

namespace AmiDashboard.Applications;

public sealed class RecordDossiersTests
{
    [Theory, OnBothEngines]
    public async Task A_new_dossier_becomes_an_application_received_on_the_day_of_its_deposit(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        var dossier = SampleDossiers.Dossier(1001);

        Assert.Equal(new RecordDossiers.Result(1, 0, 0), await store.RecordAsync(1, dossier));

        var sheet = await store.SheetAsync(1001);
        Assert.Equal("Projet-1001 : détection éclairée", sheet!.Application.Title);
        Assert.Equal(new Money(100_100), sheet.Application.Requested);
        Assert.Equal(["Commune", "Technique-1001"], sheet.Reading.Techniques);
        var received = Assert.Single(sheet.Application.StageChanges);
        Assert.Equal((Stage.Received, dossier.DepositedAt), (received.Stage, received.ValidFrom));
        Assert.Equal(DateTimeKind.Utc, received.ValidFrom.Kind);
    }

    [Theory, OnBothEngines]
    public async Task The_same_dossier_again_writes_nothing(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        await store.RecordAsync(1, SampleDossiers.Dossier(1001), SampleDossiers.Dossier(1002));

        var again = await store.RecordAsync(1, SampleDossiers.Dossier(1001), SampleDossiers.Dossier(1002));

        Assert.Equal(new RecordDossiers.Result(0, 0, 2), again);
        Assert.Single((await store.SheetAsync(1001))!.Revisions);
    }

    [Theory, OnBothEngines]
    public async Task A_changed_dossier_keeps_its_older_revision_and_its_stage(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        var dossier = SampleDossiers.Dossier(1001);
        await store.RecordAsync(1, dossier);
        await store.MoveAsync(1001, Stage.Eligible);

        var later = dossier.With("Titre du projet", "Nouveau titre") with
        {
            ModifiedAt = dossier.ModifiedAt.AddDays(1),
            State = SourceState.Refused,
        };
        Assert.Equal(new RecordDossiers.Result(0, 1, 0), await store.RecordAsync(1, later));

        var sheet = await store.SheetAsync(1001);
        Assert.Equal("Nouveau titre", sheet!.Application.Title);
        Assert.Equal(SourceState.Refused, sheet.Application.SourceState);
        Assert.Equal(Stage.Eligible, sheet.Application.Stage);
        Assert.Equal([later.ModifiedAt, dossier.DepositedAt], sheet.Revisions.Select(revision => revision.ValidFrom));
    }

    [Theory, OnBothEngines]
    public async Task An_export_that_comes_late_does_not_undo_what_is_newer(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        var dossier = SampleDossiers.Dossier(1001);
        await store.RecordAsync(1, dossier with { ModifiedAt = dossier.ModifiedAt.AddDays(2) });

        await store.DoAsync<RecordDossiers, RecordDossiers.Request, RecordDossiers.Result>(
            new(1, [dossier.With("Titre du projet", "Ancien titre")], DossierOrigin.Export)
        );

        Assert.Equal("Projet-1001 : détection éclairée", (await store.SheetAsync(1001))!.Application.Title);
    }

    [Theory, OnBothEngines]
    public async Task The_source_is_believed_even_after_an_export_with_a_date_in_the_future(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        var dossier = SampleDossiers.Dossier(1001);
        await store.DoAsync<RecordDossiers, RecordDossiers.Request, RecordDossiers.Result>(
            new(1, [dossier with { ModifiedAt = dossier.ModifiedAt.AddYears(80) }], DossierOrigin.Export)
        );

        await store.RecordAsync(1, dossier.With("Titre du projet", "Titre à la source"));

        Assert.Equal("Titre à la source", (await store.SheetAsync(1001))!.Application.Title);
    }

    [Theory, OnBothEngines]
    public async Task A_label_that_changes_without_a_new_date_is_taken_from_the_source_but_not_from_an_export(
        TestEngine engine
    )
    {
        await using var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        var dossier = SampleDossiers.Dossier(1001);
        await store.RecordAsync(1, dossier);
        var labelled = dossier with { Labels = ["Complet"] };

        var export = await store.DoAsync<RecordDossiers, RecordDossiers.Request, RecordDossiers.Result>(
            new(1, [labelled], DossierOrigin.Export)
        );
        Assert.Equal(1, export.Unchanged);
        Assert.Equal(1, (await store.RecordAsync(1, labelled)).Changed);
        Assert.Equal(["Complet"], (await store.SheetAsync(1001))!.Dossier.Labels);
    }

    [Theory, OnBothEngines]
    public async Task An_unanswered_amount_is_unknown_and_not_zero(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        var dossier = SampleDossiers.Dossier(1001);
        dossier = dossier with
        {
            Fields =
            [
                .. dossier.Fields.Select(field =>
                    field.Kind == FieldKind.Number ? field with { Number = null } : field
                ),
            ],
        };
        await store.RecordAsync(1, dossier, SampleDossiers.Dossier(1002));

        var page = await store.Get<ApplicationList>().RunAsync(Viewer.Product, new(ApplicationFilter.All));

        Assert.Null(page.Rows[0].Requested);
        Assert.Equal(new Money(100_200), page.Requested);
    }

    [Theory, OnBothEngines]
    public async Task An_unknown_edition_is_refused_and_nothing_is_written(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();

        var outcome = await store
            .Get<RecordDossiers>()
            .RunAsync(Viewer.Product, new(7, [SampleDossiers.Dossier(1001)], DossierOrigin.Api));

        Assert.Equal("Refusal_EditionUnknown", outcome.Refusal?.Key);
        Assert.Null(await store.SheetAsync(1001));
    }

    [Theory, OnBothEngines]
    public async Task Characters_that_a_database_refuses_do_not_stop_a_dossier(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        var title = "nul\0, solitaire \ud800, emoji 🧪, مرحبا, <script>alert(1)</script>, =SOMME(A1)";

        await store.RecordAsync(1, SampleDossiers.Dossier(1001).With("Titre du projet", title));

        Assert.Equal(
            "nul, solitaire , emoji 🧪, مرحبا, <script>alert(1)</script>, =SOMME(A1)",
            (await store.SheetAsync(1001))!.Application.Title
        );
    }
}
