using System.Net;
using AmiDashboard.Running;
using AmiDashboard.Web.Settings;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AmiDashboard.SignIn;

/// <summary>The embedded provider, where anybody is anybody, does not exist outside Development.</summary>
public sealed class ProductionTests
{
    private static readonly string[] RealProvider =
    [
        "environment=Production",
        "AllowedHosts=localhost",
        "AzureAd:Instance=https://login.microsoftonline.com/",
        "AzureAd:TenantId=0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "AzureAd:ClientId=1f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
    ];

    [Fact]
    public async Task Production_has_no_address_of_the_embedded_provider()
    {
        await using var program = await RunningProgram.StartAsync(RealProvider);
        var addresses = program
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.RawText);
        Assert.DoesNotContain(
            addresses,
            address => address!.TrimStart('/').StartsWith("sso", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            AppDomain.CurrentDomain.GetAssemblies(),
            assembly =>
                assembly.GetName().Name!.StartsWith("OpenIddict", StringComparison.Ordinal)
                && program.Services.GetService(
                    assembly.GetType("OpenIddict.Server.IOpenIddictServerDispatcher") ?? typeof(Never)
                )
                    is not null
        );
    }

    [Fact]
    public async Task Production_says_health_and_sends_the_headers_of_a_closed_site()
    {
        await using var program = await RunningProgram.StartAsync(RealProvider);
        using var client = program.NewClient(followRedirects: false);
        using var response = await client.GetAsync("/health/ready");
        Assert.True(response.IsSuccessStatusCode);
        Assert.False(response.Headers.Contains("Server"));
        Assert.Contains(
            "frame-ancestors 'none'",
            response.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "form-action 'self';",
            response.Headers.GetValues("Content-Security-Policy").Single() + ";",
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "unsafe-eval",
            response.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("AzureAd:Instance=http://localhost:5200/sso/")]
    [InlineData("AzureAd:Instance=https://localhost/sso/")]
    [InlineData("AzureAd:Instance=https://ami.example.fr/sso/")]
    [InlineData("AzureAd:TenantId=7d1f6f2e-0b8a-4c39-9a55-201806140000")]
    [InlineData("AzureAd:Instance=")]
    [InlineData("Demonstration:Enabled=true")]
    public async Task Production_refuses_to_start_with_what_belongs_to_Development(string setting)
    {
        var refused = await Assert.ThrowsAsync<SettingsException>(() =>
            RunningProgram.StartAsync([.. RealProvider, setting])
        );
        Assert.Equal(setting.Split('=')[0], refused.Setting);
    }

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("ami.example.fr;*")]
    [InlineData("[::]")]
    public async Task Production_refuses_to_answer_to_any_name(string names)
    {
        var refused = await Assert.ThrowsAsync<SettingsException>(() =>
            RunningProgram.StartAsync([.. RealProvider, $"AllowedHosts={names}"])
        );
        Assert.Equal("AllowedHosts", refused.Setting);
        Assert.Contains("ami.example.fr", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Production_answers_to_its_name_and_no_cookie_of_it_travels_in_clear()
    {
        await using var program = await RunningProgram.StartAsync(RealProvider);
        using var client = program.NewClient(followRedirects: false);
        foreach (var address in new[] { "/signout", "/preferences?language=en&theme=dark" })
        {
            // As it comes through the proxy, and as it must not come.
            foreach (var scheme in new[] { "https", "http" })
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, address);
                request.Headers.Add("X-Forwarded-Proto", scheme);
                using var response = await client.SendAsync(request);
                var cookies = response.Headers.GetValues("Set-Cookie").ToList();
                Assert.All(cookies, one => Assert.Contains("; secure", one, StringComparison.OrdinalIgnoreCase));
                if (address == "/signout")
                {
                    Assert.StartsWith(
                        "__Host-AmiDashboard.Antiforgery=",
                        Assert.Single(cookies),
                        StringComparison.Ordinal
                    );
                }
            }
        }

        using var forged = new HttpRequestMessage(HttpMethod.Get, "/signout") { Headers = { Host = "evil.example" } };
        using var unknown = await client.SendAsync(forged);
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
    }

    [Fact]
    public async Task Production_sends_no_mail_before_it_knows_where_its_links_lead()
    {
        var refused = await Assert.ThrowsAsync<SettingsException>(() =>
            RunningProgram.StartAsync([.. RealProvider, "Smtp:Host=mail.example.fr", "Smtp:From=ami@example.fr"])
        );
        Assert.Equal("Mail:Site", refused.Setting);
    }

    private sealed class Never;
}
