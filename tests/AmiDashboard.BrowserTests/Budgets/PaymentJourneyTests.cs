using System.Text;
using AmiDashboard.Applications;
using AmiDashboard.Running;
using Microsoft.Playwright;

namespace AmiDashboard.Budgets;

/// <summary>
/// CDC's two people and the others, in their own browsers, on the payments that the demonstration leaves under way: 200038
/// lacks a document, 200032 and 200039 wait to be validated, 200040 to be paid.
/// </summary>
public sealed class PaymentJourneyTests(RunningApplication browsers)
{
    private const string Lacking = "200038";
    private const string ToPay = "200040";

    [Fact]
    public async Task A_payment_that_is_made_moves_every_figure_on_another_screen()
    {
        await using var program = await Demonstration.StartAsync();
        await using var screen = await browsers.SignInAsync(program, "leadership", "/budgets?edition=2");
        await using var cdc = await browsers.SignInAsync(program, "cdc", $"/budgets/{ToPay}");
        var charts = screen.Page.Locator("figure[data-chart][data-version]");
        await Assertions.Expect(charts).ToHaveCountAsync(6);
        var version = await charts.First.GetAttributeAsync("data-version");
        var paid = await FigureAsync(screen, "paid");
        var remaining = await FigureAsync(screen, "remaining");
        await screen.Page.EvaluateAsync("window.isTheSame = true");

        await PayAsync(cdc, "VIR-ESSAI-1");

        await Assertions.Expect(screen.Page.Locator("[data-figure=paid]")).Not.ToHaveTextAsync(paid);
        await Assertions.Expect(screen.Page.Locator("[data-figure=remaining]")).Not.ToHaveTextAsync(remaining);
        foreach (var chart in await charts.AllAsync())
        {
            await Assertions.Expect(chart).Not.ToHaveAttributeAsync("data-version", version!);
        }

        Assert.True(await screen.Page.EvaluateAsync<bool>("window.isTheSame === true"), "the page was loaded again");
        Assert.Empty(screen.Complaints);
    }

    [Fact]
    public async Task Who_prepared_is_not_asked_to_validate_and_another_is()
    {
        await using var program = await Demonstration.StartAsync();
        await using var team = await browsers.SignInAsync(program, "cdc", $"/budgets/{Lacking}");
        await Assertions.Expect(team.Page.Locator("[data-missing]")).ToContainTextAsync("service fait");
        await Assertions.Expect(Act(team, "complete")).ToHaveCountAsync(0);
        await AttachAsync(team);
        await DoAsync(team, "complete");
        await DoAsync(team, "prepare");
        await Assertions.Expect(team.Page.Locator("[data-own]")).ToBeVisibleAsync();
        await Assertions.Expect(Act(team, "validate")).ToHaveCountAsync(0);

        await using var other = await browsers.SignInAsync(program, "cdc2", $"/budgets/{Lacking}");
        await DoAsync(other, "validate");
        await Assertions.Expect(team.Page.Locator(".payment-validated")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_file_of_the_operator_is_shown_line_by_line_and_paid_once()
    {
        await using var program = await Demonstration.StartAsync();
        await using var cdc = await browsers.SignInAsync(program, "cdc", "/budgets/import");
        for (var round = 0; round < 2; round++)
        {
            await SendAsync(cdc);
            var kinds = cdc.Page.Locator("[data-payment-file] tr[data-match]");
            await Assertions.Expect(kinds).ToHaveCountAsync(2);
            Assert.Equal(round == 0 ? "Sure" : "Duplicate", await kinds.First.GetAttributeAsync("data-match"));
            Assert.Equal("None", await kinds.Last.GetAttributeAsync("data-match"));
            var record = cdc.Page.GetByRole(AriaRole.Button, new() { Name = "Inscrire 1 versement(s)" });
            if (round == 0)
            {
                await record.ClickAsync();
                await Assertions.Expect(cdc.Page.Locator("[data-import-done]")).ToContainTextAsync("inscrits : 1");
            }
            else
            {
                await Assertions.Expect(record).ToHaveCountAsync(0);
            }
        }
    }

    [Fact]
    public async Task Only_who_may_finds_a_button_that_moves_money()
    {
        await using var program = await Demonstration.StartAsync();
        foreach (var persona in new[] { "sgpi", "dinsic", "ditp", "leadership", "administrator" })
        {
            await using var page = await browsers.SignInAsync(program, persona, $"/budgets/{ToPay}");
            await Assertions.Expect(page.Page.Locator(".payment-validated")).ToBeVisibleAsync();
            foreach (var act in new[] { "pay", "reject", "commit", "release", "attach" })
            {
                await Assertions.Expect(Act(page, act)).ToHaveCountAsync(0);
            }
        }

        await using var team = await browsers.SignInAsync(program, "ministry1", "/budgets");
        await Assertions.Expect(team.Page.Locator("tr[data-project]")).ToHaveCountAsync(1);
        await Assertions.Expect(team.Page.Locator("[data-figure=envelope]")).ToHaveCountAsync(0);
        Assert.False(await OpensAsync(team, program, $"/budgets/{ToPay}"));
    }

    private static async Task<bool> OpensAsync(BrowserPage page, RunningProgram program, string path)
    {
        await page.GoAsync(new Uri(program.Address, path).ToString());
        return await page.Page.Locator(".payment-validated").CountAsync() > 0;
    }

    private static ILocator Act(BrowserPage page, string name) => page.Page.Locator($"[data-act={name}]");

    private static Task<string> FigureAsync(BrowserPage page, string name) =>
        page.Page.Locator($"[data-figure={name}]").InnerTextAsync();

    /// <summary>Opens the question and answers yes.</summary>
    private static async Task DoAsync(BrowserPage page, string act)
    {
        await Act(page, act).GetByRole(AriaRole.Button).First.ClickAsync();
        await Act(page, act).Locator("button[type=submit]").ClickAsync();
        await Assertions.Expect(Act(page, act)).ToHaveCountAsync(0);
    }

    private static async Task PayAsync(BrowserPage page, string reference)
    {
        await Act(page, "pay").GetByRole(AriaRole.Button).First.ClickAsync();
        var form = Act(page, "pay");
        await form.Locator("input[type=date]").FillAsync(DateOnly.FromDateTime(DateTime.UtcNow).ToString("yyyy-MM-dd"));
        await form.Locator("input:not([type=date])").FillAsync(reference);
        await form.Locator("button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Page.Locator(".payment-paid").First).ToBeVisibleAsync();
    }

    private static async Task AttachAsync(BrowserPage page)
    {
        // The payment's own, not the project's.
        var act = page.Page.Locator(".acts-row [data-act=attach]").First;
        await act.GetByRole(AriaRole.Button).First.ClickAsync();
        await act.Locator("select").SelectOptionAsync("ServiceDone");
        await act.Locator("input[type=file]")
            .ChooseFileAsync(
                new FilePayload
                {
                    Name = "attestation.txt",
                    MimeType = "text/plain",
                    Buffer = Encoding.UTF8.GetBytes("Service fait."),
                }
            );
        await Assertions.Expect(act.GetByRole(AriaRole.Status)).ToContainTextAsync("attestation.txt");
        await act.Locator("button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Page.Locator("[data-missing]")).ToHaveCountAsync(0);
    }

    internal static Task SendAsync(BrowserPage page) =>
        page
            .Page.Locator("input[type=file]")
            .ChooseFileAsync(
                new FilePayload
                {
                    Name = "versements.csv",
                    MimeType = "text/csv",
                    Buffer = Encoding.UTF8.GetBytes(
                        """
                        Dossier;Bénéficiaire;Référence du virement;Montant;Date de paiement
                        200040;Office fictif de l'accueil;VIR-CDC-77;60 000,00;23/11/2026
                        999999;Inconnu;VIR-CDC-78;1 000,00;23/11/2026
                        """.ReplaceLineEndings("\r\n")
                    ),
                }
            );
}
