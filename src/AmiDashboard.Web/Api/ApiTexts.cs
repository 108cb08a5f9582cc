namespace AmiDashboard.Web.Api;

/// <summary>Texts of the read API: its resources, columns and parameters, and what it refuses.</summary>
public sealed class ApiTexts;
