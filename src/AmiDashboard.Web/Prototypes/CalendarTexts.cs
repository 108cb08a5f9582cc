namespace AmiDashboard.Web.Prototypes;

/// <summary>Names the resources of the page of support sessions.</summary>
public sealed class CalendarTexts;
