namespace AmiDashboard.Web.Legal;

/// <summary>Texts of the accessibility statement and of the notice on personal data.</summary>
public sealed class LegalTexts;
