using AmiDashboard.Applications;
using AmiDashboard.Budgets;
using AmiDashboard.Core.Applications;
using AmiDashboard.Engines;
using AmiDashboard.Prototypes;
using AmiDashboard.Scores;
using AmiDashboard.Storage.Dashboards;

namespace AmiDashboard.People;

/// <summary>Two editions with something for every read to find, and marks by which a row is known for whose it is.</summary>
internal static class FilledForReads
{
    public static readonly int[] Numbers = [1001, 1002, 1003, 2001, 2002];

    private static readonly FilledStore Filled = new(FillAsync);

    public static Task<TestStore> CopyAsync(TestEngine engine) => Filled.CopyAsync(engine);

    private static async Task FillAsync(TestStore store)
    {
        await store.RecordEditionAsync(1);
        await store.RecordEditionAsync(2);
        await store.RecordAsync(
            1,
            [.. Numbers.Where(number => number < 2000).Select(number => SampleDossiers.Dossier(number))]
        );
        await store.RecordAsync(
            2,
            [.. Numbers.Where(number => number > 2000).Select(number => SampleDossiers.Dossier(number))]
        );
        await store.MoveAsync(1002, Stage.Eligible);
        await SampleScores.FillAsync(store, 1, [1001, 1003]);
        await SampleScores.FillAsync(store, 2, [2001, 2002]);
        await store.FillAsync(1, 1001, 1002, 1003);
        await store.FillAsync(2, 2001, 2002);
        foreach (var number in Numbers.Where(number => number != 1002))
        {
            await store.MakeLaureateAsync(number);
        }
        await store.AddSendingAsync(1, 1001);
        await store.AddSendingAsync(2, 2001);
        await store.FillPrototypeAsync(1001);
        await store.FillPrototypeAsync(2001);
        // A note is read with its whole edition: the marks are those of applications that nobody sees by themselves.
        await store.DoAsync<PinNote, PinNote.Request, long>(new("deposits", new(2018, 9, 3), 1, "Note-1003"));
        await store.DoAsync<PinNote, PinNote.Request, long>(new("deposits", new(2018, 9, 3), 2, "Note-2002"));
    }
}
