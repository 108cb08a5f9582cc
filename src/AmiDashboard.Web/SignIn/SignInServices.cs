using AmiDashboard.Core.People;
using AmiDashboard.Storage.People;
using AmiDashboard.Storage.Scores;
using AmiDashboard.Web.Composition;
using AmiDashboard.Web.Settings;
using AmiDashboard.Web.SignIn.Development;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Identity.Web;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace AmiDashboard.Web.SignIn;

/// <summary>Sign-in by OpenID Connect, a cookie that says who and never what they may, and rights read at each request.</summary>
internal static class SignInServices
{
    public const string RefusedPath = "/signin/refused";

    private const int MostTries = 5;

    /// <summary>Of a provider: a person waits for it.</summary>
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(5);

    public static void Add(WebApplicationBuilder builder, ProgramSettings settings, Uri address)
    {
        if (settings.SignIn.UsesEmbeddedProvider)
        {
            builder.Configuration.AddInMemoryCollection(EmbeddedProvider.SettingsAt(address));
        }

        var services = builder.Services;
        services
            .AddAuthentication(OpenIdConnectDefaults.AuthenticationScheme)
            .AddMicrosoftIdentityWebApp(builder.Configuration.GetSection("AzureAd"));
        services
            .AddOptions<OpenIdConnectOptions>(OpenIdConnectDefaults.AuthenticationScheme)
            .Configure(ConfigureOpenIdConnect);
        services
            .AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure(options => ConfigureCookie(options, builder.Environment, settings.Session));
        if (settings.SignIn.UsesEmbeddedProvider)
        {
            EmbeddedProvider.Add(services, address, program: address);
        }

        services.AddSingleton<ProviderDoor>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, ClosedPages>();
        services.AddScoped<CurrentViewer>();
        services.AddScoped<AuthenticationStateProvider, ViewerRevalidation>();
        services.AddCascadingAuthenticationState();
        Access.Add(services);
    }

    private static void ConfigureOpenIdConnect(OpenIdConnectOptions options)
    {
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.UsePkce = true;
        options.MapInboundClaims = false;
        options.SaveTokens = false;
        options.SignedOutRedirectUri = SignedOutPage.Address;
        options.BackchannelTimeout = LongestAnswer;
        var hint = options.Events.OnRedirectToIdentityProvider;
        options.Events.OnRedirectToIdentityProvider = async context =>
        {
            await hint(context);
            if (context.Properties.Parameters.TryGetValue("login_hint", out var named) && named is string name)
            {
                context.ProtocolMessage.LoginHint = name;
            }

            if (SilentSignIn.IsAsked(context.Properties))
            {
                context.ProtocolMessage.Prompt = OpenIdConnectPrompt.None;
            }
        };
        var validated = options.Events.OnTokenValidated;
        options.Events.OnTokenValidated = async context =>
        {
            await validated(context);
            await ReceiveAsync(context);
        };
        options.Events.OnRemoteFailure = context =>
        {
            if (SilentSignIn.IsAsked(context.Properties))
            {
                context.Response.Redirect(SilentSignIn.AddressAfterFailure(context.Properties!));
                context.HandleResponse();
                return Task.CompletedTask;
            }

            var refusal = (context.Failure as SignInRefusedException)?.Refusal ?? SignInRefusal.Provider;
            context
                .HttpContext.RequestServices.GetRequiredService<ILogger<TokenPerson>>()
                .LogWarning(context.Failure, "A sign-in was refused ({Refusal}).", refusal);
            context.Response.Redirect($"{RefusedPath}?reason={refusal}");
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }

    /// <summary>Notes the person, and puts into the cookie who they are and nothing of what the token says they may.</summary>
    private static async Task ReceiveAsync(TokenValidatedContext context)
    {
        try
        {
            var token = context.Principal!;
            var person = TokenPerson.OfToken(token, context.SecurityToken.Issuer);
            var signIn = context.HttpContext.RequestServices.GetRequiredService<SignInPerson>();
            var verified = TokenPerson.VerifiedEmailsOf(token);
            var request = new SignInPerson.Request(
                person.Issuer,
                person.Subject,
                person.Name,
                person.Email,
                TokenPerson.RolesOf(token)
            )
            {
                VerifiedEmails = verified,
            };
            var outcome = await signIn.RunAsync(Viewer.Product, request, context.HttpContext.RequestAborted);
            for (var retry = 0; !outcome.Done && retry < MostTries; retry++)
            {
                // Two sign-ins of one person at once: the second finds what the first wrote.
                outcome = await signIn.RunAsync(Viewer.Product, request, context.HttpContext.RequestAborted);
            }

            if (outcome.Value is not { } signedIn)
            {
                throw new SignInRefusedException(SignInRefusal.Provider);
            }

            var link = context.HttpContext.RequestServices.GetRequiredService<LinkReviewer>();
            await link.RunAsync(Viewer.Product, new(signedIn.PersonId, verified), context.HttpContext.RequestAborted);
            var time = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>();
            context.Principal = person.ToCookie(
                OpenIdConnectDefaults.AuthenticationScheme,
                new SessionMark(signedIn.SessionStamp, time.GetUtcNow().UtcDateTime)
            );
        }
        catch (SignInRefusedException refused)
        {
            context.Fail(refused);
        }
    }

    private static void ConfigureCookie(
        CookieAuthenticationOptions options,
        IHostEnvironment environment,
        SessionSettings session
    )
    {
        options.Cookie.Name = Cookies.Named("AmiDashboard", environment);
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = environment.IsDevelopment()
            ? CookieSecurePolicy.SameAsRequest
            : CookieSecurePolicy.Always;
        options.AccessDeniedPath = "/acces";
        options.ReturnUrlParameter = "returnUrl";
        // Renewed by use; how long it lives in all is read from its session (CurrentViewer).
        options.ExpireTimeSpan = session.Idle;
        options.SlidingExpiration = true;
        options.Events.OnRedirectToAccessDenied = context =>
        {
            if (IsNavigation(context.Request))
            {
                context.Response.Redirect(context.RedirectUri);
            }
            else
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
            }

            return Task.CompletedTask;
        };
        options.Events.OnValidatePrincipal = async context =>
        {
            // A cookie of somebody the product does not know (another database, a person erased), or whose session is over,
            // is no cookie.
            if (
                IsFor(context.HttpContext)
                && await context
                    .HttpContext.RequestServices.GetRequiredService<CurrentViewer>()
                    .ReadAsync(context.Principal, context.HttpContext.RequestAborted)
                    is null
            )
            {
                context.RejectPrincipal();
                await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            }
        };
    }

    /// <summary>
    /// Whether it matters who asks: for all that is closed, and for open pages, whose frame shows who is signed in. Not for
    /// the page of a failure, which may be the database's.
    /// </summary>
    private static bool IsFor(HttpContext context) =>
        context.GetEndpoint()?.Metadata is not { } known
        || known.GetMetadata<IAllowAnonymous>() is null
        || (
            known.GetMetadata<ComponentTypeMetadata>() is not null
            && context.Features.Get<IExceptionHandlerFeature>() is null
        );

    /// <summary>A person going somewhere, as against a script, a picture or the circuit, which cannot follow to a sign-in.</summary>
    internal static bool IsNavigation(HttpRequest request) =>
        !request.Path.StartsWithSegments(CircuitOrigin.Path, StringComparison.OrdinalIgnoreCase)
        && (request.Headers["Sec-Fetch-Mode"].ToString() is "" or "navigate");
}
