using System.Runtime.CompilerServices;
using AmiDashboard.Core.People;
using AmiDashboard.Exchange.Spreadsheets;
using AmiDashboard.Storage.Budgets;
using AmiDashboard.Web.Budgets;
using Microsoft.Extensions.Localization;

namespace AmiDashboard.Web.Exports;

/// <summary>The ledger as a sheet, the last entry first: what the journal's filter lists, with every part and hash.</summary>
public sealed class JournalExport(LedgerJournal journal, IStringLocalizer<BudgetTexts> texts)
{
    public Sheet Of(Viewer viewer, LedgerJournal.Query query) =>
        new(
            texts["Journal_Title"],
            [
                new(CellKind.WholeNumber, texts["Column_Id"]),
                new(CellKind.Date, texts["Column_On"]),
                new(CellKind.Text, texts["Column_Kind"], Width: 22),
                new(CellKind.WholeNumber, texts["Edition"]),
                new(CellKind.WholeNumber, texts["Column_Number"]),
                new(CellKind.Text, texts["Column_Label"], Width: 50),
                new(CellKind.Money, texts["Figure_envelope"], IsSummed: true),
                new(CellKind.Money, texts["Envelope_Fees"], IsSummed: true),
                new(CellKind.Money, texts["Figure_granted"], IsSummed: true),
                new(CellKind.Money, texts["Figure_committed"], IsSummed: true),
                new(CellKind.Money, texts["Figure_contracted"], IsSummed: true),
                new(CellKind.Money, texts["Figure_paid"], IsSummed: true),
                new(CellKind.Instant, texts["Column_RecordedAt"]),
                new(CellKind.Text, texts["Column_RecordedBy"], Width: 26),
                new(CellKind.WholeNumber, texts["Column_Reverses"]),
                new(CellKind.WholeNumber, texts["Column_Payment"]),
                new(CellKind.Text, texts["Documents_Title"], Width: 30),
                new(CellKind.Text, texts["Column_Hash"], Width: 66),
            ],
            RowsAsync(viewer, query)
        )
        {
            TotalTitle = texts["Total"],
        };

    private async IAsyncEnumerable<IReadOnlyList<object?>> RowsAsync(
        Viewer viewer,
        LedgerJournal.Query query,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        // Entries written meanwhile come first and push the others on: what was given already is not given again.
        var last = long.MaxValue;
        for (var page = 0; ; page++)
        {
            var found = await journal.RunAsync(
                viewer,
                query with
                {
                    Page = page,
                    Size = LedgerJournal.LargestPage,
                },
                cancellation
            );
            foreach (var entry in found.Entries.Where(entry => entry.Id < last))
            {
                last = entry.Id;
                yield return
                [
                    entry.Id,
                    entry.AccountingDate,
                    texts[$"EntryKind_{entry.Kind}"].Value,
                    entry.Edition,
                    entry.Number,
                    entry.Label,
                    entry.Envelope,
                    entry.Fees,
                    entry.Granted,
                    entry.Committed,
                    entry.Contracted,
                    entry.Paid,
                    entry.RecordedAt,
                    entry.RecordedBy,
                    entry.Reverses,
                    entry.PaymentId,
                    string.Join(", ", entry.Documents.Select(document => document.Name)),
                    entry.Hash,
                ];
            }

            if (found.Entries.Count < LedgerJournal.LargestPage)
            {
                yield break;
            }
        }
    }
}
