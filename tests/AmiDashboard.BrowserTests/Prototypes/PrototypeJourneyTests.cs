using System.Globalization;
using AmiDashboard.Applications;
using AmiDashboard.Running;
using Microsoft.Playwright;

namespace AmiDashboard.Prototypes;

/// <summary>
/// The support of laureates through its pages. 200032 is under way and late in the demonstration: its first three milestones
/// are reached, the fourth is next.
/// </summary>
public sealed class PrototypeJourneyTests(RunningApplication browsers)
{
    private const string Late = "/prototypes/200032";

    [Fact]
    public async Task A_milestone_that_is_put_off_moves_those_that_wait_for_it_live_and_back_again_with_it()
    {
        await using var program = await Demonstration.StartAsync();
        await using var screen = await browsers.SignInAsync(program, "leadership", Late);
        await using var dinsic = await browsers.SignInAsync(program, "dinsic", Late);
        var last = screen.Page.Locator("[data-milestone='9'] td").Nth(3);
        await Assertions.Expect(last).ToContainTextAsync("suit le retard du jalon 8");
        var before = await last.InnerTextAsync();
        var expected = await dinsic.Page.Locator("[data-milestone='4'] time").GetAttributeAsync("datetime");
        var later = Today.AddDays(220);

        await ReviseAsync(dinsic, 4, $"{later:yyyy-MM-dd}", "Annotation à reprendre");

        await Assertions
            .Expect(dinsic.Page.Locator(".told").First)
            .ToContainTextAsync("les jalons qui l’attendent suivent");
        await Assertions.Expect(last).Not.ToHaveTextAsync(before);
        await Assertions.Expect(screen.Page.Locator("[data-milestone='4']")).ToContainTextAsync($"{later:dd/MM/yyyy}");

        await ReviseAsync(dinsic, 4, expected!, "Annotation retrouvée");

        await Assertions.Expect(last).ToHaveTextAsync(before, new() { UseInnerText = true });
        await dinsic.Page.Locator("[data-milestone='4'] summary").ClickAsync();
        await Assertions
            .Expect(dinsic.Page.Locator("[data-milestone='4'] .history"))
            .ToContainTextAsync("Annotation retrouvée");
        Assert.Empty(screen.Complaints);
        Assert.Empty(dinsic.Complaints);
    }

    [Fact]
    public async Task A_milestone_waits_for_those_before_it_and_what_was_typed_stays()
    {
        await using var program = await Demonstration.StartAsync();
        await using var dinsic = await browsers.SignInAsync(program, "dinsic", Late);
        var milestone = dinsic.Page.Locator("[data-milestone='6']");
        await milestone.Locator("[data-act=reach] > button").ClickAsync();
        await milestone.Locator("[data-act=reach] button[type=submit]").ClickAsync();

        await Assertions.Expect(milestone.GetByRole(AriaRole.Alert)).ToContainTextAsync("n’est pas atteint");

        var next = dinsic.Page.Locator("[data-milestone='4']");
        await next.Locator("[data-act=reach] > button").ClickAsync();
        await next.Locator("[data-act=reach] button[type=submit]").ClickAsync();
        await Assertions.Expect(next).ToContainTextAsync("Atteint le");
        await Assertions.Expect(dinsic.Page.Locator("[data-figure='ev']")).ToHaveTextAsync(Euros(80_000));
    }

    [Fact]
    public async Task Each_body_keeps_its_own_track_and_a_session_is_planned_told_and_its_action_done()
    {
        await using var program = await Demonstration.StartAsync();
        await using var ditp = await browsers.SignInAsync(program, "ditp", Late);
        await Assertions.Expect(ditp.Page.Locator("[data-act=plan-technical]")).ToHaveCountAsync(0);
        await ditp.Page.Locator("[data-act=plan-strategic] > button").ClickAsync();
        var form = ditp.Page.Locator("[data-act=plan-strategic]");
        await form.Locator("input[type='datetime-local']").FillAsync($"{Today.AddDays(-20):yyyy-MM-dd}T10:00");
        await form.GetByLabel("Sujet").FillAsync("Ce que change le prototype");
        await form.Locator("button[type=submit]").ClickAsync();

        var session = ditp.Page.Locator("[data-session]").Filter(new() { HasText = "Ce que change le prototype" });
        await Assertions.Expect(session).ToContainTextAsync("à raconter");
        await session.Locator("[data-act=hold] > button").ClickAsync();
        await session.GetByLabel("Conclusions").FillAsync("Deux services pilotes.");
        await session.GetByLabel("Quoi").FillAsync("Nommer les pilotes");
        await session.GetByLabel("Qui").FillAsync("Chef de projet");
        await session.Locator("[data-act=hold] button[type=submit]").ClickAsync();

        await Assertions.Expect(session).ToContainTextAsync("Deux services pilotes.");
        var action = session.GetByRole(AriaRole.Checkbox, new() { Name = "Nommer les pilotes" });
        await action.CheckAsync();
        await Assertions.Expect(session).ToContainTextAsync("fait le");
        Assert.Empty(ditp.Complaints);
    }

    [Fact]
    public async Task A_trial_is_told_with_answers_pasted_from_a_sheet_and_a_bad_line_is_named()
    {
        await using var program = await Demonstration.StartAsync();
        await using var dinsic = await browsers.SignInAsync(program, "dinsic", Late);
        await dinsic.Page.Locator("[data-act=plan-trial] > button").ClickAsync();
        var plan = dinsic.Page.Locator("[data-act=plan-trial]");
        await plan.Locator("input[type=date]").FillAsync($"{Today.AddDays(-10):yyyy-MM-dd}");
        await plan.Locator("input[type=number]").FillAsync("3");
        await plan.Locator("button[type=submit]").ClickAsync();

        var planned = dinsic.Page.Locator("[data-trial]").Filter(new() { HasText = "3 personnes attendues" });
        var trial = dinsic.Page.Locator($"[data-trial='{await planned.GetAttributeAsync("data-trial")}']");
        await trial.Locator("[data-act=record] > button").ClickAsync();
        var answers = trial.GetByLabel("Réponses au questionnaire");
        await answers.FillAsync("3\t3\t3\t3\t3\t3\t3\t3\t3\t3\n4 2 5 1 4 2 4 2 5");
        await trial.GetByLabel("Tâches essayées").FillAsync("10");
        await trial.GetByLabel("Tâches réussies").FillAsync("8");
        await trial.GetByLabel("Ce qui a été appris").FillAsync("Les sources comptent.");
        await trial.Locator("[data-act=record] button[type=submit]").ClickAsync();
        await Assertions.Expect(trial.GetByRole(AriaRole.Alert)).ToContainTextAsync("Ligne 2");

        await answers.FillAsync("3\t3\t3\t3\t3\t3\t3\t3\t3\t3\n4 2 5 1 4 2 4 2 5 1");
        await trial.Locator("[data-act=record] button[type=submit]").ClickAsync();

        // 50 and 85, by Brooke's rule.
        await Assertions.Expect(trial).ToContainTextAsync("67,5 sur 100");
        await Assertions.Expect(trial).ToContainTextAsync("8 sur 10");
    }

    [Fact]
    public async Task An_alert_filters_the_list_says_how_many_and_keeps_the_keyboard()
    {
        await using var program = await Demonstration.StartAsync();
        await using var page = await browsers.SignInAsync(program, "dinsic", "/prototypes");
        var counter = page.Page.Locator("[data-alert=slipped]");
        var count = int.Parse(await counter.Locator(".alert-count").InnerTextAsync(), CultureInfo.InvariantCulture);

        await counter.PressAsync("Enter");

        await Assertions.Expect(counter).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(counter).ToBeFocusedAsync();
        await Assertions.Expect(page.Page.Locator("tr[data-project]")).ToHaveCountAsync(count);
        Assert.True(count > 0, "nothing is late in the demonstration");
        Assert.Contains("alerte=slipped", page.Page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sgpi")]
    [InlineData("cdc")]
    [InlineData("leadership")]
    [InlineData("administrator")]
    public async Task Nobody_but_the_team_and_those_who_support_it_finds_anything_to_do(string persona)
    {
        await using var program = await Demonstration.StartAsync();
        await using var page = await browsers.SignInAsync(program, persona, Late);

        await Assertions.Expect(page.Page.Locator("[data-milestone]").First).ToBeVisibleAsync();
        Assert.Equal(0, await page.Page.Locator("[data-act], input[type=checkbox]").CountAsync());
    }

    [Fact]
    public async Task SGPI_reads_the_weather_in_its_table_and_what_a_trial_cost_adds_up()
    {
        await using var program = await Demonstration.StartAsync();
        await using var sgpi = await browsers.SignInAsync(program, "sgpi", "/budgets/tableau");
        await Assertions
            .Expect(sgpi.Page.Locator("tr[data-project='200032']"))
            .ToContainTextAsync(new System.Text.RegularExpressions.Regex("ORAGE|NUAGE|COUVERT|SOLEIL"));

        await sgpi.GoAsync("/budgets/euros?edition=1");

        var people = sgpi.Page.Locator("[data-trial-cost] tbody tr td:nth-child(5)");
        await Assertions.Expect(people).ToHaveCountAsync(6);
        var sum = (await people.AllInnerTextsAsync()).Sum(text => int.Parse(text, CultureInfo.InvariantCulture));
        await Assertions
            .Expect(sgpi.Page.Locator("[data-trial-cost] [data-total-row] td").Nth(3))
            .ToHaveTextAsync(sum.ToString(CultureInfo.InvariantCulture));
        Assert.Empty(sgpi.Complaints);
    }

    [Fact]
    public async Task A_template_is_changed_for_plans_to_come_and_a_wrong_order_is_named()
    {
        await using var program = await Demonstration.StartAsync();
        await using var dinsic = await browsers.SignInAsync(program, "dinsic", "/prototypes/modele?edition=3");
        var first = dinsic.Page.Locator(".template-row").First;
        await first.GetByLabel("Attend les jalons").FillAsync("2");
        await dinsic.Page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer le plan type" }).ClickAsync();
        await Assertions.Expect(dinsic.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Jalon 1");

        await first.GetByLabel("Attend les jalons").FillAsync("");
        await first.GetByLabel("Poids (points)").FillAsync("20");
        await dinsic.Page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer le plan type" }).ClickAsync();
        await Assertions.Expect(dinsic.Page.Locator(".told")).ToContainTextAsync("est enregistré");
        await Assertions.Expect(dinsic.Page.GetByText("Les poids font 110 points")).ToBeVisibleAsync();
        Assert.Empty(dinsic.Complaints);
    }

    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    private static async Task ReviseAsync(BrowserPage page, int position, string day, string reason)
    {
        var act = page.Page.Locator($"[data-milestone='{position}'] [data-act=revise]");
        await act.Locator("> button").ClickAsync();
        await act.Locator("input[type=date]").FillAsync(day);
        await act.Locator("textarea").FillAsync(reason);
        await act.Locator("button[type=submit]").ClickAsync();
        await Assertions.Expect(act.Locator("form")).ToHaveCountAsync(0);
    }

    private static string Euros(int amount) => amount.ToString("N0", CultureInfo.GetCultureInfo("fr-FR")) + "\u00A0€";
}
