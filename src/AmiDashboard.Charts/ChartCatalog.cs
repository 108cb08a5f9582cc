using AmiDashboard.Charts.Applications;
using AmiDashboard.Charts.Budgets;
using AmiDashboard.Charts.Prototypes;
using AmiDashboard.Charts.Scores;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes.Figures;
using AmiDashboard.Core.Scores.Figures;

namespace AmiDashboard.Charts;

/// <summary>Every chart there is, in the order of a page.</summary>
public static class ChartCatalog
{
    public static IReadOnlyList<ChartDefinition<IEnumerable<ApplicationFact>>> Applications { get; } =
    [
        new(
            "deposits",
            Right.SeeFigures,
            width => width < 480 ? 280 : 340,
            (facts, scope, style) => DepositCurveChart.Compose(DepositCurve.Of(facts, scope), style)
        ),
        new(
            "stages",
            Right.SeeFigures,
            width => width < 480 ? 260 : 290,
            (facts, scope, style) => StageFunnelChart.Compose(StageFunnel.Of(facts, scope), style)
        ),
        new(
            "ministries",
            Right.SeeFigures,
            width => width < 480 ? 480 : 390,
            (facts, scope, style) => BreakdownChart.Compose(MinistryBreakdown.Of(facts, scope), style)
        ),
        new(
            "techniques",
            Right.SeeFigures,
            width => width < 480 ? 340 : 290,
            (facts, scope, style) => BreakdownChart.Compose(TechniqueBreakdown.Of(facts, scope), style)
        ),
        new(
            "delays",
            Right.SeeFigures,
            _ => 270,
            (facts, scope, style) => StepDelaysChart.Compose(StepDelays.Of(facts, scope), style)
        ),
    ];

    /// <summary>Those of one edition's scores; each is given the facts that its right reaches.</summary>
    public static IReadOnlyList<ChartDefinition<ScoreFacts>> Scores { get; } =
    [
        new(
            "review-progress",
            Right.SeeFigures,
            width => width < 480 ? 280 : 340,
            (facts, scope, style) => ReviewProgressChart.Compose(ReviewProgress.Of(facts, scope), style)
        ),
        new(
            "reviewer-progress",
            Right.ManageReviews,
            width => width < 480 ? 400 : 330,
            (facts, scope, style) => ReviewerProgressChart.Compose(ReviewerProgress.Of(facts, scope), style)
        ),
        new(
            "score-distribution",
            Right.SeeRanking,
            width => width < 480 ? 560 : 480,
            (facts, scope, style) => ScoreDistributionChart.Compose(ScoreDistribution.Of(facts, scope), style)
        ),
        new(
            "ranking",
            Right.SeeRanking,
            width => width < 480 ? 620 : 680,
            (facts, scope, style) => RankingChart.Compose(RankingFigure.Of(facts, scope), style)
        ),
        new(
            "score-heatmap",
            Right.SeeRanking,
            width => width < 480 ? 620 : 640,
            (facts, scope, style) => ScoreHeatmapChart.Compose(ScoreHeatmap.Of(facts, scope), style)
        ),
        new(
            "reviewer-severity",
            Right.ManageReviews,
            width => width < 480 ? 400 : 330,
            (facts, scope, style) => ReviewerSeverityChart.Compose(ReviewerSeverities.Of(facts, scope), style)
        ),
        new(
            "application-profile",
            Right.SeeRanking,
            width => width < 480 ? 340 : 360,
            (facts, scope, style) => ApplicationProfileChart.Compose(ApplicationProfile.Of(facts, scope), style)
        ),
        new(
            "agreement",
            Right.SeeRanking,
            width => width < 480 ? 290 : 280,
            (facts, scope, style) => AgreementChart.Compose(AgreementFigure.Of(facts, scope), style)
        ),
    ];

    /// <summary>Those of the money: what each viewer may see of it is in the facts they are given.</summary>
    public static IReadOnlyList<ChartDefinition<BudgetFacts>> Budgets { get; } =
    [
        OfBudgets(
            "envelope",
            width => width < 480 ? 420 : 350,
            (facts, scope, style) => EnvelopeChart.Compose(EnvelopeWaterfall.Of(facts, scope), style)
        ),
        OfBudgets(
            "disbursements",
            width => width < 480 ? 320 : 380,
            (facts, scope, style) => DisbursementChart.Compose(Trajectory.Of(facts, scope), style)
        ),
        OfBudgets(
            "payments-due",
            width => width < 480 ? 300 : 340,
            (facts, scope, style) => PaymentsDueChart.Compose(PaymentCalendar.Of(facts, scope), style)
        ),
        OfBudgets(
            "budget-ministries",
            width => width < 480 ? 480 : 390,
            (facts, scope, style) => MinistryBudgetChart.Compose(MinistryBudgets.Of(facts, scope), style)
        ),
        OfBudgets(
            "budget-projects",
            width => width < 480 ? 520 : 420,
            (facts, scope, style) => ProjectBudgetChart.Compose(ProjectBudgets.Of(facts, scope), style)
        ),
        OfBudgets(
            "missing-documents",
            width => width < 480 ? 310 : 290,
            (facts, scope, style) => MissingDocumentsChart.Compose(MissingDocuments.Of(facts, scope), style)
        ),
    ];

    /// <summary>Those of what laureates build, and of those who try it.</summary>
    public static IReadOnlyList<ChartDefinition<PrototypeFacts>> Prototypes { get; } =
    [
        OfPrototypes(
            "prototype-plan",
            width => width < 480 ? 640 : 560,
            (facts, scope, style) => PlanPortfolioChart.Compose(PlanPortfolio.Of(facts, scope), style)
        ),
        OfPrototypes(
            "milestone-burnup",
            width => width < 480 ? 340 : 360,
            (facts, scope, style) => BurnUpChart.Compose(MilestoneBurnUp.Of(facts, scope), style)
        ),
        OfPrototypes(
            "weather",
            width => width < 480 ? 640 : 480,
            (facts, scope, style) => WeatherChart.Compose(WeatherGrid.Of(facts, scope), style)
        ),
        OfPrototypes(
            "support-hours",
            width => width < 480 ? 380 : 400,
            (facts, scope, style) => SupportHoursChart.Compose(SupportHours.Of(facts, scope), style)
        ),
        OfPrototypes(
            "trial-people",
            width => width < 480 ? 320 : 340,
            (facts, scope, style) => TrialPeopleChart.Compose(TrialPeople.Of(facts, scope), style)
        ),
        OfPrototypes(
            "satisfaction",
            width => width < 480 ? 480 : 400,
            (facts, scope, style) => SatisfactionChart.Compose(TrialSatisfaction.Of(facts, scope), style)
        ),
        OfPrototypes(
            "risks",
            width => width < 480 ? 380 : 330,
            (facts, scope, style) => RiskChart.Compose(RiskMatrix.Of(facts, scope), style)
        ),
        OfPrototypes(
            "maturity",
            width => width < 480 ? 620 : 540,
            (facts, scope, style) => MaturityChart.Compose(MaturityLadder.Of(facts, scope), style)
        ),
    ];

    /// <summary>Those of pages, exports and documents; a wall screen has its own (<see cref="Dashboards.WallCharts"/>).</summary>
    public static IReadOnlyList<ChartDefinition> All { get; } = [.. Applications, .. Scores, .. Budgets, .. Prototypes];

    public static ChartDefinition? Find(string name) => All.FirstOrDefault(chart => chart.Name == name);

    private static ChartDefinition<BudgetFacts> OfBudgets(
        string name,
        Func<int, int> height,
        Func<BudgetFacts, FigureScope, ChartStyle, ChartContent> compose
    ) => new(name, Right.SeeBudgets, height, compose, "/budgets");

    private static ChartDefinition<PrototypeFacts> OfPrototypes(
        string name,
        Func<int, int> height,
        Func<PrototypeFacts, FigureScope, ChartStyle, ChartContent> compose
    ) => new(name, Right.SeePrototypes, height, compose, "/prototypes");
}
