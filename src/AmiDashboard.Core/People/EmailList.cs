using System.Text.RegularExpressions;

namespace AmiDashboard.Core.People;

/// <summary>
/// E-mails as people paste them, from a message or a column: <c>Jeanne Martin &lt;jeanne@example.fr&gt;; paul@example.fr</c>.
/// What stands beside an e-mail is left out; a line or a part without a readable one is told, never lost.
/// </summary>
/// <param name="Emails">Each once, in the order in which they were written.</param>
/// <param name="Unread">What is no e-mail, as it was written.</param>
public sealed record EmailList(IReadOnlyList<string> Emails, IReadOnlyList<string> Unread)
{
    public const int LongestEmail = 320;

    /// <summary>Of a pasted list.</summary>
    public const int LongestText = 20_000;

    /// <summary>A part before, and a domain with a dot: whether it exists only a message tells.</summary>
    private static readonly Regex Email = new(
        """^[^\s@"(),:;<>\[\]\\]+@[\p{L}\p{Nd}-]+(\.[\p{L}\p{Nd}-]+)+$""",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    );

    private static readonly char[] LineEnds = ['\n', '\r'];
    private static readonly char[] Parts = [';', ',', '\t'];
    private static readonly char[] Words = [' ', '<', '>', '(', ')', '"', '\u00a0'];

    public static EmailList Of(string? text)
    {
        List<string> emails = [];
        List<string> unread = [];
        foreach (var line in Split(text ?? "", LineEnds))
        {
            var written = Split(line, Parts).Where(part => part.Contains('@', StringComparison.Ordinal)).ToList();
            if (written.Count == 0 && Split(line, Parts).Length > 0)
            {
                unread.Add(line);
            }

            foreach (var part in written)
            {
                var words = Split(part, Words).Where(word => word.Contains('@', StringComparison.Ordinal)).ToList();
                if (words.Count == 1 && Kept(words[0]) is { } email)
                {
                    emails.Add(email);
                }
                else
                {
                    unread.Add(part);
                }
            }
        }

        return new([.. emails.Distinct(StringComparer.Ordinal)], unread);
    }

    /// <summary>As e-mails are compared; null for an empty one.</summary>
    public static string? Folded(string? written) =>
        string.IsNullOrWhiteSpace(written) ? null : written.Trim().ToLowerInvariant();

    /// <summary>As one is kept; null where it is no e-mail.</summary>
    public static string? Kept(string? written) =>
        Folded(written) is { Length: <= LongestEmail } email && Email.IsMatch(email) ? email : null;

    private static string[] Split(string text, char[] at) =>
        text.Split(at, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
