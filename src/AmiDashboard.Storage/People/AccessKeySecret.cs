using System.Security.Cryptography;
using System.Text;

namespace AmiDashboard.Storage.People;

/// <summary>
/// The text of a key: a prefix by which people and scanners of secrets know it, and 256 random bits. It is found by its
/// digest, so that how long a look-up takes says nothing of the keys there are.
/// </summary>
internal static class AccessKeySecret
{
    public const string Prefix = "ami_";

    public static string New() => Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public static string DigestOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
