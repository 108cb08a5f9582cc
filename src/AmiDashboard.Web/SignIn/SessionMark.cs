using System.Globalization;
using System.Security.Claims;

namespace AmiDashboard.Web.SignIn;

/// <summary>Which sign-in a cookie comes from: what its session is known by, beside the person.</summary>
/// <param name="Stamp">The person's at that moment: closing their sessions raises it.</param>
/// <param name="Since">When it was, UTC, to the second.</param>
public sealed record SessionMark(int Stamp, DateTime Since)
{
    private const string StampClaim = "ami:stamp";
    private const string SinceClaim = "ami:since";

    /// <summary>Null where the principal names no session: nobody is signed in, or by a cookie of before there were any.</summary>
    public static SessionMark? Of(ClaimsPrincipal? principal) =>
        int.TryParse(principal?.FindFirstValue(StampClaim), CultureInfo.InvariantCulture, out var stamp)
        && long.TryParse(principal?.FindFirstValue(SinceClaim), CultureInfo.InvariantCulture, out var since)
            ? new SessionMark(stamp, DateTimeOffset.FromUnixTimeSeconds(since).UtcDateTime)
            : null;

    /// <summary>
    /// What a page that is prerendered for somebody carries, so that nobody else's circuit, and no other sign-in's, begins
    /// with it; empty for nobody. It travels inside Blazor's own protected descriptor.
    /// </summary>
    public static string BindingOf(ClaimsPrincipal? principal) =>
        Of(principal) is { } mark && TokenPerson.OfCookie(principal) is { } person
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{person.Issuer} {person.Subject} {mark.Stamp} {Seconds(mark.Since)}"
            )
            : "";

    internal void AddTo(ClaimsIdentity identity)
    {
        identity.AddClaim(new Claim(StampClaim, Stamp.ToString(CultureInfo.InvariantCulture)));
        identity.AddClaim(new Claim(SinceClaim, Seconds(Since).ToString(CultureInfo.InvariantCulture)));
    }

    private static long Seconds(DateTime instant) => new DateTimeOffset(instant, TimeSpan.Zero).ToUnixTimeSeconds();
}
