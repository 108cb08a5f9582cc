using MimeKit;
using MimeKit.Text;

namespace AmiDashboard.Exchange.Mail;

/// <summary>A message to one person, in two forms that say the same.</summary>
/// <param name="Address">Null for somebody whose sign-in gave none: it can only be filed.</param>
/// <param name="Language">Of both parts: <c>fr</c> or <c>en</c>.</param>
/// <param name="Unsubscribe">Page on which the person puts an end to such messages.</param>
/// <param name="Id">
/// Names the message for good, in letters, digits, dots and hyphens: who gets it twice (a server that took it and answered
/// nothing) is shown it once.
/// </param>
public sealed record OutgoingMail(
    string Name,
    string? Address,
    string Subject,
    string Text,
    string Html,
    string Language,
    Uri Unsubscribe,
    string Id
)
{
    /// <summary>As it goes over the wire, or into a file.</summary>
    /// <param name="from">Address that it comes from.</param>
    internal MimeMessage ToMime(string from, DateTimeOffset now)
    {
        var message = new MimeMessage
        {
            Subject = Subject,
            Date = now,
            MessageId = $"{Id}@{Unsubscribe.Host}",
            Body = new MultipartAlternative(
                new TextPart(TextFormat.Plain)
                {
                    Text = Text,
                    ContentTransferEncoding = ContentEncoding.QuotedPrintable,
                },
                new TextPart(TextFormat.Html) { Text = Html, ContentTransferEncoding = ContentEncoding.QuotedPrintable }
            ),
        };
        message.From.Add(new MailboxAddress("AmiDashboard", from));
        if (Address is not null)
        {
            message.To.Add(new MailboxAddress(Name, Address));
        }

        message.Headers.Add(HeaderId.ListUnsubscribe, $"<{Unsubscribe.AbsoluteUri}>");
        message.Body.Headers.Add(HeaderId.ContentLanguage, Language);
        // No out-of-office answer to a message that nobody wrote.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }
}
