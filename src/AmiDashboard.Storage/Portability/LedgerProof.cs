using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Storage.Budgets;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Portability;

/// <summary>
/// Reads the ledger once, entry by entry: whether the chain holds, whether each rule held after each entry, whether what is
/// kept of it elsewhere is what it adds up to, whether the documents that it quotes are kept as it quotes them. What is
/// remembered meanwhile is one sum for each project and edition, and the mark of each document.
/// </summary>
internal sealed class LedgerProof(AmiContext context, List<Refusal> findings)
{
    private readonly Dictionary<int, RunningSum> editions = [];
    private readonly Dictionary<int, RunningSum> projects = [];
    private HashSet<(int Edition, int? Number, EntryDocument Document)> documents = [];

    /// <summary>How many entries there are.</summary>
    public async Task<long> CheckAsync(CancellationToken cancellation)
    {
        documents = await DocumentsAsync(cancellation);
        var (count, lastId) = await CheckEntriesAsync(cancellation);
        await CheckToldAsync(lastId, cancellation);
        await CheckBalancesAsync(cancellation);
        var money = new MoneyProof(context, findings);
        await money.CheckReversalsAsync(cancellation);
        await money.CheckConventionsAsync(
            projects.ToDictionary(pair => pair.Key, pair => pair.Value.Agreed),
            cancellation
        );
        await money.CheckPaymentsAsync(cancellation);
        await money.CheckDocumentsAsync(cancellation);
        return count;
    }

    private async Task<(long Count, long LastId)> CheckEntriesAsync(CancellationToken cancellation)
    {
        var (count, lastId, lastHash) = (0L, 0L, LedgerChain.Beginning);
        var entries = context.LedgerEntries.OrderBy(entry => entry.Id).AsAsyncEnumerable();
        await foreach (var entry in entries.WithCancellation(cancellation))
        {
            count++;
            if (LedgerChain.Check(entry, lastId, lastHash) is { } broken)
            {
                findings.Add(broken);
            }

            (lastId, lastHash) = (entry.Id, entry.Hash);
            CheckQuotes(entry);
            Add(entry);
        }

        return (count, lastId);
    }

    private async Task<HashSet<(int Edition, int? Number, EntryDocument Document)>> DocumentsAsync(
        CancellationToken cancellation
    )
    {
        var kept = context
            .BudgetDocuments.Select(document => new
            {
                document.Edition,
                document.Number,
                document.Name,
                Mark = document.Sha256 ?? document.Link ?? "",
            })
            .AsAsyncEnumerable();
        var marks = new HashSet<(int, int?, EntryDocument)>();
        await foreach (var one in kept.WithCancellation(cancellation))
        {
            marks.Add((one.Edition, one.Number, new EntryDocument(one.Name, one.Mark)));
        }

        return marks;
    }

    /// <summary>The bytes behind a mark are held against it elsewhere: who changes both is found here.</summary>
    private void CheckQuotes(LedgerEntry entry)
    {
        foreach (var quoted in entry.Documents)
        {
            if (
                !documents.Contains((entry.Edition, entry.Number, quoted))
                && !documents.Contains((entry.Edition, null, quoted))
            )
            {
                findings.Add(new Refusal("Verify_EntryDocument", entry.Id, quoted.Name));
            }
        }
    }

    private void Add(LedgerEntry entry)
    {
        var edition = SumOf(editions, entry.Edition, entry.Edition);
        var isLate = LedgerRules.MovesEnvelope(entry.Kind) && entry.AccountingDate < edition.LastOn;
        edition.Add(entry, LedgerRules.MovesEnvelope(entry.Kind));
        if (LedgerRules.CheckEdition(edition.Posting) is not null)
        {
            findings.Add(new Refusal("Verify_LedgerEnvelope", entry.Id, entry.Edition));
        }

        if (entry.Number is { } number)
        {
            var project = SumOf(projects, number, entry.Edition);
            isLate |= entry.AccountingDate < project.LastOn;
            project.Add(entry, isDated: true);
            if (LedgerRules.CheckProject(project.Posting) is not null)
            {
                findings.Add(new Refusal("Verify_LedgerProject", entry.Id, number));
            }
        }

        if (isLate)
        {
            findings.Add(new Refusal("Verify_LedgerDate", entry.Id));
        }
    }

    private static RunningSum SumOf(Dictionary<int, RunningSum> sums, int key, int edition)
    {
        if (!sums.TryGetValue(key, out var sum))
        {
            sums[key] = sum = new RunningSum(edition);
        }

        return sum;
    }

    /// <summary>
    /// Change records tell of each entry once, in the order of the ledger: what they tell of and is not there was removed from
    /// its end, and what they do not tell of came in by another hand.
    /// </summary>
    private async Task CheckToldAsync(long lastId, CancellationToken cancellation)
    {
        var told = 0L;
        var changes = context
            .Changes.FromSql($"SELECT * FROM change_record WHERE \"Touched\" LIKE {"%\"LedgerEntry\"%"}")
            .OrderBy(change => change.Id)
            .Select(change => change.Touched)
            .AsAsyncEnumerable();
        await foreach (var touched in changes.WithCancellation(cancellation))
        {
            foreach (var id in touched.GetValueOrDefault(Subject.LedgerEntry, []))
            {
                if (id <= told)
                {
                    findings.Add(new Refusal("Verify_LedgerToldTwice", id));
                    continue;
                }

                CheckUntold(told + 1, Math.Min(id - 1, lastId));
                told = id;
            }
        }

        CheckUntold(told + 1, lastId);
        if (told > lastId)
        {
            findings.Add(new Refusal("Verify_LedgerTruncated", lastId + 1, told));
        }
    }

    private void CheckUntold(long from, long to)
    {
        if (from <= to)
        {
            findings.Add(new Refusal("Verify_LedgerUntold", from, to));
        }
    }

    private async Task CheckBalancesAsync(CancellationToken cancellation)
    {
        var keptOfEditions = await context.EditionBalances.ToDictionaryAsync(one => one.Edition, cancellation);
        var envelopes = await context.Editions.ToDictionaryAsync(
            edition => edition.Number,
            edition => edition.Envelope,
            cancellation
        );
        foreach (var edition in editions.Keys.Union(keptOfEditions.Keys).Union(envelopes.Keys).Order())
        {
            var (sum, kept) = (editions.GetValueOrDefault(edition), keptOfEditions.GetValueOrDefault(edition));
            var posting = sum?.Posting ?? Posting.Nothing;
            if ((sum is null) != (kept is null) || posting != (kept?.Posting ?? posting) || sum?.LastOn != kept?.LastOn)
            {
                findings.Add(new Refusal("Verify_EditionBalance", edition));
            }

            var written = envelopes.GetValueOrDefault(edition) ?? Money.Zero;
            if (written != posting.Envelope)
            {
                findings.Add(new Refusal("Verify_EditionEnvelope", edition, written, posting.Envelope));
            }
        }

        var keptOfProjects = await context.ProjectBalances.ToDictionaryAsync(one => one.Number, cancellation);
        foreach (var number in projects.Keys.Union(keptOfProjects.Keys).Order())
        {
            var (sum, kept) = (projects.GetValueOrDefault(number), keptOfProjects.GetValueOrDefault(number));
            if (
                sum is null
                || kept is null
                || (sum.Edition, sum.Posting, sum.LastOn) != (kept.Edition, kept.Posting, kept.LastOn)
            )
            {
                findings.Add(new Refusal("Verify_ProjectBalance", number));
            }
        }
    }

    private sealed class RunningSum(int edition)
    {
        public int Edition { get; } = edition;

        public Posting Posting { get; private set; }

        public DateOnly? LastOn { get; private set; }

        /// <summary>By signatures and amendments alone, whatever was released since.</summary>
        public Money Agreed { get; private set; }

        public void Add(LedgerEntry entry, bool isDated)
        {
            Posting += entry.Posting;
            LastOn = isDated ? entry.AccountingDate : LastOn;
            Agreed += entry.Kind == EntryKind.Contract ? entry.Contracted : Money.Zero;
        }
    }
}
