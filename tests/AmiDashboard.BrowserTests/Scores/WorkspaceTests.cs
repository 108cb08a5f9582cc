using System.Text.RegularExpressions;
using AmiDashboard.Core.Demonstration;
using AmiDashboard.Running;
using Microsoft.Playwright;
using Demonstration = AmiDashboard.Applications.Demonstration;

namespace AmiDashboard.Scores;

public sealed class WorkspaceTests(Demonstration demonstration, RunningApplication browsers)
{
    private const string Reviewer = "reviewer1";

    /// <summary>Given to the reviewer, and not begun.</summary>
    private static readonly int Number = Untouched(Reviewer).First();

    [Fact]
    public async Task What_is_typed_as_the_connection_drops_is_saved_once_it_is_back()
    {
        await using var program = await Demonstration.StartAsync();
        await using var page = await browsers.OpenAsync(program, "/accessibilite");
        var line = await CutConnection.OfAsync(page);
        await page.GoAsync($"/signin?login_hint={Reviewer}&returnUrl=/evaluations/{Number}");
        await page.Page.Locator("[data-score-sheet][data-ready]").WaitForAsync();
        await Comment(page, 0).FillAsync("Écrit avant la coupure");
        await Expect(Status(page)).ToContainTextAsync("Brouillon enregistré");

        await Comment(page, 1).FillAsync("Écrit pendant la coupure");
        await Level(page, 1, "350").CheckAsync(new() { Force = true });
        await line.CutAsync();
        await Expect(Status(page)).ToContainTextAsync("Hors connexion");
        line.Mend();
        await Expect(Status(page)).ToContainTextAsync("Brouillon enregistré");

        await using var again = await browsers.SignInAsync(program, Reviewer, $"/evaluations/{Number}");
        await Expect(Comment(again, 0)).ToHaveValueAsync("Écrit avant la coupure");
        await Expect(Comment(again, 1)).ToHaveValueAsync("Écrit pendant la coupure");
        await Expect(Level(again, 1, "350")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task What_was_not_sent_before_the_tab_was_closed_is_sent_by_the_next_one()
    {
        await using var program = await Demonstration.StartAsync();
        await using var page = await browsers.OpenAsync(program, "/accessibilite");
        var line = await CutConnection.OfAsync(page);
        await page.GoAsync($"/signin?login_hint={Reviewer}&returnUrl=/evaluations/{Number}");
        await page.Page.Locator("[data-score-sheet][data-ready]").WaitForAsync();
        await Comment(page, 2).FillAsync("Jamais parti");
        await line.CutAsync();
        await Expect(Status(page)).ToContainTextAsync("Hors connexion");
        line.Mend();

        await page.GoAsync($"/evaluations/{Number}");

        await page.UntilInteractiveAsync();
        await Expect(Comment(page, 2)).ToHaveValueAsync("Jamais parti");
        await Expect(Status(page)).ToContainTextAsync("Brouillon enregistré");
        await using var elsewhere = await browsers.SignInAsync(program, Reviewer, $"/evaluations/{Number}");
        await Expect(Comment(elsewhere, 2)).ToHaveValueAsync("Jamais parti");
    }

    [Fact]
    public async Task Two_windows_of_one_reviewer_keep_the_words_of_both()
    {
        await using var program = await Demonstration.StartAsync();
        await using var first = await browsers.SignInAsync(program, Reviewer, $"/evaluations/{Number}");
        await using var second = await browsers.SignInAsync(program, Reviewer, $"/evaluations/{Number}");
        await Comment(first, 0).FillAsync("De la première fenêtre");
        await Expect(Status(first)).ToContainTextAsync("Brouillon enregistré");
        await Comment(second, 1).FillAsync("De la seconde");
        await Expect(Status(second)).ToContainTextAsync("Brouillon enregistré");

        await using var again = await browsers.SignInAsync(program, Reviewer, $"/evaluations/{Number}");
        await Expect(Comment(again, 0)).ToHaveValueAsync("De la première fenêtre");
        await Expect(Comment(again, 1)).ToHaveValueAsync("De la seconde");
    }

    [Fact]
    public async Task A_review_is_written_and_submitted_by_keyboard_alone_and_only_then_are_the_others_shown()
    {
        await using var program = await Demonstration.StartAsync();
        await using var page = await browsers.SignInAsync(program, Reviewer, $"/evaluations/{Number}");
        var keyboard = page.Page.Keyboard;
        await Assertions.Expect(page.Page.Locator("#others")).ToHaveCountAsync(0);
        await page.Page.Locator("[data-score-sheet][data-ready]").WaitForAsync();
        await Level(page, 0, "0").FocusAsync();
        await keyboard.PressAsync("Control+Enter");
        await Expect(page.Page.Locator("[role=alert]")).ToContainTextAsync("Bénéfices");
        await Level(page, 0, "0").FocusAsync();
        foreach (var digit in new[] { "4", "3", "2", "5", "1" })
        {
            await keyboard.PressAsync(digit);
            await keyboard.PressAsync("Alt+ArrowDown");
        }

        await Expect(Level(page, 0, "400")).ToBeCheckedAsync();
        await Expect(Level(page, 4, "100")).ToBeCheckedAsync();
        await keyboard.PressAsync("+");
        await Expect(Level(page, 4, "150")).ToBeCheckedAsync();
        await keyboard.PressAsync("Control+Enter");
        await Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Rendre", Exact = true })).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");

        await Expect(page.Page.Locator("#submitted")).ToBeVisibleAsync();
        await Expect(page.Page.Locator("#others")).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.Locator("[data-score-sheet]")).ToHaveCountAsync(0);
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task Who_declares_a_conflict_of_interest_sees_the_application_no_more()
    {
        await using var program = await Demonstration.StartAsync();
        await using var page = await browsers.SignInAsync(program, Reviewer, $"/evaluations/{Number}");
        await page.Page.GetByText("Je ne peux pas évaluer cette candidature").ClickAsync();
        await page.Page.GetByLabel("Nature du lien").FillAsync("Ma sœur y travaille.");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Déclarer ce conflit d’intérêts" }).ClickAsync();
        await Assertions.Expect(page.Page).ToHaveURLAsync(new Regex("/evaluations$"));

        foreach (var path in new[] { $"/evaluations/{Number}", $"/candidatures/{Number}" })
        {
            await page.GoAsync(path);
            await Assertions.Expect(page.Page.Locator(".empty-state")).ToBeVisibleAsync();
        }

        await using var manager = await browsers.SignInAsync(program, "dinsic", "/evaluations/affectations?edition=3");
        await Expect(manager.Page.Locator(".conflicts")).ToContainTextAsync("Ma sœur y travaille.");
    }

    [Fact]
    public async Task The_application_stands_beside_the_sheet()
    {
        await using var page = await browsers.SignInAsync(demonstration.Program, Reviewer, $"/evaluations/{Number}");
        var application = await page.Page.Locator(".review-application").BoundingBoxAsync();
        var sheet = await page.Page.Locator(".review-sheet").BoundingBoxAsync();
        Assert.True(sheet!.X >= application!.X + application.Width);
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    private static ILocator Criterion(BrowserPage page, int index) => page.Page.Locator("[data-criterion]").Nth(index);

    private static ILocator Comment(BrowserPage page, int index) => Criterion(page, index).Locator("textarea");

    private static ILocator Level(BrowserPage page, int criterion, string hundredths) =>
        Criterion(page, criterion).Locator($"input[value='{hundredths}']");

    private static ILocator Status(BrowserPage page) => page.Page.Locator("[data-draft-status]");

    private static IEnumerable<int> Untouched(string reviewer)
    {
        var third = DemonstrationScores.All[2];
        var begun = third.Reviews.Where(one => one.ReviewerKey == reviewer).Select(one => one.Number).ToHashSet();
        return third
            .Assignments.Where(one => one.ReviewerKey == reviewer && !begun.Contains(one.Number))
            .Select(one => one.Number);
    }
}
