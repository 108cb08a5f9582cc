using AmiDashboard.Storage.People;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace AmiDashboard.Web.SignIn;

/// <summary><c>/signin</c> and the form of <c>/signout</c>; its page is <c>SignOutPage</c>.</summary>
internal static class SignInEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/signin", SignIn).AllowAnonymous();
        // The page answers GET at the same address.
        routes.MapPost("/signout", SignOutAsync).WithOrder(-1).AllowAnonymous().DisableAntiforgery();
    }

    /// <param name="prompt"><c>none</c> where nobody is there to be asked: a wall screen.</param>
    private static IResult SignIn(string? login_hint, string? returnUrl, string? prompt)
    {
        var properties = new AuthenticationProperties { RedirectUri = LocalAddress.OrHome(returnUrl) };
        if (prompt == OpenIdConnectPrompt.None)
        {
            SilentSignIn.Ask(properties);
        }

        if (!string.IsNullOrWhiteSpace(login_hint))
        {
            properties.Parameters["login_hint"] = login_hint;
        }

        return Results.Challenge(properties, [OpenIdConnectDefaults.AuthenticationScheme]);
    }

    private static async Task<IResult> SignOutAsync(
        HttpContext context,
        IAntiforgery antiforgery,
        CurrentViewer viewer,
        SignOutPerson end
    )
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.Redirect("/signout");
        }

        if (await viewer.ReadAsync(context.User, context.RequestAborted) is { } person)
        {
            // Even where the browser goes away meanwhile.
            await end.RunAsync(person, new(), CancellationToken.None);
        }

        return Results.SignOut(
            new AuthenticationProperties { RedirectUri = "/deconnexion" },
            [CookieAuthenticationDefaults.AuthenticationScheme, OpenIdConnectDefaults.AuthenticationScheme]
        );
    }
}
