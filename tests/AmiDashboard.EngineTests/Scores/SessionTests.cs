using AmiDashboard.Applications;
using AmiDashboard.Budgets;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Scores;

namespace AmiDashboard.Scores;

public sealed class SessionTests
{
    private static readonly FilledStore Reviewed = new(store => FillAsync(store, submits: true));
    private static readonly FilledStore Assigned = new(store => FillAsync(store, submits: false));

    private const int Number = 1001;
    private const int Other = 1002;

    [Theory, OnBothEngines]
    public async Task Three_acts_in_their_order_make_a_laureate_and_each_keeps_what_it_rested_on(TestEngine engine)
    {
        await using var store = await ReviewedAsync(engine);
        foreach (var body in new[] { DecidingBody.Copil, DecidingBody.Sgpi })
        {
            Assert.Equal("Refusal_ActBeforeMissing", await RefusedAsync(store, body));
        }

        var jury = await store.OpenAsync(1, DecidingBody.Jury);
        await DecideAsync(store, jury, Number, Verdict.Laureate, 100);
        Assert.Equal("Refusal_DecisionsMissing", (await CloseAsync(store, jury)).Refusal?.Key);
        await DecideAsync(store, jury, Other, Verdict.NotSelected, null);
        Assert.True((await CloseAsync(store, jury)).Done);
        Assert.Equal(Stage.Shortlisted, (await store.SheetAsync(Number))!.Application.Stage);
        Assert.Equal(Stage.UnderReview, (await store.SheetAsync(Other))!.Application.Stage);

        var copil = await store.OpenAsync(1, DecidingBody.Copil);
        Assert.Equal(2, (await SheetAsync(store, copil)).Decisions.Count);
        Assert.True((await CloseAsync(store, copil)).Done);
        var sgpi = await store.OpenAsync(1, DecidingBody.Sgpi);
        Assert.True((await CloseAsync(store, sgpi, SampleScores.Sgpi)).Done);

        Assert.Equal(Stage.Laureate, (await store.SheetAsync(Number))!.Application.Stage);
        Assert.Equal(Stage.NotSelected, (await store.SheetAsync(Other))!.Application.Stage);
        var basis = (await SheetAsync(store, jury)).Basis;
        Assert.Equal([Number, Other], basis.Applications.Select(application => application.Number));
        Assert.Equal([1, 2], basis.Applications.Select(application => application.AdjustedRank));
        Assert.Equal(64, basis.Fingerprint.Length);
        Assert.All(basis.Applications, application => Assert.Equal(2, application.Reviews.Length));
    }

    [Theory, OnBothEngines]
    public async Task Reviews_are_closed_while_a_jury_deliberates_and_open_again_once_it_is_cancelled(TestEngine engine)
    {
        await using var store = await ReviewedAsync(engine);
        var jury = await store.OpenAsync(1, DecidingBody.Jury);
        var reopened = new ReopenReview.Request(Number, await ReviewerAsync(store, "a"), "Erreur");
        Assert.Equal(
            "Refusal_ReviewsClosed",
            (await store.Get<ReopenReview>().RunAsync(SampleScores.Manager, reopened)).Refusal?.Key
        );
        await store.DoAsync<CancelSession, CancelSession.Request, int>(
            new(jury, "Quorum perdu", (await SheetAsync(store, jury)).Version),
            SampleScores.Manager
        );
        await store.DoAsync<ReopenReview, ReopenReview.Request, int>(reopened, SampleScores.Manager);
        Assert.NotEqual(0, await store.OpenAsync(1, DecidingBody.Jury));
    }

    [Theory, OnBothEngines]
    public async Task A_quorum_is_counted_without_those_who_left_the_room(TestEngine engine)
    {
        await using var store = await ReviewedAsync(engine);
        var jury = await store.OpenAsync(1, DecidingBody.Jury, quorum: 2);
        await DecideAsync(store, jury, Number, Verdict.Laureate, 100);
        await DecideAsync(store, jury, Other, Verdict.NotSelected, null);
        await store.DoAsync<EditSession, EditSession.Request, int>(
            new(
                jury,
                [new Seat("Présidente", "Jury", true), new Seat("Assesseur", null, true)],
                [new EditSession.StatedRecusal("Assesseur", Number, "A conseillé l’équipe.")],
                "Observations",
                0
            ),
            SampleScores.Manager
        );
        Assert.Equal("Refusal_QuorumMissingFor", (await CloseAsync(store, jury)).Refusal?.Key);
    }

    [Theory, OnBothEngines]
    public async Task Who_signs_signs_the_decisions_they_saw(TestEngine engine)
    {
        await using var store = await ReviewedAsync(engine);
        var jury = await store.OpenAsync(1, DecidingBody.Jury);
        await DecideAsync(store, jury, Number, Verdict.Laureate, 100);
        await DecideAsync(store, jury, Other, Verdict.NotSelected, null);
        var seen = await SheetAsync(store, jury);
        await DecideAsync(store, jury, Other, Verdict.ReserveList, null);
        var outcome = await store
            .Get<CloseSession>()
            .RunAsync(SampleScores.Manager, new(jury, seen.Version, seen.DecisionStamp));
        Assert.Equal(Refusal.Conflict, outcome.Refusal);
    }

    [Theory, OnBothEngines]
    public async Task Only_the_body_that_decides_keeps_its_session(TestEngine engine)
    {
        await using var store = await ReviewedAsync(engine);
        foreach (var profile in Enum.GetValues<Profile>())
        {
            var outcome = await store.Get<OpenSession>().RunAsync(SampleDossiers.Person(profile), Opening(store));
            Assert.Equal(
                profile is Profile.Dinsic or Profile.Ditp ? null : Refusal.NoRight.Key,
                outcome.Refusal?.Key == "Refusal_SessionOpen" ? null : outcome.Refusal?.Key
            );
        }
    }

    [Theory, OnBothEngines]
    public async Task Of_managers_who_open_at_once_one_wins_and_the_others_are_told(TestEngine engine)
    {
        await using var store = await ReviewedAsync(engine);
        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(_ => Task.Run(() => store.Get<OpenSession>().RunAsync(SampleScores.Manager, Opening(store))))
        );
        Assert.Single(outcomes, outcome => outcome.Done);
        Assert.All(
            outcomes.Where(outcome => !outcome.Done),
            outcome => Assert.Contains(outcome.Refusal!.Key, new[] { "Refusal_SessionOpen", Refusal.Conflict.Key })
        );
    }

    [Theory, OnBothEngines]
    public async Task Of_managers_who_decide_the_same_application_at_once_one_wins_and_the_others_are_told(
        TestEngine engine
    )
    {
        await using var store = await ReviewedAsync(engine);
        var jury = await store.OpenAsync(1, DecidingBody.Jury);
        for (var round = 0; round < 10; round++)
        {
            int? version = round == 0 ? null : round - 1;
            var outcomes = await Task.WhenAll(
                new[] { Verdict.Laureate, Verdict.ReserveList, Verdict.NotSelected }.Select(verdict =>
                    Task.Run(() =>
                        store
                            .Get<RecordDecision>()
                            .RunAsync(
                                SampleScores.Manager,
                                new(jury, Number, verdict, $"{verdict} {round}", null, version)
                            )
                    )
                )
            );
            Assert.Single(outcomes, outcome => outcome.Done);
            Assert.All(
                outcomes.Where(outcome => !outcome.Done),
                outcome => Assert.Equal(Refusal.Conflict, outcome.Refusal)
            );
        }
    }

    [Theory, OnBothEngines]
    public async Task A_review_submitted_as_a_session_opens_is_frozen_with_it_or_refused(TestEngine engine)
    {
        for (var round = 0; round < 8; round++)
        {
            await using var store = await ReviewedAsync(engine, submits: false);
            var viewer = await store.ViewerAsync("a");
            var sheet = await store.SheetAsync(1, "Au dernier moment", 9, 9);
            var version = await store.DoAsync<SaveDraft, SaveDraft.Request, int>(new(Number, sheet, null), viewer);

            var submitting = Task.Run(() => store.Get<SubmitReview>().RunAsync(viewer, new(Number, version)));
            var opening = Task.Run(() => store.Get<OpenSession>().RunAsync(SampleScores.Manager, Opening(store)));
            var (submitted, opened) = (await submitting, await opening);

            Assert.True(opened.Done, opened.Refusal?.Key);
            var frozen = (await SheetAsync(store, opened.Value)).Basis.Applications.Single(one => one.Number == Number);
            Assert.Equal(submitted.Done, frozen.Reviews.Any(review => review.Sheet.Comment == "Au dernier moment"));
            Assert.Equal(submitted.Done ? null : "Refusal_ReviewsClosed", submitted.Refusal?.Key);
            // Nothing is lost: what could not be submitted is still the reviewer's draft.
            Assert.Equal(
                "Au dernier moment",
                (await store.Get<ReviewWorkspace>().RunAsync(viewer, new(Number)))!.Draft.Comment
            );
        }
    }

    [Theory, OnBothEngines]
    public async Task A_conflict_declared_as_the_review_is_submitted_leaves_no_score(TestEngine engine)
    {
        for (var round = 0; round < 8; round++)
        {
            await using var store = await ReviewedAsync(engine, submits: false);
            var viewer = await store.ViewerAsync("a");
            var sheet = await store.SheetAsync(1, "Trop tard", 9, 9);
            var version = await store.DoAsync<SaveDraft, SaveDraft.Request, int>(new(Number, sheet, null), viewer);
            var reviewer = await ReviewerAsync(store, "a");

            var submitting = Task.Run(() => store.Get<SubmitReview>().RunAsync(viewer, new(Number, version)));
            var declaring = Task.Run(() =>
                store.Get<RecordConflict>().RunAsync(SampleScores.Manager, new(1, Number, reviewer, "Lien familial"))
            );
            var (submitted, declared) = (await submitting, await declaring);

            var facts = (await store.Get<ReviewerFacts>().RunAsync(SampleScores.Manager, new(1))).Facts!;
            var counts = facts.Submissions.Any(one => one.ReopenedAt is null);
            Assert.True(submitted.Done || declared.Done);
            Assert.False(declared.Done && counts);
            Assert.Equal(submitted.Done && !declared.Done, counts);
        }
    }

    [Theory, OnBothEngines]
    public async Task Amounts_stay_within_the_envelope(TestEngine engine)
    {
        await using var store = await ReviewedAsync(engine, envelope: Money.FromEuros(150));
        var jury = await store.OpenAsync(1, DecidingBody.Jury);
        await DecideAsync(store, jury, Number, Verdict.Laureate, 100);
        var outcome = await store
            .Get<RecordDecision>()
            .RunAsync(SampleScores.Manager, new(jury, Other, Verdict.Laureate, "Trop", Money.FromEuros(50.01m), null));
        Assert.Equal("Refusal_EnvelopeExceeded", outcome.Refusal?.Key);
        await DecideAsync(store, jury, Other, Verdict.Laureate, 50);
    }

    private static OpenSession.Request Opening(TestStore store) =>
        new(1, DecidingBody.Jury, ParisTime.DayOf(store.Now), 1, [new Seat("Présidente", null, true)]);

    private static async Task<string?> RefusedAsync(TestStore store, DecidingBody body) =>
        (
            await store
                .Get<OpenSession>()
                .RunAsync(
                    body == DecidingBody.Sgpi ? SampleScores.Sgpi : SampleScores.Manager,
                    Opening(store) with
                    {
                        Body = body,
                    }
                )
        )
            .Refusal
            ?.Key;

    private static async Task<Session> SheetAsync(TestStore store, int id) =>
        (await store.Get<SessionSheet>().RunAsync(SampleScores.Manager, new(id)))!;

    private static async Task DecideAsync(TestStore store, int session, int number, Verdict verdict, int? euros)
    {
        var version = (await SheetAsync(store, session)).Decisions.Find(one => one.Number == number)?.Version;
        await store.DoAsync<RecordDecision, RecordDecision.Request, int>(
            new(session, number, verdict, "Motif", euros is { } sum ? Money.FromEuros(sum) : null, version),
            SampleScores.Manager
        );
    }

    private static async Task<Outcome<int>> CloseAsync(TestStore store, int session, Viewer? viewer = null)
    {
        var seen = await SheetAsync(store, session);
        return await store
            .Get<CloseSession>()
            .RunAsync(viewer ?? SampleScores.Manager, new(session, seen.Version, seen.DecisionStamp));
    }

    private static async Task<int> ReviewerAsync(TestStore store, string key) =>
        (await store.Get<ReviewerList>().RunAsync(SampleScores.Manager, new(1)))
            .Reviewers.Single(work => work.Reviewer.Name == $"Évaluateur-{key}")
            .Reviewer.Id;

    private static async Task<TestStore> ReviewedAsync(TestEngine engine, bool submits = true, Money? envelope = null)
    {
        var store = await (submits ? Reviewed : Assigned).CopyAsync(engine);
        await store.SetEnvelopeAsync(1, envelope);
        return store;
    }

    private static async Task FillAsync(TestStore store, bool submits)
    {
        await store.RecordEditionAsync(1);
        await store.RecordAsync(1, SampleDossiers.Dossier(Number), SampleDossiers.Dossier(Other));
        await store.UnderReviewAsync(Number);
        await store.UnderReviewAsync(Other);
        await store.DoAsync<EditGrid, EditGrid.Request, int>(new(1, SampleScores.Grid(), null), SampleScores.Manager);
        foreach (var key in new[] { "a", "b" })
        {
            var reviewer = await store.EnlistAsync(1, key);
            await store.SignInAsync(key, Profile.Reviewer);
            await store.AssignAsync(1, (Number, reviewer), (Other, reviewer));
            if (submits)
            {
                await store.SubmitAsync(key, 1, Number, 9, 8);
                await store.SubmitAsync(key, 1, Other, 4, 5);
            }
        }
    }
}
