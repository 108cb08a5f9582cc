using System.Collections.Immutable;

namespace AmiDashboard.Core.Scores.Statistics;

/// <summary>The submitted scores of an edition, as statistics see them: who scored what, with holes.</summary>
public sealed class ScoreTable
{
    private readonly int[] applicationOf;
    private readonly int[] reviewerOf;

    private ScoreTable(ImmutableArray<GivenScores> reviews, int criteria)
    {
        Reviews = reviews;
        Criteria = criteria;
        Applications = [.. reviews.Select(review => review.Application).Distinct().Order()];
        Reviewers = [.. reviews.Select(review => review.Reviewer).Distinct().Order()];
        applicationOf = [.. reviews.Select(review => Applications.BinarySearch(review.Application))];
        reviewerOf = [.. reviews.Select(review => Reviewers.BinarySearch(review.Reviewer))];
    }

    /// <summary>Numbers, ascending, each once.</summary>
    public ImmutableArray<int> Applications { get; }

    /// <summary>Ids, ascending, each once.</summary>
    public ImmutableArray<int> Reviewers { get; }

    /// <summary>How many criteria each review answers.</summary>
    public int Criteria { get; }

    /// <summary>By application, then reviewer.</summary>
    public ImmutableArray<GivenScores> Reviews { get; }

    /// <summary>Index of each review's application.</summary>
    internal ReadOnlySpan<int> ApplicationOf => applicationOf;

    /// <summary>Index of each review's reviewer.</summary>
    internal ReadOnlySpan<int> ReviewerOf => reviewerOf;

    /// <exception cref="ArgumentException">
    /// A reviewer reviews an application twice, a review has not one entry for each criterion, or a score is no number.
    /// </exception>
    public static ScoreTable Of(IEnumerable<GivenScores> reviews, int criteria)
    {
        ArgumentNullException.ThrowIfNull(reviews);
        ArgumentOutOfRangeException.ThrowIfLessThan(criteria, 1);
        var ordered = reviews
            .OrderBy(review => review.Application)
            .ThenBy(review => review.Reviewer)
            .ToImmutableArray();
        for (var index = 0; index < ordered.Length; index++)
        {
            var review = ordered[index];
            var pair = $"application {review.Application}, reviewer {review.Reviewer}";
            if (review.Scores.IsDefault || review.Scores.Length != criteria)
            {
                throw new ArgumentException($"Not {criteria} scores: {pair}.", nameof(reviews));
            }

            if (review.Scores.Any(score => score is { } points && !double.IsFinite(points)))
            {
                throw new ArgumentException($"A score that is no number: {pair}.", nameof(reviews));
            }

            if (
                index > 0
                && (ordered[index - 1].Application, ordered[index - 1].Reviewer)
                    == (review.Application, review.Reviewer)
            )
            {
                throw new ArgumentException($"A second review: {pair}.", nameof(reviews));
            }
        }

        return new ScoreTable(ordered, criteria);
    }
}
