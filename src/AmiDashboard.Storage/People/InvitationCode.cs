using System.Security.Cryptography;

namespace AmiDashboard.Storage.People;

/// <summary>
/// What is typed once, from one screen into another: eighty random bits in sixteen letters and digits, none of which is
/// taken for another (Crockford's base 32). Only its digest is kept.
/// </summary>
internal static class InvitationCode
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 16;
    private const int Group = 4;

    public static string New() =>
        string.Join(
            '-',
            Enumerable.Range(0, Length / Group).Select(_ => RandomNumberGenerator.GetString(Letters, Group))
        );

    /// <summary>Of a code as it was typed: with or without hyphens, spaces and capitals; an O is a zero, an I and an L a one.</summary>
    public static string DigestOf(string typed) =>
        AccessKeySecret.DigestOf(
            string.Concat(typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit))
                .Replace('O', '0')
                .Replace('I', '1')
                .Replace('L', '1')
        );
}
