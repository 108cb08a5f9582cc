using System.Text.RegularExpressions;
using AmiDashboard.Charts;
using AmiDashboard.Core.Demonstration;
using AmiDashboard.Core.People;
using AmiDashboard.Running;
using AmiDashboard.Storage.Demonstration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace AmiDashboard.Scores;

/// <summary>A whole edition, from its first criterion to SGPI's decision, by the hands of those who do it.</summary>
public sealed class EditionJourneyTests(RunningApplication browsers)
{
    private static readonly string[] Reviewers = ["reviewer1", "reviewer2", "reviewer4"];

    /// <summary>The charts of the page of progress, as who manages reviews sees it.</summary>
    private static readonly string[] Progress =
    [
        "review-progress",
        "reviewer-progress",
        "score-distribution",
        "agreement",
        "reviewer-severity",
    ];

    /// <summary>The charts of the page of the ranking.</summary>
    private static readonly string[] Standing = ["ranking", "score-heatmap", "agreement", "score-distribution"];

    [Fact]
    public async Task An_edition_is_assigned_scored_ranked_and_decided_while_leadership_watches()
    {
        await using var program = await RunningProgram.StartAsync();
        var numbers = await PlaceAsync(program);
        foreach (var reviewer in Reviewers)
        {
            await using var first = await browsers.SignInAsync(program, reviewer, "/evaluations");
        }

        await using var manager = await browsers.SignInAsync(program, "dinsic", "/evaluations/criteres");
        await WriteCriteriaAsync(manager);
        await EnlistAsync(manager);
        await using var leadership = await browsers.SignInAsync(program, "leadership", "/evaluations");
        await using var ranking = await browsers.SignInAsync(program, "leadership", "/evaluations/classement");
        var seen = await VersionAsync(leadership, "review-progress");
        await AssignAsync(manager, numbers.Length);
        seen = await MovedAsync(leadership, "review-progress", seen);

        for (var index = 0; index < Reviewers.Length - 1; index++)
        {
            await ScoreAllAsync(program, index, numbers);
            seen = await MovedAsync(leadership, "review-progress", seen);
        }

        await using var progress = await browsers.SignInAsync(program, "ditp", "/evaluations");
        await using var profile = await browsers.SignInAsync(program, "ditp", $"/evaluations/candidature/{numbers[1]}");
        (BrowserPage Page, string Chart)[] screens =
        [
            .. Progress.Select(chart => (progress, chart)),
            .. Standing.Select(chart => (ranking, chart)),
            (profile, "application-profile"),
        ];
        Assert.Equal(ChartCatalog.Scores.Count, screens.Select(one => one.Chart).Distinct().Count());
        var before = new List<string>();
        foreach (var (page, chart) in screens)
        {
            before.Add(await VersionAsync(page, chart));
        }

        await ScoreAllAsync(program, Reviewers.Length - 1, numbers);
        foreach (var ((page, chart), version) in screens.Zip(before))
        {
            await MovedAsync(page, chart, version);
        }

        await Expect(Figure(leadership, "reviewsSubmitted")).ToHaveTextAsync("9");
        await Expect(ranking.Page.Locator("[data-ranking] tbody tr").First).ToContainTextAsync($"{numbers[1]}");
        await using var funnel = await browsers.SignInAsync(program, "leadership", "/");
        var stages = await VersionAsync(funnel, "stages");
        await HoldAsync(program, "dinsic", "Jury", numbers, decides: true);
        stages = await MovedAsync(funnel, "stages", stages);
        await HoldAsync(program, "ditp", "Comité de pilotage", numbers, decides: false);
        await HoldAsync(program, "sgpi", "Décision du SGPI", numbers, decides: false);
        await MovedAsync(funnel, "stages", stages);
        await Expect(funnel.Page.Locator("[data-figure=laureates]")).ToHaveTextAsync("1");
        await Expect(ranking.Page.Locator("[data-ranking] tbody tr").First).ToContainTextAsync("Lauréate");
        Assert.Empty(leadership.Complaints);
        Assert.Empty(manager.Complaints);
    }

    private static async Task<int[]> PlaceAsync(RunningProgram program)
    {
        var edition = Programme.Editions[2];
        var applications = Programme
            .Applications.Where(one =>
                one.Edition == 3 && one.Journey is [.., { Stage: Core.Applications.Stage.UnderReview }]
            )
            .Take(3)
            .ToList();
        var placed = await program
            .Services.GetRequiredService<PlaceApplications>()
            .RunAsync(Viewer.Product, new(edition, applications));
        Assert.True(placed.Done, placed.Refusal?.Key);
        return [.. applications.Select(one => one.Dossier.Number)];
    }

    private static async Task WriteCriteriaAsync(BrowserPage manager)
    {
        var page = manager.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Écrire les critères" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter un critère" }).ClickAsync();
        foreach (var (index, name) in new[] { (0, "Bénéfices"), (1, "Données") })
        {
            await page.GetByLabel("Intitulé").Nth(index).FillAsync($"{name} attendus du projet");
            await page.GetByLabel("Nom court").Nth(index).FillAsync(name);
        }

        await page.GetByLabel("Places de lauréat").FillAsync("1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer" }).ClickAsync();
        await Expect(page.Locator(".criteria h2")).ToHaveCountAsync(2);
    }

    private static async Task EnlistAsync(BrowserPage manager)
    {
        var page = manager.Page;
        await manager.GoAsync("/evaluations/evaluateurs");
        await manager.UntilInteractiveAsync();
        for (var index = 0; index < Reviewers.Length; index++)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Ajouter un évaluateur" }).ClickAsync();
            await page.Locator("form.card select")
                .First.SelectOptionAsync(
                    new SelectOptionValue
                    {
                        Label = $"{Personas.Find(Reviewers[index])!.Name} {Reviewers[index]}@example.invalid",
                    }
                );
            await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer" }).ClickAsync();
            await Expect(page.Locator("[data-reviewers] tbody tr")).ToHaveCountAsync(index + 1);
        }
    }

    private static async Task AssignAsync(BrowserPage manager, int applications)
    {
        var page = manager.Page;
        await manager.GoAsync("/evaluations/affectations");
        await manager.UntilInteractiveAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Proposer des affectations" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"Affecter ces {applications * 3}" }).ClickAsync();
        await Expect(page.Locator(".cell-given")).ToHaveCountAsync(applications * 3);
    }

    /// <summary>Each reviewer finds the second application the best, and is a point more severe than the one before.</summary>
    private async Task ScoreAllAsync(RunningProgram program, int reviewer, int[] numbers)
    {
        foreach (var number in numbers)
        {
            await ScoreAsync(program, Reviewers[reviewer], number, best: number == numbers[1], severity: reviewer);
        }
    }

    private async Task ScoreAsync(RunningProgram program, string reviewer, int number, bool best, int severity)
    {
        await using var page = await browsers.SignInAsync(program, reviewer, $"/evaluations/{number}");
        var keyboard = page.Page.Keyboard;
        await page.Page.Locator("[data-score-sheet][data-ready]").WaitForAsync();
        var criteria = page.Page.Locator("[data-criterion]");
        for (var index = 0; index < 2; index++)
        {
            await criteria.Nth(index).Locator("input").First.FocusAsync();
            await keyboard.PressAsync($"{(best ? 5 : 3) - severity}");
        }

        await keyboard.PressAsync("Control+Enter");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Rendre", Exact = true }).ClickAsync();
        await Expect(page.Page.Locator("#submitted")).ToBeVisibleAsync();
    }

    private async Task HoldAsync(RunningProgram program, string persona, string body, int[] numbers, bool decides)
    {
        await using var holder = await browsers.SignInAsync(program, persona, "/jury");
        var page = holder.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = $"Ouvrir la séance {body}" }).ClickAsync();
        await page.GetByLabel("Quorum").FillAsync("1");
        await page.GetByLabel("Nom du membre 1").FillAsync("Gwenaëlle Tréhorenteuc");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ouvrir et figer le classement" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/jury/\\d+$"));
        for (var decided = 0; decides && decided < numbers.Length; decided++)
        {
            await Expect(Figure(holder, "undecided")).ToHaveTextAsync($"{numbers.Length - decided}");
            await page.GetByLabel("Motif (figurera au procès-verbal)").FillAsync("Au vu des notes.");
            // Twice, before the browser hears of the first: it decides once, and not on the next application.
            var decide = page.GetByRole(AriaRole.Button, new() { Name = "Décider" });
            await Expect(decide).ToBeEnabledAsync();
            await decide.EvaluateAsync("one => { one.click(); one.click(); }");
        }

        await Expect(Figure(holder, "undecided")).ToHaveTextAsync("0");
        await page.GetByRole(AriaRole.Button, new() { Name = "Signer la séance" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Signer", Exact = true }).ClickAsync();
        await Expect(page.Locator(".page-head .badge-done")).ToHaveTextAsync("Signée");
        await holder.KeepScreenshotAsync($"session-{persona}");
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    private static ILocator Figure(BrowserPage page, string name) => page.Page.Locator($"[data-figure={name}]");

    private static async Task<string> VersionAsync(BrowserPage page, string chart)
    {
        var card = page.Page.Locator($"figure[data-chart={chart}]");
        await Expect(card.Locator("svg[role=img]")).ToBeVisibleAsync();
        return await card.GetAttributeAsync("data-version") ?? "";
    }

    /// <summary>The chart's new version, once it shows one without a reload.</summary>
    private static async Task<string> MovedAsync(BrowserPage page, string chart, string from)
    {
        var card = page.Page.Locator($"figure[data-chart={chart}]");
        await Expect(card).Not.ToHaveAttributeAsync("data-version", from);
        return await card.GetAttributeAsync("data-version") ?? "";
    }
}
