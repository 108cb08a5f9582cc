using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.People;
using AmiDashboard.Web.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace AmiDashboard.Web.Api;

/// <summary>
/// Who asks: by a personal key (<c>Bearer</c>, or <c>Basic</c> with the key as the password and any name), else by the
/// cookie of a browser that is signed in. A key makes the same principal as the cookie of its owner: from there on rights
/// are read for both in one and the same way. It answers with a status and a sentence, never by leading to a sign-in.
/// </summary>
internal sealed class ApiAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    FindKeyOwner owners,
    NoteKeyUse uses,
    ApiProblem problems
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "AccessKey";

    private Refusal refusal = new("Refusal_KeyAbsent");

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization is not [{ Length: > 0 } header])
        {
            return await FromCookieAsync();
        }

        if (KeyOf(header) is not { } key)
        {
            return Fail(new("Refusal_KeyUnreadable"));
        }

        var owner = await owners.RunAsync(Viewer.Product, new(key), Context.RequestAborted);
        if (owner is not { State: AccessKeyState.Live })
        {
            return owner?.State switch
            {
                AccessKeyState.Expired => Fail(new("Refusal_KeyExpired")),
                AccessKeyState.Asleep => Fail(new("Refusal_KeyAsleep", KeySleep.AfterDays)),
                _ => Fail(new("Refusal_KeyUnknown")),
            };
        }

        if (owner.IsToBeNoted)
        {
            // Refused where another request of the same instant was first: it is noted then.
            await uses.RunAsync(Viewer.Product, new(owner.KeyId), Context.RequestAborted);
        }

        var person = new TokenPerson(owner.Issuer, owner.Subject, owner.Name, Email: null);
        var now = new SessionMark(owner.SessionStamp, TimeProvider.GetUtcNow().UtcDateTime);
        return AuthenticateResult.Success(new AuthenticationTicket(person.ToCookie(SchemeName, now), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = new([
            "Bearer realm=\"AmiDashboard\"",
            "Basic realm=\"AmiDashboard\", charset=\"UTF-8\"",
        ]);
        return problems.WriteAsync(Context, StatusCodes.Status401Unauthorized, refusal);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        problems.WriteAsync(Context, StatusCodes.Status403Forbidden);

    /// <summary>Null where the header is of another scheme, or cannot be read.</summary>
    internal static string? KeyOf(string header)
    {
        if (!AuthenticationHeaderValue.TryParse(header, out var parsed) || parsed.Parameter is not { } parameter)
        {
            return null;
        }

        if (string.Equals(parsed.Scheme, "Bearer", StringComparison.OrdinalIgnoreCase))
        {
            return parameter;
        }

        var text = new byte[parameter.Length];
        return
            string.Equals(parsed.Scheme, "Basic", StringComparison.OrdinalIgnoreCase)
            && Convert.TryFromBase64String(parameter, text, out var length)
            && Encoding.UTF8.GetString(text, 0, length).Split(':', 2) is [_, var password]
            ? password.Trim()
            : null;
    }

    private AuthenticateResult Fail(Refusal why)
    {
        refusal = why;
        return AuthenticateResult.Fail(why.Key);
    }

    private async Task<AuthenticateResult> FromCookieAsync()
    {
        var signedIn = await Context.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return signedIn.Succeeded
            ? AuthenticateResult.Success(new AuthenticationTicket(signedIn.Principal, SchemeName))
            : AuthenticateResult.NoResult();
    }
}
