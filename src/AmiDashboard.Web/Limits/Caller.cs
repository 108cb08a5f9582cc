using System.Security.Cryptography;
using System.Text;
using AmiDashboard.Web.SignIn;

namespace AmiDashboard.Web.Limits;

/// <summary>Whose requests are counted together.</summary>
internal static class Caller
{
    /// <summary>A person who is signed in, or else an address.</summary>
    public static string Of(HttpContext http) =>
        TokenPerson.OfCookie(http.User) is { } person ? $"{person.Issuer} {person.Subject}" : AddressOf(http);

    /// <summary>The key of a program, of which memory holds a digest only; or else the same.</summary>
    public static string OfKey(HttpContext http) =>
        http.Request.Headers.Authorization.ToString() is { Length: > 0 } header
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(header)))
            : Of(http);

    public static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";
}
