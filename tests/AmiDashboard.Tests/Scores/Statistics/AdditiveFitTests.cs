using AmiDashboard.Core.Scores.Statistics;
using CsCheck;

namespace AmiDashboard.Scores.Statistics;

public sealed class AdditiveFitTests
{
    [Fact]
    public void Missing_cells_have_their_exact_least_squares_solution()
    {
        var fit = Fit(SomeScores.Unbalanced, 0);

        Assert.Equal(2.75, fit.Mean, 1e-10);
        Near([3, 4, 2, 2], fit.Adjusted, 1e-10);
        Near([1, 0, -1], fit.Leniency, 1e-10);
        Assert.Equal(1, fit.Components);
        Assert.True(fit.IsConverged);
    }

    [Fact]
    public void Severe_judges_are_allowed_for_so_that_the_third_rises_and_the_first_falls()
    {
        var rows = ScoreModel
            .Fit(SomeScores.Table(SomeScores.Unbalanced), 0)
            .Rank([1])
            .Rows.OrderBy(row => row.Number)
            .ToList();

        Near([3.5, 4, 1.5, 2], rows.Select(row => row.Mean), 1e-10);
        Near([3, 4, 2, 2], rows.Select(row => row.AdjustedMean), 1e-10);
        Assert.Equal([2, 1, 4, 3], rows.Select(row => row.Rank!.Value));
        Assert.Equal([2, 1, 3, 3], rows.Select(row => row.AdjustedRank!.Value));
        Assert.Equal([false, false, true, true], rows.Select(row => row.IsTied));
    }

    [Fact]
    public void A_fit_is_the_one_that_elimination_finds_whatever_is_missing() =>
        Gen.Select(SomeScores.Reviews(9, 7, 1, withHoles: true), SomeScores.Shrinkage)
            .Sample(
                (reviews, shrinkage) =>
                {
                    var table = ScoreTable.Of(reviews, 1);
                    var fit = ScoreModel.Fit(table, shrinkage).Fits[0];
                    var dense = DenseFit.Of(reviews, 0, shrinkage);

                    Assert.Equal(dense.Components, fit.Components);
                    Near(table.Applications.Select(number => Of(dense.Adjusted, number)), fit.Adjusted, 1e-9);
                    Near(table.Reviewers.Select(id => Of(dense.Leniency, id)), fit.Leniency, 1e-9);
                    Assert.True(fit.IsConverged);
                },
                iter: 2000
            );

    [Fact]
    public void A_long_chain_of_reviewers_who_share_one_application_with_the_next_is_still_solved()
    {
        // Reviewer j is generous by j: each link says only that the next is one point more so.
        const int Reviewers = 300;
        var reviews = Enumerable
            .Range(0, Reviewers - 1)
            .SelectMany(link =>
                new[] { SomeScores.One(link, link, 2 + link), SomeScores.One(link, link + 1, 3 + link) }
            );
        var fit = Fit([.. reviews], 0);

        Near(Enumerable.Range(0, Reviewers).Select(j => (double?)j - ((Reviewers - 1) / 2.0)), fit.Leniency, 1e-6);
        Assert.Equal(1, fit.Components);
        Assert.InRange(fit.Iterations, 1, 4 * Reviewers);
    }

    [Fact]
    public void A_programme_of_any_size_takes_few_iterations() =>
        Assert.All(
            [
                SomeScores.Programme(100, 25, 5, 1),
                SomeScores.Programme(400, 100, 5, 1),
                SomeScores.Programme(1600, 400, 5, 1),
            ],
            table => Assert.InRange(ScoreModel.Fit(table, 0).Fits[0].Iterations, 1, 40)
        );

    [Fact]
    public void A_reviewer_of_few_scores_is_corrected_by_their_share_of_them()
    {
        // Nine colleagues who agree, and one two points below on n applications: about −2n/(n + λ) of severity.
        var reviews = Enumerable
            .Range(0, 40)
            .SelectMany(application =>
                Enumerable.Range(1, 40).Select(reviewer => SomeScores.One(application, reviewer, 3))
            )
            .Concat(Enumerable.Range(0, 4).Select(application => SomeScores.One(application, 99, 1)))
            .ToArray();

        Assert.Equal(-2, Fit(reviews, 0).Leniency[^1]!.Value, .1);
        Assert.Equal(-1, Fit(reviews, 4).Leniency[^1]!.Value, .1);
        Assert.Equal(-.5, Fit(reviews, 12).Leniency[^1]!.Value, .1);
    }

    [Fact]
    public void A_fit_of_weighted_totals_is_the_weighted_mean_of_fits() =>
        Gen.Select(SomeScores.Reviews(8, 6, 3, withHoles: false), SomeScores.Weight.Array[3], SomeScores.Shrinkage)
            .Sample(
                (reviews, weights, shrinkage) =>
                {
                    var totals = reviews.Select(review =>
                        SomeScores.One(
                            review.Application,
                            review.Reviewer,
                            review.Scores.Zip(weights, (score, weight) => score * weight).Sum() / weights.Sum()
                        )
                    );
                    var rows = ScoreModel.Fit(ScoreTable.Of(reviews, 3), shrinkage).Rank([.. weights]).Rows;

                    Near(
                        Fit([.. totals], shrinkage).Adjusted,
                        rows.OrderBy(row => row.Number).Select(row => row.AdjustedMean),
                        1e-9
                    );
                },
                iter: 300
            );

    [Fact]
    public void Groups_that_nobody_links_are_each_on_a_scale_of_their_own()
    {
        var fit = Fit(
            [
                SomeScores.One(1, 1, 5),
                SomeScores.One(1, 2, 4),
                SomeScores.One(2, 3, 2),
                SomeScores.One(2, 4, 1),
                SomeScores.One(3, 5, 3),
            ],
            0
        );

        Assert.Equal(3, fit.Components);
        Near([4.5, 1.5, 3], fit.Adjusted, 1e-10);
        Near([.5, -.5, .5, -.5, 0], fit.Leniency, 1e-10);
    }

    [Fact]
    public void What_nobody_scored_has_no_value_rather_than_zero()
    {
        var fit = Fit([SomeScores.One(1, 1, 3), SomeScores.One(2, 1, 2), SomeScores.One(3, 2, (double?)null)], 1);

        Assert.Null(fit.Adjusted[2]);
        Assert.Null(fit.Leniency[1]);
        Assert.Equal(2.5, fit.Mean, 1e-12);
        Assert.Equal(1, fit.Components);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_shrinkage_below_none_is_refused(double shrinkage) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Fit(SomeScores.Unbalanced, shrinkage));

    private static AdditiveFit Fit(GivenScores[] reviews, double shrinkage) =>
        ScoreModel.Fit(ScoreTable.Of(reviews, 1), shrinkage).Fits[0];

    private static double? Of(Dictionary<int, double> values, int key) =>
        values.TryGetValue(key, out var value) ? value : null;

    private static void Near(IEnumerable<double?> expected, IEnumerable<double?> actual, double tolerance) =>
        Assert.All(
            expected.Zip(actual),
            pair =>
            {
                Assert.Equal(pair.First is null, pair.Second is null);
                Assert.Equal(pair.First ?? 0, pair.Second ?? 0, tolerance);
            }
        );
}
