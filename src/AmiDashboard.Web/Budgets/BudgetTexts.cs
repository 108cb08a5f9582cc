namespace AmiDashboard.Web.Budgets;

/// <summary>Names the resources of the pages of budgets.</summary>
public sealed class BudgetTexts;
