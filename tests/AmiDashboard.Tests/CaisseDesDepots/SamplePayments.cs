using System.Text;
using AmiDashboard.Core;
using AmiDashboard.Exchange.CaisseDesDepots;
using AmiDashboard.Exchange.Spreadsheets.Reading;

namespace AmiDashboard.CaisseDesDepots;

/// <summary>Payment files as CDC could send them. Invented.</summary>
internal static class SamplePayments
{
    public static readonly string[] Titles =
    [
        "N° dossier",
        "Bénéficiaire",
        "Référence convention",
        "Référence du virement",
        "Montant payé",
        "Date de paiement",
        "Libellé",
    ];

    public static string[] Line(
        string number = "1001",
        string reference = "VIR-2019-001",
        string amount = "30 000,00",
        string paidOn = "01/03/2019",
        string beneficiary = "Ministère fictif",
        string convention = "CONV-01",
        string label = "Avance"
    ) => [number, beneficiary, convention, reference, amount, paidOn, label];

    public static string Csv(char separator, params IEnumerable<string[]> lines) =>
        string.Concat(
            lines.Select(line => string.Join(separator, line.Select(cell => Quoted(cell, separator))) + "\r\n")
        );

    /// <summary>A CSV of the usual columns, « ; » between them.</summary>
    public static string Of(params IEnumerable<string[]> lines) => Csv(';', [Titles, .. lines]);

    public static Task<Outcome<PaymentFile>> TryAsync(Stream file, TableLimits? limits = null) =>
        PaymentFile.ReadAsync(file, "paiements.csv", limits);

    public static async Task<PaymentFile> OkAsync(Stream file)
    {
        var outcome = await TryAsync(file);
        Assert.True(outcome.Done, outcome.Refusal?.ToString());
        return outcome.Value;
    }

    public static Task<PaymentFile> OkAsync(string csv) => OkAsync(new MemoryStream(Encoding.UTF8.GetBytes(csv)));

    public static async Task<Refusal> RefusedAsync(Stream file, TableLimits? limits = null)
    {
        var outcome = await TryAsync(file, limits);
        Assert.False(outcome.Done, "The file was read.");
        Assert.True(PaymentFileTexts.Knows(outcome.Refusal.Key), outcome.Refusal.Key);
        Assert.DoesNotContain("{", PaymentFileTexts.Say(outcome.Refusal), StringComparison.Ordinal);
        return outcome.Refusal;
    }

    public static Task<Refusal> RefusedAsync(string csv, TableLimits? limits = null) =>
        RefusedAsync(new MemoryStream(Encoding.UTF8.GetBytes(csv)), limits);

    private static string Quoted(string cell, char separator) =>
        cell.AsSpan().ContainsAny($"{separator}\"\r\n") ? '"' + cell.Replace("\"", "\"\"") + '"' : cell;
}
