namespace AmiDashboard.Web.Shell;

/// <summary>Texts of what surrounds every page: ShellTexts.resx, ShellTexts.en.resx.</summary>
public sealed class ShellTexts;
