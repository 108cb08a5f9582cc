namespace AmiDashboard.Web.Charts;

/// <summary>Names the resources of the chart card.</summary>
public sealed class ChartCardTexts;
