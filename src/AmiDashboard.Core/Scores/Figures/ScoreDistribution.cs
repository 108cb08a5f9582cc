using System.Collections.Immutable;
using AmiDashboard.Core.Applications.Figures;

namespace AmiDashboard.Core.Scores.Figures;

/// <summary>How submitted scores spread over the scale, criterion by criterion. « Cannot judge » is no score.</summary>
/// <param name="Classes">Levels of the scale, or ten equal parts of it where it has more than <see cref="MostLevels"/>.</param>
public sealed record ScoreDistribution(
    FigureScope Scope,
    Scale Scale,
    ImmutableArray<ScoreClass> Classes,
    ImmutableArray<CriterionScores> Criteria
)
{
    /// <summary>Levels shown one by one.</summary>
    public const int MostLevels = 11;

    private const int Parts = 10;

    public int Scores => Criteria.Sum(criterion => criterion.Scores);

    public static ScoreDistribution Of(ScoreFacts facts, FigureScope scope)
    {
        var admitted = new AdmittedScores(facts, scope);
        SubmissionFact[] counting = [.. admitted.Counting];
        ImmutableArray<ScoreClass> classes = [.. ClassesOf(facts.Scale)];
        return new ScoreDistribution(
            scope,
            facts.Scale,
            classes,
            [
                .. facts.Criteria.Select(
                    (criterion, index) =>
                        CriterionScores.Of(
                            criterion,
                            [
                                .. from submission in counting
                                let score = submission.Scores.ElementAtOrDefault(index)
                                where score is not null
                                select (submission.Application, score.Value),
                            ],
                            classes,
                            admitted
                        )
                ),
            ]
        );
    }

    private static IEnumerable<ScoreClass> ClassesOf(Scale scale)
    {
        if (scale.Levels.Count() <= MostLevels)
        {
            return scale.Levels.Select(level => new ScoreClass(level.Points, level.Points, IsLast: true));
        }

        var width = scale.Most.Points / Parts;
        return Enumerable
            .Range(0, Parts)
            .Select(part => new ScoreClass(part * width, (part + 1) * width, part == Parts - 1));
    }
}

/// <summary>From <paramref name="From"/> up to <paramref name="To"/>, in points; equal for a level.</summary>
/// <param name="IsLast">Whether <paramref name="To"/> belongs to it, as it does to the last part of a scale and to a level.</param>
public sealed record ScoreClass(decimal From, decimal To, bool IsLast)
{
    public bool IsLevel => From == To;

    public bool Holds(Score score) => score.Points >= From && (score.Points < To || (IsLast && score.Points == To));
}

/// <param name="Classes">How often each class was given, in the order of the figure's classes.</param>
/// <param name="Median">In points, like the mean and the deviation; null without any score.</param>
/// <param name="Deviation">Standard deviation of the scores themselves (divided by n).</param>
/// <param name="Applications">Those scored at least once on it.</param>
public sealed record CriterionScores(
    CriterionFact Criterion,
    ImmutableArray<ClassScores> Classes,
    int Scores,
    decimal? Median,
    double? Mean,
    double? Deviation,
    ApplicationSet Applications
)
{
    internal static CriterionScores Of(
        CriterionFact criterion,
        (int Application, Score Score)[] given,
        ImmutableArray<ScoreClass> classes,
        AdmittedScores admitted
    )
    {
        double[] points = [.. given.Select(one => (double)one.Score.Points)];
        double? mean = points.Length == 0 ? null : points.Average();
        return new CriterionScores(
            criterion,
            [
                .. classes.Select(part =>
                {
                    var held = given.Where(one => part.Holds(one.Score)).ToList();
                    return new ClassScores(held.Count, admitted.Set(held.Select(one => one.Application)));
                }),
            ],
            given.Length,
            Figures.Median.Of(given.Select(one => one.Score.Points)),
            mean,
            mean is { } center ? Math.Sqrt(points.Average(point => (point - center) * (point - center))) : null,
            admitted.Set(given.Select(one => one.Application))
        );
    }
}

/// <param name="Scores">How many scores: an application may have several of them.</param>
public sealed record ClassScores(int Scores, ApplicationSet Applications);
