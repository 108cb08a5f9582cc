using System.Net;
using AmiDashboard.Running;
using Microsoft.Playwright;

namespace AmiDashboard.Api;

public sealed class AccessKeyJourneyTests(RunningApplication browsers)
{
    [Fact]
    public async Task A_key_is_made_told_once_used_and_withdrawn()
    {
        await using var program = await RunningProgram.StartAsync();
        await using var page = await browsers.SignInAsync(program, "sgpi", "/compte/cles");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Créer une clé" }).ClickAsync();
        await page.Page.GetByLabel("Nom", new() { Exact = true }).FillAsync("Classeur de suivi");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Créer la clé" }).ClickAsync();
        var field = page.Page.Locator("[data-access-key]");
        await Assertions.Expect(field).ToBeFocusedAsync();
        Assert.Empty(string.Join('\n', await page.AxeAsync()));
        var key = await field.InputValueAsync();
        using var client = program.NewApiClient(ApiClients.Bearer(key));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client));

        await page.GoAsync("/compte/cles");
        await page.UntilInteractiveAsync();
        await Assertions.Expect(field).ToHaveCountAsync(0);
        var row = page.Page.Locator("[data-key='Classeur de suivi']");
        await Assertions.Expect(row).Not.ToContainTextAsync("Jamais");
        await row.GetByRole(AriaRole.Button, new() { Name = "Retirer" }).ClickAsync();
        Assert.Empty(string.Join('\n', await page.AxeAsync()));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client));
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Retirer la clé" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator("main")).ToContainTextAsync("est retirée");
        await Assertions.Expect(row).ToHaveCountAsync(0);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client));
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task The_menu_of_the_person_leads_there_and_the_page_of_the_api_lists_its_resources()
    {
        await using var page = await browsers.SignInAsync("reviewer1");
        await page.Page.Locator(".menu:has(a[href='/compte/cles']) summary").ClickAsync();
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Mes clés d’accès" }).ClickAsync();
        await Assertions.Expect(page.Heading).ToHaveTextAsync("Mes clés d’accès");
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Ressources et colonnes" }).ClickAsync();
        await Assertions.Expect(page.Heading).ToHaveTextAsync("API de lecture");
        await Assertions
            .Expect(page.Page.Locator("[data-resource='budgets/projects']"))
            .ToContainTextAsync("Vos droits n’ouvrent pas cette ressource.");
        await Assertions
            .Expect(page.Page.Locator("[data-resource='applications'] a[href='/api/v1/applications']"))
            .ToBeVisibleAsync();
        await page.Page.EvaluateAsync("document.querySelectorAll('.api-page details').forEach(one => one.open = true)");
        Assert.Empty(string.Join('\n', await page.AxeAsync()));
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client) =>
        (await client.GetAsync("editions", TestContext.Current.CancellationToken)).StatusCode;
}
