namespace AmiDashboard.Web.Prototypes;

/// <summary>Names the resources of the pages of project sheets.</summary>
public sealed class SheetTexts;
