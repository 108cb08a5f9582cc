using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Core.Scores.Figures;
using AmiDashboard.Storage.Editions;
using AmiDashboard.Storage.Scores;

namespace AmiDashboard.Web.Charts;

/// <summary>
/// The facts of scores for one chart or page: the read is that of the right asked for, so that a chart never knows more
/// than its right allows. Scores are always of one edition: that of the filter, else the latest.
/// </summary>
public sealed class ScoreFigures(
    ReviewProgressFacts progress,
    RankingFacts ranking,
    ReviewerFacts reviewers,
    EditionList editions,
    TimeProvider time
)
{
    public async Task<ShownScores> KnownAsync(
        Viewer viewer,
        Right right,
        ApplicationFilter filter,
        CancellationToken cancellation = default
    )
    {
        var all = await editions.RunAsync(viewer, new(), cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var asOf = filter.InstantAt(now);
        // On a past day the latest is that of then.
        var opened = all.Where(one => one.OpensAt <= asOf).Select(one => one.Number);
        var edition = filter.Edition ?? opened.Append(all.Count > 0 ? all[0].Number : 0).Max();
        DateTime? past = asOf < now ? asOf : null;
        var known = right switch
        {
            Right.SeeFigures => await progress.RunAsync(viewer, new(edition, past), cancellation),
            Right.SeeRanking => await ranking.RunAsync(viewer, new(edition, past), cancellation),
            Right.ManageReviews => await reviewers.RunAsync(viewer, new(edition, past), cancellation),
            _ => throw new ArgumentOutOfRangeException(nameof(right), right, null),
        };
        var dates = all.Where(one => one.Number == edition)
            .Select(one => new EditionDates(one.Number, one.Name, one.OpensAt, one.Deadline))
            .ToList();
        return new ShownScores(
            known.Stamp,
            known.PerimeterKey,
            known.Facts ?? Nothing(dates.FirstOrDefault(), edition),
            new FigureScope(filter with { Edition = edition }, asOf, dates)
        );
    }

    /// <summary>What is known of an edition without a grid, or of none.</summary>
    private static ScoreFacts Nothing(EditionDates? dates, int edition) =>
        new()
        {
            Edition = dates ?? new EditionDates(edition, "", DateTime.UnixEpoch, DateTime.UnixEpoch),
            Scale = Scale.FiveByHalves,
            LeastReviewers = 1,
            Places = 1,
        };
}

/// <param name="Stamp">See <see cref="KnownScores.Stamp"/>.</param>
/// <param name="Facts">Empty where there is no grid, or none within the perimeter.</param>
public sealed record ShownScores(long Stamp, string PerimeterKey, ScoreFacts Facts, FigureScope Scope);
