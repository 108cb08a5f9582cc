using AmiDashboard.Core.Demonstration;
using AmiDashboard.Running;
using AmiDashboard.Scores;
using Microsoft.Playwright;
using Demonstration = AmiDashboard.Applications.Demonstration;

namespace AmiDashboard.Prototypes;

/// <summary>
/// A team's month. Its support ended years ago, so that the month of today is to be written on whatever day the test runs.
/// </summary>
public sealed class ReportJourneyTests(RunningApplication browsers)
{
    private const string Team = "ministry1";

    private static readonly int Number = Personas.Find(Team)!.Perimeter.Applications.Single();

    private static readonly string Address = $"/prototypes/{Number}/rapport";

    [Fact]
    public async Task A_team_writes_its_month_through_a_cut_and_the_leadership_sees_it_published()
    {
        await using var program = await Demonstration.StartAsync();
        await using var page = await browsers.OpenAsync(program, "/accessibilite");
        var line = await CutConnection.OfAsync(page);
        await page.GoAsync($"/signin?login_hint={Team}&returnUrl={Address}");
        await ReadyAsync(page);
        await Field(page, "synthesis").FillAsync("Écrit avant la coupure");
        await Expect(Status(page)).ToContainTextAsync("Enregistré à");

        await Weather(page, "Cloud").CheckAsync(new() { Force = true });
        await Field(page, "done").FillAsync("Écrit pendant la coupure");
        await line.CutAsync();
        await Expect(Status(page)).ToContainTextAsync("Hors connexion");
        line.Mend();
        await Expect(Status(page)).ToContainTextAsync("Enregistré à");

        // A reload knows it all, and the month waits for the help that a cloud asks for.
        await page.GoAsync(Address);
        await ReadyAsync(page);
        await Expect(Field(page, "synthesis")).ToHaveValueAsync("Écrit avant la coupure");
        await Expect(Field(page, "done")).ToHaveValueAsync("Écrit pendant la coupure");
        await Expect(Weather(page, "Cloud")).ToBeCheckedAsync();
        await Button(page, "Publier le compte rendu").ClickAsync();
        await Expect(page.Page.Locator("[role=alert]")).ToContainTextAsync("dites l’aide attendue");
        await using var leadership = await browsers.SignInAsync(program, "leadership", "/prototypes");
        var row = leadership.Page.Locator($"[data-project='{Number}']");
        await Expect(row).ToContainTextAsync("COUVERT");
        await Field(page, "help").FillAsync("Un appui sur les données");
        await Button(page, "Publier le compte rendu").ClickAsync();
        await Button(page, "Publier").ClickAsync();

        await Expect(page.Page.Locator(".told")).ToContainTextAsync("il ne change plus");
        await Expect(page.Page.Locator("[data-nothing-due]")).ToContainTextAsync("est publié");
        var published = page.Page.Locator("[data-report]").First;
        await Expect(published).ToContainTextAsync("NUAGE");
        await Expect(published).ToContainTextAsync("Écrit pendant la coupure");
        await Expect(page.Page.Locator("[data-report-form]")).ToHaveCountAsync(0);
        await Expect(row).ToContainTextAsync("NUAGE");
    }

    [Fact]
    public async Task What_was_never_sent_is_sent_by_the_next_visit()
    {
        await using var program = await Demonstration.StartAsync();
        await using var page = await browsers.OpenAsync(program, "/accessibilite");
        var line = await CutConnection.OfAsync(page);
        await page.GoAsync($"/signin?login_hint={Team}&returnUrl={Address}");
        await ReadyAsync(page);
        await Field(page, "next").FillAsync("Jamais parti");
        await line.CutAsync();
        await Expect(Status(page)).ToContainTextAsync("Hors connexion");
        line.Mend();

        await page.GoAsync(Address);

        await ReadyAsync(page);
        await Expect(Field(page, "next")).ToHaveValueAsync("Jamais parti");
        await Expect(Status(page)).ToContainTextAsync("Enregistré à");
        await using var elsewhere = await browsers.SignInAsync(program, Team, Address);
        await Expect(Field(elsewhere, "next")).ToHaveValueAsync("Jamais parti");
    }

    [Fact]
    public async Task A_month_is_written_by_keyboard_alone()
    {
        await using var program = await Demonstration.StartAsync();
        await using var page = await browsers.SignInAsync(program, Team, Address);
        await ReadyAsync(page);
        var keyboard = page.Page.Keyboard;
        await Weather(page, "Storm").FocusAsync();
        await keyboard.PressAsync("Space");
        await keyboard.PressAsync("ArrowRight");
        await keyboard.PressAsync("ArrowRight");
        await keyboard.PressAsync("ArrowRight");
        await Expect(Weather(page, "Sun")).ToBeCheckedAsync();
        await keyboard.PressAsync("Tab");
        await keyboard.TypeAsync("Un mois sans nuage");
        await Expect(Field(page, "synthesis")).ToHaveValueAsync("Un mois sans nuage");
        await keyboard.PressAsync("Control+Enter");
        await Expect(Button(page, "Publier")).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");

        await Expect(page.Page.Locator(".told")).ToBeFocusedAsync();
        await Expect(page.Page.Locator("[data-report]").First).ToContainTextAsync("Un mois sans nuage");
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task Last_month_s_words_and_risks_are_at_hand_and_a_risk_comes_and_goes()
    {
        await using var program = await Demonstration.StartAsync();
        await using var page = await browsers.SignInAsync(program, Team, Address);
        await ReadyAsync(page);
        await Field(page, "next").FillAsync("D’abord ceci");
        await page.Page.Locator("[data-take=next]").ClickAsync();
        var planned = await page.Page.Locator("[data-take=next]").GetAttributeAsync("data-text");
        await Expect(Field(page, "next")).ToHaveValueAsync($"D’abord ceci\n{planned}");

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Reprendre les risques" }).ClickAsync();
        var risks = page.Page.Locator("[data-risk]");
        await Expect(risks.First).ToContainTextAsync("repris du mois dernier");
        var count = await risks.CountAsync();
        await Button(page, "Ajouter un risque").ClickAsync();
        await Expect(risks).ToHaveCountAsync(count + 1);
        await Expect(risks.Last.Locator("textarea").First).ToBeFocusedAsync();
        await page.Page.Keyboard.TypeAsync("Un risque nouveau");
        await risks.Last.Locator("select").First.SelectOptionAsync("4");
        await Expect(Status(page)).ToContainTextAsync("Enregistré à");
        await risks.First.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(risks).ToHaveCountAsync(count);

        await page.GoAsync(Address);
        await ReadyAsync(page);
        await Expect(risks).ToHaveCountAsync(count);
        await Expect(risks.Last.Locator("textarea").First).ToHaveValueAsync("Un risque nouveau");
        await Expect(risks.Last.Locator("select").First).ToHaveValueAsync("4");
    }

    [Fact]
    public async Task Two_of_a_team_who_write_the_same_field_lose_no_word()
    {
        await using var program = await Demonstration.StartAsync();
        await using var first = await browsers.SignInAsync(program, Team, Address);
        await using var second = await browsers.SignInAsync(program, Team, Address);
        await ReadyAsync(first);
        await ReadyAsync(second);
        await Field(first, "synthesis").FillAsync("De la première");
        await Expect(Status(first)).ToContainTextAsync("Enregistré à");
        await Field(second, "synthesis").FillAsync("De la seconde");

        await Expect(second.Page.Locator("[data-replaced]")).ToContainTextAsync("De la première");
        await Expect(Field(second, "synthesis")).ToHaveValueAsync("De la seconde");
    }

    [Fact]
    public async Task Past_reports_have_an_address_and_others_have_no_report_to_write()
    {
        await using var program = await Demonstration.StartAsync();
        await using var page = await browsers.SignInAsync(program, Team, $"{Address}#2019-03");
        await Expect(page.Page.Locator("[data-report='2019-03']")).ToHaveAttributeAsync("open", "");
        await Expect(page.Page.Locator("[data-report='2019-02']")).Not.ToHaveAttributeAsync("open", "");
        var other = Personas.Find("ministry2")!.Perimeter.Applications.Single();
        await page.GoAsync($"/prototypes/{other}/rapport");
        await Expect(page.Page.Locator(".empty-state")).ToBeVisibleAsync();
        await using var leadership = await browsers.SignInAsync(program, "leadership", Address);
        await Expect(leadership.Page.Locator("[data-report-form]")).ToHaveCountAsync(0);
    }

    private static async Task ReadyAsync(BrowserPage page)
    {
        await page.UntilInteractiveAsync();
        await page.Page.Locator("[data-report-form][data-ready]").WaitForAsync();
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    private static ILocator Field(BrowserPage page, string name) => page.Page.Locator($"#report-{name}");

    private static ILocator Weather(BrowserPage page, string name) => page.Page.Locator($"#weather-{name}");

    private static ILocator Status(BrowserPage page) => page.Page.Locator("[data-draft-status]");

    private static ILocator Button(BrowserPage page, string name) =>
        page.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
