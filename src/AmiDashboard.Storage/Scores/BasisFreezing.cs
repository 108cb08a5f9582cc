using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Scores;
using AmiDashboard.Storage.Applications;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Scores;

/// <summary>Takes down what a session rests on: scores, weights and ranking at this moment, with the letters of the reviewers.</summary>
internal static class BasisFreezing
{
    /// <summary>Null for an edition without a grid.</summary>
    /// <param name="frozenAt">UTC.</param>
    /// <param name="isDeliberated">Which applications the session is about.</param>
    public static async Task<FrozenBasis?> FreezeAsync(
        AmiContext context,
        EditionDates edition,
        DateTime frozenAt,
        Func<Application, bool> isDeliberated,
        CancellationToken cancellation
    )
    {
        if (await ScoreFactQuery.LoadAsync(context, edition.Number, cancellation) is not { } stored)
        {
            return null;
        }

        var facts = await ApplicationFactQuery.LoadAsync(context, null, cancellation);
        var scores = EditionScores.Of(0, stored, edition, facts);
        scores = scores with { Intervals = scores.Bootstrap(cancellation) };
        var applications = await context
            .Applications.Shown()
            .AsNoTracking()
            .Where(application => application.Edition == edition.Number)
            .OrderBy(application => application.Number)
            .ToListAsync(cancellation);
        var reviews = await ReviewsAsync(context, stored, edition.Number, cancellation);
        var basis = new FrozenBasis(
            frozenAt,
            stored.Grid.Scale,
            stored.Grid.LeastReviewers,
            stored.Grid.Places,
            stored.Grid.Shrinkage,
            [
                .. stored.Grid.Criteria.Select(criterion => new FrozenCriterion(
                    criterion.Id,
                    criterion.Label,
                    criterion.ShortName,
                    criterion.Weight
                )),
            ],
            [
                .. applications
                    .Where(isDeliberated)
                    .Select(application => Freeze(application, scores, reviews[application.Number])),
            ],
            new FrozenAgreement(scores.Agreement.Icc21, scores.Agreement.Icc2k, scores.Agreement.Alpha),
            ""
        );
        return basis with { Fingerprint = FingerprintOf(basis) };
    }

    /// <summary>Of all but the fingerprint itself.</summary>
    public static string FingerprintOf(FrozenBasis basis) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(JsonText.Write(basis with { Fingerprint = "" })))
        );

    private static FrozenApplication Freeze(
        Application application,
        EditionScores scores,
        IEnumerable<FrozenReview> reviews
    )
    {
        var ranked = scores.Ranking.Rows.FirstOrDefault(row => row.Number == application.Number);
        var interval = scores.Intervals?.ByApplication.GetValueOrDefault(application.Number);
        return new FrozenApplication(
            application.Number,
            application.Title,
            application.Organisation,
            application.Ministry,
            application.Requested,
            application.Stage,
            ranked?.Mean,
            ranked?.AdjustedMean,
            ranked?.Rank,
            ranked?.AdjustedRank,
            interval?.Best,
            interval?.Worst,
            ranked?.IsTied ?? false,
            ranked?.Spread,
            ranked?.CriterionMeans ?? [.. scores.Stored.Grid.Criteria.Select(_ => (double?)null)],
            [.. reviews]
        );
    }

    private static async Task<ILookup<int, FrozenReview>> ReviewsAsync(
        AmiContext context,
        StoredScores stored,
        int edition,
        CancellationToken cancellation
    )
    {
        var letters = stored
            .Reviewers.Select((reviewer, index) => (reviewer.Id, Letter: ReviewerLetter.Of(index)))
            .ToImmutableDictionary(one => one.Id, one => one.Letter);
        var rows = await context
            .Reviews.Where(review => review.Edition == edition && review.State == ReviewState.Submitted)
            .SelectMany(
                review => review.Submissions.Where(submission => submission.ReopenedAt == null),
                (review, submission) =>
                    new
                    {
                        review.Number,
                        review.ReviewerId,
                        submission.SubmittedAt,
                        submission.Sheet,
                    }
            )
            .AsNoTracking()
            .ToListAsync(cancellation);
        return rows.OrderBy(row => row.ReviewerId)
            .ToLookup(row => row.Number, row => new FrozenReview(letters[row.ReviewerId], row.SubmittedAt, row.Sheet));
    }
}
