using System.Collections.Immutable;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores.Figures;

namespace AmiDashboard.Storage.Scores;

/// <summary>
/// How far the reviews of an edition are: which were asked for and which came, of the applications within the perimeter.
/// No score, no ranking, and no reviewer that could be told from another.
/// </summary>
public sealed class ReviewProgressFacts(ScoreBoard board) : IRead<ReviewProgressFacts.Query, KnownScores>
{
    /// <param name="AsOf">UTC: what was known then; null for now.</param>
    public sealed record Query(int Edition, DateTime? AsOf = null);

    public static Right Right => Right.SeeFigures;

    public async Task<KnownScores> RunAsync(Viewer viewer, Query query, CancellationToken cancellation = default)
    {
        var perimeter = Asked.Of(viewer, Right);
        if (await board.ScoresAsync(query.Edition, query.AsOf, cancellation) is not { } scores)
        {
            return new(0, perimeter.Key, null);
        }

        var facts = scores.ToFacts();
        bool Sees(int number) => perimeter.Admits(query.Edition, number);
        var seen = facts.Applications.Where(pair => Sees(pair.Key)).ToImmutableDictionary();
        if (seen.IsEmpty && !perimeter.Covers(query.Edition))
        {
            return new(0, perimeter.Key, null);
        }

        var ordinals = Ordinals(facts);
        return KnownScores.Of(
            scores,
            perimeter.Key,
            new ScoreFacts
            {
                Edition = facts.Edition,
                Scale = facts.Scale,
                LeastReviewers = facts.LeastReviewers,
                Places = facts.Places,
                ReviewsDueOn = facts.ReviewsDueOn,
                Criteria = facts.Criteria,
                Applications = seen,
                Titles = facts.Titles.Where(pair => Sees(pair.Key)).ToImmutableDictionary(),
                Assignments =
                [
                    .. facts
                        .Assignments.Where(one => Sees(one.Application))
                        .Select(one => one with { Reviewer = ordinals[(one.Application, one.Reviewer)] }),
                ],
                Submissions =
                [
                    .. facts
                        .Submissions.Where(one => Sees(one.Application))
                        .Select(one => one with { Reviewer = ordinals[(one.Application, one.Reviewer)], Scores = [] }),
                ],
            }
        );
    }

    /// <summary>First, second, third reviewer of each application: of two applications nobody can tell whether it is the same.</summary>
    private static Dictionary<(int Application, int Reviewer), int> Ordinals(ScoreFacts facts) =>
        facts
            .Assignments.Select(one => (one.Application, one.Reviewer))
            .Concat(facts.Submissions.Select(one => (one.Application, one.Reviewer)))
            .Distinct()
            .GroupBy(pair => pair.Application)
            .SelectMany(group => group.OrderBy(pair => pair.Reviewer).Select((pair, index) => (pair, index)))
            .ToDictionary(one => one.pair, one => one.index + 1);
}

/// <summary>
/// The scores and the ranking of an edition, for who sees it whole: a rank says something of all the others. Letters stand
/// for the reviewers.
/// </summary>
public sealed class RankingFacts(ScoreBoard board) : IRead<RankingFacts.Query, KnownScores>
{
    /// <param name="AsOf">UTC: what was known then; null for now.</param>
    public sealed record Query(int Edition, DateTime? AsOf = null);

    public static Right Right => Right.SeeRanking;

    public async Task<KnownScores> RunAsync(Viewer viewer, Query query, CancellationToken cancellation = default)
    {
        var perimeter = Asked.Of(viewer, Right);
        if (
            !perimeter.Covers(query.Edition)
            || await board.ScoresAsync(query.Edition, query.AsOf, cancellation) is not { } scores
        )
        {
            return new(0, perimeter.Key, null);
        }

        var facts = scores.ToFacts();
        return KnownScores.Of(
            scores,
            perimeter.Key,
            facts with
            {
                Reviewers = facts
                    .Reviewers.Keys.Order()
                    .Select((id, index) => (id, index))
                    .ToImmutableDictionary(one => one.id, one => ReviewerLetter.Of(one.index)),
            }
        );
    }
}

/// <summary>The same with the reviewers' names, for who manages the reviews of the whole edition.</summary>
public sealed class ReviewerFacts(ScoreBoard board) : IRead<ReviewerFacts.Query, KnownScores>
{
    /// <param name="AsOf">UTC: what was known then; null for now.</param>
    public sealed record Query(int Edition, DateTime? AsOf = null);

    public static Right Right => Right.ManageReviews;

    public async Task<KnownScores> RunAsync(Viewer viewer, Query query, CancellationToken cancellation = default)
    {
        var perimeter = Asked.Of(viewer, Right);
        return
            perimeter.Covers(query.Edition)
            && await board.ScoresAsync(query.Edition, query.AsOf, cancellation) is { } scores
            ? KnownScores.Of(scores, perimeter.Key, scores.ToFacts())
            : new(0, perimeter.Key, null);
    }
}

file static class Asked
{
    /// <summary>What the right reaches; throws where the viewer does not have it.</summary>
    public static Perimeter Of(Viewer viewer, Right right) =>
        viewer.Can(right) ? viewer.PerimeterOf(right) : throw new AccessDeniedException(right);
}
