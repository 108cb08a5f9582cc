using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Budgets;
using AmiDashboard.Storage.Changes;

namespace AmiDashboard.Web.Api;

/// <summary>The ledger line by line, in the order of recording: what every other amount is the sum of.</summary>
internal sealed class BudgetEntriesResource(LedgerJournal journal, DataVersion version) : ApiTable<LedgerEntry>
{
    public override string Path => "budgets/entries";

    public override string Name => "BudgetEntries";

    public override Right Right => LedgerJournal.Right;

    public override IReadOnlyList<ApiParameter> Parameters { get; } =
    [
        ApiFilter.Edition,
        ApiParameter.Number("number", "200027"),
        ApiParameter.Named("kind", EntryKind.Payment),
        ApiParameter.Day("from", "2018-12-01") with
        {
            Text = "accountedFrom",
        },
        ApiParameter.Day("to", "2018-12-31") with
        {
            Text = "accountedTo",
        },
    ];

    protected override IReadOnlyList<ApiColumn<LedgerEntry>> Table { get; } =
    [
        new("id", ApiType.WholeNumber, 42, entry => entry.Id),
        new("accountingDate", ApiType.Day, "2018-12-20", entry => entry.AccountingDate),
        ApiColumn<LedgerEntry>.Named("entryKind", EntryKind.Payment, entry => entry.Kind),
        new("edition", ApiType.WholeNumber, 1, entry => entry.Edition),
        new("number", ApiType.WholeNumber, 200_027, entry => entry.Number),
        new("label", ApiType.Text, "Avance de 40 %", entry => entry.Label),
        new("envelope", ApiType.Money, 0.00m, entry => entry.Envelope),
        new("fees", ApiType.Money, 0.00m, entry => entry.Fees),
        new("granted", ApiType.Money, 0.00m, entry => entry.Granted),
        new("committed", ApiType.Money, 0.00m, entry => entry.Committed),
        new("contracted", ApiType.Money, 0.00m, entry => entry.Contracted),
        new("paid", ApiType.Money, 180_000.00m, entry => entry.Paid),
        new("recordedAt", ApiType.Instant, "2018-12-20T10:15:00Z", entry => entry.RecordedAt),
        new("recordedBy", ApiType.Text, "Camille Roux", entry => entry.RecordedBy),
        new("reverses", ApiType.WholeNumber, null, entry => entry.Reverses),
        new("payment", ApiType.WholeNumber, 7, entry => entry.PaymentId),
        new("documents", ApiType.List, "Avis.pdf", entry => entry.Documents.Select(one => one.Name).ToList()),
        new("hash", ApiType.Text, "9f86d081884c7d65…", entry => entry.Hash),
    ];

    protected override long KeyOf(LedgerEntry row) => row.Id;

    public override async Task<Outcome<ApiAnswer>> OpenAsync(ApiQuestion question, CancellationToken cancellation) =>
        Paged(
            $"{await version.RunAsync(Viewer.Product, new(Subject.LedgerEntry), cancellation)}",
            (after, most, token) => ReadAsync(question, after ?? 0, most, token)
        );

    private async Task<IReadOnlyList<LedgerEntry>> ReadAsync(
        ApiQuestion question,
        long after,
        int most,
        CancellationToken cancellation
    )
    {
        var rows = new List<LedgerEntry>();
        while (rows.Count < most)
        {
            var size = Math.Min(most - rows.Count, LedgerJournal.LargestPage);
            var page = await journal.RunAsync(
                question.Viewer,
                new(
                    question.Number("edition"),
                    question.Number("number"),
                    question.Named<EntryKind>("kind"),
                    question.Day("from"),
                    question.Day("to"),
                    Size: size,
                    After: after
                ),
                cancellation
            );
            rows.AddRange(page.Entries);
            if (page.Entries.Count < size)
            {
                break;
            }

            after = rows[^1].Id;
        }

        return rows;
    }
}
