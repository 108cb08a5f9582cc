using System.Net;
using System.Net.WebSockets;
using AmiDashboard.Core.Demonstration;
using AmiDashboard.Running;
using Microsoft.Playwright;

namespace AmiDashboard.SignIn;

/// <summary>Who may open a circuit, from which page, and of whom.</summary>
public sealed class CircuitTests(RunningApplication app)
{
    private const string Negotiate = "/_blazor/negotiate?negotiateVersion=1";

    private string Ours => app.Address.GetLeftPart(UriPartial.Authority);

    [Fact]
    public async Task Another_origin_is_refused_whatever_cookie_it_brings()
    {
        using var client = await app.Program.NewClientAsync("dinsic");
        foreach (
            var foreign in new[]
            {
                "https://evil.example",
                "null",
                $"https://localhost:{app.Address.Port}",
                $"http://autre.localhost:{app.Address.Port}",
                $"http://localhost:{app.Address.Port + 1}",
                Ours + ".evil.example",
                null,
            }
        )
        {
            Assert.Equal(HttpStatusCode.Forbidden, await NegotiateAsync(client, foreign));
        }

        Assert.Equal(HttpStatusCode.OK, await NegotiateAsync(client, Ours));
    }

    [Fact]
    public async Task Behind_a_proxy_the_origin_is_the_one_that_it_serves()
    {
        using var client = await app.Program.NewClientAsync("dinsic");
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        Assert.Equal(
            HttpStatusCode.OK,
            await NegotiateAsync(client, Ours.Replace("http:", "https:", StringComparison.Ordinal))
        );
        Assert.Equal(HttpStatusCode.Forbidden, await NegotiateAsync(client, Ours));
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData(null)]
    public async Task A_WebSocket_says_our_origin_or_does_not_open(string? foreign)
    {
        var cookies = new CookieContainer();
        using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies });
        using var signedIn = await client.GetAsync(new Uri(app.Address, "/signin?login_hint=dinsic&returnUrl=/aide"));

        Assert.Equal(HttpStatusCode.Forbidden, await ConnectAsync(cookies, foreign));
        Assert.Equal(HttpStatusCode.SwitchingProtocols, await ConnectAsync(cookies, Ours));
    }

    [Fact]
    public async Task A_page_that_was_prerendered_for_somebody_else_begins_no_circuit_and_shows_nothing()
    {
        using var dinsic = await app.Program.NewClientAsync("dinsic");
        var html = await dinsic.GetStringAsync("/aide?theirs");
        Assert.Contains(Personas.Find("dinsic")!.Name, html, StringComparison.Ordinal);
        await using var page = await app.SignInAsync("sgpi", "/aide");
        var isAskedAgain = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = 0;
        await page.Page.RouteAsync(
            "**/aide?theirs",
            route =>
            {
                if (Interlocked.Increment(ref asked) == 1)
                {
                    return route.FulfillAsync(new() { Body = html, ContentType = "text/html; charset=utf-8" });
                }

                isAskedAgain.TrySetResult();
                // What the circuit left on the screen stays there, to be looked at.
                return route.AbortAsync("aborted");
            }
        );

        await page.GoAsync("/aide?theirs");
        await isAskedAgain.Task.WaitAsync(TimeSpan.FromMinutes(1));

        await Assertions.Expect(page.Page.Locator("main")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Page.Locator("body")).Not.ToContainTextAsync(Personas.Find("dinsic")!.Name);
        await Assertions.Expect(page.Page.Locator("body")).Not.ToContainTextAsync(Personas.Find("sgpi")!.Name);
    }

    [Fact]
    public async Task It_is_asked_for_again_and_then_shown_to_who_is_there()
    {
        using var before = await app.Program.NewClientAsync("ditp");
        var html = await before.GetStringAsync("/aide?theirs");
        await using var page = await app.SignInAsync("ditp2", "/aide");
        await page.Page.RouteAsync(
            "**/aide?theirs",
            route => route.FulfillAsync(new() { Body = html, ContentType = "text/html; charset=utf-8" }),
            new() { Times = 1 }
        );

        await page.GoAsync("/aide?theirs");

        await Assertions.Expect(page.Page.Locator(".tools")).ToContainTextAsync(Personas.Find("ditp2")!.Name);
        await page.UntilInteractiveAsync();
        await Assertions.Expect(page.Heading).ToHaveTextAsync("Aide");
    }

    private static async Task<HttpStatusCode> NegotiateAsync(HttpClient client, string? origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Negotiate);
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }

    private async Task<HttpStatusCode> ConnectAsync(CookieContainer cookies, string? origin)
    {
        using var socket = new ClientWebSocket();
        socket.Options.Cookies = cookies;
        socket.Options.CollectHttpResponseDetails = true;
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        try
        {
            await socket.ConnectAsync(
                new UriBuilder(new Uri(app.Address, "/_blazor")) { Scheme = "ws" }.Uri,
                CancellationToken.None
            );
        }
        catch (WebSocketException)
        {
            // The status says why.
        }

        return socket.HttpStatusCode;
    }
}
