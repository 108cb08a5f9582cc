using System.Net;
using AmiDashboard.Running;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace AmiDashboard.SignIn;

/// <summary>Somebody who signs in and holds no right sees one page, whatever the address.</summary>
public sealed class NobodyTests(RunningApplication app)
{
    [Fact]
    public async Task Somebody_without_a_right_is_told_who_they_are_and_whom_to_ask()
    {
        await using var page = await app.SignInAsync("nobody", "/candidatures");
        Assert.Equal("/acces", new Uri(page.Page.Url).AbsolutePath);
        await Assertions.Expect(page.Heading).ToHaveTextAsync("Aucun droit ne vous est attribué");
        await Assertions.Expect(page.Page.Locator("main")).ToContainTextAsync("nobody@");
        await Assertions.Expect(page.Page.Locator("main")).ToContainTextAsync("À qui s’adresser");
        await Assertions.Expect(page.Page.Locator("nav")).ToHaveCountAsync(0);
        await Assertions
            .Expect(page.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Se déconnecter" }))
            .ToBeVisibleAsync();
    }

    [Fact]
    public async Task Every_address_that_is_not_public_answers_that_page()
    {
        using var client = await app.Program.NewClientAsync("nobody");
        var addresses = Addresses();
        Assert.Contains("/administration/personnes", addresses);
        foreach (var address in (string[])[.. addresses, "/nowhere", "/budgets", "/export/deposits.csv"])
        {
            using var response = await client.GetAsync(address);
            if (address.StartsWith("/api/", StringComparison.Ordinal))
            {
                // A program is told in its own words, not led to a page.
                Assert.False(response.IsSuccessStatusCode, address);
                continue;
            }

            Assert.Equal("/acces", response.RequestMessage!.RequestUri!.AbsolutePath);
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }
    }

    [Fact]
    public async Task The_circuit_is_closed_to_somebody_without_a_right()
    {
        using var client = await app.Program.NewClientAsync("nobody");
        client.DefaultRequestHeaders.Add("Origin", app.Address.GetLeftPart(UriPartial.Authority));
        using var response = await client.PostAsync("/_blazor/negotiate?negotiateVersion=1", null);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("cdc", "/administration/personnes")]
    [InlineData("ministry1", "/administration/personnes")]
    [InlineData("reviewer1", "/administration/personnes")]
    public async Task A_page_beyond_ones_rights_says_so_and_leads_home(string persona, string address)
    {
        await using var page = await app.SignInAsync(persona, address);
        await Assertions.Expect(page.Heading).ToHaveTextAsync("Cette page ne vous est pas ouverte");
    }

    /// <summary>Every GET address of the program that asks for something, its parameters filled in.</summary>
    private string[] Addresses() =>
        [
            .. app
                .Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
                .Where(endpoint =>
                    endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") ?? true
                )
                .Select(endpoint => $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}")
                .Where(address => !address.StartsWith("/_", StringComparison.Ordinal) && address != "/acces")
                .Select(address => System.Text.RegularExpressions.Regex.Replace(address, @"\{[^}]*\}", "1"))
                .Distinct(),
        ];
}
