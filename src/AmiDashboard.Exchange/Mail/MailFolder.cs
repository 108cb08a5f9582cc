namespace AmiDashboard.Exchange.Mail;

/// <summary>Writes messages as files that every mail program opens, where there is no server to take them.</summary>
public sealed class MailFolder(string folder, string from, TimeProvider time) : IPostman
{
    public async Task<MailResult> CarryAsync(OutgoingMail mail, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(mail);
        try
        {
            Directory.CreateDirectory(folder);
            var now = time.GetUtcNow();
            var path = Path.Combine(folder, $"{now:yyyyMMdd-HHmmss}-{mail.Id}.eml");
            // Whole or not at all: the folder may be somebody's pick-up directory.
            var draft = path + ".part";
            using (var message = mail.ToMime(from, now))
            await using (var stream = File.Create(draft))
            {
                await message.WriteToAsync(stream, cancellation);
            }

            File.Move(draft, path, overwrite: true);
            return new(MailFate.Filed, path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new(MailFate.Unreachable, failure.Message);
        }
    }
}
