using AmiDashboard.Core.Budgets.Figures;

namespace AmiDashboard.Web.Budgets;

/// <summary>What an alert is called in an address, and in the page.</summary>
internal static class AlertAddress
{
    public const string Parameter = "alerte";

    public static string NameOf(BudgetAlert alert) =>
        alert switch
        {
            BudgetAlert.PaymentOverdue => "overdue",
            BudgetAlert.DocumentMissing => "document",
            BudgetAlert.ForecastBeyondGrant => "forecast",
            BudgetAlert.ConventionUnsigned => "unsigned",
            BudgetAlert.Silent => "silent",
            _ => throw new ArgumentOutOfRangeException(nameof(alert), alert, null),
        };

    /// <summary>Null for none, and for what is not understood: an old link still opens.</summary>
    public static BudgetAlert? Read(string? name) =>
        Enum.GetValues<BudgetAlert>()
            .Select(alert => (BudgetAlert?)alert)
            .FirstOrDefault(alert => NameOf(alert!.Value) == name);
}
