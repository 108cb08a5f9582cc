using AmiDashboard.Applications;
using AmiDashboard.Budgets;
using AmiDashboard.Core;
using AmiDashboard.Core.Editions;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Editions;
using AmiDashboard.Storage.Scores;
using Microsoft.EntityFrameworkCore;
using static AmiDashboard.Scores.SampleReviews;

namespace AmiDashboard.Scores;

/// <summary>Two hands at once on sessions, on two nodes, round after round: one wins, the other is told, nothing is lost.</summary>
public sealed class SessionsAtOnceTests
{
    private const int Rounds = 10;

    private static readonly Viewer Dinsic = SampleDossiers.Person(Profile.Dinsic);

    [Theory, OnBothEngines]
    public async Task One_session_is_opened(TestEngine engine)
    {
        await using var store = await engine.ScoringStoreAsync(1001);
        await using var other = store.OpenNode();
        for (var round = 0; round < Rounds; round++)
        {
            var (first, second) = await AtOnceAsync(
                () => store.Get<OpenSession>().RunAsync(Dinsic, Opening(DecidingBody.Jury)),
                () => other.Get<OpenSession>().RunAsync(Dinsic, Opening(DecidingBody.Jury))
            );
            Assert.NotEqual(first.Done, second.Done);
            Assert.Equal("Refusal_SessionOpen", (first.Refusal ?? second.Refusal)!.Key);
            await store.CancelAsync(first.Done ? first.Value : second.Value);
        }
    }

    [Theory, OnBothEngines]
    public async Task Two_amounts_are_together_within_the_envelope(TestEngine engine)
    {
        await using var store = await engine.ScoringStoreAsync(1001, 1002);
        await using var other = store.OpenNode();
        await store.SetEnvelopeAsync(1, new Money(100_00));
        for (var round = 0; round < Rounds; round++)
        {
            var id = await store.OpenAsync(DecidingBody.Jury);
            var (first, second) = await AtOnceAsync(
                () => DecideAsync(store, id, 1001, new Money(60_00)),
                () => DecideAsync(other, id, 1002, new Money(60_00))
            );
            Assert.NotEqual(first.Done, second.Done);
            Assert.Equal("Refusal_EnvelopeExceeded", (first.Refusal ?? second.Refusal)!.Key);
            await store.CancelAsync(id);
        }
    }

    [Theory, OnBothEngines]
    public async Task Who_closes_signs_what_they_saw_or_is_told(TestEngine engine)
    {
        await using var store = await engine.ScoringStoreAsync(1001);
        await using var other = store.OpenNode();
        for (var round = 0; round < Rounds; round++)
        {
            var id = await store.OpenAsync(DecidingBody.Jury);
            await store.DecideAsync(id, (1001, Verdict.NotSelected, null));
            var seen = await store.SessionAsync(id);
            var (closed, decided) = await AtOnceAsync(
                () => store.Get<CloseSession>().RunAsync(Dinsic, new(id, seen.Version, seen.DecisionStamp)),
                () =>
                    other
                        .Get<RecordDecision>()
                        .RunAsync(Dinsic, new(id, 1001, Verdict.ReserveList, "Repêchée", null, 0))
            );

            Assert.NotEqual(closed.Done, decided.Done);
            Assert.Contains(
                (closed.Refusal ?? decided.Refusal)!.Key,
                new[] { Refusal.Conflict.Key, "Refusal_SessionEnded" }
            );
            var kept = await store.SessionAsync(id);
            Assert.Equal(
                closed.Done ? Verdict.NotSelected : Verdict.ReserveList,
                Assert.Single(kept.Decisions).Verdict
            );
            if (!closed.Done)
            {
                await store.CancelAsync(id);
            }
        }
    }

    [Theory, OnBothEngines]
    public async Task A_session_is_ended_once_closed_or_cancelled(TestEngine engine)
    {
        await using var store = await engine.ScoringStoreAsync(1001);
        await using var other = store.OpenNode();
        for (var round = 0; round < Rounds; round++)
        {
            var id = await store.OpenAsync(DecidingBody.Jury);
            await store.DecideAsync(id, (1001, Verdict.NotSelected, null));
            var seen = await store.SessionAsync(id);
            var (closed, cancelled) = await AtOnceAsync(
                () => store.Get<CloseSession>().RunAsync(Dinsic, new(id, seen.Version, seen.DecisionStamp)),
                () => other.Get<CancelSession>().RunAsync(Dinsic, new(id, "Quorum perdu", seen.Version))
            );
            Assert.NotEqual(closed.Done, cancelled.Done);
            Assert.Equal("Refusal_SessionEnded", (closed.Refusal ?? cancelled.Refusal)!.Key);
            Assert.Equal(
                closed.Done ? SessionState.Closed : SessionState.Cancelled,
                (await store.SessionAsync(id)).State
            );
        }
    }

    [Theory, OnBothEngines]
    public async Task Who_sits_is_what_one_hand_said(TestEngine engine)
    {
        await using var store = await engine.ScoringStoreAsync(1001);
        await using var other = store.OpenNode();
        var id = await store.OpenAsync(DecidingBody.Jury);
        for (var round = 0; round < Rounds; round++)
        {
            var seen = await store.SessionAsync(id);
            EditSession.Request By(string name) =>
                new(id, [new(name, null, true), .. Seats], [new(name, 1001, "Lien")], name, seen.Version);
            var (first, second) = await AtOnceAsync(
                () => store.Get<EditSession>().RunAsync(Dinsic, By("Une")),
                () => other.Get<EditSession>().RunAsync(Dinsic, By("Autre"))
            );
            Assert.NotEqual(first.Done, second.Done);
            Assert.Equal(Refusal.Conflict, first.Refusal ?? second.Refusal);
            var kept = await store.SessionAsync(id);
            var winner = first.Done ? "Une" : "Autre";
            Assert.Equal((winner, winner), (kept.Remarks, kept.Members[0].Name));
            Assert.Equal((4, winner), (kept.Members.Count, Assert.Single(kept.Recusals).Member));
        }
    }

    [Theory, OnBothEngines]
    public async Task Everybody_at_once_leaves_a_basis_that_holds_all_that_counts_and_nothing_else(TestEngine engine)
    {
        int[] numbers = [1001, 1002, 1003, 1004];
        await using var store = await engine.ScoringStoreAsync(numbers);
        await using var other = store.OpenNode();
        for (var which = 1; which <= 4; which++)
        {
            var reviewer = await store.EnlistAsync(which);
            await store.AssignAsync([.. numbers.Select(number => (number, reviewer))]);
            foreach (var number in numbers)
            {
                await store.SaveAsync(which, number, $"Commentaire-{number}-{which}", 3, 4);
            }
        }

        var viewers = await Task.WhenAll(Enumerable.Range(1, 4).Select(which => store.ReviewerAsync(which)));
        var submitting = viewers
            .SelectMany(viewer => numbers.Select(number => (viewer, number)))
            .Select(
                (one, index) =>
                    Task.Run(() =>
                        (index % 2 == 0 ? store : other).Get<SubmitReview>().RunAsync(one.viewer, new(one.number, 0))
                    )
            )
            .ToList();
        var declaring = Task.Run(() => other.Get<DeclareConflict>().RunAsync(viewers[3], new(1004, "Lien familial")));
        var opening = Task.Run(() => store.Get<OpenSession>().RunAsync(Dinsic, Opening(DecidingBody.Jury)));
        var outcomes = await Task.WhenAll(submitting);
        var (told, opened) = (await declaring, await opening);

        Assert.True(opened.Done, opened.Refusal?.Key);
        Assert.All(
            outcomes.Where(outcome => !outcome.Done),
            outcome =>
                Assert.Contains(
                    outcome.Refusal!.Key,
                    new[] { "Refusal_ReviewsClosed", Refusal.Conflict.Key, Refusal.NotFound.Key }
                )
        );
        Assert.True(told.Done || told.Refusal.Key is "Refusal_ReviewsClosed" or "Refusal_Conflict");
        var frozen = (await store.SessionAsync(opened.Value))
            .Basis.Applications.SelectMany(one => one.Reviews.Select(review => review.Sheet.Comment!))
            .Order(StringComparer.Ordinal);
        var counting = await store.InDatabaseAsync(context =>
            context
                .Reviews.Where(review => review.State == ReviewState.Submitted)
                .SelectMany(review => review.Submissions.Where(one => one.ReopenedAt == null), (_, one) => one.Sheet)
                .ToListAsync()
        );
        Assert.Equal(counting.Select(sheet => sheet.Comment!).Order(StringComparer.Ordinal), frozen);
    }

    private static Task<Outcome<int>> DecideAsync(TestStore store, int session, int number, Money amount) =>
        store.Get<RecordDecision>().RunAsync(Dinsic, new(session, number, Verdict.Laureate, "Motif", amount, null));

    private static async Task<(Outcome<int> First, Outcome<int> Second)> AtOnceAsync(
        Func<Task<Outcome<int>>> first,
        Func<Task<Outcome<int>>> second
    )
    {
        var both = await Task.WhenAll(Task.Run(first), Task.Run(second));
        return (both[0], both[1]);
    }
}
