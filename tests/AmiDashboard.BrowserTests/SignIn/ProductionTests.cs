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
