namespace AmiDashboard.Core.Applications;

public enum EligibilityVerdict
{
    /// <summary>The legal form is that of a direct operator of State public service.</summary>
    Eligible,

    Ineligible,

    /// <summary>The form is not known, or may be either: a person looks.</summary>
    ToExamine,
}

/// <summary>
/// What the legal form says of the right to apply: only direct operators of State public service may (ministry, national
/// operator, decentralised service, public hospital). A proposal with its reason; a person's stage change decides.
/// </summary>
/// <param name="ReasonKey">Key of the sentence in the resources; its argument is the legal form.</param>
public sealed record Eligibility(EligibilityVerdict Verdict, string ReasonKey, string? LegalForm)
{
    /// <summary>Reads a legal form in the words of the SIRENE nomenclature of legal categories (INSEE, levels II and III).</summary>
    public static Eligibility Of(string? legalForm)
    {
        var folded = FoldedText.Fold(legalForm);
        if (folded.Length == 0)
        {
            return new(EligibilityVerdict.ToExamine, "Eligibility_Unknown", null);
        }

        var rule = Rules.FirstOrDefault(rule => folded.Contains(rule.Words, StringComparison.Ordinal));
        return rule.ReasonKey is null
            ? new(EligibilityVerdict.ToExamine, "Eligibility_Unlisted", legalForm)
            : new(rule.Verdict, rule.ReasonKey, legalForm);
    }

    // The first that fits wins: the narrow before the wide.
    private static readonly (string Words, EligibilityVerdict Verdict, string ReasonKey)[] Rules =
    [
        ("autorite constitutionnelle", EligibilityVerdict.Eligible, "Eligibility_Authority"),
        ("autorite administrative", EligibilityVerdict.Eligible, "Eligibility_Authority"),
        ("service central d'un ministere", EligibilityVerdict.Eligible, "Eligibility_Ministry"),
        ("service du ministere", EligibilityVerdict.Eligible, "Eligibility_Ministry"),
        ("ministere", EligibilityVerdict.Eligible, "Eligibility_Ministry"),
        ("service deconcentre", EligibilityVerdict.Eligible, "Eligibility_Decentralised"),
        ("etablissement d'hospitalisation", EligibilityVerdict.Eligible, "Eligibility_Hospital"),
        ("etablissement public national", EligibilityVerdict.Eligible, "Eligibility_Operator"),
        ("etablissement public administratif", EligibilityVerdict.Eligible, "Eligibility_Operator"),
        ("groupement d'interet public", EligibilityVerdict.Eligible, "Eligibility_Operator"),
        ("regime general de la securite sociale", EligibilityVerdict.Eligible, "Eligibility_SocialSecurity"),
        ("securite sociale", EligibilityVerdict.Eligible, "Eligibility_SocialSecurity"),
        ("chambre de", EligibilityVerdict.Eligible, "Eligibility_Consular"),
        ("organisme consulaire", EligibilityVerdict.Eligible, "Eligibility_Consular"),
        ("commune", EligibilityVerdict.Ineligible, "Eligibility_LocalAuthority"),
        ("departement", EligibilityVerdict.Ineligible, "Eligibility_LocalAuthority"),
        ("region", EligibilityVerdict.Ineligible, "Eligibility_LocalAuthority"),
        ("collectivite territoriale", EligibilityVerdict.Ineligible, "Eligibility_LocalAuthority"),
        ("etablissement public local", EligibilityVerdict.Ineligible, "Eligibility_LocalAuthority"),
        ("etablissement public industriel et commercial", EligibilityVerdict.ToExamine, "Eligibility_Epic"),
        ("association", EligibilityVerdict.Ineligible, "Eligibility_Private"),
        ("fondation", EligibilityVerdict.Ineligible, "Eligibility_Private"),
        ("societe", EligibilityVerdict.Ineligible, "Eligibility_Private"),
        ("sas", EligibilityVerdict.Ineligible, "Eligibility_Private"),
        ("sarl", EligibilityVerdict.Ineligible, "Eligibility_Private"),
        ("entrepreneur", EligibilityVerdict.Ineligible, "Eligibility_Private"),
    ];
}
