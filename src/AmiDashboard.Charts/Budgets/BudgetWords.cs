using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Budgets.Figures;

namespace AmiDashboard.Charts.Budgets;

/// <summary>How charts of budgets name projects, documents and stretches of time.</summary>
internal static class BudgetWords
{
    /// <summary>Euros as a place on an axis: the only use of money that is not exact.</summary>
    public static double OnAxis(this Money amount) => amount.Cents / 100.0;

    public static string Projects(this ChartText text, int number) => text.Counted("Projects", number);

    /// <summary>« 3 paiements, 120 k€ ».</summary>
    public static string Payments(this ChartText text, int number, Money amount) =>
        text.Counted("Payments", number, text.ShortMoney(amount));

    public static string Document(this ChartText text, DocumentKind kind) => text[$"Document_{kind}"];

    /// <summary>« T1 2019 ».</summary>
    public static string Quarter(this ChartText text, Period quarter) =>
        text.Of("QuarterOfYear", quarter.QuarterNumber, quarter.From.Year);
}
