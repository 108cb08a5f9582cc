namespace AmiDashboard.Web.Applications;

/// <summary>Names the resources of the pages of applications.</summary>
public sealed class ApplicationTexts;
