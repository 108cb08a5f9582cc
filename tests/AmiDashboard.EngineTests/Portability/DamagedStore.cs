using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Engines;
using AmiDashboard.Scores;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Portability;
using AmiDashboard.Storage.Scores;

namespace AmiDashboard.Portability;

/// <summary>A hand in the database, past every operation, and what verification then has to say.</summary>
internal static class DamagedStore
{
    public const int Laureate = 1001;
    public const int Reserve = 1002;

    private static readonly FilledStore Reviewed = new(ReviewAsync);
    private static readonly FilledStore Decided = new(DecideAsync);

    public static async Task SpoilAsync(this TestStore store, Func<AmiContext, Task<int>> spoil)
    {
        await using var context = store.Get<Store>().Read(Viewer.Product, Right.None);
        Assert.NotEqual(0, await spoil(context));
    }

    public static async Task<Refusal[]> FindingsAsync(this TestStore store, string key)
    {
        var result = await new VerifyStore(store.Get<Store>()).RunAsync();
        Assert.All(result.Findings, finding => Assert.NotEqual(finding.Key, PortabilityTexts.Say(finding)));
        return [.. result.Findings.Where(finding => finding.Key == key)];
    }

    /// <summary>
    /// Two reviewers of two applications, one of whom submitted a review anew; another whose application became a conflict;
    /// the weights changed once. Each act has a time of its own.
    /// </summary>
    public static Task<TestStore> ReviewedAsync(TestEngine engine) => Reviewed.CopyAsync(engine);

    /// <summary>The same, decided: a jury that was given up, then the three acts.</summary>
    public static Task<TestStore> DecidedAsync(TestEngine engine) => Decided.CopyAsync(engine);

    private static async Task ReviewAsync(TestStore store)
    {
        await store.PlaceEditionAsync(1, Laureate, Reserve);
        var tied = await store.EnlistAsync(3);
        foreach (var which in new[] { 1, 2 })
        {
            var reviewer = await store.EnlistAsync(which);
            await store.AssignAsync((Laureate, reviewer), (Reserve, reviewer));
            await store.SubmitAsync(which, Laureate, "Avis", 4, 4.5);
            await store.SubmitAsync(which, Reserve, "Avis", 2, 1.5);
        }

        var (grid, _, _) = await store.GridAsync();
        await store.DoAsync<EditGrid, EditGrid.Request, int>(
            new(1, grid.Again().Weighing(50, 50) with { Reason = "Vote" }, grid.Version)
        );
        await store.AssignAsync((Laureate, tied));
        await store.SubmitAsync(3, Laureate, "Avis", 5, 5);
        Tick(store);
        await store.DoAsync<RecordConflict, RecordConflict.Request, int>(new(1, Laureate, tied, "Lien familial"));
        var second = await store.ReviewerIdAsync(2);
        await store.DoAsync<ReopenReview, ReopenReview.Request, int>(new(Reserve, second, "À revoir"));
        Tick(store);
        await store.SubmitAsync(2, Reserve, "Autre avis", 2, 2);
    }

    private static async Task DecideAsync(TestStore store)
    {
        await ReviewAsync(store);
        await store.CancelAsync(await store.OpenAsync(DecidingBody.Jury));
        foreach (var body in Enum.GetValues<DecidingBody>())
        {
            Tick(store);
            var session = await store.OpenAsync(body);
            await store.DecideAsync(
                session,
                (Laureate, Verdict.Laureate, new Money(100_00)),
                (Reserve, Verdict.ReserveList, null)
            );
            Tick(store);
            await store.CloseAsync(session);
        }

        Tick(store);
    }

    public static async Task<int> ReviewerIdAsync(this TestStore store, int which) =>
        (await store.Get<ReviewerList>().RunAsync(Viewer.Product, new(1)))
            .Reviewers.Single(work => work.Reviewer.Name == $"Évaluateur-{which}")
            .Reviewer.Id;

    private static void Tick(TestStore store) => store.Time.Advance(TimeSpan.FromMinutes(1));
}
