namespace AmiDashboard.Web.Prototypes;

/// <summary>Names the resources of the pages of prototypes.</summary>
public sealed class PrototypeTexts;
