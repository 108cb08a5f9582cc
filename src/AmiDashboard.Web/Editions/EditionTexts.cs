namespace AmiDashboard.Web.Editions;

/// <summary>Texts of the page where editions of the call are kept, and of the verb.</summary>
public sealed class EditionTexts;
