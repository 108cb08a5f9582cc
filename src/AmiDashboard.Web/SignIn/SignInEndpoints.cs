using AmiDashboard.Core.People;
using AmiDashboard.Storage.People;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace AmiDashboard.Web.SignIn;

/// <summary><c>/signin</c>, and the forms of <c>SignOutPage</c> and of <c>InvitationForm</c>.</summary>
internal static class SignInEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/signin", SignInAsync).AllowAnonymous();
        // The page answers GET at the same address.
        routes.MapPost("/signout", SignOutAsync).WithOrder(-1).AllowAnonymous().DisableAntiforgery();
        routes.MapPost(InvitationForm.Path, TakeAsync).RequireAuthorization(Access.SignedIn).DisableAntiforgery();
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

    private static async Task<IResult> TakeAsync(
        [FromForm] string? code,
        [FromForm] string? returnUrl,
        HttpContext context,
        IAntiforgery antiforgery,
        CurrentViewer viewer,
        TakeInvitation take
    )
    {
        var isTaken =
            await antiforgery.IsRequestValidAsync(context)
            && await viewer.ReadAsync(context.User, context.RequestAborted) is { } person
            && (await take.RunAsync(Viewer.Product, new(person.PersonId, code), context.RequestAborted)).Done;
        return Results.Redirect(isTaken ? LocalAddress.OrHome(returnUrl) : InvitationForm.RefusedAddress(returnUrl));
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
