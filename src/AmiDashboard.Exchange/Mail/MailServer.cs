namespace AmiDashboard.Exchange.Mail;

/// <summary>The server that carries mail.</summary>
/// <param name="From">Address that messages come from.</param>
/// <param name="User">Null for a server that asks for none; with a <paramref name="Password"/> else.</param>
/// <param name="Tls">
/// Required and checked: from the first byte on port 465, by STARTTLS on others. Without it nothing is encrypted.
/// </param>
public sealed record MailServer(string Host, int Port, string From, string? User, string? Password, bool Tls);
