using System.Text.RegularExpressions;
using AmiDashboard.Running;
using Microsoft.Playwright;

namespace AmiDashboard.Applications;

public sealed class LiveTests(RunningApplication browsers)
{
    private const string NonSelected = "100001";

    [Fact]
    public async Task What_one_person_changes_moves_on_the_other_persons_charts_and_list_without_a_reload()
    {
        await using var program = await Demonstration.StartAsync();
        await using var dashboard = await browsers.SignInAsync(program, "leadership");
        await using var list = await browsers.SignInAsync(program, "ditp", "/candidatures?stage=ReserveList");
        await using var writer = await browsers.SignInAsync(program, "dinsic", $"/candidatures/{NonSelected}");
        var before = await CountAsync(dashboard, "ReserveList");
        var lines = await list.Page.Locator("table[data-table] tbody tr").CountAsync();
        await MarkAsync(dashboard);
        await MarkAsync(list);

        await ChangeStageAsync(writer, "ReserveList", "Désistement d'une lauréate.");

        await Assertions
            .Expect(Stage(dashboard, "ReserveList"))
            .ToHaveAttributeAsync("aria-label", new Regex($"^Liste de réserve\\s: {before + 1}\\b"));
        await Assertions.Expect(list.Page.Locator("table[data-table] tbody tr")).ToHaveCountAsync(lines + 1);
        Assert.True(await IsMarkedAsync(dashboard));
        Assert.True(await IsMarkedAsync(list));
        await Assertions.Expect(dashboard.Page.Locator(".live-note")).ToContainTextAsync("Données mises à jour");
    }

    [Fact]
    public async Task A_change_of_stage_that_came_earlier_keeps_the_day_that_was_given()
    {
        await using var program = await Demonstration.StartAsync();
        await using var writer = await browsers.SignInAsync(program, "dinsic", $"/candidatures/{NonSelected}");
        await writer.Page.Locator("input[type='datetime-local']").FillAsync("2019-01-10T09:30");

        await ChangeStageAsync(writer, "ReserveList", "Désistement d'une lauréate.");

        await Assertions.Expect(writer.Page.GetByText("10/01/2019").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_paused_page_keeps_still_says_that_changes_wait_and_catches_up()
    {
        await using var program = await Demonstration.StartAsync();
        await using var dashboard = await browsers.SignInAsync(program, "leadership");
        await using var writer = await browsers.SignInAsync(program, "dinsic", $"/candidatures/{NonSelected}");
        var before = await CountAsync(dashboard, "ReserveList");
        await dashboard.Page.GetByRole(AriaRole.Button, new() { Name = "Suspendre les mises à jour" }).ClickAsync();

        await ChangeStageAsync(writer, "ReserveList", "Désistement d'une lauréate.");

        await Assertions.Expect(dashboard.Page.Locator(".live-note")).ToContainTextAsync("des changements attendent");
        Assert.Equal(before, await CountAsync(dashboard, "ReserveList"));
        await dashboard.Page.GetByRole(AriaRole.Button, new() { Name = "Reprendre les mises à jour" }).ClickAsync();
        await Assertions
            .Expect(Stage(dashboard, "ReserveList"))
            .ToHaveAttributeAsync("aria-label", new Regex($"^Liste de réserve\\s: {before + 1}\\b"));
    }

    [Fact]
    public async Task An_imported_export_is_reported_first_then_shown_everywhere()
    {
        await using var program = await Demonstration.StartAsync();
        await using var dashboard = await browsers.SignInAsync(program, "leadership", "/?edition=3");
        await using var importer = await browsers.SignInAsync(program, "dinsic", "/administration/import");
        await importer
            .Page.Locator("input[type=file]")
            .ChooseFileAsync(
                new FilePayload
                {
                    Name = "export.csv",
                    MimeType = "text/csv",
                    Buffer = System.Text.Encoding.UTF8.GetBytes(
                        """
                        ID,État du dossier,Dernière mise à jour le,Déposé le,Titre du projet,Ministère ou opérateur porteur,Budget demandé (en euros)
                        290001,En construction,2019-03-01 10:00:00 +0100,2019-03-01 10:00:00 +0100,"=SOMME(A1), <b>gras</b>",Culture,120000
                        290002,En instruction,2019-03-02 10:00:00 +0100,2019-03-02 10:00:00 +0100,Deuxième projet,Culture,0
                        abc,En instruction,2019-03-02 10:00:00 +0100,2019-03-02 10:00:00 +0100,Sans numéro,Culture,1
                        """.ReplaceLineEndings("\n")
                    ),
                }
            );
        await Assertions.Expect(importer.Page.Locator("[data-preview]")).ToContainTextAsync("2 nouvelles");
        await Assertions.Expect(importer.Page.Locator("[data-preview]")).ToContainTextAsync("1 refusées");
        var before = int.Parse(await dashboard.Page.Locator("[data-figure=applications]").InnerTextAsync());

        await importer.Page.GetByRole(AriaRole.Button, new() { Name = "Importer 2 candidature(s)" }).ClickAsync();

        await Assertions.Expect(importer.Page.GetByText("Import terminé : 2 nouvelle(s)")).ToBeVisibleAsync();
        await Assertions.Expect(dashboard.Page.Locator("[data-figure=applications]")).ToHaveTextAsync($"{before + 2}");
        await importer.GoAsync("/candidatures/290001");
        await Assertions.Expect(importer.Heading).ToHaveTextAsync("=SOMME(A1), <b>gras</b>");
        Assert.Empty(dashboard.Complaints);
    }

    internal static ILocator Stage(BrowserPage page, string stage) =>
        page.Page.Locator($"figure[data-chart=stages] a.hit[href*='stage={stage}']");

    internal static async Task ChangeStageAsync(BrowserPage page, string stage, string reason)
    {
        await page.Page.Locator("section[aria-labelledby=sheet-stage] select").SelectOptionAsync(stage);
        await page.Page.Locator("section[aria-labelledby=sheet-stage] textarea").FillAsync(reason);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer le changement" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator(".timeline-stage").First).ToContainTextAsync(reason);
    }

    private static async Task<int> CountAsync(BrowserPage page, string stage) =>
        int.Parse(Regex.Match((await Stage(page, stage).GetAttributeAsync("aria-label"))!, "[0-9]+").Value);

    private static Task MarkAsync(BrowserPage page) => page.Page.EvaluateAsync("window.sameDocument = true");

    private static Task<bool> IsMarkedAsync(BrowserPage page) =>
        page.Page.EvaluateAsync<bool>("window.sameDocument === true");
}
