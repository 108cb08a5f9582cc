using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace AmiDashboard.Web.SignIn.Development;

/// <summary>
/// An OpenID Connect provider inside the program, where anybody may be any persona, so that the real sign-in path runs
/// without an account anywhere. In Development only: elsewhere it is not added, and the settings refuse its address.
/// </summary>
internal static class EmbeddedProvider
{
    public const string Path = "/sso/";
    public const string ClientId = "3f9c4f0e-52b1-4c6e-9f0e-6f7d2f1a5200";
    public static readonly Guid Tenant = new("7d1f6f2e-0b8a-4c39-9a55-201806140000");

    /// <summary>Made when it is first needed, which outside Development is never.</summary>
    private static readonly Lazy<RsaSecurityKey> SigningKey = new(() => new(RSA.Create(2048)));

    private static string Root => $"{Path.TrimStart('/')}{Tenant}/";

    public static string AuthorizePath => $"/{Root}oauth2/v2.0/authorize";

    public static string EndSessionPath => $"/{Root}oauth2/v2.0/logout";

    /// <summary>What an operator would write under <c>AzureAd</c> to use this provider, at the program's own address.</summary>
    public static Dictionary<string, string?> SettingsAt(Uri address) =>
        new()
        {
            ["AzureAd:Instance"] = new Uri(address, Path).AbsoluteUri,
            ["AzureAd:TenantId"] = Tenant.ToString(),
            ["AzureAd:ClientId"] = ClientId,
        };

    /// <summary>
    /// Its keys live no longer than the process. OpenIddict's own ephemeral ones are of 4096 bits, both of them: seconds of
    /// each start.
    /// </summary>
    /// <param name="address">Where the provider is.</param>
    /// <param name="program">Whose people it signs in: the same address, but in a test.</param>
    public static void Add(IServiceCollection services, Uri address, Uri program)
    {
        services
            .AddOpenIddict()
            .AddServer(server =>
            {
                server
                    .SetIssuer(IssuerAt(address))
                    .SetConfigurationEndpointUris($"{Root}v2.0/.well-known/openid-configuration")
                    .SetJsonWebKeySetEndpointUris($"{Root}discovery/v2.0/keys")
                    .SetAuthorizationEndpointUris(AuthorizePath.TrimStart('/'))
                    .SetTokenEndpointUris($"{Root}oauth2/v2.0/token")
                    .SetEndSessionEndpointUris(EndSessionPath.TrimStart('/'))
                    .AllowAuthorizationCodeFlow()
                    .RequireProofKeyForCodeExchange()
                    .RegisterScopes(OpenIddictConstants.Scopes.Profile, OpenIddictConstants.Scopes.OfflineAccess)
                    .AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)))
                    .AddSigningKey(SigningKey.Value)
                    .EnableDegradedMode();
                server
                    .UseAspNetCore()
                    .EnableAuthorizationEndpointPassthrough()
                    .EnableEndSessionEndpointPassthrough()
                    .DisableTransportSecurityRequirement();
                server.AddEventHandler<ValidateAuthorizationRequestContext>(handler =>
                    handler.UseInlineHandler(context => OnlyThisProgram(context, program))
                );
                server.AddEventHandler<ValidateTokenRequestContext>(handler =>
                    handler.UseInlineHandler(context =>
                    {
                        if (context.ClientId != ClientId)
                        {
                            context.Reject(OpenIddictConstants.Errors.InvalidClient);
                        }

                        return ValueTask.CompletedTask;
                    })
                );
                server.AddEventHandler<ValidateEndSessionRequestContext>(handler =>
                    handler.UseInlineHandler(context =>
                    {
                        if (context.PostLogoutRedirectUri != new Uri(program, "/signout-callback-oidc").AbsoluteUri)
                        {
                            context.Reject(OpenIddictConstants.Errors.InvalidRequest);
                        }

                        return ValueTask.CompletedTask;
                    })
                );
            });
        services
            .AddOptions<OpenIdConnectOptions>(OpenIdConnectDefaults.AuthenticationScheme)
            .Configure(options => Trust(options, IssuerAt(address).AbsoluteUri));
    }

    internal static Uri IssuerAt(Uri address) => new(address, $"{Root}v2.0");

    private static ValueTask OnlyThisProgram(ValidateAuthorizationRequestContext context, Uri program)
    {
        if (context.ClientId != ClientId || context.RedirectUri != new Uri(program, "/signin-oidc").AbsoluteUri)
        {
            context.Reject(OpenIddictConstants.Errors.InvalidClient);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Plain http on this machine: what browsers and the Entra validator would else refuse.</summary>
    internal static void Trust(OpenIdConnectOptions options, string issuer)
    {
        options.RequireHttpsMetadata = false;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        foreach (var cookie in new[] { options.NonceCookie, options.CorrelationCookie })
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }

        options.TokenValidationParameters.IssuerValidator = (found, _, _) =>
            found == issuer
                ? found
                : throw new SecurityTokenInvalidIssuerException($"The issuer {found} is not {issuer}.");
    }
}
