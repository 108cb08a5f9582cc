namespace AmiDashboard.Web.SignIn.Development;

/// <summary>Texts of the embedded provider's list of personas.</summary>
public sealed class PersonaTexts;
