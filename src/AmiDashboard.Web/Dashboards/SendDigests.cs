using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.People;
using AmiDashboard.Exchange.Mail;
using AmiDashboard.Storage.Dashboards;

namespace AmiDashboard.Web.Dashboards;

/// <summary>
/// One round: every message that is due is written, claimed by this node, handed over, and what became of it noted. What
/// goes wrong with one person's does not stop the others'; only a server that does not answer ends the round.
/// </summary>
public sealed class SendDigests(
    DueDigests due,
    ClaimDigest claim,
    ConcludeDigest conclude,
    DigestComposer composer,
    DigestMail mails,
    IPostman postman,
    ILogger<SendDigests> log
)
{
    /// <returns>How many messages left the house.</returns>
    /// <param name="now">UTC.</param>
    public async Task<int> RunAsync(DateTime now, CancellationToken cancellation = default)
    {
        var sent = 0;
        foreach (var one in await due.RunAsync(Viewer.Product, new(now), cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                var fate = await SendAsync(one, now, cancellation);
                sent += fate is MailFate.Sent or MailFate.Filed ? 1 : 0;
                if (fate == MailFate.Unreachable)
                {
                    return sent;
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "The message of person {Person} could not be made.", one.Viewer.PersonId);
            }
        }

        return sent;
    }

    /// <summary>Null where there was nothing to send, or another node was first.</summary>
    private async Task<MailFate?> SendAsync(DueDigest one, DateTime now, CancellationToken cancellation)
    {
        var person = one.Viewer.PersonId;
        var kind = one.Message.IsDigest ? DigestKind.Digest : DigestKind.Alert;
        // Written before it is claimed: what fails here, or a node that dies here, leaves it to be sent.
        var digest = await composer.ComposeAsync(
            one.Viewer,
            one.Subscription,
            kind,
            one.Subscription.LastSentFor,
            now,
            cancellation
        );
        if (kind == DigestKind.Alert && !digest.HasNews)
        {
            await ConcludeAsync(new(person, Delivery: null, digest.Readings, Failure: null, now));
            return null;
        }

        if (!(await claim.RunAsync(Viewer.Product, new(person, one.Message, now), cancellation)).Done)
        {
            return null;
        }

        // From here on it is taken to its end, whatever stops the program.
        var id = $"{(one.Message.IsDigest ? "digest" : "alert")}-{person}-{one.Message.Day:yyyyMMdd}";
        var result = await postman.CarryAsync(mails.Of(digest, one.Viewer, one.Email, id), CancellationToken.None);
        var delivery = result.Fate switch
        {
            MailFate.Sent => DigestDelivery.Sent,
            MailFate.Filed => DigestDelivery.Filed,
            MailFate.Refused => DigestDelivery.GivenUp,
            _ => DigestDelivery.Waiting,
        };
        var failure = delivery is DigestDelivery.Waiting or DigestDelivery.GivenUp ? result.Answer : null;
        await ConcludeAsync(new(person, delivery, digest.Readings, failure, now));
        log.LogInformation("Message {Id}: {Delivery}.", id, delivery);
        return result.Fate;
    }

    /// <summary>The person may be changing their subscription just then: asked again.</summary>
    private async Task ConcludeAsync(ConcludeDigest.Request request)
    {
        for (var tries = 0; tries < 5; tries++)
        {
            if ((await conclude.RunAsync(Viewer.Product, request, CancellationToken.None)).Done)
            {
                return;
            }
        }

        log.LogError("What became of the message of person {Person} could not be noted.", request.PersonId);
    }
}
