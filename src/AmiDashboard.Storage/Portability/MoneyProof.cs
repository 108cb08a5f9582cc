using System.Security.Cryptography;
using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Portability;

/// <summary>
/// Whether conventions, payments and documents say what the ledger says of them. Only what disagrees leaves the database,
/// but for conventions, of which there is one a project, and the bytes of one document after the other.
/// </summary>
internal sealed class MoneyProof(AmiContext context, List<Refusal> findings)
{
    /// <summary>An entry takes back one whole entry of its own kind and project.</summary>
    public async Task CheckReversalsAsync(CancellationToken cancellation)
    {
        var wrong = context.Database.SqlQuery<long>(
            $"""
            SELECT entry."Id" AS "Value" FROM ledger_entry AS entry
            JOIN ledger_entry AS taken ON taken."Id" = entry."Reverses"
            WHERE taken."Id" >= entry."Id" OR taken."Reverses" IS NOT NULL OR taken."Kind" <> entry."Kind"
                OR taken."Edition" <> entry."Edition"
                OR COALESCE(taken."Number", 0) <> COALESCE(entry."Number", 0)
                OR COALESCE(taken."PaymentId", 0) <> COALESCE(entry."PaymentId", 0)
                OR taken."Envelope" <> -entry."Envelope" OR taken."Fees" <> -entry."Fees"
                OR taken."Granted" <> -entry."Granted" OR taken."Committed" <> -entry."Committed"
                OR taken."Contracted" <> -entry."Contracted" OR taken."Paid" <> -entry."Paid"
            """
        );
        await FindAsync(wrong, id => new Refusal("Verify_LedgerReversal", id), cancellation);
    }

    /// <summary>A signed convention is of what its entries agreed, and its schedule comes to that; a draft agreed nothing.</summary>
    /// <param name="agreed">By number: sums of signatures and amendments.</param>
    public async Task CheckConventionsAsync(Dictionary<int, Money> agreed, CancellationToken cancellation)
    {
        var conventions = await context
            .Conventions.Select(convention => new
            {
                convention.Number,
                convention.State,
                convention.SignedOn,
                convention.Amount,
                Standing = convention
                    .Instalments.Where(one => one.ReplacedAt == null)
                    .Select(one => one.Amount)
                    .ToList(),
            })
            .OrderBy(convention => convention.Number)
            .ToListAsync(cancellation);
        foreach (var convention in conventions)
        {
            agreed.Remove(convention.Number, out var contracted);
            var isSigned = convention.State != ConventionState.Draft;
            if ((isSigned ? convention.Amount : Money.Zero) != contracted || isSigned != convention.SignedOn.HasValue)
            {
                findings.Add(new Refusal("Verify_ConventionAmount", convention.Number, convention.Amount, contracted));
            }

            var scheduled = new Money(convention.Standing.Sum(amount => amount.Cents));
            if (scheduled != convention.Amount)
            {
                findings.Add(new Refusal("Verify_ConventionSchedule", convention.Number, convention.Amount, scheduled));
            }
        }

        foreach (var (number, _) in agreed.Where(pair => pair.Value != Money.Zero).OrderBy(pair => pair.Key))
        {
            findings.Add(new Refusal("Verify_ConventionMissing", number));
        }
    }

    /// <summary>A payment is paid exactly where one entry that stands pays its amount on its day.</summary>
    public async Task CheckPaymentsAsync(CancellationToken cancellation)
    {
        var standing = context.LedgerEntries.Where(entry =>
            entry.Kind == EntryKind.Payment
            && entry.Reverses == null
            && !context.LedgerEntries.Any(other => other.Reverses == entry.Id)
        );
        await FindAsync(
            standing.Where(entry => entry.PaymentId == null).Select(entry => entry.Id),
            id => new Refusal("Verify_EntryOfNoPayment", id),
            cancellation
        );
        var wrong = context.Payments.Where(payment =>
            payment.State == PaymentState.Paid
                ? standing.Count(entry => entry.PaymentId == payment.Id) != 1
                    || !standing.Any(entry =>
                        entry.PaymentId == payment.Id
                        && entry.Paid == payment.Amount
                        && entry.Number == payment.Number
                        && entry.AccountingDate == payment.PaidOn
                    )
                : standing.Any(entry => entry.PaymentId == payment.Id)
        );
        await FindAsync(wrong.Select(one => one.Id), id => new Refusal("Verify_PaymentEntry", id), cancellation);
        var stray = context.Payments.Where(payment =>
            payment.Steps.OrderByDescending(step => step.Id).First().State != payment.State
        );
        await FindAsync(stray.Select(one => one.Id), id => new Refusal("Verify_PaymentStep", id), cancellation);
        var alone = context.Payments.Where(payment =>
            (
                payment.State == PaymentState.Validated
                || payment.State == PaymentState.Paid
                || payment.State == PaymentState.Returned
            ) && (payment.PreparedById == null || payment.ValidatedById == null)
            || payment.ValidatedById == payment.PreparedById && payment.ValidatedById != null
        );
        await FindAsync(alone.Select(one => one.Id), id => new Refusal("Verify_PaymentSigners", id), cancellation);
        var moved = context.Payments.Where(payment =>
            context.Conventions.Any(convention =>
                convention.Id == payment.ConventionId
                && (convention.Number != payment.Number || convention.Edition != payment.Edition)
            )
        );
        await FindAsync(
            moved.Select(one => one.Id),
            id => new Refusal("Verify_Repeated", nameof(Payment), id),
            cancellation
        );
    }

    /// <summary>Bytes are those that were given; a document has them, or an address.</summary>
    public async Task CheckDocumentsAsync(CancellationToken cancellation)
    {
        var lost = context.BudgetDocuments.Where(document =>
            document.Sha256 == null
                ? document.Link == null
                : !context.DocumentContents.Any(content => content.DocumentId == document.Id)
        );
        await FindAsync(lost.Select(one => one.Id), id => new Refusal("Verify_DocumentLost", id), cancellation);
        var kept =
            from content in context.DocumentContents
            join document in context.BudgetDocuments on content.DocumentId equals document.Id
            orderby document.Id
            select new
            {
                document.Id,
                document.Size,
                document.Sha256,
                content.Bytes,
            };
        await foreach (var one in kept.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (one.Bytes.LongLength != one.Size || Convert.ToHexStringLower(SHA256.HashData(one.Bytes)) != one.Sha256)
            {
                findings.Add(new Refusal("Verify_DocumentContent", one.Id));
            }
        }
    }

    private async Task FindAsync(IQueryable<long> wrong, Func<long, Refusal> tell, CancellationToken cancellation)
    {
        await foreach (var id in wrong.Order().AsAsyncEnumerable().WithCancellation(cancellation))
        {
            findings.Add(tell(id));
        }
    }
}
