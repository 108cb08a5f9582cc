namespace AmiDashboard.Web.Faults;

/// <summary>Names the resources of what is said when something failed.</summary>
public sealed class FaultTexts;
