namespace AmiDashboard.Web.Administration;

/// <summary>Names the resources of the pages of administration.</summary>
public sealed class AdministrationTexts;
