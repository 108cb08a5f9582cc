namespace AmiDashboard.Web.Budgets;

/// <summary>Names the resources of the page that takes CDC's payment file.</summary>
public sealed class PaymentFilePageTexts;
