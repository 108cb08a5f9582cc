using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http.Extensions;

namespace AmiDashboard.Web.SignIn;

/// <summary>
/// Sends to the sign-in whoever asks for a page that is closed to strangers, and to a page that says so where nobody answers
/// there; a script, which cannot follow, is told 401. What names its own scheme, as the API does, is answered by that.
/// </summary>
internal sealed class ClosedPages(ProviderDoor provider) : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler standard = new();

    public async Task HandleAsync(
        RequestDelegate next,
        HttpContext context,
        AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult
    )
    {
        if (!authorizeResult.Challenged || policy.AuthenticationSchemes.Count > 0)
        {
            await standard.HandleAsync(next, context, policy, authorizeResult);
            return;
        }

        if (!SignInServices.IsNavigation(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var wanted = new AuthenticationProperties { RedirectUri = context.Request.GetEncodedPathAndQuery() };
        var way = await provider.SignInAsync(context, wanted);
        await way.ExecuteAsync(context);
    }
}
