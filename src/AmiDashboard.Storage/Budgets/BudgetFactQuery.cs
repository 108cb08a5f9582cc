using System.Collections.Immutable;
using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Budgets.Figures;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Budgets;

/// <summary>Reads what the board keeps: new entries of the ledger, and the rest of the projects that changed.</summary>
internal static class BudgetFactQuery
{
    /// <summary>The ledger with the entries since; each costs the same, whatever is there already.</summary>
    public static async Task<FollowedLedger> FollowAsync(
        AmiContext context,
        FollowedLedger old,
        CancellationToken cancellation
    )
    {
        var (lastId, projects, editions, conventions, titles) = (
            old.LastId,
            old.Projects.ToBuilder(),
            old.Editions.ToBuilder(),
            old.Conventions.ToBuilder(),
            old.Titles.ToBuilder()
        );
        var entries = context
            .LedgerEntries.Where(entry => entry.Id > old.LastId)
            .OrderBy(entry => entry.Id)
            .Select(entry => new
            {
                entry.Id,
                entry.Kind,
                entry.Edition,
                entry.Number,
                entry.AccountingDate,
                entry.RecordedAt,
                entry.Envelope,
                entry.Fees,
                entry.Granted,
                entry.Committed,
                entry.Contracted,
                entry.Paid,
                IsReversal = entry.Reverses != null,
                Title = entry.Kind == EntryKind.Grant && entry.Reverses == null ? entry.Label : null,
            })
            .AsAsyncEnumerable();
        await foreach (var entry in entries.WithCancellation(cancellation))
        {
            var posting = new Posting(
                entry.Envelope,
                entry.Fees,
                entry.Granted,
                entry.Committed,
                entry.Contracted,
                entry.Paid
            );
            var recordedOn = ParisTime.DayOf(entry.RecordedAt);
            if (LedgerRules.MovesEnvelope(entry.Kind))
            {
                // Other entries follow one another within their project only: a series of them all would go back in time.
                editions[entry.Edition] = (editions.GetValueOrDefault(entry.Edition) ?? BalanceSeries.Empty).Append(
                    entry.AccountingDate,
                    recordedOn,
                    Posting.Nothing with
                    {
                        Envelope = entry.Envelope,
                        Fees = entry.Fees,
                        Granted = entry.Granted,
                    }
                );
            }

            if (entry.Number is { } number)
            {
                projects[number] = (projects.GetValueOrDefault(number) ?? BalanceSeries.Empty).Append(
                    entry.AccountingDate,
                    recordedOn,
                    posting
                );
                if (StateAfter(entry.Kind, posting, entry.IsReversal) is { } state)
                {
                    conventions[number] = conventions
                        .GetValueOrDefault(number, [])
                        .Add(new(state, entry.AccountingDate, recordedOn));
                }

                if (entry.Title is { } title)
                {
                    titles.TryAdd(number, title);
                }
            }

            lastId = entry.Id;
        }

        return new FollowedLedger(
            lastId,
            projects.ToImmutable(),
            editions.ToImmutable(),
            conventions.ToImmutable(),
            titles.ToImmutable()
        );
    }

    /// <summary>What an entry makes of the convention; null for one that says nothing of it.</summary>
    private static ConventionState? StateAfter(EntryKind kind, Posting posting, bool isReversal) =>
        kind switch
        {
            EntryKind.Contract => isReversal ? ConventionState.Draft : ConventionState.InForce,
            EntryKind.Release when posting.Contracted != Money.Zero => isReversal
                ? ConventionState.InForce
                : ConventionState.Closed,
            _ => null,
        };

    public static async Task<ImmutableDictionary<int, EditionBudget>> EditionsAsync(
        AmiContext context,
        FollowedLedger ledger,
        CancellationToken cancellation
    )
    {
        var editions = await context
            .Editions.Select(edition => new
            {
                edition.Number,
                edition.Name,
                edition.Action,
            })
            .ToListAsync(cancellation);
        return editions.ToImmutableDictionary(
            edition => edition.Number,
            edition => new EditionBudget(
                edition.Number,
                edition.Name,
                edition.Action,
                ledger.Editions.GetValueOrDefault(edition.Number) ?? BalanceSeries.Empty
            )
        );
    }

    /// <param name="wanted">Null for every project that the ledger or a convention knows.</param>
    public static async Task<IReadOnlyList<KnownProject>> ProjectsAsync(
        AmiContext context,
        HashSet<int>? wanted,
        FollowedLedger ledger,
        CancellationToken cancellation
    )
    {
        if (wanted is { Count: 0 })
        {
            return [];
        }

        var (known, shown) = (
            context.ProjectBalances.AsQueryable(),
            context.Applications.Where(application =>
                context.ProjectBalances.Any(balance => balance.Number == application.Number)
            )
        );
        if (wanted is not null)
        {
            known = known.Where(balance => wanted.Contains(balance.Number));
            shown = shown.Where(application => wanted.Contains(application.Number));
        }

        var balances = await known.Select(balance => new { balance.Number, balance.Edition }).ToListAsync(cancellation);
        var applications = await shown
            .Select(application => new
            {
                application.Id,
                application.Number,
                application.Title,
            })
            .ToDictionaryAsync(application => application.Number, cancellation);
        var rest = await ProjectMoney.LoadAsync(context, wanted, cancellation);
        return
        [
            .. balances.Select(balance =>
            {
                var application = applications.GetValueOrDefault(balance.Number);
                return new KnownProject(
                    balance.Number,
                    balance.Edition,
                    application?.Id ?? 0,
                    rest.BudgetOf(
                        balance.Number,
                        balance.Edition,
                        application?.Title ?? ledger.Titles.GetValueOrDefault(balance.Number) ?? "",
                        ledger
                    )
                );
            }),
        ];
    }
}
