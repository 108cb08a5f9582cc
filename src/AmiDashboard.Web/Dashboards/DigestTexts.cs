namespace AmiDashboard.Web.Dashboards;

/// <summary>Names the texts of digests, of alerts and of the page on which they are chosen.</summary>
public sealed class DigestTexts;
