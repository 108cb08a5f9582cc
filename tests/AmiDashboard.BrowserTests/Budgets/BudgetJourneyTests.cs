using AmiDashboard.Running;
using Microsoft.Playwright;
using Demonstration = AmiDashboard.Applications.Demonstration;

namespace AmiDashboard.Budgets;

/// <summary>A payment through its pages: who may do what, what is said, and what others see of it.</summary>
public sealed class BudgetJourneyTests(RunningApplication browsers)
{
    /// <summary>Its balance is requested, and lacks the proof of service.</summary>
    private const string Waiting = "/budgets/200038";

    [Fact]
    public async Task A_payment_goes_from_its_missing_document_to_the_ledger_by_two_people_and_live_for_a_third()
    {
        await using var program = await Demonstration.StartAsync();
        await using var sgpi = await browsers.SignInAsync(program, "sgpi", Waiting);
        await using var first = await browsers.SignInAsync(program, "cdc", Waiting);
        var payment = first.Page.Locator("[data-payment][data-state=Requested]");
        await Assertions.Expect(payment.Locator("[data-missing]")).ToContainTextAsync("Attestation de service fait");
        await Assertions.Expect(first.Page.Locator("[data-act=complete]")).ToHaveCountAsync(0);

        await AttachAsync(payment, "preuve.png");
        await Assertions.Expect(payment.GetByRole(AriaRole.Alert)).ToContainTextAsync("renommez le fichier");
        await payment.Locator("input[type=file]").ChooseFileAsync(Pdf("preuve.pdf"));
        await Assertions.Expect(payment.GetByText("Fichier choisi : preuve.pdf")).ToBeVisibleAsync();
        await payment.Locator("[data-act=attach] button[type=submit]").ClickAsync();
        await Assertions.Expect(payment.Locator(".told")).ToContainTextAsync("preuve.pdf");
        await Assertions.Expect(payment.Locator(".told")).ToBeFocusedAsync();
        await Assertions.Expect(payment.Locator("[data-missing]")).ToHaveCountAsync(0);

        await DoAsync(first, "complete");
        await DoAsync(first, "prepare");
        await Assertions.Expect(first.Page.Locator("[data-own]")).ToBeVisibleAsync();
        await Assertions.Expect(first.Page.Locator("[data-act=validate]")).ToHaveCountAsync(0);

        await using var second = await browsers.SignInAsync(program, "cdc2", Waiting);
        await DoAsync(second, "validate");
        await second.Page.Locator("[data-act=pay] > button").ClickAsync();
        await second.Page.Locator("[data-act=pay] input[type=date]").FillAsync("2100-01-01");
        await second.Page.Locator("[data-act=pay] input:not([type=date])").FillAsync("VIR-1");
        await second.Page.EvaluateAsync(
            "document.querySelector('[data-act=pay] input[type=date]').removeAttribute('max')"
        );
        await second.Page.Locator("[data-act=pay] button[type=submit]").ClickAsync();
        await Assertions.Expect(second.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("date passée");
        await Assertions.Expect(second.Page.Locator("[data-act=pay] input:not([type=date])")).ToHaveValueAsync("VIR-1");
        await second
            .Page.Locator("[data-act=pay] input[type=date]")
            .FillAsync(DateTime.UtcNow.AddDays(-1).ToString("yyyy-MM-dd"));
        await second.Page.Locator("[data-act=pay] button[type=submit]").ClickAsync();

        await Assertions.Expect(second.Page.Locator("[data-state=Paid] .told").First).ToContainTextAsync("inscrit");
        await Assertions.Expect(sgpi.Page.Locator("[data-figure=remaining]")).ToHaveTextAsync("0,00 €");
        await Assertions.Expect(sgpi.Page.Locator("[data-figure=paid]")).ToHaveTextAsync("180 000,00 €");
        await Assertions.Expect(sgpi.Page.Locator("[data-entry]").Last).ToContainTextAsync("VIR-1");
        Assert.Empty(first.Complaints);
        Assert.Empty(second.Complaints);
    }

    [Theory]
    [InlineData("sgpi")]
    [InlineData("dinsic")]
    [InlineData("leadership")]
    [InlineData("administrator")]
    public async Task Nobody_but_CDC_and_the_team_finds_anything_to_do_with_a_payment(string persona)
    {
        await using var program = await Demonstration.StartAsync();
        await using var page = await browsers.SignInAsync(program, persona, Waiting);

        await Assertions.Expect(page.Page.Locator("[data-payment]").First).ToBeVisibleAsync();
        Assert.Equal(0, await page.Page.Locator("[data-act]").CountAsync());
    }

    [Fact]
    public async Task A_team_sees_its_own_project_alone_and_no_envelope()
    {
        await using var program = await Demonstration.StartAsync();
        await using var page = await browsers.SignInAsync(program, "ministry1", "/budgets");

        await Assertions.Expect(page.Page.Locator("[data-project]")).ToHaveCountAsync(1);
        Assert.Equal(0, await page.Page.Locator("[data-figure=envelope], [data-figure=left], .envelope").CountAsync());
        await page.GoAsync(Waiting);
        await Assertions.Expect(page.Heading).ToContainTextAsync("n’a pas de budget ici");
        await page.GoAsync("/budgets/versements");
        Assert.Equal(0, await page.Page.Locator("[data-payment]").CountAsync());
    }

    [Fact]
    public async Task An_alert_filters_the_list_says_how_many_and_keeps_the_keyboard()
    {
        await using var program = await Demonstration.StartAsync();
        await using var page = await browsers.SignInAsync(program, "cdc", "/budgets");
        var counter = page.Page.Locator("[data-alert=overdue]");
        var count = await counter.Locator(".alert-count").InnerTextAsync();

        await counter.PressAsync("Enter");

        await Assertions.Expect(counter).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(counter).ToBeFocusedAsync();
        await Assertions.Expect(page.Page.Locator("tr[data-project]")).ToHaveCountAsync(int.Parse(count));
        Assert.Contains("alerte=overdue", page.Page.Url, StringComparison.Ordinal);
        await counter.PressAsync("Enter");
        await Assertions.Expect(counter).ToHaveAttributeAsync("aria-pressed", "false");
    }

    [Fact]
    public async Task SGPI_redeploys_an_envelope_and_what_was_typed_stays_when_it_is_refused()
    {
        await using var program = await Demonstration.StartAsync();
        await using var page = await browsers.SignInAsync(program, "sgpi", "/budgets?edition=3");
        await using var english = await browsers.SignInAsync(
            program,
            "leadership",
            "/budgets?edition=3",
            Screen.Desk.English
        );
        await page.Page.Locator("[data-act=envelope] > button").ClickAsync();
        await page.Page.Locator("[data-act=envelope] input.money").FillAsync("1.234");
        await page
            .Page.Locator("[data-act=envelope] input[type=date]")
            .FillAsync(DateTime.UtcNow.AddDays(-1).ToString("yyyy-MM-dd"));
        await page.Page.Locator("[data-act=envelope] textarea").FillAsync("Redéploiement");
        await page.Page.Locator("[data-act=envelope] button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("12 345,60");
        await Assertions.Expect(page.Page.Locator("[data-act=envelope] input.money")).ToHaveValueAsync("1.234");

        await page.Page.Locator("[data-act=envelope] input.money").FillAsync("100 000,50");
        await page.Page.Locator("[data-act=envelope] button[type=submit]").ClickAsync();

        await Assertions.Expect(page.Page.Locator(".envelope dd").First).ToHaveTextAsync("1 600 000,50 €");
        // Redrawn by the change, in the language of who looks at it.
        await Assertions.Expect(english.Page.Locator(".envelope dd").First).ToHaveTextAsync("€1,600,000.50");
        await Assertions.Expect(english.Page.Locator(".envelope dt").First).ToHaveTextAsync("Envelope");
    }

    private static FilePayload Pdf(string name) =>
        new()
        {
            Name = name,
            MimeType = "application/octet-stream",
            Buffer = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\nstartxref\n9\n%%EOF\n"u8.ToArray(),
        };

    private static async Task AttachAsync(ILocator payment, string name)
    {
        await payment.Locator("[data-act=attach] > button").ClickAsync();
        await payment.Locator("input[type=file]").ChooseFileAsync(Pdf(name));
        await Assertions.Expect(payment.GetByText($"Fichier choisi : {name}")).ToBeVisibleAsync();
        await payment.Locator("[data-act=attach] button[type=submit]").ClickAsync();
    }

    private static async Task DoAsync(BrowserPage page, string act)
    {
        await page.Page.Locator($"[data-act={act}] > button").ClickAsync();
        await page.Page.Locator($"[data-act={act}] button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Page.Locator($"[data-act={act}]")).ToHaveCountAsync(0);
    }
}
