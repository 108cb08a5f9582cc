using AmiDashboard.Core;
using AmiDashboard.Core.Scores;

namespace AmiDashboard.Scores;

public sealed class GridRulesTests
{
    [Theory]
    [InlineData(0, 50)]
    [InlineData(10_100, 100)]
    [InlineData(500, 0)]
    [InlineData(500, 300)]
    [InlineData(10_000, 50)]
    public void A_scale_without_a_step_that_divides_it_or_with_too_many_levels_is_refused(int most, int step) =>
        Refused("Refusal_ScaleUnsound", Sound with { Scale = new(new(most), new(step)) }, Scale.MostLevels);

    [Theory]
    [InlineData(0)]
    [InlineData(21)]
    public void From_one_to_twenty_reviewers_are_asked_for(int least) =>
        Refused("Refusal_LeastReviewers", Sound with { LeastReviewers = least });

    [Fact]
    public void An_edition_means_to_have_a_laureate() => Refused("Refusal_Places", Sound with { Places = 0 });

    [Theory]
    [InlineData(-1)]
    [InlineData(51)]
    public void Shrinkage_goes_from_nothing_to_fifty(int shrinkage) =>
        Refused("Refusal_Shrinkage", Sound with { Shrinkage = shrinkage });

    [Theory]
    [InlineData(0)]
    [InlineData(GridRules.MostCriteria + 1)]
    public void There_is_at_least_one_criterion_and_no_more_than_are_scored_with_care(int count) =>
        Refused(
            "Refusal_CriteriaCount",
            Sound with
            {
                Criteria = [.. Enumerable.Range(1, count).Select(which => Criterion(which))],
            },
            GridRules.MostCriteria
        );

    [Fact]
    public void Some_criterion_weighs_something() =>
        Refused("Refusal_NoWeight", Sound with { Criteria = [Criterion(1, weight: 0), Criterion(2, weight: 0)] });

    [Fact]
    public void A_criterion_is_named_once_by_its_id() =>
        Refused("Refusal_CriterionTwice", Sound with { Criteria = [Criterion(1, id: 1), Criterion(2, id: 1)] });

    [Fact]
    public void Two_criteria_do_not_share_a_short_name_however_it_is_written() =>
        Refused(
            "Refusal_CriterionNamedTwice",
            Sound with
            {
                Criteria = [Criterion(1) with { ShortName = "Équipe" }, Criterion(2) with { ShortName = "EQUIPE" }],
            }
        );

    [Theory]
    [InlineData(" ", "Court")]
    [InlineData("Long", "")]
    public void A_criterion_has_a_label_and_a_short_name(string label, string shortName) =>
        Refused("Refusal_CriterionUnnamed", With(Criterion(2) with { Label = label, ShortName = shortName }));

    [Fact]
    public void A_criterion_says_what_it_says_in_the_room_that_there_is()
    {
        static string Of(int length) => new('x', length + 1);
        Refused(
            "Refusal_CriterionTooLong",
            With(Criterion(2) with { Label = Of(Core.Scores.Criterion.LongestLabel) }),
            Core.Scores.Criterion.LongestLabel
        );
        Refused(
            "Refusal_CriterionTooLong",
            With(Criterion(2) with { ShortName = Of(Core.Scores.Criterion.LongestShortName) }),
            Core.Scores.Criterion.LongestShortName
        );
        Refused(
            "Refusal_CriterionTooLong",
            With(Criterion(2) with { Description = Of(Core.Scores.Criterion.LongestDescription) }),
            Core.Scores.Criterion.LongestDescription
        );
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    public void A_weight_goes_from_nothing_to_a_hundred(int weight) =>
        Refused("Refusal_Weight", With(Criterion(2, weight)), "Critère 2");

    [Fact]
    public void Guidance_is_of_a_level_of_the_scale_once_and_not_too_long()
    {
        void GuidanceRefused(params LevelGuidance[] guidance) =>
            Refused("Refusal_Guidance", With(Criterion(2) with { Guidance = [.. guidance] }), "Critère 2");

        GuidanceRefused(new LevelGuidance(new Score(525), "Hors barème"));
        GuidanceRefused(new LevelGuidance(new Score(500), new string('x', LevelGuidance.LongestText + 1)));
        GuidanceRefused(new LevelGuidance(new Score(500), "Tout"), new LevelGuidance(new Score(500), "Tout encore"));
        Allowed(
            With(Criterion(2) with { Guidance = [new(new(500), "Tout"), new(new(500), " "), new(new(0), "Rien")] })
        );
    }

    [Fact]
    public void A_criterion_that_the_grid_does_not_have_is_refused_whether_reviews_came_or_not()
    {
        var wanted = With(Criterion(2, id: 9));
        Refused("Refusal_CriterionUnknown", wanted, Kept(), hasSubmissions: false);
        Refused("Refusal_CriterionUnknown", wanted, Kept(), hasSubmissions: true);
    }

    [Fact]
    public void Before_the_first_submission_everything_may_change_without_a_reason() =>
        Allowed(Again with { Scale = Scale.TwentyByOnes, Criteria = [Criterion(3)] }, Kept(), hasSubmissions: false);

    [Fact]
    public void From_the_first_submission_on_scale_and_criteria_stay()
    {
        var why = Again with { Reason = "Vote du COPIL" };
        Refused("Refusal_ScaleInUse", why with { Scale = Scale.TwentyByOnes }, Kept(), hasSubmissions: true);
        Refused("Refusal_CriteriaInUse", why with { Criteria = [Again.Criteria[0]] }, Kept(), hasSubmissions: true);
        Refused(
            "Refusal_CriteriaInUse",
            why with
            {
                Criteria = [Again.Criteria[0], Criterion(3)],
            },
            Kept(),
            hasSubmissions: true
        );
        Allowed(Again with { Criteria = [.. Again.Criteria.Reverse()], Places = 9 }, Kept(), hasSubmissions: true);
    }

    [Theory]
    [InlineData("poids")]
    [InlineData("libellé")]
    [InlineData("description")]
    [InlineData("repères")]
    public void From_the_first_submission_on_what_reviews_were_given_under_changes_with_a_reason(string what)
    {
        var first = Again.Criteria[0];
        var wanted = Again with
        {
            Criteria =
            [
                what switch
                {
                    "poids" => first with { Weight = 61 },
                    "libellé" => first with { Label = "Autre" },
                    "description" => first with { Description = "Autre" },
                    _ => first with { Guidance = [new(new(0), "Rien")] },
                },
                Again.Criteria[1],
            ],
        };

        Refused("Refusal_GridReasonMissing", wanted, Kept(), hasSubmissions: true);
        Refused("Refusal_GridReasonMissing", wanted with { Reason = " " }, Kept(), hasSubmissions: true);
        Refused(
            "Refusal_ReasonTooLong",
            wanted with
            {
                Reason = new string('x', ConflictOfInterest.LongestReason + 1),
            },
            Kept(),
            hasSubmissions: true,
            ConflictOfInterest.LongestReason
        );
        Allowed(wanted with { Reason = "Vote du COPIL" }, Kept(), hasSubmissions: true);
    }

    [Fact]
    public void What_stands_at_the_edge_of_each_rule_is_allowed()
    {
        Allowed(Sound with { LeastReviewers = 20, Shrinkage = 50, Scale = new(new(10_000), new(100)) });
        Allowed(Sound with { LeastReviewers = 1, Shrinkage = 0, Places = 1, Scale = new(new(100), new(1)) });
        Allowed(Sound with { Criteria = [Criterion(1, weight: 0), Criterion(2, weight: 100)] });
    }

    private static GridProposal Sound =>
        new(Scale.FiveByHalves, 3, 6, Shrinkage: 3, ReviewsDueOn: null, [Criterion(1, 60), Criterion(2, 40)]);

    /// <summary>The kept grid, as a form would send it back.</summary>
    private static GridProposal Again => Sound with { Criteria = [Criterion(1, 60, id: 1), Criterion(2, 40, id: 2)] };

    private static GridProposal With(CriterionProposal second) => Sound with { Criteria = [Criterion(1), second] };

    private static CriterionProposal Criterion(int which, int weight = 50, int? id = null) =>
        new(id, $"Libellé {which}", $"Critère {which}", null, weight, []);

    private static ScoringGrid Kept()
    {
        var grid = new ScoringGrid { Edition = 1, Scale = Scale.FiveByHalves };
        grid.Criteria.AddRange(
            Again.Criteria.Select(
                (criterion, position) =>
                    new Criterion
                    {
                        Id = criterion.Id!.Value,
                        Position = position,
                        Label = criterion.Label,
                        ShortName = criterion.ShortName,
                        Weight = criterion.Weight,
                    }
            )
        );
        return grid;
    }

    private static void Allowed(GridProposal wanted, ScoringGrid? current = null, bool hasSubmissions = false) =>
        Assert.Null(GridRules.Check(current, wanted, hasSubmissions));

    private static void Refused(string key, GridProposal wanted, params object[] arguments) =>
        Refused(key, wanted, current: null, hasSubmissions: false, arguments);

    private static void Refused(
        string key,
        GridProposal wanted,
        ScoringGrid? current,
        bool hasSubmissions,
        params object[] arguments
    )
    {
        var refusal = GridRules.Check(current, wanted, hasSubmissions);
        Assert.Equal(key, refusal?.Key);
        Assert.Equal(arguments, refusal!.Arguments);
    }
}
