using System.Globalization;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Web.Charts;

namespace AmiDashboard.Web.Scores;

/// <summary>How far the reviews of an edition are, in a few numbers.</summary>
/// <param name="Figures">Name (key of its label, and of <c>data-figure</c>) and value.</param>
/// <param name="Lacking">Applications under review that have fewer reviewers than the grid asks for.</param>
public sealed record ReviewHeadline(
    bool HasGrid,
    IReadOnlyList<(string Name, string Value)> Figures,
    int Lacking,
    int Least
)
{
    public bool IsLacking => Lacking > 0;

    public static ReviewHeadline Of(ShownScores scores)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var (facts, asOf) = (scores.Facts, scores.Scope.AsOf);
        var assigned = facts.Assignments.Count(one => one.EndedAt is null);
        var standing = facts.Submissions.Where(one => one.CountsAt(asOf)).ToLookup(one => one.Application);
        var given = facts.Assignments.Where(one => one.EndedAt is null).ToLookup(one => one.Application);
        var complete = facts.Applications.Keys.Count(number => standing[number].Count() >= facts.LeastReviewers);
        var due = facts.ReviewsDueOn is { } day ? day.DayNumber - ParisTime.DayOf(asOf).DayNumber : (int?)null;
        var submitted = standing.Sum(group => group.Count());
        return new ReviewHeadline(
            !facts.Criteria.IsEmpty,
            [
                ("reviewsAssigned", Whole(assigned)),
                ("reviewsSubmitted", Whole(submitted)),
                ("reviewsLeft", Whole(Math.Max(0, assigned - submitted))),
                ("applicationsReviewed", Whole(complete)),
                .. due is { } days && submitted < assigned ? new[] { ("daysLeft", Whole(days)) } : [],
            ],
            facts.Applications.Values.Count(fact =>
                fact.Stage is Stage.UnderReview && given[fact.Number].Count() < facts.LeastReviewers
            ),
            facts.LeastReviewers
        );
    }

    private static string Whole(int number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
