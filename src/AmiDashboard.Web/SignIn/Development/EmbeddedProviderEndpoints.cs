using System.Collections.Immutable;
using System.Security.Claims;
using AmiDashboard.Core.Demonstration;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace AmiDashboard.Web.SignIn.Development;

/// <summary>What the embedded provider answers a browser: the persona named by <c>login_hint</c>, or the list of them.</summary>
internal static class EmbeddedProviderEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(EmbeddedProvider.AuthorizePath, Authorize).AllowAnonymous();
        routes
            .MapGet(
                EmbeddedProvider.EndSessionPath,
                () => Results.SignOut(authenticationSchemes: [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme])
            )
            .AllowAnonymous();
    }

    private static IResult Authorize(HttpContext context)
    {
        var request =
            context.GetOpenIddictServerRequest()
            ?? throw new InvalidOperationException("The embedded provider did not see this request.");
        if (request.LoginHint is null && request.HasPromptValue(PromptValues.None))
        {
            // It keeps no session: without a name there is nobody that it could answer with.
            return Results.Forbid(
                new AuthenticationProperties(
                    new Dictionary<string, string?>
                    {
                        [OpenIddictServerAspNetCoreConstants.Properties.Error] = OpenIddictConstants
                            .Errors
                            .LoginRequired,
                    }
                ),
                [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]
            );
        }

        return Personas.Find(request.LoginHint) is { } persona
            ? Results.SignIn(
                PrincipalOf(persona, request),
                authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme
            )
            : new RazorComponentResult<PersonaList>(
                new Dictionary<string, object?> { [nameof(PersonaList.Unknown)] = request.LoginHint }
            );
    }

    /// <summary>The claims of a token of Entra ID that the program reads.</summary>
    private static ClaimsPrincipal PrincipalOf(Persona persona, OpenIddictRequest request)
    {
        var identity = new ClaimsIdentity(
            OpenIddictServerAspNetCoreDefaults.AuthenticationScheme,
            Claims.Name,
            Claims.Role
        );
        identity
            .SetClaim(Claims.Subject, persona.Subject.ToString())
            .SetClaim("oid", persona.Subject.ToString())
            .SetClaim("tid", EmbeddedProvider.Tenant.ToString())
            .SetClaim(Claims.Name, persona.Name)
            .SetClaim(Claims.PreferredUsername, persona.Email)
            .SetClaims("roles", [.. persona.Roles]);
        identity.SetScopes(request.GetScopes());
        identity.SetDestinations(static _ => [Destinations.IdentityToken]);
        return new ClaimsPrincipal(identity);
    }
}
