namespace AmiDashboard.Web.Errors;

/// <summary>Texts of the not-found and error pages.</summary>
public sealed class ErrorTexts;
