using Microsoft.AspNetCore.Components;

namespace AmiDashboard.Web.Shell;

internal static class Preference
{
    /// <summary>The link that keeps a choice and comes back to the page being looked at, its query included.</summary>
    public static string Of(string name, string value, NavigationManager navigation) =>
        $"/preferences?{name}={value}&returnUrl={Uri.EscapeDataString("/" + navigation.ToBaseRelativePath(navigation.Uri))}";
}
