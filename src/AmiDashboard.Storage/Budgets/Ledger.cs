using System.Collections.Immutable;
using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Budgets;

/// <summary>What is to be written into the ledger; who, when and the chain are added to it.</summary>
internal sealed record NewEntry(EntryKind Kind, int Edition, int? Number, Posting Posting, DateOnly On, string Label)
{
    public long? Reverses { get; init; }

    public long? PaymentId { get; init; }

    public long? DecisionId { get; init; }

    public ImmutableArray<EntryDocument> Documents { get; init; } = [];
}

/// <summary>The one way into the ledger, within the transaction of an operation.</summary>
internal static class Ledger
{
    /// <summary>Refused in words where the database would refuse it.</summary>
    public static async Task<Outcome<LedgerEntry>> AppendAsync(
        Writing writing,
        Viewer viewer,
        NewEntry wanted,
        CancellationToken cancellation
    )
    {
        await BudgetTurn.TakeAsync(writing, cancellation);
        if (await CheckAsync(writing, wanted, cancellation) is { } refusal)
        {
            return refusal;
        }

        var last = await writing
            .Context.LedgerEntries.IgnoreQueryFilters()
            .OrderByDescending(entry => entry.Id)
            .Select(entry => new { entry.Id, entry.Hash })
            .FirstOrDefaultAsync(cancellation);
        var entry = EntryOf(writing, viewer, wanted, (last?.Id ?? 0) + 1, last?.Hash ?? LedgerChain.Beginning);
        entry.Hash = LedgerChain.HashOf(entry);
        writing.Context.LedgerEntries.Add(entry);
        await writing.Context.SaveChangesAsync(cancellation);
        await FollowAsync(writing, entry, cancellation);
        return entry;
    }

    private static async Task<Refusal?> CheckAsync(Writing writing, NewEntry wanted, CancellationToken cancellation)
    {
        if (wanted.Label.Length > LedgerEntry.LongestLabel)
        {
            return new Refusal("Refusal_ReasonTooLong", LedgerEntry.LongestLabel);
        }

        var edition = await EditionAsync(writing.Context, wanted.Edition, cancellation);
        var project = wanted.Number is { } number
            ? await ProjectAsync(writing.Context, number, cancellation)
            : (Posting.Nothing, null);
        var last =
            LedgerRules.MovesEnvelope(wanted.Kind) && edition.LastOn is { } moved
                ? moved > (project.LastOn ?? moved)
                    ? moved
                    : project.LastOn ?? moved
                : project.LastOn;
        return LedgerRules.CheckDate(wanted.On, ParisTime.DayOf(writing.Now), last)
            ?? (wanted.Number is null ? null : LedgerRules.CheckProject(project.Posting + wanted.Posting))
            ?? LedgerRules.CheckEdition(edition.Posting + wanted.Posting);
    }

    /// <summary>What stands of an edition, and the accounting date of what last moved its envelope.</summary>
    public static async Task<(Posting Posting, DateOnly? LastOn)> EditionAsync(
        AmiContext context,
        int edition,
        CancellationToken cancellation
    )
    {
        var balance = await context
            .EditionBalances.IgnoreQueryFilters()
            .AsNoTracking()
            .SingleOrDefaultAsync(balance => balance.Edition == edition, cancellation);
        return (balance?.Posting ?? Posting.Nothing, balance?.LastOn);
    }

    /// <summary>What stands of a project, and the accounting date of its last entry.</summary>
    public static async Task<(Posting Posting, DateOnly? LastOn)> ProjectAsync(
        AmiContext context,
        int number,
        CancellationToken cancellation
    )
    {
        var balance = await context
            .ProjectBalances.IgnoreQueryFilters()
            .AsNoTracking()
            .SingleOrDefaultAsync(balance => balance.Number == number, cancellation);
        return (balance?.Posting ?? Posting.Nothing, balance?.LastOn);
    }

    private static LedgerEntry EntryOf(Writing writing, Viewer viewer, NewEntry wanted, long id, string previousHash) =>
        new()
        {
            Id = id,
            Kind = wanted.Kind,
            Edition = wanted.Edition,
            Number = wanted.Number,
            Envelope = wanted.Posting.Envelope,
            Fees = wanted.Posting.Fees,
            Granted = wanted.Posting.Granted,
            Committed = wanted.Posting.Committed,
            Contracted = wanted.Posting.Contracted,
            Paid = wanted.Posting.Paid,
            AccountingDate = wanted.On,
            RecordedAt = new DateTime(
                writing.Now.Ticks - (writing.Now.Ticks % TimeSpan.TicksPerMillisecond),
                DateTimeKind.Utc
            ),
            RecordedBy = writing.By,
            RecordedById = viewer.PersonId,
            Label = wanted.Label,
            Reverses = wanted.Reverses,
            PaymentId = wanted.PaymentId,
            DecisionId = wanted.DecisionId,
            Documents = wanted.Documents,
            PreviousHash = previousHash,
        };

    private static async Task FollowAsync(Writing writing, LedgerEntry entry, CancellationToken cancellation)
    {
        writing.Touch(Subject.LedgerEntry, entry.Id);
        if (entry.Number is { } number)
        {
            writing.Touch(Subject.Budget, number);
        }

        if (entry.Envelope.Cents == 0)
        {
            return;
        }

        // Sessions compare amounts with the edition's own envelope: it is kept as the ledger says.
        var edition = await writing
            .Context.Editions.IgnoreQueryFilters()
            .SingleAsync(edition => edition.Number == entry.Edition, cancellation);
        edition.Envelope = (await EditionAsync(writing.Context, entry.Edition, cancellation)).Posting.Envelope;
        writing.Touch(Subject.Edition, edition.Id);
        await writing.Context.SaveChangesAsync(cancellation);
    }
}
