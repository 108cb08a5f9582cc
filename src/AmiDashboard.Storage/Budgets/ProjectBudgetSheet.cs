using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Budgets;

/// <summary>
/// All that is kept of one project's money: its entries, its convention with the schedule and its history, its payments
/// step by step, its documents, what was said of it. Null outside the perimeter, and before it was granted anything.
/// </summary>
public sealed class ProjectBudgetSheet(Store store) : IRead<ProjectBudgetSheet.Query, ProjectFile?>
{
    public sealed record Query(int Number);

    public static Right Right => Right.SeeBudgets;

    public async Task<ProjectFile?> RunAsync(Viewer viewer, Query query, CancellationToken cancellation = default)
    {
        await using var context = store.Read(viewer, Right);
        var balance = await context.ProjectBalances.SingleOrDefaultAsync(
            balance => balance.Number == query.Number,
            cancellation
        );
        if (balance is null)
        {
            return null;
        }

        var entries = await context
            .LedgerEntries.Where(entry => entry.Number == query.Number)
            .OrderBy(entry => entry.Id)
            .ToListAsync(cancellation);
        return new ProjectFile(
            query.Number,
            balance.Edition,
            balance.Posting,
            await context
                .Conventions.Include(one => one.Instalments)
                    .ThenInclude(instalment => instalment.Revisions.OrderBy(revision => revision.Id))
                .Include(one => one.Amendments.OrderBy(amendment => amendment.Position))
                .AsSplitQuery()
                .SingleOrDefaultAsync(one => one.Number == query.Number, cancellation),
            await context
                .Payments.Include(payment => payment.Steps.OrderBy(step => step.Id))
                .Where(payment => payment.Number == query.Number)
                .OrderBy(payment => payment.Id)
                .ToListAsync(cancellation),
            await context
                .BudgetDocuments.Where(document => document.Number == query.Number)
                .OrderBy(document => document.Id)
                .ToListAsync(cancellation),
            entries,
            await QuotedDocuments.LoadAsync(context, entries, cancellation),
            await context
                .BudgetComments.Where(comment => comment.Number == query.Number)
                .OrderByDescending(comment => comment.Id)
                .ToListAsync(cancellation)
        );
    }
}

/// <param name="Balance">What stands now.</param>
/// <param name="Entries">In the order of recording.</param>
/// <param name="Comments">The last first.</param>
public sealed record ProjectFile(
    int Number,
    int Edition,
    Posting Balance,
    Convention? Convention,
    IReadOnlyList<Payment> Payments,
    IReadOnlyList<BudgetDocument> Documents,
    IReadOnlyList<LedgerEntry> Entries,
    QuotedDocuments Quoted,
    IReadOnlyList<BudgetComment> Comments
);
