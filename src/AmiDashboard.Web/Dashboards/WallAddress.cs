using System.Globalization;
using AmiDashboard.Web.SignIn;

namespace AmiDashboard.Web.Dashboards;

/// <summary>What the address of a wall screen says beside its filter; what is not understood is left out.</summary>
internal static class WallAddress
{
    /// <summary>Seconds that a view stays.</summary>
    public const string Seconds = "secondes";

    public const int UsualSeconds = 20;

    private const string Prefix = "/ecran/";

    public static string Of(string plan) => Prefix + plan;

    /// <param name="address">Local.</param>
    public static bool IsWall(string address) =>
        address.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        || address.StartsWith(SilentSignIn.Path, StringComparison.OrdinalIgnoreCase);

    /// <summary>5 to 300.</summary>
    public static int SecondsOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? Math.Clamp(seconds, 5, 300)
            : UsualSeconds;
}
