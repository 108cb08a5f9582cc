using System.Text;

namespace AmiDashboard.Web.SignIn;

/// <summary>Where to go after signing in, out, or changing a preference: only ever a page of this program.</summary>
internal static class LocalAddress
{
    /// <summary>
    /// The address itself where it is local (<c>/x?y</c>), else the home page; letters beyond ASCII escaped, since it is to
    /// stand in a header.
    /// </summary>
    public static string OrHome(string? address) => IsLocal(address) ? Escaped(address!) : "/";

    /// <summary>The address of a page of the sign-in that leads back to <paramref name="wanted"/>, where that is local.</summary>
    public static string WithReturn(string page, string? wanted) =>
        $"{page}?returnUrl={Uri.EscapeDataString(OrHome(wanted))}";

    /// <summary>One slash, then neither a slash nor a backslash nor a control character: browsers read « /\ » as « // ».</summary>
    public static bool IsLocal(string? address) =>
        address is ['/', ..]
        && address is not ['/', '/' or '\\', ..]
        && !address.Any(letter => char.IsControl(letter) || letter == '\\')
        && Uri.TryCreate(address, UriKind.Relative, out _);

    private static string Escaped(string address) =>
        Ascii.IsValid(address)
            ? address
            : string.Concat(
                address
                    .EnumerateRunes()
                    .Select(rune => rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString()))
            );
}
