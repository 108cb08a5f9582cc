namespace AmiDashboard.Web.Prototypes;

/// <summary>Names the resources of the page of monthly reports.</summary>
public sealed class ReportTexts;
