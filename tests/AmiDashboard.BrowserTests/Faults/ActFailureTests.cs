using System.Globalization;
using AmiDashboard.Applications;
using AmiDashboard.Running;
using Microsoft.Playwright;

namespace AmiDashboard.Faults;

/// <summary>An act that fails is told, keeps what was typed, and may be tried again; one that is asked for twice is done once.</summary>
public sealed class ActFailureTests(RunningApplication browsers)
{
    private const string Changes = "SELECT COUNT(*) FROM change_record";

    [Fact]
    public async Task A_form_that_could_not_be_saved_says_so_and_keeps_its_text()
    {
        var sabotage = new Sabotage();
        await using var program = await Demonstration.StartAsync(sabotage.Enter);
        await using var page = await browsers.SignInAsync(program, "dinsic", "/candidatures/100001");
        await page.Page.EvaluateAsync("window.isTheSame = true");
        await page.Page.Locator("textarea[required]").FillAsync("Désistement.");
        var submit = page.Page.Locator("main form button[type=submit]").Last;

        await Sabotage.ExecuteAsync(program, "ALTER TABLE change_record RENAME TO away");
        await submit.ClickAsync();

        var told = page.Page.Locator("[data-failed-act]");
        await Assertions.Expect(told).ToContainTextAsync("vérifiez s’il a été fait");
        Assert.Equal("alert", await told.GetAttributeAsync("role"));
        await IsInLogAsync(told, sabotage);
        await Assertions.Expect(page.Page.Locator("textarea[required]")).ToHaveValueAsync("Désistement.");
        Assert.Empty(await page.AxeAsync());
        await page.KeepScreenshotAsync("failed-act");

        await Sabotage.ExecuteAsync(program, "ALTER TABLE away RENAME TO change_record");
        await submit.ClickAsync();
        await Assertions.Expect(told).ToHaveCountAsync(0);
        await Assertions.Expect(page.Page.Locator("textarea[required]")).ToHaveValueAsync("");
        Assert.True(await page.Page.EvaluateAsync<bool>("window.isTheSame === true"), "the page was loaded again");
    }

    [Fact]
    public async Task A_payment_that_could_not_be_recorded_says_so_in_its_own_question()
    {
        var sabotage = new Sabotage();
        await using var program = await Demonstration.StartAsync(sabotage.Enter);
        await using var page = await browsers.SignInAsync(program, "cdc", "/budgets/200040");
        var paid = await page.Page.Locator(".payment-paid").CountAsync();
        var act = await AskToPayAsync(page);

        await Sabotage.ExecuteAsync(program, "ALTER TABLE change_record RENAME TO away");
        await act.Locator("button[type=submit]").ClickAsync();

        var told = act.Locator("[role=alert]");
        await Assertions.Expect(told).ToContainTextAsync("vérifiez s’il a été fait");
        await IsInLogAsync(told, sabotage);
        await Assertions.Expect(act.Locator("input").Last).ToHaveValueAsync("VIR-1");
        await Assertions.Expect(act.Locator("button[type=submit]")).ToBeEnabledAsync();

        await Sabotage.ExecuteAsync(program, "ALTER TABLE away RENAME TO change_record");
        await act.Locator("button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Page.Locator(".payment-paid")).ToHaveCountAsync(paid + 1);
    }

    [Fact]
    public async Task A_payment_that_is_confirmed_by_two_clicks_is_paid_once()
    {
        await using var program = await Demonstration.StartAsync();
        await using var page = await browsers.SignInAsync(program, "cdc", "/budgets/200040");
        var paid = await page.Page.Locator(".payment-paid").CountAsync();
        var act = await AskToPayAsync(page);
        var before = await Sabotage.ExecuteAsync(program, Changes);

        await ClickTwiceAsync(act.Locator("button[type=submit]"));

        await Assertions.Expect(page.Page.Locator(".payment-paid")).ToHaveCountAsync(paid + 1);
        await IsDoneOnceAsync(page, program, before);
    }

    [Fact]
    public async Task A_stage_that_is_changed_by_two_clicks_is_changed_once()
    {
        await using var program = await Demonstration.StartAsync();
        await using var page = await browsers.SignInAsync(program, "dinsic", "/candidatures/100001");
        await page.Page.Locator("textarea[required]").FillAsync("Désistement.");
        var before = await Sabotage.ExecuteAsync(program, Changes);

        await ClickTwiceAsync(page.Page.Locator("main form button[type=submit]").Last);

        await Assertions.Expect(page.Page.Locator("textarea[required]")).ToHaveValueAsync("");
        await IsDoneOnceAsync(page, program, before);
    }

    [Fact]
    public async Task A_file_of_payments_that_is_recorded_by_two_clicks_is_recorded_once()
    {
        await using var program = await Demonstration.StartAsync();
        await using var page = await browsers.SignInAsync(program, "cdc", "/budgets/import");
        await Budgets.PaymentJourneyTests.SendAsync(page);
        var record = page.Page.GetByRole(AriaRole.Button, new() { Name = "Inscrire 1 versement(s)" });
        await record.WaitForAsync();
        var before = await Sabotage.ExecuteAsync(program, Changes);

        await ClickTwiceAsync(record);

        await Assertions.Expect(page.Page.Locator("[data-import-done]")).ToContainTextAsync("inscrits : 1");
        await IsDoneOnceAsync(page, program, before);
    }

    private static async Task<ILocator> AskToPayAsync(BrowserPage page)
    {
        var act = page.Page.Locator("[data-act=pay]");
        await act.GetByRole(AriaRole.Button).First.ClickAsync();
        await act.Locator("input[type=date]")
            .FillAsync(DateOnly.FromDateTime(DateTime.UtcNow).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await act.Locator("input").Last.FillAsync("VIR-1");
        await act.Locator("input").Last.BlurAsync();
        return act;
    }

    /// <summary>Both before the browser hears of the first: a <c>disabled</c> comes too late.</summary>
    private static Task ClickTwiceAsync(ILocator button) =>
        button.EvaluateAsync("one => { one.click(); one.click(); }");

    private static async Task IsDoneOnceAsync(BrowserPage page, RunningProgram program, long before)
    {
        // An act after them has its answer after theirs.
        await page.Page.EvaluateAsync("window.isTheSame = true");
        Assert.Equal("true", await page.Page.Locator("html").GetAttributeAsync("data-live"));
        await page.Page.Locator(".nav a").First.ClickAsync();
        await Assertions.Expect(page.Page.Locator("[aria-current=page]").First).ToBeVisibleAsync();
        await Assertions
            .Expect(
                page.Page.Locator("#blazor-error-ui, [data-failed-act], [data-failed]")
                    .And(page.Page.Locator(":visible"))
            )
            .ToHaveCountAsync(0);
        Assert.Equal(before + 1, await Sabotage.ExecuteAsync(program, Changes));
        Assert.Empty(page.Complaints);
    }

    private static async Task IsInLogAsync(ILocator told, Sabotage sabotage)
    {
        var number = await told.Locator("[data-incident]").InnerTextAsync();
        Assert.Matches("^[2-9A-Z]{8}$", number);
        Assert.Contains(
            sabotage.Log,
            entry =>
                entry.Contains(number, StringComparison.Ordinal)
                && entry.Contains("change_record", StringComparison.Ordinal)
        );
    }
}
