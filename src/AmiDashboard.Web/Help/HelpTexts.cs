namespace AmiDashboard.Web.Help;

/// <summary>Texts of the help page.</summary>
public sealed class HelpTexts;
