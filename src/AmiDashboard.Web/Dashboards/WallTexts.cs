namespace AmiDashboard.Web.Dashboards;

/// <summary>Names the resources of wall screens.</summary>
public sealed class WallTexts;
