using System.Net;
using System.Text;
using AmiDashboard.Core.Demonstration;
using AmiDashboard.Running;
using Microsoft.Playwright;
using Demonstration = AmiDashboard.Applications.Demonstration;

namespace AmiDashboard.Prototypes;

public sealed class SheetJourneyTests(RunningApplication browsers)
{
    private static readonly int Number = Personas.Find("ministry4")!.Perimeter.Applications.Single();

    private static readonly string Address = $"/prototypes/{Number}/fiche";

    [Fact]
    public async Task A_team_writes_its_sheet_DINSIC_publishes_it_everybody_reads_it_and_it_can_be_withdrawn()
    {
        await using var program = await Demonstration.StartAsync();
        await using var team = await browsers.SignInAsync(program, "ministry4", Address);
        await ReadyAsync(team);
        await Expect(Field(team, "administration")).ToHaveValueAsync("DGCCRF");
        await Field(team, "approach").FillAsync("Des contrats annotés par les agents");
        await Expect(team.Page.Locator("[data-draft-status]")).ToContainTextAsync("Enregistré à");
        await Button(team, "Aperçu").ClickAsync();
        await Expect(team.Page.Locator("[data-preview]")).ToContainTextAsync("Des contrats annotés par les agents");
        await Expect(Button(team, "Publier la fiche")).ToHaveCountAsync(0);

        await using var dinsic = await browsers.SignInAsync(program, "dinsic", Address);
        await ReadyAsync(dinsic);
        await Field(dinsic, "title").FillAsync("");
        await Button(dinsic, "Publier la fiche").ClickAsync();
        await Expect(dinsic.Page.Locator("[role=alert]")).ToContainTextAsync("au moins le titre");
        await Field(dinsic, "title").FillAsync("Repérer les clauses abusives");
        await Button(dinsic, "Publier la fiche").ClickAsync();
        await Button(dinsic, "Publier").ClickAsync();
        await Expect(dinsic.Page.Locator(".told")).ToContainTextAsync("publiée");
        await Expect(dinsic.Page.Locator("[data-fiche]")).ToContainTextAsync("Des contrats annotés par les agents");

        await using var reader = await browsers.SignInAsync(program, "leadership", "/prototypes/fiches");
        await reader
            .Page.GetByRole(AriaRole.Link, new() { Name = "Repérer les clauses abusives", Exact = true })
            .ClickAsync();
        await Expect(reader.Page.Locator("[data-fiche]")).ToContainTextAsync("Licence Ouverte 2.0");
        await Expect(reader.Page.Locator("[data-sheet-form]")).ToHaveCountAsync(0);
        using var client = await program.NewClientAsync("leadership");
        var pdf = await client.GetAsync($"/rapports/fiche-{Number}.pdf", TestContext.Current.CancellationToken);
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType?.MediaType);
        Assert.Contains(
            $"{Number};2;Repérer les clauses abusives;en_cours;",
            await CsvAsync(client),
            StringComparison.Ordinal
        );

        await Button(dinsic, "Retirer la fiche publiée").ClickAsync();
        await Button(dinsic, "Retirer").ClickAsync();
        await Expect(dinsic.Page.Locator(".told")).ToContainTextAsync("n’est plus publiée");
        await Expect(reader.Page.Locator(".empty-state")).ToBeVisibleAsync();
        Assert.DoesNotContain($"\n{Number};", await CsvAsync(client), StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await client.GetAsync($"/rapports/fiche-{Number}.pdf", TestContext.Current.CancellationToken)).StatusCode
        );
    }

    [Fact]
    public async Task Open_data_is_one_s_own_reach_and_has_its_dictionary()
    {
        await using var program = await Demonstration.StartAsync();
        using var team = await program.NewClientAsync("ministry1");
        var own = Personas.Find("ministry1")!.Perimeter.Applications.Single();
        var lines = (await CsvAsync(team)).TrimEnd().Split("\r\n");
        Assert.Equal(2, lines.Length);
        Assert.StartsWith($"{own};1;", lines[1], StringComparison.Ordinal);
        var dictionary = await team.GetByteArrayAsync(
            "/export/fiches-dictionnaire.csv",
            TestContext.Current.CancellationToken
        );
        Assert.Equal(Encoding.UTF8.GetPreamble(), dictionary.Take(3));
        Assert.Contains("colonne;type;signification", Encoding.UTF8.GetString(dictionary), StringComparison.Ordinal);
        using var reviewer = await program.NewClientAsync("reviewer1");
        var refused = await reviewer.GetAsync("/export/fiches.csv", TestContext.Current.CancellationToken);
        Assert.NotEqual("text/csv", refused.Content.Headers.ContentType?.MediaType);
    }

    private static Task<string> CsvAsync(HttpClient client) =>
        client.GetStringAsync("/export/fiches.csv", TestContext.Current.CancellationToken);

    private static async Task ReadyAsync(BrowserPage page)
    {
        await page.UntilInteractiveAsync();
        await page.Page.Locator("[data-sheet-form][data-ready]").WaitForAsync();
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    private static ILocator Field(BrowserPage page, string name) => page.Page.Locator($"#sheet-{name}");

    private static ILocator Button(BrowserPage page, string name) =>
        page.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
