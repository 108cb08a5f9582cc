using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Changes;
using AmiDashboard.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Portability;

/// <summary>
/// Compares what is repeated for speed with the facts it repeats, scores and decisions with the rules they were given under,
/// money with the chain of its entries, prototypes with the order of their plans, and the database's own rules with those
/// that this version declares, as of one moment. What it finds is a mistake of the product or of a hand in the database: it
/// changes nothing.
/// </summary>
public sealed class VerifyStore(Store store)
{
    private const int BatchSize = 200;

    /// <param name="Findings">What is wrong: message keys and arguments; empty where all agrees.</param>
    public sealed record Result(
        int Applications,
        int Reviews,
        int Sessions,
        long Entries,
        int Prototypes,
        long Changes,
        IReadOnlyList<Refusal> Findings
    );

    public async Task<Result> RunAsync(CancellationToken cancellation = default)
    {
        await using var context = store.Read(Viewer.Product, Right.None);
        await using var snapshot = await context.BeginSnapshotAsync(cancellation);
        var findings = new List<Refusal>();
        findings.AddRange(
            (await DatabaseRules.BrokenAsync(context, cancellation)).Select(rule => new Refusal(
                $"Verify_Rule_{rule.State}",
                rule.Name,
                rule.Table
            ))
        );
        var (changes, told) = await ReadChangesAsync(context, findings, cancellation);
        var applications = await CheckApplicationsAsync(context, told, findings, cancellation);
        var scores = new ScoreProof(context, findings);
        var reviews = await scores.CheckReviewsAsync(cancellation);
        var sessions = await scores.CheckSessionsAsync(cancellation);
        var entries = await new LedgerProof(context, findings).CheckAsync(cancellation);
        var prototypes = await new PrototypeProof(context, findings).CheckAsync(cancellation);
        return new Result(applications, reviews, sessions, entries, prototypes, changes, findings);
    }

    /// <summary>How many applications there are.</summary>
    private static async Task<int> CheckApplicationsAsync(
        AmiContext context,
        HashSet<long> told,
        List<Refusal> findings,
        CancellationToken cancellation
    )
    {
        var editions = await context.Editions.ToDictionaryAsync(edition => edition.Id, cancellation);
        var mappings = (await context.FieldMappings.ToListAsync(cancellation)).ToLookup(mapping => mapping.EditionId);
        var maps = editions.Keys.ToDictionary(id => id, id => new FieldMap(mappings[id]));
        var (count, after) = (0, 0L);
        while (true)
        {
            var batch = await context
                .Applications.Include(application => application.Techniques)
                .Include(application => application.StageChanges)
                .Include(application => application.Revisions.OrderByDescending(revision => revision.Id).Take(1))
                .AsSplitQuery()
                .Where(application => application.Id > after)
                .OrderBy(application => application.Id)
                .Take(BatchSize)
                .ToListAsync(cancellation);
            if (batch.Count == 0)
            {
                return count;
            }

            foreach (var application in batch)
            {
                findings.AddRange(
                    ApplicationProof.Check(application, editions[application.EditionId], maps[application.EditionId])
                );
                if (!told.Contains(application.Id))
                {
                    findings.Add(new Refusal("Verify_NoChangeRecord", application.Number));
                }
            }

            count += batch.Count;
            after = batch[^1].Id;
        }
    }

    /// <summary>How many changes there are, and which applications they tell of.</summary>
    private static async Task<(long Count, HashSet<long> Told)> ReadChangesAsync(
        AmiContext context,
        List<Refusal> findings,
        CancellationToken cancellation
    )
    {
        var (count, told) = (0L, new HashSet<long>());
        await foreach (
            var change in context
                .Changes.OrderBy(change => change.Id)
                .AsAsyncEnumerable()
                .WithCancellation(cancellation)
        )
        {
            count++;
            told.UnionWith(change.Of(Subject.Application));
            if (change.Id <= 0 || change.Touched.Values.All(ids => ids.Length == 0))
            {
                findings.Add(new Refusal("Verify_EmptyChange", change.Id));
            }
        }

        return (count, told);
    }
}
