using AmiDashboard.Budgets;
using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Prototypes;
using AmiDashboard.Storage.Budgets;

namespace AmiDashboard.Dashboards;

/// <summary>What is said of money beside the ledger: forecasts, documents that come and go, comments.</summary>
internal sealed class RandomMoney(TestStore store, Random random)
{
    public async Task<(string What, Refusal? Refusal)> ActAsync()
    {
        var number = LedgerSteps.Numbers[random.Next(LedgerSteps.Numbers.Length)];
        return random.Next(4) switch
        {
            0 => ("forecast", await ForecastAsync(number)),
            1 => ("comment", await CommentAsync(number)),
            2 => ("document", await AttachAsync(number)),
            _ => ("withdrawal", await WithdrawAsync()),
        };
    }

    private async Task<Refusal?> ForecastAsync(int number)
    {
        if ((await store.FileAsync(number)).Convention?.Standing.ToList() is not { Count: > 0 } standing)
        {
            return new Refusal("Nothing to forecast");
        }

        var on = ParisTime.DayOf(store.Now).AddDays(random.Next(120));
        return (
            await store
                .Get<ReviseForecast>()
                .RunAsync(Viewer.Product, new(number, standing[random.Next(standing.Count)].Id, on, "Retard"))
        ).Refusal;
    }

    private async Task<Refusal?> CommentAsync(int number) =>
        (await store.Get<CommentBudget>().RunAsync(Viewer.Product, new(number, "Vu"))).Refusal;

    private async Task<Refusal?> AttachAsync(int number) =>
        (
            await store
                .Get<AttachDocument>()
                .RunAsync(
                    Viewer.Product,
                    new(
                        LedgerModel.EditionOf(number),
                        number,
                        null,
                        DocumentKind.Other,
                        "Note",
                        "https://documents.example.invalid/note"
                    )
                )
        ).Refusal;

    /// <summary>Of a payment that is not made yet; what is kept as signed stays.</summary>
    private async Task<Refusal?> WithdrawAsync()
    {
        var documents = await store.RowsAsync(context =>
            context
                .BudgetDocuments.Where(one => one.WithdrawnAt == null && one.Kind == DocumentKind.Other)
                .OrderBy(one => one.Id)
        );
        if (documents.Count == 0)
        {
            return new Refusal("Nothing to withdraw");
        }

        var document = documents[random.Next(documents.Count)];
        return (
            await store.Get<WithdrawDocument>().RunAsync(Viewer.Product, new(document.Id, document.Version))
        ).Refusal;
    }
}
