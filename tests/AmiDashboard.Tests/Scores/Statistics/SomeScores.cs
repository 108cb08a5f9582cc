using System.Collections.Immutable;
using AmiDashboard.Core.Scores.Statistics;
using CsCheck;

namespace AmiDashboard.Scores.Statistics;

/// <summary>Tables of scores, written by hand or drawn; a drawn one that fails is printed with its seed by CsCheck.</summary>
internal static class SomeScores
{
    /// <summary>Missing cells, exact solution: μ 11/4; applications +1/4, +5/4, −3/4, −3/4; reviewers +1, 0, −1.</summary>
    public static readonly GivenScores[] Unbalanced =
    [
        One(1, 1, 4),
        One(1, 2, 3),
        One(2, 1, 5),
        One(2, 3, 3),
        One(3, 2, 2),
        One(3, 3, 1),
        One(4, 1, 3),
        One(4, 2, 2),
        One(4, 3, 1),
    ];

    public static GivenScores One(int application, int reviewer, params double?[] scores) =>
        new(application, reviewer, [.. scores]);

    public static ScoreTable Table(params GivenScores[] reviews) => ScoreTable.Of(reviews, reviews[0].Scores.Length);

    public static ImmutableArray<double> Weights(params double[] weights) => [.. weights];

    /// <summary>Scores by halves from 0 to 5; pairs drawn, so that components, ties and lone reviewers all happen.</summary>
    public static Gen<GivenScores[]> Reviews(int applications, int reviewers, int criteria, bool withHoles) =>
        Gen.Select(
                Gen.Int[1, applications],
                Gen.Int[1, reviewers],
                Score(withHoles).Array[criteria],
                (application, reviewer, scores) => new GivenScores(application * 10, reviewer * 7, [.. scores])
            )
            .Array[1, applications * reviewers]
            .Select(reviews => reviews.DistinctBy(review => (review.Application, review.Reviewer)).ToArray());

    public static Gen<double> Weight => Gen.Int[1, 40].Select(weight => (double)weight);

    /// <summary>λ, none included.</summary>
    public static Gen<double> Shrinkage => Gen.OneOf(Gen.Const(0.0), Gen.Int[1, 12].Select(half => half / 2.0));

    /// <summary>A programme of ordinary shape: each application has its merit, each reviewer their severity.</summary>
    public static ScoreTable Programme(int applications, int reviewers, int each, int criteria, double holes = 0)
    {
        var random = new Random(20180614);
        var severity = Enumerable.Range(0, reviewers).Select(_ => random.NextDouble() - .5).ToArray();
        var reviews = new List<GivenScores>();
        for (var application = 0; application < applications; application++)
        {
            var merit = 1 + (3 * random.NextDouble());
            foreach (var reviewer in Enumerable.Range(0, reviewers).OrderBy(_ => random.Next()).Take(each))
            {
                reviews.Add(
                    new GivenScores(
                        application + 1,
                        reviewer + 1,
                        [
                            .. Enumerable
                                .Range(0, criteria)
                                .Select(_ =>
                                    random.NextDouble() < holes
                                        ? (double?)null
                                        : Math.Round(2 * (merit - severity[reviewer] + random.NextDouble() - .5)) / 2
                                ),
                        ]
                    )
                );
            }
        }

        return ScoreTable.Of(reviews, criteria);
    }

    private static Gen<double?> Score(bool withHoles)
    {
        var scores = Gen.Int[0, 10].Select(half => (double?)(half / 2.0));
        return withHoles ? Gen.Frequency((4, scores), (1, Gen.Const((double?)null))) : scores;
    }
}
