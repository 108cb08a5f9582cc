using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.People;
using AmiDashboard.Exchange.Mail;

namespace AmiDashboard.Web.Dashboards;

/// <summary>
/// Sends somebody a copy of their digest at once, and once: however often it is asked for, the same choice goes to the same
/// address again only after <see cref="Again"/>, or where it could not be sent.
/// </summary>
public sealed class SendSample(DigestComposer composer, DigestMail mails, IPostman postman, TimeProvider time)
{
    /// <summary>Long enough to look whether it arrived.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromMinutes(10);

    private readonly Lock gate = new();
    private readonly Dictionary<string, (DateTime At, Task<MailResult> Carried)> sent = new(StringComparer.Ordinal);

    /// <param name="asked">As it is kept, or would be.</param>
    /// <param name="email">Null for somebody who has no address.</param>
    public async Task<SentSample> RunAsync(Viewer viewer, Subscription asked, string? email)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(asked);
        var now = time.GetUtcNow().UtcDateTime;
        var choice = ChoiceOf(viewer, asked, email);
        (DateTime At, Task<MailResult> Carried) one;
        bool isAgain;
        lock (gate)
        {
            foreach (var old in sent.Where(pair => pair.Value.At + Again <= now).Select(pair => pair.Key).ToList())
            {
                sent.Remove(old);
            }

            isAgain = sent.TryGetValue(choice, out one);
            if (!isAgain)
            {
                one = (now, Task.Run(() => CarryAsync(viewer, asked, email, now)));
                sent.Add(choice, one);
            }
        }

        var isOut = false;
        try
        {
            var result = await one.Carried;
            isOut = result.Fate is MailFate.Sent or MailFate.Filed;
            return new(result, one.At, isAgain);
        }
        finally
        {
            if (!isOut)
            {
                lock (gate)
                {
                    // Nothing left the house: the next press tries again.
                    if (sent.TryGetValue(choice, out var known) && known.Carried == one.Carried)
                    {
                        sent.Remove(choice);
                    }
                }
            }
        }
    }

    private async Task<MailResult> CarryAsync(Viewer viewer, Subscription asked, string? email, DateTime now)
    {
        var digest = await composer.ComposeAsync(viewer, asked, DigestKind.Sample, asked.LastSentFor, now);
        return await postman.CarryAsync(
            mails.Of(digest, viewer, email, $"sample-{viewer.PersonId}-{now:yyyyMMddHHmmssfff}")
        );
    }

    private static string ChoiceOf(Viewer viewer, Subscription asked, string? email) =>
        FormattableString.Invariant(
            $"{viewer.PersonId} {email} {asked.Frequency} {asked.Dashboard} {asked.Edition} {asked.IsInEnglish} {string.Join(
                ';',
                asked.Thresholds.Select(one => FormattableString.Invariant($"{one.Figure} {one.Direction} {one.Value}"))
            )}"
        );
}

/// <param name="At">UTC: when it was sent.</param>
/// <param name="IsAgain">Whether it was before this press.</param>
public sealed record SentSample(MailResult Result, DateTime At, bool IsAgain);
