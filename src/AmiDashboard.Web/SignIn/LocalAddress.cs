namespace AmiDashboard.Web.SignIn;

/// <summary>Where to go after signing in, out, or changing a preference: only ever a page of this program.</summary>
internal static class LocalAddress
{
    /// <summary>The address itself where it is local (<c>/x?y</c>), else the home page.</summary>
    public static string OrHome(string? address) => IsLocal(address) ? address! : "/";

    /// <summary>One slash, then neither a slash nor a backslash nor a control character: browsers read « /\ » as « // ».</summary>
    public static bool IsLocal(string? address) =>
        address is ['/', ..]
        && address is not ['/', '/' or '\\', ..]
        && !address.Any(letter => char.IsControl(letter) || letter == '\\')
        && Uri.TryCreate(address, UriKind.Relative, out _);
}
