using AmiDashboard.Core;
using AmiDashboard.Core.Scores;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Portability;

/// <summary>
/// Whether the numbers of editions and applications that rows of scores repeat are those of what they belong to: the
/// perimeter is decided by them. Only rows that disagree leave the database.
/// </summary>
internal static class RepeatedNumbers
{
    public static async Task<IReadOnlyList<Refusal>> CheckAsync(AmiContext context, CancellationToken cancellation)
    {
        (string Table, IQueryable<long> Wrong)[] tables =
        [
            (nameof(ScoringGrid), Grids(context)),
            (nameof(Reviewer), Reviewers(context)),
            (nameof(Assignment), Assignments(context)),
            (nameof(ConflictOfInterest), Conflicts(context)),
            (nameof(Review), Reviews(context)),
            (nameof(Session), Sessions(context)),
            (nameof(Decision), Decisions(context)),
        ];
        var findings = new List<Refusal>();
        foreach (var (table, wrong) in tables)
        {
            var ids = wrong.Order().AsAsyncEnumerable();
            await foreach (var id in ids.WithCancellation(cancellation))
            {
                findings.Add(new Refusal("Verify_Repeated", table, id));
            }
        }

        return findings;
    }

    private static IQueryable<long> Grids(AmiContext context) =>
        from grid in context.ScoringGrids
        join edition in context.Editions on grid.EditionId equals edition.Id
        where grid.Edition != edition.Number
        select (long)grid.Id;

    private static IQueryable<long> Reviewers(AmiContext context) =>
        from reviewer in context.Reviewers
        join edition in context.Editions on reviewer.EditionId equals edition.Id
        where reviewer.Edition != edition.Number
        select (long)reviewer.Id;

    private static IQueryable<long> Assignments(AmiContext context) =>
        from assignment in context.Assignments
        join application in context.Applications on assignment.ApplicationId equals application.Id
        join reviewer in context.Reviewers on assignment.ReviewerId equals reviewer.Id
        where
            assignment.Number != application.Number
            || assignment.Edition != application.Edition
            || assignment.Edition != reviewer.Edition
        select assignment.Id;

    private static IQueryable<long> Conflicts(AmiContext context) =>
        from conflict in context.Conflicts
        join application in context.Applications on conflict.ApplicationId equals application.Id
        join reviewer in context.Reviewers on conflict.ReviewerId equals reviewer.Id
        where
            conflict.Number != application.Number
            || conflict.Edition != application.Edition
            || conflict.Edition != reviewer.Edition
        select conflict.Id;

    private static IQueryable<long> Reviews(AmiContext context) =>
        from review in context.Reviews
        join application in context.Applications on review.ApplicationId equals application.Id
        join reviewer in context.Reviewers on review.ReviewerId equals reviewer.Id
        where
            review.Number != application.Number
            || review.Edition != application.Edition
            || review.Edition != reviewer.Edition
        select review.Id;

    private static IQueryable<long> Sessions(AmiContext context) =>
        from session in context.Sessions
        join edition in context.Editions on session.EditionId equals edition.Id
        where session.Edition != edition.Number
        select (long)session.Id;

    /// <summary>A decision outlives its application: one that is gone cannot be compared with.</summary>
    private static IQueryable<long> Decisions(AmiContext context) =>
        from session in context.Sessions
        from decision in session.Decisions
        join application in context.Applications on decision.ApplicationId equals application.Id into known
        from application in known.DefaultIfEmpty()
        where decision.Edition != session.Edition || (application != null && decision.Number != application.Number)
        select decision.Id;
}
