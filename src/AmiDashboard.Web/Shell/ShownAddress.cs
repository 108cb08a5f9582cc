using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;

namespace AmiDashboard.Web.Shell;

/// <summary>The address in the person's browser; on an error page it is not that of the page itself.</summary>
internal static class ShownAddress
{
    /// <summary>Local, its query included.</summary>
    /// <param name="context">Null in a circuit.</param>
    public static string Of(NavigationManager navigation, HttpContext? context) =>
        context?.Features.Get<IStatusCodeReExecuteFeature>() is { } notFound
            ? $"{notFound.OriginalPathBase}{notFound.OriginalPath}{notFound.OriginalQueryString}"
        : context?.Features.Get<IExceptionHandlerPathFeature>() is { } failed ? failed.Path
        : $"/{navigation.ToBaseRelativePath(navigation.Uri).Split('#')[0]}";

    /// <summary>The link that keeps a choice and comes back to the page being looked at.</summary>
    public static string WithPreference(
        string name,
        string value,
        NavigationManager navigation,
        HttpContext? context
    ) => $"/preferences?{name}={value}&returnUrl={Uri.EscapeDataString(Of(navigation, context))}";
}
