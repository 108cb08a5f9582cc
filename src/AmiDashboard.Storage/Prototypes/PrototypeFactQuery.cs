using System.Collections.Immutable;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Prototypes.Figures;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Prototypes;

/// <summary>Reads all that is known of prototypes, a few flat queries whatever their number, joined here.</summary>
internal static class PrototypeFactQuery
{
    /// <param name="numbers">Null for all.</param>
    public static async Task<IReadOnlyList<KnownPrototype>> LoadAsync(
        AmiContext context,
        HashSet<int>? numbers,
        CancellationToken cancellation
    )
    {
        var plans = await Among(context.Prototypes, one => numbers!.Contains(one.Number))
            .Include(one => one.Milestones.OrderBy(milestone => milestone.Position))
                .ThenInclude(milestone => milestone.Revisions.OrderBy(revision => revision.Id))
            .AsSplitQuery()
            .ToListAsync(cancellation);
        if (plans.Count == 0)
        {
            return [];
        }

        var applications = await context
            .Applications.Where(application => context.Prototypes.Any(one => one.Number == application.Number))
            .Select(application => new
            {
                application.Id,
                application.Number,
                application.Title,
            })
            .ToDictionaryAsync(application => application.Number, cancellation);
        var sessions = await Among(context.SupportSessions, one => numbers!.Contains(one.Number))
            .Include(session => session.Steps.OrderBy(step => step.Id))
            .Include(session => session.Actions.OrderBy(action => action.Id))
            .AsSplitQuery()
            .OrderBy(session => session.Id)
            .ToListAsync(cancellation);
        var reports = await Among(context.MonthlyReports, one => numbers!.Contains(one.Number))
            .Where(report => report.PublishedAt != null)
            .OrderBy(report => report.Month)
            .ToListAsync(cancellation);
        var trials = await Among(context.UserTrials, one => numbers!.Contains(one.Number))
            .Include(trial => trial.Steps.OrderBy(step => step.Id))
            .OrderBy(trial => trial.Id)
            .ToListAsync(cancellation);
        var proofs = await Among(context.ReadinessProofs, one => numbers!.Contains(one.Number))
            .OrderBy(proof => proof.Id)
            .ToListAsync(cancellation);
        var evaluations = await Among(context.Evaluations, one => numbers!.Contains(one.Number))
            .OrderBy(evaluation => evaluation.Id)
            .ToListAsync(cancellation);
        var verdicts = await Among(context.RollOutVerdicts, one => numbers!.Contains(one.Number))
            .OrderBy(verdict => verdict.Id)
            .ToListAsync(cancellation);

        var (sessionsOf, reportsOf, trialsOf) = (
            sessions.ToLookup(one => one.Number),
            reports.ToLookup(one => one.Number),
            trials.ToLookup(one => one.Number)
        );
        var (proofsOf, evaluationsOf, verdictsOf) = (
            proofs.ToLookup(one => one.Number),
            evaluations.ToLookup(one => one.Number),
            verdicts.ToLookup(one => one.Number)
        );
        return [.. plans.Select(Join)];

        KnownPrototype Join(Prototype plan)
        {
            var application = applications.GetValueOrDefault(plan.Number);
            return new KnownPrototype(
                application?.Id ?? 0,
                new PrototypeFact
                {
                    Number = plan.Number,
                    Edition = plan.Edition,
                    Title = application?.Title ?? plan.Title,
                    Plan = plan,
                    Sessions = [.. sessionsOf[plan.Number]],
                    Reports = [.. reportsOf[plan.Number]],
                    Trials = [.. trialsOf[plan.Number]],
                    Proofs = [.. proofsOf[plan.Number]],
                    Evaluations = [.. evaluationsOf[plan.Number]],
                    Verdicts = [.. verdictsOf[plan.Number]],
                }
            );
        }

        IQueryable<T> Among<T>(IQueryable<T> rows, System.Linq.Expressions.Expression<Func<T, bool>> isWanted) =>
            numbers is null ? rows : rows.Where(isWanted);
    }
}
