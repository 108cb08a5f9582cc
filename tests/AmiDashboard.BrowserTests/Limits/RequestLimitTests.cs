using System.Net;
using System.Threading.RateLimiting;
using AmiDashboard.Api;
using AmiDashboard.Running;
using AmiDashboard.Web.Limits;
using AmiDashboard.Web.Settings;
using AmiDashboard.Web.SignIn;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AmiDashboard.Limits;

public sealed class RequestLimitTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_asks_for_too_many_exports_or_reports_is_told_in_words_when_to_come_back_and_others_are_served()
    {
        await using var program = await RunningProgram.StartAsync(
            "Limits:ExportsPerMinute=3",
            "Limits:ReportsPerMinute=1"
        );
        using var hasty = await program.NewClientAsync("dinsic");
        using var calm = await program.NewClientAsync("dinsic2");
        foreach (
            var path in new[]
            {
                "/export/applications.csv",
                "/export/agenda.ics",
                "/export/fiches.csv",
                "/rapports/dinsic.pdf",
            }
        )
        {
            Assert.Equal(HttpStatusCode.OK, (await hasty.GetAsync(path, Cancellation)).StatusCode);
        }

        foreach (var path in new[] { "/export/applications.xlsx", "/rapports/dinsic.pdf" })
        {
            using var refused = await hasty.GetAsync(path, Cancellation);
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
            Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
            Assert.Equal("text/html", refused.Content.Headers.ContentType?.MediaType);
            var words = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Cancellation));
            Assert.Contains("Trop de demandes à la fois", words, StringComparison.Ordinal);
            Assert.Contains(
                $"recommencer dans {refused.Headers.RetryAfter.Delta.Value.TotalSeconds:0} s.",
                words,
                StringComparison.Ordinal
            );
            Assert.Equal(HttpStatusCode.OK, (await calm.GetAsync(path, Cancellation)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await hasty.GetAsync("/aide", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task One_address_cannot_sign_in_without_end_and_who_is_signed_in_goes_on()
    {
        await using var program = await RunningProgram.StartAsync("Limits:SignInsPerMinuteAndAddress=4");
        using var first = await program.NewClientAsync("dinsic");
        using var second = await program.NewClientAsync("sgpi");
        using var third = program.NewClient(followRedirects: false);

        foreach (var path in new[] { "/signin?login_hint=cdc", "/signin-oidc" })
        {
            using var refused = await third.GetAsync(path, Cancellation);
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter);
            Assert.Contains(
                "Trop de demandes à la fois",
                WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Cancellation)),
                StringComparison.Ordinal
            );
        }

        Assert.Equal(HttpStatusCode.OK, (await first.GetAsync("/candidatures", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Of_exports_under_way_one_person_has_few_and_all_together_not_many_and_the_next_wait()
    {
        await using var program = await RunningProgram.StartAsync(
            "Limits:ExportsAtOnce=2",
            "Limits:ExportsAtOnceOfAll=3"
        );
        var limiter = program.Get<IOptions<RateLimiterOptions>>().Value.GlobalLimiter!;
        var (first, second) = (await BeginAsync("a"), await BeginAsync("a"));
        var third = BeginAsync("a");
        Assert.False(third.IsCompleted);
        using var other = await BeginAsync("b");
        var crowded = BeginAsync("c");
        Assert.False(crowded.IsCompleted);

        first.Dispose();
        second.Dispose();

        Assert.True((await third).IsAcquired);
        Assert.True((await crowded).IsAcquired);
        Assert.True(limiter.AttemptAcquire(Asking("a", policy: null)).IsAcquired);

        async Task<RateLimitLease> BeginAsync(string person) =>
            await limiter.AcquireAsync(Asking(person, RequestLimits.Exports), 1, Cancellation);
    }

    [Fact]
    public void Files_under_way_are_few_of_one_person_and_not_many_of_all()
    {
        var uploads = new Uploads(new LimitSettings(1, 1, 1, 1, 1, UploadsAtOnce: 2, UploadsAtOnceOfAll: 3));
        var (first, second) = (uploads.Begin(Of(1)).Value!, uploads.Begin(Of(1)).Value!);
        Assert.Equal("Refusal_Uploads", uploads.Begin(Of(1)).Refusal?.Key);
        using var other = uploads.Begin(Of(2)).Value!;
        Assert.Equal("Refusal_Uploads", uploads.Begin(Of(3)).Refusal?.Key);

        first.Dispose();
        first.Dispose();

        using var next = uploads.Begin(Of(3)).Value!;
        Assert.False(uploads.Begin(Of(1)).Done);
        second.Dispose();
        Assert.True(uploads.Begin(Of(1)).Done);

        static Core.People.Viewer Of(int person) => Core.People.Viewer.Product with { PersonId = person };
    }

    private static DefaultHttpContext Asking(string person, string? policy)
    {
        var session = new SessionMark(0, DateTime.UnixEpoch);
        var http = new DefaultHttpContext
        {
            User = new TokenPerson("issuer", person, person, null).ToCookie("test", session),
        };
        http.SetEndpoint(
            new Endpoint(null, policy is null ? null : new(new EnableRateLimitingAttribute(policy)), displayName: null)
        );
        return http;
    }
}
