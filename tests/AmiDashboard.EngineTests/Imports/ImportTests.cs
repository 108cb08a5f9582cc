using System.Text;
using AmiDashboard.Applications;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Exchange.DemarchesSimplifiees.Exports;
using AmiDashboard.Exchange.Spreadsheets.Reading;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Applications.Imports;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Imports;

public sealed class ImportTests
{
    private static readonly Viewer Dinsic = SampleDossiers.Person(Profile.Dinsic);

    [Theory, OnBothEngines]
    public async Task A_file_shows_what_it_would_do_then_does_it_and_keeps_its_report(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        var file = await ReadAsync(Csv("1001,Accepté,5,A", "1002,Inconnu,5,B", "1003,En instruction,5,=1+1"));

        var preview = await PreviewAsync(store, file);
        Assert.Equal((2, 0, 0, 0, 1), Counts(preview));
        Assert.Equal(["A", "=1+1"], preview.Sample.Select(one => one.Reading.Title));
        Assert.Empty(await NumbersAsync(store));

        var result = await ApplyAsync(store, file);
        Assert.Equal((2, 0, 0, 0, 1), (result.Added, result.Changed, result.Unchanged, result.Older, result.Refused));
        Assert.Equal<int[]>([1001, 1003], await NumbersAsync(store));
        Assert.Equal("=1+1", (await store.SheetAsync(1003))!.Application.Title);

        var run = await RunAsync(store, result.Run);
        Assert.Equal((SyncKind.Import, SyncState.Done, 3, 2), (run.Kind, run.State, run.Read, run.Added));
        Assert.Equal("Dinsic", run.StartedBy);
        var problem = Assert.Single(run.Problems);
        Assert.Equal(
            (3, "État du dossier", "Inconnu", "Import_State"),
            (problem.Line, problem.Column, problem.Value, problem.ReasonKey)
        );
        Assert.Contains("Inconnu", ImportTexts.Say(problem), StringComparison.Ordinal);
    }

    [Theory, OnBothEngines]
    public async Task The_same_file_twice_changes_nothing_the_second_time(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        var csv = Csv("1001,Accepté,5,A", "1002,Accepté,5,B");
        await ApplyAsync(store, await ReadAsync(csv));

        var again = await ApplyAsync(store, await ReadAsync(csv));

        Assert.Equal((0, 0, 2), (again.Added, again.Changed, again.Unchanged));
        Assert.Single((await store.SheetAsync(1001))!.Revisions);
        Assert.False((await PreviewAsync(store, await ReadAsync(csv))).HasNews);
    }

    [Theory, OnBothEngines]
    public async Task The_preview_counts_what_the_import_does(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        await ApplyAsync(store, await ReadAsync(Csv("1,Accepté,5,A", "2,Accepté,5,B", "3,Accepté,5,C")));
        var file = await ReadAsync(Csv("1,Accepté,4,Z", "2,Accepté,5,Z", "3,Accepté,6,Z", "4,Accepté,6,Z", "5,?,6,Z"));

        var preview = await PreviewAsync(store, file);
        var result = await ApplyAsync(store, file);

        Assert.Equal((1, 1, 1, 1, 1), Counts(preview));
        Assert.Equal(Counts(preview), (result.Added, result.Changed, result.Unchanged, result.Older, result.Refused));
        Assert.Equal<string[]>(["A", "B", "Z"], await TitlesAsync(store, 1, 2, 3));
    }

    [Theory, OnBothEngines]
    public async Task An_import_that_fails_half_way_leaves_the_store_as_it_was(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        var file = await ReadAsync(Csv([.. Enumerable.Range(1, 700).Select(number => $"{number},Accepté,5,T")]));
        var spoilt = file with
        {
            Dossiers = file.Dossiers.SetItem(699, new(701, file.Dossiers[699].Dossier with { Fields = default })),
        };

        await Assert.ThrowsAnyAsync<Exception>(() => ApplyAsync(store, spoilt));

        Assert.Empty(await NumbersAsync(store));
        await using var context = store.Get<Store>().Read(Viewer.Product, Right.None);
        Assert.Empty(await context.SyncRuns.ToListAsync());
        Assert.Equal(700, (await ApplyAsync(store, file)).Added);
    }

    [Theory, OnBothEngines]
    public async Task A_dossier_of_another_edition_is_refused_and_stays_there(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        await store.RecordEditionAsync(2);
        await ApplyAsync(store, await ReadAsync(Csv("1001,Accepté,5,A")), edition: 2);
        var file = await ReadAsync(Csv("1001,Accepté,9,Z", "1002,Accepté,9,Y"));

        Assert.Equal("Import_NotOfEdition", Assert.Single((await PreviewAsync(store, file)).Problems).ReasonKey);
        Assert.Equal((1, 1), await ApplyAsync(store, file) is var done ? (done.Added, done.Refused) : default);

        Assert.Equal<string[]>(["A", "Y"], await TitlesAsync(store, 1001, 1002));
    }

    [Theory, OnBothEngines]
    public async Task A_dossier_that_its_source_deleted_does_not_come_back_by_an_older_export(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        await PurgeAsync(store, 1001, new DateTime(2018, 10, 1, 0, 0, 0, DateTimeKind.Utc));
        var file = await ReadAsync(Csv("1001,Accepté,5,A"));

        Assert.Equal("Import_Purged", Assert.Single((await PreviewAsync(store, file)).Problems).ReasonKey);
        Assert.Equal((0, 1), await ApplyAsync(store, file) is var done ? (done.Added, done.Refused) : default);
        Assert.Empty(await NumbersAsync(store));
    }

    [Theory, OnBothEngines]
    public async Task Who_may_not_import_learns_and_writes_nothing(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        await store.RecordEditionAsync(2);
        var file = await ReadAsync(Csv("1001,Accepté,5,A"));
        var leader = SampleDossiers.Person(Profile.Leadership);
        await Assert.ThrowsAsync<AccessDeniedException>(() =>
            store.Get<PreviewImport>().RunAsync(leader, new(1, file))
        );
        Assert.Equal(Refusal.NoRight, (await store.Get<ApplyImport>().RunAsync(leader, new(1, file))).Refusal);

        foreach (
            var perimeter in (Perimeter[])[Perimeter.OfEdition(2), Perimeter.OfApplications(1001), Perimeter.Nothing]
        )
        {
            var elsewhere = SampleDossiers.Person(Profile.Dinsic, perimeter);
            Assert.Equal(
                "Refusal_EditionUnknown",
                (await store.Get<PreviewImport>().RunAsync(elsewhere, new(1, file))).Refusal?.Key
            );
            Assert.Equal(
                "Refusal_EditionUnknown",
                (await store.Get<ApplyImport>().RunAsync(elsewhere, new(1, file))).Refusal?.Key
            );
        }

        Assert.Empty(await NumbersAsync(store));
    }

    [Theory, OnBothEngines]
    public async Task What_the_api_called_a_private_note_is_one_in_an_export(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        var dossier = SampleDossiers.Dossier(1001);
        await store.RecordAsync(
            1,
            dossier with
            {
                Annotations = [SampleDossiers.Field("Impression générale", FieldKind.Text)],
            }
        );

        var form = await store.Get<KnownFormOfEdition>().RunAsync(Dinsic, new(1));

        Assert.Contains("impression generale", form.Notes);
        Assert.Equal(
            FieldTarget.Requested,
            form.Map.TargetOf(new DossierField { Label = "Budget demandé (en euros)", Kind = FieldKind.Number })
        );
    }

    [Theory, OnBothEngines]
    public async Task The_api_says_more_than_an_export_and_wins_at_equal_dates(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        var file = await ReadAsync(Csv("1001,Accepté,5,Export"));
        var modified = file.Dossiers[0].Dossier.ModifiedAt;
        await ApplyAsync(store, file);

        await store.RecordAsync(
            1,
            SampleDossiers.Dossier(1001).With("Titre du projet", "API") with
            {
                ModifiedAt = modified,
            }
        );
        await ApplyAsync(store, file);

        Assert.Equal<string[]>(["API"], await TitlesAsync(store, 1001));
    }

    /// <summary>Lines are number, state, day of November 2018 of the last modification, title.</summary>
    private static string Csv(params string[] lines) =>
        "ID,État du dossier,Dernière mise à jour le,Déposé le,Titre du projet\n"
        + string.Concat(
            lines
                .Select(line => line.Split(','))
                .Select(cells =>
                    $"{cells[0]},{cells[1]},2018-11-0{cells[2]} 10:00:00 +0100,2018-09-03 10:15:00 +0200,{cells[3]}\n"
                )
        );

    private static async Task<ImportFile> ReadAsync(string csv)
    {
        var stream = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        return (await new ReadExport(TableLimits.Usual).RunAsync(stream, "export.csv", KnownForm.Unknown)).Value!;
    }

    private static async Task<ImportPreview> PreviewAsync(TestStore store, ImportFile file) =>
        (await store.Get<PreviewImport>().RunAsync(Dinsic, new(1, file))).Value!;

    private static (int New, int Changed, int Unchanged, int Older, int Refused) Counts(ImportPreview preview) =>
        (preview.New, preview.Changed, preview.Unchanged, preview.Older, preview.Refused);

    private static Task<ApplyImport.Result> ApplyAsync(TestStore store, ImportFile file, int edition = 1) =>
        store.DoAsync<ApplyImport, ApplyImport.Request, ApplyImport.Result>(new(edition, file), Dinsic);

    private static async Task<int[]> NumbersAsync(TestStore store)
    {
        await using var context = store.Get<Store>().Read(Viewer.Product, Right.None);
        return await context.Applications.Select(one => one.Number).Order().ToArrayAsync();
    }

    private static async Task<string[]> TitlesAsync(TestStore store, params int[] numbers)
    {
        var titles = new List<string>();
        foreach (var number in numbers)
        {
            titles.Add((await store.SheetAsync(number))!.Application.Title);
        }

        return [.. titles];
    }

    private static async Task<SyncRun> RunAsync(TestStore store, long id)
    {
        await using var context = store.Get<Store>().Read(Viewer.Product, Right.None);
        return await context.SyncRuns.Include(run => run.Problems).SingleAsync(run => run.Id == id);
    }

    private static Task PurgeAsync(TestStore store, int number, DateTime deletedAt) =>
        store
            .Get<Store>()
            .WriteAsync<int>(
                Viewer.Product,
                Right.None,
                "Purge",
                writing =>
                {
                    writing.Context.PurgedDossiers.Add(
                        new PurgedDossier
                        {
                            Number = number,
                            Edition = 1,
                            Reason = "user_request",
                            DeletedAt = deletedAt.AddMonths(2),
                            PurgedAt = writing.Now,
                        }
                    );
                    writing.Touch(Subject.Edition, 1);
                    return Task.FromResult<Outcome<int>>(1);
                },
                CancellationToken.None
            );
}
