using System.Collections.Immutable;
using AmiDashboard.Core;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Prototypes.Figures;
using static AmiDashboard.Prototypes.Figures.SmallPrototype;

namespace AmiDashboard.Prototypes;

/// <summary>What may be said of trials, reports, proofs and evaluations; each refusal.</summary>
public sealed class PrototypeRulesTests
{
    private static readonly DateOnly Today = Day(6, 30);

    private static readonly ReportText Whole = new(Weather.Sun, "Synthèse", null, null, null, []);

    private static readonly string TooLong = new('a', Core.Prototypes.Prototype.LongestText + 1);

    [Theory]
    [InlineData(0, "Refusal_TrialPeople")]
    [InlineData(100_001, "Refusal_TrialPeople")]
    [InlineData(1, null)]
    [InlineData(100_000, null)]
    public void A_trial_has_people(int people, string? refusal) =>
        Assert.Equal(refusal, TrialRules.CheckPeople(people)?.Key);

    [Fact]
    public void The_result_of_a_trial_adds_up()
    {
        Refuses(null, Result(10, 10, [1, 0, 0, 0, 1], Answer(50)));
        Refuses("Refusal_TrialPeople", Result(), people: 0);
        Refuses("Refusal_InFuture", Result(), on: Today.AddDays(1));
        Refuses("Refusal_Tasks", Result(10, 11));
        Refuses("Refusal_Tasks", Result(-1, -1));
        Refuses("Refusal_UsabilityLine", Result(usability: new UsabilityAnswer([3])));
        Refuses("Refusal_Satisfaction", Result(satisfaction: [1, 2]));
        Refuses("Refusal_Satisfaction", Result(satisfaction: [1, 0, 0, 0, -1]));
        Refuses("Refusal_MoreAnswersThanPeople", Result(satisfaction: [1, 1, 1, 0, 0]));
        Refuses("Refusal_MoreAnswersThanPeople", Result(usability: [Answer(50), Answer(50), Answer(50)]));
        Refuses("Refusal_NothingLearnt", Result() with { Learnt = " " });
        Refuses("Refusal_TextTooLong", Result() with { Changed = TooLong });

        static void Refuses(string? key, TrialResult result, DateOnly? on = null, int people = 2) =>
            Assert.Equal(key, TrialRules.CheckResult(on ?? Today, people, result, Today)?.Key);
    }

    [Fact]
    public void A_draft_may_lack_anything_but_says_nothing_out_of_range()
    {
        Assert.Null(ReportRules.CheckDraft(ReportText.Empty));
        Assert.Null(ReportRules.CheckDraft(ReportText.Empty with { Risks = [new(null, 1, 4, null)] }));
        Refuses("Refusal_TextTooLong", Whole with { Next = TooLong });
        Refuses("Refusal_TooManyRisks", Whole with { Risks = [.. Enumerable.Repeat(new Risk("R", 1, 1, null), 31)] });
        Refuses("Refusal_RiskRange", Whole with { Risks = [new("R", 0, 1, null)] });
        Refuses("Refusal_RiskRange", Whole with { Risks = [new("R", 1, 5, null)] });
        Refuses("Refusal_TextTooLong", Whole with { Risks = [new("R", 1, 1, TooLong)] });

        static void Refuses(string key, ReportText text) => Assert.Equal(key, ReportRules.CheckDraft(text)?.Key);
    }

    [Fact]
    public void A_published_report_says_the_weather_and_below_overcast_what_help_is_wanted()
    {
        Refuses(null, Whole);
        Refuses(null, Whole with { Weather = Weather.Overcast });
        Refuses(null, Whole with { Weather = Weather.Cloud, Help = "Un accès aux données" });
        Refuses("Refusal_NoWeather", Whole with { Weather = null });
        Refuses("Refusal_NoSynthesis", Whole with { Synthesis = " " });
        Refuses("Refusal_NoHelp", Whole with { Weather = Weather.Cloud });
        Refuses("Refusal_NoHelp", Whole with { Weather = Weather.Storm, Help = " " });
        Refuses("Refusal_RiskUnnamed", Whole with { Risks = [new(" ", 1, 1, null)] });
        Refuses("Refusal_TextTooLong", Whole with { Done = TooLong });

        static void Refuses(string? key, ReportText text) => Assert.Equal(key, ReportRules.CheckPublication(text)?.Key);
    }

    [Fact]
    public void A_month_is_reported_on_from_the_start_of_support_to_today_and_in_order()
    {
        Refuses(null, Day(1, 1));
        Refuses(null, Day(6, 1), last: Day(5, 1));
        Refuses("Refusal_ReportMonth", Day(12, 1, 2018));
        Refuses("Refusal_ReportMonth", Day(7, 1));
        Refuses("Refusal_ReportMonth", Day(5, 2));
        Refuses("Refusal_MonthPublished", Day(5, 1), last: Day(5, 1));
        Refuses("Refusal_MonthPublished", Day(4, 1), last: Day(5, 1));

        static void Refuses(string? key, DateOnly month, DateOnly? last = null) =>
            Assert.Equal(key, ReportRules.CheckMonth(Prototype(1).Plan, month, last, Today)?.Key);
    }

    [Fact]
    public void A_weather_is_stale_on_the_thirty_sixth_paris_day()
    {
        Assert.Equal(Day(7, 7), ReportRules.StaleOn(At(6, 1)));
        // Half past eleven in the evening UTC is the next day in Paris.
        Assert.Equal(Day(7, 8), ReportRules.StaleOn(new DateTime(2019, 6, 1, 23, 30, 0, DateTimeKind.Utc)));
    }

    [Fact]
    public void A_proof_is_of_the_past_told_in_words_and_has_an_address_unless_it_was_shown()
    {
        Refuses(null, EvidenceKind.Demonstration);
        Refuses(null, EvidenceKind.Link, link: "https://code.gouv.fr/projet");
        Refuses("Refusal_InFuture", EvidenceKind.Demonstration, on: Today.AddDays(1));
        Refuses("Refusal_Evidence", EvidenceKind.Demonstration, description: " ");
        Refuses("Refusal_Evidence", EvidenceKind.Demonstration, description: TooLong);
        Refuses("Refusal_EvidenceLink", EvidenceKind.Link);
        Refuses("Refusal_EvidenceLink", EvidenceKind.Document);
        Refuses("Refusal_LinkNotHttps", EvidenceKind.Document, link: "http://code.gouv.fr");
        Refuses("Refusal_LinkNotHttps", EvidenceKind.Demonstration, link: "javascript:alert(1)");

        static void Refuses(
            string? key,
            EvidenceKind kind,
            string? description = "Montré au métier",
            string? link = null,
            DateOnly? on = null
        ) => Assert.Equal(key, ReadinessProof.Check(kind, description, link, on ?? Today, Today)?.Key);
    }

    [Fact]
    public void An_evaluation_names_its_benefits_and_tells_what_was_measured()
    {
        var attained = new EvaluatedBenefit("Délai divisé par deux", "De 10 à 4 jours", BenefitOutcome.Attained);

        Refuses(null, [attained, new("Moins d’erreurs", null, BenefitOutcome.NotMeasured)]);
        Refuses("Refusal_Benefits", []);
        Refuses("Refusal_Benefits", default);
        Refuses("Refusal_Benefits", [.. Enumerable.Repeat(attained, EvaluationRules.MostBenefits + 1)]);
        Refuses("Refusal_BenefitUnnamed", [attained with { Expected = " " }]);
        Refuses("Refusal_BenefitUnobserved", [attained with { Observed = " " }]);
        Refuses("Refusal_Conclusion", [attained], conclusion: " ");
        Refuses("Refusal_TextTooLong", [attained with { Observed = TooLong }]);
        Refuses("Refusal_TextTooLong", [attained], conclusion: TooLong);

        static void Refuses(
            string? key,
            ImmutableArray<EvaluatedBenefit> benefits,
            string conclusion = "À généraliser"
        ) => Assert.Equal(key, EvaluationRules.Check(benefits, conclusion)?.Key);
    }

    [Fact]
    public void A_verdict_follows_an_evaluation_and_has_its_reason()
    {
        Assert.Null(Verdict(true, Today, "Utile"));
        Assert.Equal("Refusal_NotEvaluated", Verdict(false, Today, "Utile"));
        Assert.Equal("Refusal_InFuture", Verdict(true, Today.AddDays(1), "Utile"));
        Assert.Equal("Refusal_ReasonTooLong", Verdict(true, Today, TooLong));
        Assert.Equal("Refusal_ReasonMissing", Verdict(true, Today, " "));

        static string? Verdict(bool isEvaluated, DateOnly on, string reason) =>
            EvaluationRules.CheckVerdict(isEvaluated, on, Today, reason)?.Key;
    }
}
