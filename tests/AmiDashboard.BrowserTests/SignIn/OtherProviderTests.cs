using System.Net;
using AmiDashboard.Api;
using AmiDashboard.Running;
using AmiDashboard.Web.SignIn;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.Playwright;

namespace AmiDashboard.SignIn;

/// <summary>What holds between two origins, of which a provider inside the program has but one.</summary>
public sealed class OtherProviderTests(RunningApplication app)
{
    [Fact]
    public async Task Signing_in_and_out_leads_by_the_provider_and_whom_it_federates_and_back()
    {
        await using var provider = new OtherProvider();
        await using var program = await RunningProgram.StartAsync(provider.Serve);
        await provider.StartAsync(program.Address);

        await using var page = await app.OpenAsync(program.Address, "/signin?login_hint=dinsic&returnUrl=/aide");
        await Assertions.Expect(page.Heading).ToHaveTextAsync("Aide");

        await page.GoAsync("/signout");
        await page.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Se déconnecter" }).ClickAsync();

        await Assertions.Expect(page.Page).ToHaveURLAsync(new Uri(program.Address, "/deconnexion").AbsoluteUri);
        await Assertions.Expect(page.Heading).ToHaveTextAsync("Vous êtes déconnecté");
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task A_provider_that_does_not_answer_is_told_of_and_the_page_that_was_wanted_comes_once_it_does()
    {
        await using var provider = new OtherProvider();
        await using var program = await RunningProgram.StartAsync(provider.Serve);

        await using var page = await app.OpenAsync(program.Address, "/aide?mot=é");
        await Assertions.Expect(page.Heading).ToHaveTextAsync("Le service d’identification ne répond pas");

        await provider.StartAsync(program.Address);
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Réessayer" }).ClickAsync();
        await page.Page.Locator("a.persona[href*=dinsic]").First.ClickAsync();
        await Assertions.Expect(page.Heading).ToHaveTextAsync("Aide");
        Assert.EndsWith("/aide?mot=%C3%A9", page.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_that_says_so_is_for_everybody_and_leads_on_by_itself_once_it_answers()
    {
        await using var provider = new OtherProvider();
        await using var program = await RunningProgram.StartAsync(provider.Serve);
        await AccessibilityCheck.RunAsync(
            "provider-away",
            screen => app.OpenAsync(program.Address, "/signin/indisponible?returnUrl=%2Faide", screen),
            isExpected: complaint => complaint.Contains("status of 503", StringComparison.Ordinal)
        );

        await provider.StartAsync(program.Address);
        using var client = program.NewClient();
        using var reloaded = await client.GetAsync("/signin/indisponible?returnUrl=%2Faide");
        Assert.Equal(provider.Address.Port, reloaded.RequestMessage!.RequestUri!.Port);
    }

    [Fact]
    public async Task Without_an_answer_nothing_fails_and_each_asker_is_told_in_its_way()
    {
        await using var provider = new OtherProvider();
        await using var program = await RunningProgram.StartAsync(provider.Serve);
        using var client = program.NewClient();

        foreach (var closed in new[] { "/", "/candidatures?q=a", "/signin?returnUrl=/candidatures" })
        {
            using var told = await client.GetAsync(closed);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, told.StatusCode);
            Assert.Equal("/signin/indisponible", told.RequestMessage!.RequestUri!.AbsolutePath);
        }

        using var wall = await client.GetAsync("/signin?prompt=none&returnUrl=/ecran/dinsic");
        Assert.Equal("/signin/ecran", wall.RequestMessage!.RequestUri!.AbsolutePath);

        using var script = new HttpRequestMessage(HttpMethod.Get, "/candidatures");
        script.Headers.Add("Sec-Fetch-Mode", "cors");
        using var refused = await client.SendAsync(script);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task Who_signs_out_while_it_does_not_answer_is_out_here_and_told_of_there()
    {
        await using var provider = new OtherProvider();
        await using var program = await RunningProgram.StartAsync(provider.Serve);
        await provider.StartAsync(program.Address);
        await using var page = await app.OpenAsync(program.Address, "/signin?login_hint=dinsic&returnUrl=/signout");
        await provider.DisposeAsync();
        Forget(program);

        await page.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Se déconnecter" }).ClickAsync();

        await Assertions.Expect(page.Heading).ToHaveTextAsync("Vous êtes déconnecté");
        await Assertions.Expect(page.Page.Locator("main")).ToContainTextAsync("peut être encore ouverte");
        await page.GoAsync("/aide");
        await Assertions.Expect(page.Heading).ToHaveTextAsync("Le service d’identification ne répond pas");
    }

    [Fact]
    public async Task Many_who_come_while_it_is_silent_wait_for_one_answer_and_the_next_asks_anew()
    {
        await using var program = await RunningProgram.StartAsync();
        var provider = new SilentProvider();
        OptionsOf(program).ConfigurationManager = provider;
        var door = program.Get<ProviderDoor>();

        var many = Enumerable.Range(0, 20).Select(_ => door.AnswersAsync(CancellationToken.None)).ToList();
        Assert.Equal(1, provider.Asked);
        using var gone = new CancellationTokenSource();
        var left = door.AnswersAsync(gone.Token);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);

        provider.Fail();
        Assert.All(await Task.WhenAll(many), Assert.False);
        Assert.True(await door.AnswersAsync(CancellationToken.None));
        Assert.Equal(2, provider.Asked);
    }

    /// <summary>As a node that has just started, which the provider has told nothing yet.</summary>
    private static void Forget(RunningProgram program)
    {
        var options = OptionsOf(program);
        options.ConfigurationManager = new ConfigurationManager<OpenIdConnectConfiguration>(
            options.MetadataAddress,
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever { RequireHttps = false }
        );
    }

    private static OpenIdConnectOptions OptionsOf(RunningProgram program) =>
        program
            .Services.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>()
            .Get(OpenIdConnectDefaults.AuthenticationScheme);

    /// <summary>Says nothing to the first who asks until it fails, and answers the next.</summary>
    private sealed class SilentProvider : IConfigurationManager<OpenIdConnectConfiguration>
    {
        private readonly TaskCompletionSource<OpenIdConnectConfiguration> silence = new();

        public int Asked { get; private set; }

        public Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel) =>
            ++Asked == 1 ? silence.Task : Task.FromResult(new OpenIdConnectConfiguration());

        public void RequestRefresh() { }

        public void Fail() => silence.SetException(new InvalidOperationException("Nothing came."));
    }
}
