namespace AmiDashboard.Web.Dashboards;

/// <summary>Names the resources of the dashboards.</summary>
public sealed class DashboardTexts;
