using Microsoft.AspNetCore.Http.Features;

namespace AmiDashboard.Web.Composition;

/// <summary>
/// The circuit answers our own pages only. Browsers say the origin of whatever writes and of every WebSocket, and a cookie
/// alone does not tell our page from one of a sibling host: another origin, or none where browsers say one, is refused
/// with 403. Behind a proxy, the scheme and the host are those that it forwards.
/// </summary>
internal static class CircuitOrigin
{
    public const string Path = "/_blazor";

    public static void Use(IApplicationBuilder application) =>
        application.Use(
            (context, next) =>
            {
                if (IsOurs(context))
                {
                    return next(context);
                }

                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            }
        );

    private static bool IsOurs(HttpContext context)
    {
        var request = context.Request;
        if (!request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var origin = request.Headers.Origin;
        return origin.Count == 0
            ? HttpMethods.IsGet(request.Method) && !IsUpgrade(context)
            : string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Over HTTP/1.1, or over HTTP/2 as an extended CONNECT, which is no GET.</summary>
    private static bool IsUpgrade(HttpContext context) =>
        context.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true };
}
