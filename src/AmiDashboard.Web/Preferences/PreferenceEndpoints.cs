using AmiDashboard.Web.SignIn;
using Microsoft.AspNetCore.Localization;

namespace AmiDashboard.Web.Preferences;

/// <summary><c>/preferences?language=en&amp;theme=dark&amp;returnUrl=/x</c>: keeps a choice for a year, goes back where it was made.</summary>
internal static class PreferenceEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/preferences", Choose).AllowAnonymous();

    private static IResult Choose(HttpContext context, string? language, string? theme, string? returnUrl)
    {
        if (Languages.Of(language) is { } culture)
        {
            Keep(
                context,
                CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture))
            );
        }

        if (theme is "light" or "dark" or "system")
        {
            Keep(context, Appearance.ThemeCookie, theme);
        }

        return Results.LocalRedirect(LocalAddress.OrHome(returnUrl));
    }

    private static void Keep(HttpContext context, string name, string value) =>
        context.Response.Cookies.Append(
            name,
            value,
            new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365),
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                Path = "/",
                IsEssential = true,
            }
        );
}
