using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Prototypes;

/// <summary>
/// What operations on a prototype begin with. Each locks what it changes by its version; what rules compare with the rest of
/// the plan, or with other reports, stays true because one writer of a prototype waits for the other.
/// </summary>
internal static class PrototypeTurn
{
    /// <summary>The prototype with its plan, to be changed; refused where there is none within the viewer's reach.</summary>
    public static async Task<Outcome<Prototype>> TakeAsync(
        Writing writing,
        Viewer viewer,
        Right right,
        int number,
        CancellationToken cancellation
    )
    {
        if (writing.Context is PostgreSqlContext)
        {
            // SQLite has one writer anyway.
            await writing.Context.Database.ExecuteSqlAsync(
                $"SELECT 1 FROM prototype WHERE \"Number\" = {number} FOR NO KEY UPDATE",
                cancellation
            );
        }

        var prototype = await writing
            .Context.Prototypes.Include(one => one.Milestones)
                .ThenInclude(milestone => milestone.Revisions)
            .AsSplitQuery()
            .SingleOrDefaultAsync(one => one.Number == number, cancellation);
        if (prototype is null)
        {
            return Refusal.NotFound;
        }

        // The operation was let in by one of its rights; this is about that of this request.
        if (!viewer.PerimeterOf(right).Admits(prototype.Edition, number))
        {
            return viewer.Can(right) ? Refusal.NotFound : Refusal.NoRight;
        }

        writing.Touch(Subject.Prototype, number);
        return prototype;
    }

    /// <summary>The same and one of its milestones, as the person saw it.</summary>
    public static async Task<Outcome<(Prototype Prototype, Milestone Milestone)>> TakeMilestoneAsync(
        Writing writing,
        Viewer viewer,
        int number,
        int position,
        int version,
        CancellationToken cancellation
    )
    {
        var taken = await TakeAsync(writing, viewer, Right.KeepPlans, number, cancellation);
        if (!taken.Done)
        {
            return taken.Refusal;
        }

        return taken.Value.Milestones.Find(one => one.Position == position) is not { } milestone ? Refusal.NotFound
            : milestone.Version != version ? Refusal.Conflict
            : (taken.Value, milestone);
    }

    /// <summary>A revision more; the milestone's version says that it changed, so that of two who speak at once one is told.</summary>
    public static void Add(Writing writing, Milestone milestone, RevisionKind kind, DateOnly on, string? reason)
    {
        milestone.Revisions.Add(
            new MilestoneRevision
            {
                Kind = kind,
                On = on,
                Reason = PlanText.Tidy(reason),
                RecordedAt = writing.Now,
                RecordedBy = writing.By,
            }
        );
        writing.Context.Entry(milestone).State = EntityState.Modified;
    }
}
