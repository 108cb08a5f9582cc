using AmiDashboard.Core;
using AmiDashboard.Core.Prototypes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Portability;

/// <summary>
/// Reads prototypes through, some at a time: whether each is of a project that is or was there, whether what was said of its
/// plan keeps the plan's order, and whether its published reports are whole.
/// </summary>
internal sealed class PrototypeProof(AmiContext context, List<Refusal> findings)
{
    private const int BatchSize = 200;

    /// <summary>How many prototypes there are.</summary>
    public async Task<int> CheckAsync(CancellationToken cancellation)
    {
        await CheckRepeatedAsync(cancellation);
        await CheckProjectsAsync(cancellation);
        await CheckReportsAsync(cancellation);
        var (count, after) = (0, 0);
        while (true)
        {
            var batch = await context
                .Prototypes.Include(one => one.Milestones.OrderBy(milestone => milestone.Position))
                    .ThenInclude(milestone => milestone.Revisions)
                .AsSplitQuery()
                .Where(one => one.Id > after)
                .OrderBy(one => one.Id)
                .Take(BatchSize)
                .ToListAsync(cancellation);
            if (batch.Count == 0)
            {
                return count;
            }

            findings.AddRange(batch.SelectMany(CheckPlan));
            count += batch.Count;
            after = batch[^1].Id;
        }
    }

    private static IEnumerable<Refusal> CheckPlan(Prototype plan)
    {
        var reached = plan.Milestones.ToDictionary(one => one.Position, PlanRules.ReachedOn);
        foreach (var milestone in plan.Milestones)
        {
            if (
                reached[milestone.Position] is { } on
                && milestone.After.Exists(before => !(reached.GetValueOrDefault(before) <= on))
            )
            {
                yield return new Refusal("Verify_MilestoneOrder", plan.Number, milestone.Position);
            }

            if (milestone.Revisions.Exists(revision => revision.On < plan.StartsOn))
            {
                yield return new Refusal("Verify_RevisionBeforeSupport", plan.Number, milestone.Position);
            }
        }
    }

    private async Task CheckProjectsAsync(CancellationToken cancellation)
    {
        var numbers = context
            .Prototypes.Where(one =>
                !context.Applications.Any(application => application.Number == one.Number)
                && !context.PurgedDossiers.Any(purged => purged.Number == one.Number)
            )
            .Select(one => one.Number)
            .Order()
            .AsAsyncEnumerable();
        await foreach (var number in numbers.WithCancellation(cancellation))
        {
            findings.Add(new Refusal("Verify_PrototypeOfNothing", number));
        }
    }

    private async Task CheckReportsAsync(CancellationToken cancellation)
    {
        var last = new Dictionary<int, DateTime>();
        var reports = context
            .MonthlyReports.Where(report => report.PublishedAt != null)
            .OrderBy(report => report.Number)
            .ThenBy(report => report.Month)
            .AsAsyncEnumerable();
        await foreach (var report in reports.WithCancellation(cancellation))
        {
            if (ReportRules.CheckPublication(report.Text) is not null)
            {
                findings.Add(new Refusal("Verify_ReportIncomplete", report.Number, report.Month));
            }

            var published = report.PublishedAt!.Value;
            if (last.TryGetValue(report.Number, out var earlier) && published < earlier)
            {
                findings.Add(new Refusal("Verify_ReportOrder", report.Number, report.Month));
            }

            last[report.Number] = published;
        }
    }

    /// <summary>The perimeter is decided by the numbers that each row repeats: they are those of its prototype.</summary>
    private async Task CheckRepeatedAsync(CancellationToken cancellation)
    {
        (string Table, IQueryable<long> Wrong)[] tables =
        [
            (
                nameof(Prototype),
                context
                    .Prototypes.Where(one =>
                        context.Applications.Any(other => other.Number == one.Number && other.Edition != one.Edition)
                    )
                    .Select(one => (long)one.Id)
            ),
            (
                nameof(Milestone),
                context
                    .Milestones.Where(one =>
                        !context.Prototypes.Any(other =>
                            other.Id == one.PrototypeId && other.Number == one.Number && other.Edition == one.Edition
                        )
                    )
                    .Select(one => one.Id)
            ),
            (
                nameof(SupportSession),
                Astray(
                    context.SupportSessions.Select(one => new Row
                    {
                        Id = one.Id,
                        Edition = one.Edition,
                        Number = one.Number,
                    })
                )
            ),
            (
                nameof(MonthlyReport),
                Astray(
                    context.MonthlyReports.Select(one => new Row
                    {
                        Id = one.Id,
                        Edition = one.Edition,
                        Number = one.Number,
                    })
                )
            ),
            (
                nameof(UserTrial),
                Astray(
                    context.UserTrials.Select(one => new Row
                    {
                        Id = one.Id,
                        Edition = one.Edition,
                        Number = one.Number,
                    })
                )
            ),
            (
                nameof(ReadinessProof),
                Astray(
                    context.ReadinessProofs.Select(one => new Row
                    {
                        Id = one.Id,
                        Edition = one.Edition,
                        Number = one.Number,
                    })
                )
            ),
            (
                nameof(Evaluation),
                Astray(
                    context.Evaluations.Select(one => new Row
                    {
                        Id = one.Id,
                        Edition = one.Edition,
                        Number = one.Number,
                    })
                )
            ),
            (
                nameof(RollOutVerdict),
                Astray(
                    context.RollOutVerdicts.Select(one => new Row
                    {
                        Id = one.Id,
                        Edition = one.Edition,
                        Number = one.Number,
                    })
                )
            ),
            (
                nameof(ProjectSheet),
                Astray(
                    context.ProjectSheets.Select(one => new Row
                    {
                        Id = one.Id,
                        Edition = one.Edition,
                        Number = one.Number,
                    })
                )
            ),
        ];
        foreach (var (table, wrong) in tables)
        {
            await foreach (var id in wrong.Order().AsAsyncEnumerable().WithCancellation(cancellation))
            {
                findings.Add(new Refusal("Verify_Repeated", table, id));
            }
        }
    }

    private IQueryable<long> Astray(IQueryable<Row> rows) =>
        rows.Where(row => !context.Prototypes.Any(other => other.Number == row.Number && other.Edition == row.Edition))
            .Select(row => row.Id);

    private sealed class Row
    {
        public required long Id { get; init; }

        public required int Edition { get; init; }

        public required int Number { get; init; }
    }
}
