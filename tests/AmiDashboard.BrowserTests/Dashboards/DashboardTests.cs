using System.Text.RegularExpressions;
using AmiDashboard.Applications;
using AmiDashboard.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AmiDashboard.Dashboards;

/// <summary>The dashboards as the people who open them: where one lands, what a figure says of itself, filters and past days.</summary>
public sealed class DashboardTests(Demonstration demonstration, RunningApplication browsers)
{
    [Theory]
    [InlineData("dinsic", "dinsic", "technical-hours")]
    [InlineData("ditp", "ditp", "strategic-hours")]
    [InlineData("sgpi", "sgpi", "envelope")]
    [InlineData("cdc", "cdc", "overdue")]
    [InlineData("leadership", "direction", "laureates")]
    [InlineData("administrator", "direction", "laureates")]
    public async Task Everybody_lands_on_their_own_page(string persona, string dashboard, string figure)
    {
        await using var page = await browsers.SignInAsync(demonstration.Program, persona);

        await Expect(page.Page.Locator($"[data-dashboard={dashboard}]")).ToBeVisibleAsync();
        await Expect(page.Page.Locator($"[data-figure={figure}]")).ToBeVisibleAsync();
        await Expect(page.Page.Locator("[data-awaiting]")).ToBeVisibleAsync();
        Assert.Empty(page.Complaints);
    }

    [Theory]
    [InlineData("ministry1")]
    [InlineData("reviewer1")]
    public async Task Who_has_no_page_of_a_body_finds_their_own_work(string persona)
    {
        await using var page = await browsers.SignInAsync(demonstration.Program, persona);
        await Expect(page.Page.Locator("[data-awaiting]")).ToBeVisibleAsync();
        await Expect(page.Page.Locator("figure[data-chart]")).ToHaveCountAsync(0);

        await page.GoAsync("/tableaux/sgpi");

        await Expect(page.Page.Locator(".headline")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_figure_explains_itself_by_rows_that_add_up_to_it()
    {
        await using var page = await browsers.SignInAsync(demonstration.Program, "sgpi", "/tableaux/sgpi?edition=1");
        await page.Page.Locator("#figure-paid").FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");

        var panel = page.Page.Locator("[data-figure-panel=paid]");
        await Expect(panel.Locator("h2")).ToBeFocusedAsync();
        await Expect(panel.Locator("tbody tr")).ToHaveCountAsync(6);
        var rows = await panel.Locator("tbody tr td.number").AllInnerTextsAsync();
        Assert.Equal(Cents(await panel.Locator("[data-total]").InnerTextAsync()), rows.Sum(Cents));
        Assert.Equal(Cents(await panel.Locator("[data-figure-exact]").InnerTextAsync()), rows.Sum(Cents));
        await Expect(panel.GetByText("Somme des écritures de versement.")).ToBeVisibleAsync();
        Assert.Empty(await page.AxeAsync());
    }

    [Fact]
    public async Task From_a_paid_euro_three_clicks_lead_to_its_milestone_decision_scores_and_application()
    {
        await using var page = await browsers.SignInAsync(demonstration.Program, "sgpi", "/tableaux/sgpi?edition=1");
        await page.Page.Locator("#figure-paid").ClickAsync();
        await page.Page.Locator("[data-figure-panel=paid] tbody a").First.ClickAsync();
        await Expect(page.Page).ToHaveURLAsync(new Regex("/budgets/[0-9]+$"));
        var number = Regex.Match(page.Page.Url, "[0-9]+$").Value;

        foreach (
            var (stop, address) in new[]
            {
                ("Prototype", $"/prototypes/{number}"),
                ("Décision", $"/jury/[0-9]+#decision-{number}"),
                ("Notes", $"/evaluations/candidature/{number}"),
                ("Candidature", $"/candidatures/{number}"),
            }
        )
        {
            await page.Page.Locator("nav.trail").GetByRole(AriaRole.Link, new() { Name = stop }).ClickAsync();
            await Expect(page.Page).ToHaveURLAsync(new Regex($"{address}$"));
            await page.Page.GoBackAsync();
            await Expect(page.Page).ToHaveURLAsync(new Regex($"/budgets/{number}$"));
        }
    }

    [Fact]
    public async Task A_mark_filters_every_other_chart_and_a_chip_takes_it_back()
    {
        await using var page = await browsers.SignInAsync(demonstration.Program, "dinsic2", "/tableaux/dinsic");
        var all = await page.Page.Locator("[data-figure=applications]").InnerTextAsync();
        var mark = page.Page.Locator("figure[data-chart=ministries] a.hit[href*='ministry=']").First;
        var ministry = await mark.GetAttributeAsync("aria-label");
        var count = Regex.Match(ministry!, "\\s: ([0-9]+)").Groups[1].Value;

        await mark.ClickAsync();

        await Expect(page.Page.Locator("[data-figure=applications]")).ToHaveTextAsync(count);
        await Expect(page.Page.Locator("figure[data-chart=stages] .takeaway")).ToContainTextAsync($"sur {count} ");
        await page.Page.Locator(".chips a.chip").First.ClickAsync();
        await Expect(page.Page.Locator("[data-figure=applications]")).ToHaveTextAsync(all);
    }

    [Fact]
    public async Task An_alert_leaves_its_projects_alone_in_the_charts()
    {
        await using var page = await browsers.SignInAsync(demonstration.Program, "cdc", "/tableaux/cdc");
        var alert = page.Page.Locator("[data-alert=alert-PaymentOverdue]");
        var count = int.Parse(await alert.Locator("[data-figure]").InnerTextAsync());

        await alert.ClickAsync();

        await Expect(alert).ToHaveAttributeAsync("aria-current", "true");
        await page.Page.Locator("figure[data-chart=budget-projects] [data-toggle-table]").ClickAsync();
        await Expect(page.Page.Locator("figure[data-chart=budget-projects] tbody tr")).ToHaveCountAsync(count);
    }

    [Fact]
    public async Task A_past_day_is_said_goes_along_and_shows_what_was_known()
    {
        await using var page = await browsers.SignInAsync(
            demonstration.Program,
            "leadership",
            "/tableaux/direction?edition=1&asOf=2018-10-01"
        );
        await Expect(page.Page.Locator("[data-figure=applications]")).ToHaveTextAsync("52");
        await Expect(page.Page.Locator("[data-figure=laureates]")).ToHaveTextAsync("0");
        await Expect(page.Page.Locator(".past-banner")).ToContainTextAsync("1er octobre 2018");

        await page.Page.Locator("figure[data-chart=stages] [data-rows]").ClickAsync();
        await Expect(page.Page).ToHaveURLAsync(new Regex("/candidatures\\?.*asOf=2018-10-01"));
        await Expect(page.Page.Locator("[data-figure=applications]")).ToContainTextAsync("52 candidature");
        await page.Page.Locator("select[name=stage]").SelectOptionAsync("Laureate");
        await Expect(page.Page.Locator("[data-figure=applications]")).ToContainTextAsync("Aucune candidature");
        await page.Page.Locator(".past-banner a").ClickAsync();

        await Expect(page.Page.Locator(".past-banner")).ToHaveCountAsync(0);
        await Expect(page.Page.Locator("[data-figure=applications]")).ToContainTextAsync("6 candidature");
    }

    [Fact]
    public async Task A_project_is_compared_with_the_past_day_that_its_list_was_looked_at()
    {
        await using var page = await browsers.SignInAsync(
            demonstration.Program,
            "leadership",
            "/candidatures?edition=1&asOf=2018-10-01&page=2"
        );
        await page.Page.Locator("a[href^='/candidatures/100031?']").First.ClickAsync();

        var then = page.Page.Locator("[data-then]");
        await Expect(page.Page).ToHaveURLAsync(new Regex("/candidatures/100031\\?asOf=2018-10-01"));
        await Expect(then.Locator("h2")).ToContainTextAsync("1er octobre 2018");
        await Expect(then.Locator(".badge")).ToHaveCountAsync(2);
        var cells = then.Locator("[data-compared=laureates] td");
        await Expect(cells).ToHaveTextAsync(["0", "1", "+1"]);
        await Expect(then.Locator("[data-table=movements] tbody tr").First).ToBeVisibleAsync();
        Assert.Empty(string.Join('\n', await page.AxeAsync()));

        await page.Page.Locator(".trail a[href^='/budgets/']").ClickAsync();
        await Expect(page.Page).ToHaveURLAsync(new Regex("/budgets/100031\\?asOf=2018-10-01"));
        var paid = await page.Page.Locator(".ladder-paid [data-figure=paid]").InnerTextAsync();
        await Expect(then.Locator("[data-compared=paid] td")).ToHaveTextAsync(["0,00 €", paid, $"+{paid}"]);

        await page.Page.Locator(".past-banner a").ClickAsync();
        await Expect(then).ToHaveCountAsync(0);
        await Expect(page.Page.Locator(".trail a[href='/candidatures/100031']")).ToBeVisibleAsync();
        Assert.Empty(page.Complaints);
    }

    [Theory]
    [InlineData("applications", "^/candidatures/\\d+\\?asOf=2018-10-01$", 1)]
    [InlineData("reviewsLeft", "^/evaluations/candidature/\\d+$", 0)]
    public async Task A_row_takes_the_past_day_along_only_where_its_page_shows_it(
        string figure,
        string address,
        int banners
    )
    {
        await using var page = await browsers.SignInAsync(
            demonstration.Program,
            "dinsic",
            $"/tableaux/dinsic?edition=1&asOf=2018-10-01&chiffre={figure}"
        );
        var row = page.Page.Locator("[data-figure-panel] tbody a").First;
        await Expect(row).ToHaveAttributeAsync("href", new Regex(address));

        await row.ClickAsync();

        await Expect(page.Page.Locator(".trail")).ToBeVisibleAsync();
        await Expect(page.Page.Locator(".past-banner")).ToHaveCountAsync(banners);
    }

    [Fact]
    public async Task Two_days_stand_side_by_side_with_what_moved_and_by_whom()
    {
        await using var page = await browsers.SignInAsync(
            demonstration.Program,
            "sgpi",
            "/tableaux/sgpi?edition=1&asOf=2019-01-31&compare=2018-10-01"
        );
        var row = page.Page.Locator("[data-compared=laureates]");
        await Expect(row.Locator("td").Nth(0)).ToHaveTextAsync("0");
        await Expect(row.Locator("td").Nth(1)).ToHaveTextAsync("6");
        await Expect(row.Locator("td").Nth(2)).ToHaveTextAsync("+6");
        await Expect(page.Page.Locator("table[data-table=movements] tbody tr").First).ToBeVisibleAsync();
        var moved = page.Page.Locator("table[data-table=movements] tbody tr");
        var listed = await moved.CountAsync();
        await page.Page.Locator("[data-more]").ClickAsync();
        await Expect(moved.Nth(listed)).ToBeVisibleAsync();
        await Expect(page.Page.Locator("table[data-table=movements] thead")).ToContainTextAsync("Par");
        Assert.Empty(await page.AxeAsync());

        await page.Page.Locator("[data-comparison] [data-close]").ClickAsync();
        await Expect(page.Page.Locator("[data-comparison]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Each_person_arranges_their_own_page_and_finds_it_so_again()
    {
        await using var page = await browsers.SignInAsync(demonstration.Program, "cdc2", "/tableaux/cdc");
        await Expect(page.Page.Locator("figure[data-chart]").First).ToHaveAttributeAsync("data-chart", "payments-due");
        await page.Page.Locator("[data-layout] summary").ClickAsync();
        await page.Page.Locator("[data-place=payments-due] input").First.ClickAsync();
        await Expect(page.Page.Locator("figure[data-chart=payments-due]")).ToHaveCountAsync(0);
        await page.Page.Locator("[data-place=stages] button").First.ClickAsync();
        await Expect(page.Page.Locator("[data-layout] [role=status]")).ToContainTextAsync("enregistrée");

        await page.Page.ReloadAsync();
        await page.UntilInteractiveAsync();

        await Expect(page.Page.Locator("figure[data-chart=stages]")).ToBeVisibleAsync();
        await Expect(page.Page.Locator("figure[data-chart=payments-due]")).ToHaveCountAsync(0);
        await page.Page.Locator("[data-layout] summary").ClickAsync();
        await page.Page.Locator("[data-reset]").ClickAsync();
        await Expect(page.Page.Locator("figure[data-chart]").First).ToHaveAttributeAsync("data-chart", "payments-due");
    }

    [Fact]
    public async Task The_filter_that_one_leaves_is_there_when_one_comes_back_but_not_that_of_a_link()
    {
        await using var program = await Demonstration.StartAsync();
        await using var page = await browsers.SignInAsync(program, "dinsic");
        await page.Page.Locator("select[name=edition]").SelectOptionAsync("2");
        await Expect(page.Page.Locator("[data-figure=applications]")).ToHaveTextAsync("46");
        await page.GoAsync("/aide");
        await page.GoAsync("/?edition=1");
        await page.UntilInteractiveAsync();
        await Expect(page.Page.Locator("[data-figure=applications]")).ToHaveTextAsync("52");

        await page.GoAsync("/");
        await page.UntilInteractiveAsync();

        await Expect(page.Page.Locator("[data-figure=applications]")).ToHaveTextAsync("46");
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Retirer tous les filtres" }).First.ClickAsync();
        await Expect(page.Page.Locator("[data-figure=applications]")).ToHaveTextAsync("116");
    }

    private static long Cents(string amount) => long.Parse(string.Concat(amount.Where(char.IsAsciiDigit)));
}
