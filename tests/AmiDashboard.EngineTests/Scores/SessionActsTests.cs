using System.Security.Cryptography;
using System.Text;
using AmiDashboard.Applications;
using AmiDashboard.Budgets;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Editions;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Engines;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Editions;
using AmiDashboard.Storage.Scores;
using Microsoft.EntityFrameworkCore;
using static AmiDashboard.Scores.SampleReviews;

namespace AmiDashboard.Scores;

public sealed class SessionActsTests
{
    private static readonly FilledStore Reviewed = new(ReviewAsync);

    private static readonly Viewer Dinsic = SampleDossiers.Person(Profile.Dinsic);

    [Theory, OnBothEngines]
    public async Task What_was_frozen_says_who_scored_what_by_letters_and_stays_byte_for_byte(TestEngine engine)
    {
        await using var store = await ReviewedAsync(engine);
        var id = await store.OpenAsync(DecidingBody.Jury);
        var text = await BasisTextAsync(store);
        var basis = (await store.SessionAsync(id)).Basis;

        Assert.Equal(store.Now, basis.FrozenAt);
        Assert.Equal([60, 40], basis.Criteria.Select(criterion => criterion.Weight));
        Assert.Equal([1001, 1002], basis.Applications.Select(application => application.Number));
        Assert.Equal([1, 2], basis.Applications.Select(application => application.Rank));
        Assert.Equal([4.2, 2.2], basis.Applications.Select(application => Math.Round(application.Mean!.Value, 9)));
        Assert.Equal(["A", "B"], basis.Applications[0].Reviews.Select(review => review.Reviewer));
        Assert.Equal("Commentaire-1001-1", basis.Applications[0].Reviews[0].Sheet.Comment);
        Assert.DoesNotContain("Évaluateur", text, StringComparison.Ordinal);
        Assert.Equal(
            Convert.ToHexStringLower(
                SHA256.HashData(Encoding.UTF8.GetBytes(JsonText.Write(basis with { Fingerprint = "" })))
            ),
            basis.Fingerprint
        );

        // Every later act on the session leaves it alone, the one that writes the whole row too.
        await store.DoAsync<EditSession, EditSession.Request, int>(
            new(id, [.. Seats], [new("Assesseur", 1001, "Ancien collègue")], "Remarques", 0)
        );
        await store.DecideAsync(id, (1001, Verdict.Laureate, null), (1002, Verdict.NotSelected, null));
        AssertRefused(
            "Refusal_ReviewsClosed",
            await store.Get<EditGrid>().RunAsync(Dinsic, new(1, (await store.GridAsync()).Grid.Again(), 0))
        );
        AssertRefused("Refusal_QuorumMissingFor", await store.TryCloseAsync(id));
        await store.DoAsync<EditSession, EditSession.Request, int>(
            new(id, [.. Seats], [], null, (await store.SessionAsync(id)).Version)
        );
        await store.CloseAsync(id);
        Assert.Equal(text, await BasisTextAsync(store));
    }

    [Theory, OnBothEngines]
    public async Task An_act_waits_for_the_one_before_also_in_a_second_round(TestEngine engine)
    {
        await using var store = await ReviewedAsync(engine);
        await HoldAsync(store, DecidingBody.Jury, Verdict.ReserveList);
        AssertRefused("Refusal_ActBeforeMissing", await TryOpenAsync(store, DecidingBody.Sgpi));
        await HoldAsync(store, DecidingBody.Copil, Verdict.ReserveList);
        await HoldAsync(store, DecidingBody.Sgpi, Verdict.ReserveList);

        // A place becomes free: the jury meets again, and SGPI does not decide on what the COPIL said before.
        await HoldAsync(store, DecidingBody.Jury, Verdict.Laureate);
        AssertRefused("Refusal_ActBeforeMissing", await TryOpenAsync(store, DecidingBody.Sgpi));
        await HoldAsync(store, DecidingBody.Copil, Verdict.Laureate);
        var sgpi = await store.OpenAsync(DecidingBody.Sgpi);
        Assert.All((await store.SessionAsync(sgpi)).Decisions, one => Assert.Equal(Verdict.Laureate, one.Verdict));
    }

    [Theory, OnBothEngines]
    public async Task One_session_is_open_at_a_time_whichever_the_body(TestEngine engine)
    {
        await using var store = await ReviewedAsync(engine);
        await HoldAsync(store, DecidingBody.Jury, Verdict.Laureate);
        var copil = await store.OpenAsync(DecidingBody.Copil);
        foreach (var body in Enum.GetValues<DecidingBody>())
        {
            AssertRefused("Refusal_SessionOpen", await TryOpenAsync(store, body));
        }

        await store.CancelAsync(copil);
        AssertRefused("Refusal_ActBeforeMissing", await TryOpenAsync(store, DecidingBody.Sgpi));
        AssertRefused(
            "Refusal_SessionEnded",
            await store.Get<CancelSession>().RunAsync(Dinsic, new(copil, "Encore", 1))
        );
        AssertRefused(
            "Refusal_SessionEnded",
            await store.Get<RecordDecision>().RunAsync(Dinsic, new(copil, 1001, Verdict.Laureate, "Motif", null, 0))
        );
    }

    [Theory, OnBothEngines]
    public async Task What_does_not_make_a_session_is_refused(TestEngine engine)
    {
        await using var store = await ReviewedAsync(engine);
        await store.RecordEditionAsync(2);
        var opening = Opening(DecidingBody.Jury);
        async Task RefusedAsync(string key, OpenSession.Request request, Viewer? viewer = null) =>
            AssertRefused(key, await store.Get<OpenSession>().RunAsync(viewer ?? Dinsic, request));

        await RefusedAsync("Refusal_NoMembers", opening with { Members = [] });
        await RefusedAsync("Refusal_Quorum", opening with { Quorum = 0 });
        await RefusedAsync("Refusal_Quorum", opening with { Quorum = 4 });
        await RefusedAsync("Refusal_MemberName", opening with { Members = [Seats[0], new(" ", null, true)] });
        await RefusedAsync(
            "Refusal_MemberName",
            opening with
            {
                Members = [Seats[0], new("Long", new string('x', 201), true)],
            }
        );
        await RefusedAsync(
            "Refusal_MemberTwice",
            opening with
            {
                Members = [Seats[0], Seats[0] with { Name = "PRÉSIDENTE " }],
            }
        );
        await RefusedAsync(
            "Refusal_TooManyMembers",
            opening with
            {
                Members = [.. Enumerable.Range(0, 61).Select(number => new Seat($"Membre {number}", null, true))],
            }
        );
        await RefusedAsync("Refusal_SessionInFuture", opening with { HeldOn = Day.AddDays(1) });
        await RefusedAsync("Refusal_NoGrid", opening with { Edition = 2 });
        await RefusedAsync(Refusal.NotFound.Key, opening with { Edition = 9 });
        await RefusedAsync(
            Refusal.NotFound.Key,
            opening,
            SampleDossiers.Person(Profile.Dinsic, Perimeter.OfEdition(2))
        );
        await RefusedAsync(Refusal.NoRight.Key, opening with { Body = DecidingBody.Sgpi });
        await store.MoveAsync(1001, Stage.Withdrawn);
        await store.MoveAsync(1002, Stage.Withdrawn);
        await RefusedAsync("Refusal_NothingToDecide", opening);
        Assert.Equal(0, await store.InDatabaseAsync(context => context.Sessions.CountAsync()));
    }

    [Theory, OnBothEngines]
    public async Task Decisions_keep_to_what_was_frozen_and_to_their_form(TestEngine engine)
    {
        await using var store = await ReviewedAsync(engine, envelope: new Money(100_00));
        await store.RecordAsync(1, SampleDossiers.Dossier(1003));
        var id = await store.OpenAsync(DecidingBody.Jury);
        async Task RefusedAsync(string key, RecordDecision.Request request) =>
            AssertRefused(key, await store.Get<RecordDecision>().RunAsync(Dinsic, request));

        var decision = new RecordDecision.Request(id, 1001, Verdict.Laureate, "Motif", new Money(60_00), null);
        await RefusedAsync("Refusal_ReasonMissing", decision with { Reason = " " });
        await RefusedAsync("Refusal_ReasonTooLong", decision with { Reason = new string('x', 2001) });
        await RefusedAsync("Refusal_AmountOfNoLaureate", decision with { Verdict = Verdict.ReserveList });
        await RefusedAsync("Refusal_AmountNotPositive", decision with { Amount = new Money(0) });
        await RefusedAsync("Refusal_EnvelopeExceeded", decision with { Amount = new Money(100_01) });
        await RefusedAsync(Refusal.NotFound.Key, decision with { Number = 1003 });
        await RefusedAsync(Refusal.NotFound.Key, decision with { SessionId = 9999 });
        await store.DecideAsync(id, (1001, Verdict.Laureate, new Money(60_00)));
        await RefusedAsync(Refusal.Conflict.Key, decision);
        await RefusedAsync("Refusal_EnvelopeExceeded", decision with { Number = 1002, Amount = new Money(40_01) });
        await store.DecideAsync(id, (1002, Verdict.Laureate, new Money(40_00)));
        await store.DecideAsync(id, (1001, Verdict.Laureate, new Money(55_00)));
    }

    [Theory, OnBothEngines]
    public async Task No_act_is_signed_for_more_than_the_envelope_as_it_is_then(TestEngine engine)
    {
        await using var store = await ReviewedAsync(engine, envelope: new Money(100_00));
        var id = await store.OpenAsync(DecidingBody.Jury);
        await store.DecideAsync(
            id,
            (1001, Verdict.Laureate, new Money(60_00)),
            (1002, Verdict.Laureate, new Money(40_00))
        );
        await store.SetEnvelopeAsync(1, new Money(90_00));

        AssertRefused("Refusal_EnvelopeExceeded", await store.TryCloseAsync(id));
        await store.DecideAsync(id, (1002, Verdict.Laureate, new Money(30_00)));
        await store.CloseAsync(id);
    }

    [Theory, OnBothEngines]
    public async Task Closing_moves_stages_by_the_act_and_leaves_what_left_the_call_alone(TestEngine engine)
    {
        await using var store = await ReviewedAsync(engine);
        var jury = await store.OpenAsync(DecidingBody.Jury);
        await store.DecideAsync(jury, (1001, Verdict.Laureate, null), (1002, Verdict.Laureate, null));
        await store.MoveAsync(1002, Stage.Withdrawn);
        await store.CloseAsync(jury);
        await HoldAsync(store, DecidingBody.Copil, Verdict.Laureate);
        var sgpi = await store.OpenAsync(DecidingBody.Sgpi);
        Assert.Equal(1001, Assert.Single((await store.SessionAsync(sgpi)).Basis.Applications).Number);
        AssertRefused("Refusal_AmountMissingFor", await store.TryCloseAsync(sgpi));
        AssertRefused(
            "Refusal_AmountMissing",
            await store
                .Get<RecordDecision>()
                .RunAsync(Viewer.Product, new(sgpi, 1001, Verdict.Laureate, "Motif", null, 0))
        );
        await store.DecideAsync(sgpi, (1001, Verdict.Laureate, new Money(10_00)));
        AssertRefused(Refusal.NoRight.Key, await store.TryCloseAsync(sgpi, Dinsic));
        await store.CloseAsync(sgpi);

        var laureate = (await store.SheetAsync(1001))!.Application;
        Assert.Equal(
            [Stage.Received, Stage.Eligible, Stage.UnderReview, Stage.Shortlisted, Stage.Laureate],
            laureate.StageChanges.Select(change => change.Stage)
        );
        Assert.Equal("MotifDécision-1001", laureate.StageChanges[^1].Reason);
        Assert.Equal(Stage.Withdrawn, (await store.SheetAsync(1002))!.Application.Stage);
    }

    private static async Task HoldAsync(TestStore store, DecidingBody body, Verdict verdict)
    {
        var id = await store.OpenAsync(body);
        var amount = verdict == Verdict.Laureate && body == DecidingBody.Sgpi ? (Money?)new Money(1_00) : null;
        await store.DecideAsync(
            id,
            [.. (await store.SessionAsync(id)).Basis.Applications.Select(one => (one.Number, verdict, amount))]
        );
        await store.CloseAsync(id);
        store.Time.Advance(TimeSpan.FromHours(1));
    }

    private static Task<Outcome<int>> TryOpenAsync(TestStore store, DecidingBody body) =>
        store.Get<OpenSession>().RunAsync(Viewer.Product, Opening(body));

    private static async Task<string> BasisTextAsync(TestStore store) =>
        await store.InDatabaseAsync(context =>
            context.Database.SqlQueryRaw<string>("""SELECT "Basis" AS "Value" FROM session""").SingleAsync()
        );

    /// <summary>Two reviewers on two applications: 1001 is the better one.</summary>
    private static async Task<TestStore> ReviewedAsync(TestEngine engine, Money? envelope = null)
    {
        var store = await Reviewed.CopyAsync(engine);
        await store.SetEnvelopeAsync(1, envelope);
        return store;
    }

    private static async Task ReviewAsync(TestStore store)
    {
        await store.PlaceEditionAsync(1, 1001, 1002);
        foreach (var which in new[] { 1, 2 })
        {
            var reviewer = await store.EnlistAsync(which);
            await store.AssignAsync((1001, reviewer), (1002, reviewer));
            await store.SubmitAsync(which, 1001, $"Commentaire-1001-{which}", 4.5, which == 1 ? 4 : 3.5);
            await store.SubmitAsync(which, 1002, $"Commentaire-1002-{which}", 2, which == 1 ? 2 : 3);
        }
    }
}
