using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Prototypes.Figures;

namespace AmiDashboard.Core.Dashboards;

/// <summary>Figures of what laureates build, and of those who try it.</summary>
internal static class PrototypeKeyFigures
{
    public static IEnumerable<KeyFigure> All { get; } =
    [
        Count("under-way", standing => Each(standing, plan => plan.IsFinished ? 0 : 1)),
        Count("finished", standing => Each(standing, plan => plan.IsFinished ? 1 : 0), FigureTone.MoreIsBetter),
        Share("planned-share", plan => plan.PlannedWeight),
        Share("earned-share", plan => plan.EarnedWeight, FigureTone.MoreIsBetter),
        Count("trials-held", standing => Each(standing, plan => Held(plan, standing).Count()), FigureTone.MoreIsBetter),
        Count(
            "trial-people",
            standing => Each(standing, plan => Held(plan, standing).Sum(trial => trial.People)),
            FigureTone.MoreIsBetter
        ),
        KeyFigure.Ratio(
            "usability",
            Right.SeePrototypes,
            FigureUnit.Points,
            standing =>
                standing.Plans.Select(plan =>
                {
                    var scores = Held(plan, standing)
                        .SelectMany(trial => trial.Last.Result?.Usability ?? [])
                        .Select(answer => (decimal)answer.Score)
                        .ToList();
                    return new FigurePart(plan.Fact.Edition, plan.Number, scores.Sum(), scores.Count);
                }),
            FigureTone.MoreIsBetter
        ),
        Hours("technical-hours", SupportTrack.Technical),
        Hours("strategic-hours", SupportTrack.Strategic),
    ];

    private static KeyFigure Count(
        string name,
        Func<ProgrammeStanding, IEnumerable<FigurePart>> fold,
        FigureTone tone = FigureTone.Neutral
    ) => KeyFigure.Sum(name, Right.SeePrototypes, FigureUnit.Count, fold, tone);

    private static KeyFigure Share(string name, Func<PlanStanding, int> weight, FigureTone tone = FigureTone.Neutral) =>
        KeyFigure.Ratio(
            name,
            Right.SeePrototypes,
            FigureUnit.Share,
            standing =>
                standing.Plans.Select(plan => new FigurePart(
                    plan.Fact.Edition,
                    plan.Number,
                    weight(plan),
                    plan.Weight
                )),
            tone
        );

    /// <summary>Minutes of the sessions that were held.</summary>
    private static KeyFigure Hours(string name, SupportTrack track) =>
        KeyFigure.Sum(
            name,
            Right.SeePrototypes,
            FigureUnit.Minutes,
            standing =>
                Each(
                    standing,
                    plan =>
                        plan.Fact.Sessions.Where(session => session.Track == track)
                            .Select(session =>
                                KnownSession.At(session, plan.Number, standing.Scope.AsOf)?.Held?.Minutes ?? 0
                            )
                            .Sum()
                )
        );

    private static IEnumerable<TrialStanding> Held(PlanStanding plan, ProgrammeStanding standing) =>
        TrialStanding.Of(plan.Fact, standing.Scope.AsOf).Where(trial => trial.IsHeld);

    private static IEnumerable<FigurePart> Each(ProgrammeStanding standing, Func<PlanStanding, int> amount) =>
        standing.Plans.Select(plan => new FigurePart(plan.Fact.Edition, plan.Number, amount(plan)));
}
