namespace AmiDashboard.Web.SignIn.Development;

/// <summary>Somebody invented, who may be signed in as by name.</summary>
/// <param name="Name">What <c>login_hint</c> says.</param>
/// <param name="Roles">App roles of the token, as <see cref="ClaimedRoles"/> reads them.</param>
internal sealed record Persona(string Name, string FullName, string Body, params string[] Roles)
{
    public string Email => $"{Name}@demonstration.invalid";
}

/// <summary>One persona a profile at least, two where one person prepares what another validates.</summary>
internal static class Personas
{
    public static readonly IReadOnlyList<Persona> All =
    [
        new("administrator", "Adèle Fournier", "DINSIC", "Administrator"),
        new("dinsic", "Dominique Caron", "DINSIC", "Dinsic"),
        new("dinsic2", "Daphné Leroux", "DINSIC", "Dinsic"),
        new("ditp", "Thomas Perrin", "DITP", "Ditp"),
        new("ditp2", "Inès Garnier", "DITP", "Ditp"),
        new("sgpi", "Sophie Guérin", "SGPI", "Sgpi"),
        new("cdc", "Camille Dumas", "Caisse des dépôts", "Cdc"),
        new("cdc2", "Cyril Charpentier", "Caisse des dépôts", "Cdc"),
        new("leadership", "Hélène Marchal", "DITP", "Leadership"),
        new("reviewer1", "Rachid Benali", "INRIA", "Reviewer"),
        new("reviewer2", "Rose Aubert", "CNRS", "Reviewer"),
        new("reviewer3", "Rémi Vasseur", "Etalab", "Reviewer"),
        new("reviewer4", "Renée Colin", "ANSSI", "Reviewer"),
        new("reviewer5", "Raphaël Munoz", "DINSIC", "Reviewer"),
        new("reviewer6", "Romane Picard", "DITP", "Reviewer"),
        new("ministry1", "Mathilde Roche", "Ministère A", "Ministry"),
        new("ministry2", "Malik Haddad", "Ministère B", "Ministry"),
        new("ministry3", "Marion Lefèvre", "Ministère C", "Ministry"),
        new("nobody", "Noël Personne", ""),
    ];

    public static Persona? Named(string? name) =>
        All.FirstOrDefault(persona => string.Equals(persona.Name, name, StringComparison.OrdinalIgnoreCase));
}
