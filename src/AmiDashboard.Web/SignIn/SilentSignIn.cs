using Microsoft.AspNetCore.Authentication;

namespace AmiDashboard.Web.SignIn;

/// <summary>
/// A sign-in at which the provider asks nothing: it succeeds while the person's session there holds, and fails otherwise.
/// What it is for cannot press a button: a wall screen.
/// </summary>
internal static class SilentSignIn
{
    /// <summary>Says that somebody must sign in, and tries again by itself.</summary>
    public const string Path = "/signin/ecran";

    private const string Item = "silent";

    /// <param name="wanted">A local address.</param>
    public static string AddressFor(string wanted) => $"/signin?prompt=none&returnUrl={Uri.EscapeDataString(wanted)}";

    public static void Ask(AuthenticationProperties properties) => properties.Items[Item] = "true";

    /// <param name="properties">Null where a failed answer does not say what it answers.</param>
    public static bool IsAsked(AuthenticationProperties? properties) => properties?.Items.ContainsKey(Item) == true;

    public static string AddressAfterFailure(AuthenticationProperties properties) =>
        LocalAddress.WithReturn(Path, properties.RedirectUri);
}
