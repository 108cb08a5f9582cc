using AmiDashboard.Storage.People;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace AmiDashboard.Web.SignIn;

/// <summary><c>/signin</c> and the form of <c>/signout</c>; its page is <c>SignOutPage</c>.</summary>
internal static class SignInEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/signin", SignInAsync).AllowAnonymous();
        // The page answers GET at the same address.
        routes.MapPost("/signout", SignOutAsync).WithOrder(-1).AllowAnonymous().DisableAntiforgery();
    }

    /// <param name="prompt"><c>none</c> where nobody is there to be asked: a wall screen.</param>
    private static Task<IResult> SignInAsync(
        string? login_hint,
        string? returnUrl,
        string? prompt,
        HttpContext http,
        ProviderDoor provider
    )
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

        return provider.SignInAsync(http, properties);
    }

    private static async Task<IResult> SignOutAsync(
        HttpContext context,
        IAntiforgery antiforgery,
        CurrentViewer viewer,
        SignOutPerson end,
        ProviderDoor provider
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

        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return await provider.SignOutAsync(context);
    }
}
