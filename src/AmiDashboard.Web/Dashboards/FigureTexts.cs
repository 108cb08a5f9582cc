namespace AmiDashboard.Web.Dashboards;

/// <summary>Names the resources of what figures are called, mean and are computed by.</summary>
public sealed class FigureTexts;
