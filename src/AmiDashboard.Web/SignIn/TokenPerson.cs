using System.Security.Claims;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.People;
using Microsoft.Identity.Web;

namespace AmiDashboard.Web.SignIn;

/// <summary>
/// Who a provider's token speaks of. The one place that knows the names of claims, Entra ID's and ProConnect's; the
/// program's own cookie holds the four values below, which session it is, and nothing else of the token.
/// </summary>
public sealed record TokenPerson(string Issuer, string Subject, string Name, string? Email)
{
    private const string IssuerClaim = "ami:issuer";
    private const string SubjectClaim = "ami:subject";
    private const string NameClaim = "ami:name";
    private const string EmailClaim = "ami:email";

    /// <summary>Reads a validated token; throws <see cref="SignInRefusedException"/> where it cannot be trusted to be whole.</summary>
    public static TokenPerson OfToken(ClaimsPrincipal token, string issuer)
    {
        // Entra ID leaves groups out of a token that would be too long. That is never the same as « no groups ».
        if (token.HasClaim(claim => claim.Type is "hasgroups" or "_claim_names"))
        {
            throw new SignInRefusedException(SignInRefusal.Incomplete);
        }

        var subject =
            First(token, "sub", ClaimTypes.NameIdentifier) ?? throw new SignInRefusedException(SignInRefusal.NoSubject);
        var email = First(token, "email", ClaimTypes.Email, "preferred_username");
        // ProConnect has no « name »: given_name and usual_name.
        var name =
            First(token, "name", ClaimTypes.Name)
            ?? Join(First(token, "given_name", ClaimTypes.GivenName), First(token, "usual_name", "family_name"))
            ?? email
            ?? subject;
        return new TokenPerson(issuer, subject, Cut(name, 200), email is null ? null : Cut(email, 320));
    }

    /// <summary>
    /// E-mails that the provider vouches for: what it says it has verified, and Entra ID's own sign-in name, whose domain a
    /// tenant has to prove. Its « email » is what somebody wrote into a directory.
    /// </summary>
    public static IReadOnlyList<string> VerifiedEmailsOf(ClaimsPrincipal token)
    {
        string?[] emails =
        [
            Says("email_verified") || Says("xms_edov") ? First(token, "email", ClaimTypes.Email) : null,
            First(token, ClaimConstants.Tid, ClaimConstants.TenantId) is null
                ? null
                : First(token, "preferred_username"),
        ];
        return [.. emails.Select(EmailList.Kept).OfType<string>().Distinct(StringComparer.Ordinal)];

        bool Says(string claim) =>
            First(token, claim) is { } said && (said == "1" || said.Equals("true", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Profiles claimed by the app roles of a token.</summary>
    public static IReadOnlyList<SignInPerson.ClaimedProfile> RolesOf(ClaimsPrincipal token) =>
        ClaimedRoles.Read(
            token.FindAll(claim => claim.Type is "roles" or ClaimTypes.Role).Select(claim => claim.Value)
        );

    /// <summary>Null for somebody who is not signed in.</summary>
    public static TokenPerson? OfCookie(ClaimsPrincipal? principal) =>
        principal?.FindFirstValue(IssuerClaim) is { } issuer && principal.FindFirstValue(SubjectClaim) is { } subject
            ? new TokenPerson(
                issuer,
                subject,
                principal.FindFirstValue(NameClaim) ?? subject,
                principal.FindFirstValue(EmailClaim)
            )
            : null;

    public ClaimsPrincipal ToCookie(string authenticationType, SessionMark session)
    {
        ArgumentNullException.ThrowIfNull(session);
        var identity = new ClaimsIdentity(authenticationType, NameClaim, roleType: "ami:none");
        identity.AddClaim(new Claim(IssuerClaim, Issuer));
        identity.AddClaim(new Claim(SubjectClaim, Subject));
        identity.AddClaim(new Claim(NameClaim, Name));
        if (Email is not null)
        {
            identity.AddClaim(new Claim(EmailClaim, Email));
        }

        session.AddTo(identity);
        return new ClaimsPrincipal(identity);
    }

    private static string? First(ClaimsPrincipal token, params string[] types) =>
        types.Select(type => token.FindFirstValue(type)).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));

    private static string? Join(string? given, string? family) =>
        $"{given} {family}".Trim() is { Length: > 0 } joined ? joined : null;

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];
}
