using System.Collections.Concurrent;
using AmiDashboard.Api;
using AmiDashboard.Applications;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.People;
using AmiDashboard.Exchange.Mail;
using AmiDashboard.Web.Dashboards;
using Microsoft.Extensions.Time.Testing;

namespace AmiDashboard.Dashboards;

public sealed class SendSampleTests(Demonstration demonstration)
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero));
    private readonly NotingPostman postman = new();

    [Fact]
    public async Task Ten_presses_at_once_send_one_mail_and_all_are_told_when()
    {
        var (samples, viewer) = await NewAsync();

        var told = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => samples.RunAsync(viewer, Of(viewer), "a@b.fr"))
        );

        Assert.Single(postman.Carried);
        Assert.Single(told, one => !one.IsAgain);
        Assert.All(told, one => Assert.Equal((time.GetUtcNow().UtcDateTime, MailFate.Sent), (one.At, one.Result.Fate)));
    }

    [Fact]
    public async Task Another_choice_is_another_copy_and_the_same_goes_again_once_it_should_have_arrived()
    {
        var (samples, viewer) = await NewAsync();
        await samples.RunAsync(viewer, Of(viewer), "a@b.fr");

        Assert.False((await samples.RunAsync(viewer, Of(viewer, isInEnglish: true), "a@b.fr")).IsAgain);
        time.Advance(SendSample.Again - TimeSpan.FromSeconds(1));
        Assert.True((await samples.RunAsync(viewer, Of(viewer), "a@b.fr")).IsAgain);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.False((await samples.RunAsync(viewer, Of(viewer), "a@b.fr")).IsAgain);

        Assert.Equal(3, postman.Carried.Count);
    }

    [Fact]
    public async Task What_could_not_be_sent_is_tried_at_the_next_press()
    {
        var (samples, viewer) = await NewAsync();
        postman.Fate = MailFate.Unreachable;
        Assert.Equal(MailFate.Unreachable, (await samples.RunAsync(viewer, Of(viewer), "a@b.fr")).Result.Fate);
        postman.Fate = MailFate.Sent;

        var told = await samples.RunAsync(viewer, Of(viewer), "a@b.fr");

        Assert.Equal((MailFate.Sent, false), (told.Result.Fate, told.IsAgain));
    }

    private async Task<(SendSample Samples, Viewer Viewer)> NewAsync()
    {
        var program = demonstration.Program;
        return (
            new SendSample(program.Get<DigestComposer>(), program.Get<DigestMail>(), postman, time),
            await program.ViewerAsync("sgpi")
        );
    }

    private Subscription Of(Viewer viewer, bool isInEnglish = false) =>
        new()
        {
            PersonId = viewer.PersonId,
            ChosenAt = time.GetUtcNow().UtcDateTime,
            IsInEnglish = isInEnglish,
        };

    private sealed class NotingPostman : IPostman
    {
        public ConcurrentQueue<OutgoingMail> Carried { get; } = [];

        public MailFate Fate { get; set; } = MailFate.Sent;

        public Task<MailResult> CarryAsync(OutgoingMail mail, CancellationToken cancellation = default)
        {
            Carried.Enqueue(mail);
            return Task.FromResult(new MailResult(Fate));
        }
    }
}
