namespace AmiDashboard.Exchange.Mail;

/// <param name="Answer">What the server answered, or what kept it from answering; the path of a file.</param>
public sealed record MailResult(MailFate Fate, string? Answer = null);

/// <summary>What became of a message.</summary>
public enum MailFate
{
    /// <summary>The server took it.</summary>
    Sent,

    /// <summary>No server is configured, or the person has no address: it is a file.</summary>
    Filed,

    /// <summary>The server takes it later, perhaps (a busy one, a greylist).</summary>
    Later,

    /// <summary>No server answered, or not as it should (name, port, TLS, password): nobody's message goes now.</summary>
    Unreachable,

    /// <summary>The server will never take it: an address that is none.</summary>
    Refused,
}
