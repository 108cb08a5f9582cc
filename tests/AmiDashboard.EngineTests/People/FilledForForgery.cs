using AmiDashboard.Applications;
using AmiDashboard.Budgets;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Prototypes;
using AmiDashboard.Scores;
using AmiDashboard.Storage.Applications.Runs;
using AmiDashboard.Storage.Dashboards;
using AmiDashboard.Storage.People;
using AmiDashboard.Storage.Scores;

namespace AmiDashboard.People;

/// <summary>One bare application of an edition, and another edition with something of every kind.</summary>
internal static class FilledForForgery
{
    private static readonly FilledStore Filled = new(FillAsync);

    public static Task<TestStore> CopyAsync(TestEngine engine) => Filled.CopyAsync(engine);

    private static async Task FillAsync(TestStore store)
    {
        await store.RecordEditionAsync(1);
        await store.RecordEditionAsync(2);
        // Without a question of its form: what the ids of mappings name is all of the other edition.
        await store.RecordAsync(1, SampleDossiers.Dossier(1001) with { Fields = [], Annotations = [] });
        await store.RecordAsync(2, SampleDossiers.Dossier(2001), SampleDossiers.Dossier(2002));
        var tied = await store.EnlistAsync(2, "tied");
        await store.DoAsync<RecordConflict, RecordConflict.Request, int>(new(2, 2002, tied, "Lien familial"));
        await SampleScores.FillAsync(store, 2, [2001, 2002]);
        await store.FillAsync(2, 2001, 2002);
        await store.MakeLaureateAsync(2001);
        await store.FillPrototypeAsync(2001);
        await store.AddSendingAsync(2, 2001);
        await store.DoAsync<PinNote, PinNote.Request, long>(new("deposits", new(2018, 9, 3), 2, "Note"));
        await store.DoAsync<StartRun, StartRun.Request, SyncRun>(new(2, SyncKind.Full));
        var second = await store.HolderAsync("second", Profile.Administrator, Perimeter.OfEdition(2));
        await store.HolderAsync("another", Profile.Administrator, Perimeter.OfEdition(2));
        var nobody = await store.ArriveAsync("nobody");
        await store.ProposeAsync(second, nobody, Profile.Cdc, Perimeter.OfEdition(2));
        await store.DoAsync<InvitePeople, InvitePeople.Request, int>(
            new(["invited@example.invalid"], Profile.Dinsic, Perimeter.OfEdition(2)),
            second
        );
        await store.DoAsync<IssueAccessKey, IssueAccessKey.Request, string>(
            new("Classeur", ParisTime.DayOf(store.Now).AddDays(30)),
            second
        );
    }
}
