using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Prototypes;
using static AmiDashboard.Prototypes.SamplePrototypes;

namespace AmiDashboard.Prototypes;

/// <summary>Readiness, evaluation, what both bodies say of a roll-out, the sheet and the repository.</summary>
public sealed class EvaluationTests
{
    private static readonly EvaluatedBenefit Benefit = new("Temps rendu", "Mesuré", BenefitOutcome.Attained);

    [Theory, OnBothEngines]
    public async Task Readiness_is_proved_and_taken_back_and_both_stay_readable(TestEngine engine)
    {
        await using var store = await engine.SupportedStoreAsync();
        var today = ParisTime.DayOf(store.Now);
        var request = new ProveReadiness.Request(
            Number,
            ReadinessLevel.Framed,
            EvidenceKind.Document,
            "Note",
            "https://documents.example.invalid/note",
            today
        );
        foreach (
            var (key, wrong) in new[]
            {
                ("Refusal_InFuture", request with { On = today.AddDays(1) }),
                ("Refusal_Evidence", request with { Description = "\u0007" }),
                ("Refusal_EvidenceLink", request with { Link = " " }),
                ("Refusal_LinkNotHttps", request with { Link = "http://documents.example.invalid/note" }),
                ("Refusal_LinkNotHttps", request with { Link = "javascript:alert(1)" }),
                ("Refusal_NotFound", request with { Number = Awaiting }),
            }
        )
        {
            Assert.Equal(key, (await store.Get<ProveReadiness>().RunAsync(Team, wrong)).Refusal?.Key);
        }

        var id = (await store.Get<ProveReadiness>().RunAsync(Team, request)).Value;
        var before = store.Now;
        store.Time.Advance(TimeSpan.FromDays(1));
        var withdraw = store.Get<WithdrawReadiness>();
        Assert.Equal("Refusal_ReasonMissing", (await withdraw.RunAsync(Team, new(id, "\0", 0))).Refusal?.Key);
        Assert.Equal(Refusal.Conflict, (await withdraw.RunAsync(Team, new(id, "Faux", 1))).Refusal);
        Assert.Equal(Refusal.NotFound, (await withdraw.RunAsync(OtherTeam, new(id, "Faux", 0))).Refusal);
        Assert.True((await withdraw.RunAsync(Team, new(id, "Faux", 0))).Done);
        Assert.Equal(Refusal.Conflict, (await withdraw.RunAsync(Team, new(id, "Encore", 1))).Refusal);
        var proof = (await store.RowsAsync(context => context.ReadinessProofs)).Single();
        Assert.True(proof.CountsAt(before));
        Assert.False(proof.CountsAt(store.Now));
        Assert.Equal((Team.Name, "Faux"), (proof.WithdrawnBy, proof.WithdrawalReason));
    }

    [Theory, OnBothEngines]
    public async Task Each_body_judges_for_itself_after_the_evaluation(TestEngine engine)
    {
        await using var store = await engine.SupportedStoreAsync();
        var today = ParisTime.DayOf(store.Now);
        Task<Outcome<long>> JudgeAsync(Viewer viewer, RollOutBody body, DateOnly? on = null, string? reason = "Vu") =>
            store.Get<JudgeRollOut>().RunAsync(viewer, new(Number, body, RollOutAdvice.Go, on ?? today, reason));

        Assert.Equal("Refusal_NotEvaluated", (await JudgeAsync(Dinsic, RollOutBody.Dinsic)).Refusal?.Key);
        foreach (
            var (key, benefits, conclusion) in new (string, EvaluatedBenefit[], string?)[]
            {
                ("Refusal_Benefits", [], "Bilan"),
                ("Refusal_Benefits", [.. Enumerable.Repeat(Benefit, 21)], "Bilan"),
                ("Refusal_BenefitUnnamed", [Benefit with { Expected = "\u0007" }], "Bilan"),
                ("Refusal_BenefitUnobserved", [Benefit with { Observed = " " }], "Bilan"),
                ("Refusal_Conclusion", [Benefit], "\u0007"),
                ("Refusal_TextTooLong", [Benefit], new string('x', 4001)),
            }
        )
        {
            Assert.Equal(
                key,
                (await store.Get<Evaluate>().RunAsync(Ditp, new(Number, [.. benefits], conclusion))).Refusal?.Key
            );
        }

        Assert.Equal(
            Refusal.NoRight,
            (await store.Get<Evaluate>().RunAsync(Team, new(Number, [Benefit], "B"))).Refusal
        );
        foreach (var conclusion in new[] { "Premier", "Second" })
        {
            await store.DoAsync<Evaluate, Evaluate.Request, long>(new(Number, [Benefit], conclusion), Ditp);
        }

        Assert.Equal("Refusal_OtherBody", (await JudgeAsync(Dinsic, RollOutBody.Ditp)).Refusal?.Key);
        Assert.Equal("Refusal_OtherBody", (await JudgeAsync(Ditp, RollOutBody.Dinsic)).Refusal?.Key);
        Assert.Equal(Refusal.NoRight, (await JudgeAsync(Team, RollOutBody.Dinsic)).Refusal);
        Assert.Equal("Refusal_InFuture", (await JudgeAsync(Dinsic, RollOutBody.Dinsic, today.AddDays(1))).Refusal?.Key);
        Assert.Equal(
            "Refusal_ReasonMissing",
            (await JudgeAsync(Dinsic, RollOutBody.Dinsic, reason: "\u0007")).Refusal?.Key
        );
        foreach (var (viewer, body) in new[] { (Dinsic, RollOutBody.Dinsic), (Ditp, RollOutBody.Ditp) })
        {
            Assert.True((await JudgeAsync(viewer, body)).Done);
            Assert.True((await JudgeAsync(viewer, body, reason: "Revu")).Done);
        }

        var known = await store.Get<PrototypeFigures>().RunAsync(Dinsic, new(Core.Applications.ApplicationFilter.All));
        var fact = known.Facts.Prototypes[Number];
        Assert.Equal(["Premier", "Second"], fact.Evaluations.Select(one => one.Conclusion));
        Assert.Equal(["Vu", "Revu", "Vu", "Revu"], fact.Verdicts.Select(one => one.Reason));
    }

    [Theory, OnBothEngines]
    public async Task A_team_writes_its_sheet_and_those_who_lead_publish_and_withdraw_it(TestEngine engine)
    {
        await using var store = await engine.SupportedStoreAsync();
        Assert.Null(await store.Get<SheetDesk>().RunAsync(Team, new(Number)));
        Assert.Equal(0, (await SaveAsync(store, Team, Sheet with { Context = null }, false, null)).Value);
        Assert.Equal(Refusal.Conflict, (await SaveAsync(store, Dinsic, Sheet, true, null)).Refusal);
        Assert.Equal(Refusal.NoRight, (await SaveAsync(store, Team, Sheet, true, 0)).Refusal);
        Assert.Equal(
            "Refusal_SheetIncomplete",
            (await SaveAsync(store, Dinsic, Sheet with { Context = "\u0007" }, true, 0)).Refusal?.Key
        );
        Assert.Equal(
            "Refusal_LinkNotHttps",
            (await SaveAsync(store, Team, Sheet with { SourceCode = "code" }, false, 0)).Refusal?.Key
        );
        Assert.Empty(await store.Get<PublishedSheets>().RunAsync(Team, new()));
        Assert.Equal(1, (await SaveAsync(store, Dinsic, Sheet, true, 0)).Value);
        Assert.Equal(2, (await SaveAsync(store, Team, Sheet with { Title = "Brouillon" }, false, 1)).Value);
        Assert.Equal("Titre", (await store.Get<PublishedSheets>().RunAsync(Team, new())).Single().Text.Title);
        Assert.Equal(3, (await SaveAsync(store, Ditp, Sheet with { Title = "Suite" }, true, 2)).Value);
        Assert.Equal("Suite", (await store.Get<PublishedSheets>().RunAsync(Team, new(Number))).Single().Text.Title);

        var withdraw = store.Get<WithdrawSheet>();
        Assert.Equal(Refusal.NoRight, (await withdraw.RunAsync(Team, new(Number, 3))).Refusal);
        Assert.Equal(Refusal.Conflict, (await withdraw.RunAsync(Dinsic, new(Number, 2))).Refusal);
        Assert.Equal(4, (await withdraw.RunAsync(Dinsic, new(Number, 3))).Value);
        Assert.Empty(await store.Get<PublishedSheets>().RunAsync(Team, new()));
        var desk = (await store.Get<SheetDesk>().RunAsync(Team, new(Number)))!;
        Assert.Equal(("Suite", 4), (desk.Draft.Title, desk.Version));
        Assert.Equal(["Titre", "Suite"], desk.Publications.Select(one => one.Text.Title));
        Assert.All(desk.Publications, one => Assert.Equal(Dinsic.Name, one.WithdrawnBy));
        Assert.Equal(5, (await SaveAsync(store, Ditp, Sheet, true, 4)).Value);
        Assert.Single(await store.Get<PublishedSheets>().RunAsync(Team, new()));
    }

    [Theory, OnBothEngines]
    public async Task A_repository_is_a_whole_address_or_none(TestEngine engine)
    {
        await using var store = await engine.SupportedStoreAsync();
        Task<Outcome<int>> LinkAsync(string? address, int version) =>
            store.Get<LinkRepository>().RunAsync(Team, new(Number, address, version));

        foreach (var address in new[] { "http://code.example.invalid/a", "code", "ftp://a", "//code.example.invalid" })
        {
            Assert.Equal("Refusal_LinkNotHttps", (await LinkAsync(address, 0)).Refusal?.Key);
        }

        Assert.True((await LinkAsync(" https://code.example.invalid/a ", 0)).Done);
        Assert.Equal(Refusal.Conflict, (await LinkAsync(null, 0)).Refusal);
        Assert.Equal("https://code.example.invalid/a", (await store.PlanAsync()).Repository);
        Assert.True((await LinkAsync(" ", 1)).Done);
        Assert.Null((await store.PlanAsync()).Repository);
    }

    private static Task<Outcome<int>> SaveAsync(
        TestStore store,
        Viewer viewer,
        SheetText text,
        bool isPublished,
        int? version
    ) => store.Get<SaveSheet>().RunAsync(viewer, new(Number, text, isPublished, version));
}
