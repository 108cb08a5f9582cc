using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores.Figures;

namespace AmiDashboard.Core.Dashboards;

/// <summary>Figures of applications and of their reviews.</summary>
internal static class ApplicationKeyFigures
{
    public static IEnumerable<KeyFigure> All { get; } =
    [
        Count("applications", _ => true),
        Count("received", fact => fact.Stage == Stage.Received),
        Count("underReview", fact => fact.Stage == Stage.UnderReview),
        Count("shortlisted", fact => fact.Stage == Stage.Shortlisted),
        Count("laureates", fact => fact.Stage == Stage.Laureate),
        KeyFigure.Sum(
            "requested",
            Right.SeeFigures,
            FigureUnit.Money,
            standing => standing.Applications.Select(fact => Part(fact, fact.Requested?.Cents ?? 0))
        ),
        KeyFigure.Sum(
            "reviewsAssigned",
            Right.SeeFigures,
            FigureUnit.Count,
            standing => Reviews(standing, (review, asOf) => review.IsAskedAt(asOf))
        ),
        KeyFigure.Sum(
            "reviewsSubmitted",
            Right.SeeFigures,
            FigureUnit.Count,
            standing => Reviews(standing, (review, asOf) => review.IsSubmittedAt(asOf)),
            FigureTone.MoreIsBetter
        ),
        KeyFigure.Sum(
            "reviewsLeft",
            Right.SeeFigures,
            FigureUnit.Count,
            standing => Reviews(standing, (review, asOf) => review.IsAskedAt(asOf) && !review.IsSubmittedAt(asOf)),
            FigureTone.LessIsBetter
        ),
    ];

    private static KeyFigure Count(string name, Func<ApplicationFact, bool> counts) =>
        KeyFigure.Sum(
            name,
            Right.SeeFigures,
            FigureUnit.Count,
            standing => standing.Applications.Where(counts).Select(fact => Part(fact, 1))
        );

    private static FigurePart Part(ApplicationFact fact, decimal amount) => new(fact.Edition, fact.Number, amount);

    private static IEnumerable<FigurePart> Reviews(
        ProgrammeStanding standing,
        Func<AskedReview, DateTime, bool> counts
    ) =>
        standing.Reviews.SelectMany(facts =>
            new AdmittedScores(facts, standing.Scope)
                .Asked()
                .Where(review => counts(review, standing.Scope.AsOf))
                .GroupBy(review => review.Application)
                .Select(group => new FigurePart(facts.Edition.Number, group.Key, group.Count()))
        );
}
