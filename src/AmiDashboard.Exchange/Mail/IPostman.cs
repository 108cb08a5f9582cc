namespace AmiDashboard.Exchange.Mail;

/// <summary>Carries messages out of the house, one try at a time. What goes wrong on the way is a value.</summary>
public interface IPostman
{
    Task<MailResult> CarryAsync(OutgoingMail mail, CancellationToken cancellation = default);
}
