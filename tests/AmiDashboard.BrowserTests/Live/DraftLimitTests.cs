using AmiDashboard.Core.Demonstration;
using AmiDashboard.Running;
using AmiDashboard.Scores;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
using Demonstration = AmiDashboard.Applications.Demonstration;

namespace AmiDashboard.Live;

/// <summary>Every form that is saved as one types, filled to its limits while the line is cut.</summary>
public sealed class DraftLimitTests(Demonstration demonstration, RunningApplication browsers)
{
    /// <summary>A script's function: as much as a field takes, which is an address where only one is taken.</summary>
    private const string Full = """
        (field, letter) => field.dataset.field === 'sourceCode'
            ? 'https://exemple.fr/'.padEnd(field.maxLength, 'a')
            : letter.repeat(field.maxLength / letter.length)
        """;

    private static readonly (string Persona, string Path)[] Forms =
    [
        ("reviewer1", $"/evaluations/{UntouchedBy("reviewer1")}"),
        ("ministry1", $"/prototypes/{NumberOf("ministry1")}/rapport"),
        ("ministry4", $"/prototypes/{NumberOf("ministry4")}/fiche"),
    ];

    [Fact]
    public async Task All_that_fits_in_a_form_is_saved_after_a_cut_and_after_a_reload()
    {
        await using var program = await Demonstration.StartAsync();
        // At once: most of the time goes by between a browser's tries to come back.
        await Task.WhenAll(Forms.Select(form => AssertSavedAsync(program, form.Persona, form.Path)));
    }

    private async Task AssertSavedAsync(RunningProgram program, string persona, string path)
    {
        await using var page = await browsers.OpenAsync(program, "/accessibilite");
        var line = await CutConnection.OfAsync(page);
        await page.GoAsync($"/signin?login_hint={persona}&returnUrl={path}");
        await FillCutAsync(page, line, "🦊");
        line.Mend();
        await Expect(Status(page, "saved")).ToBeVisibleAsync();
        await IsFullAsync(program, persona, path, "🦊");

        await FillCutAsync(page, line, "🐝");
        line.Mend();
        await page.GoAsync(path);
        await Expect(Status(page, "saved")).ToBeVisibleAsync();
        await IsFullAsync(program, persona, path, "🐝");
    }

    [Fact]
    public async Task What_is_too_long_to_be_pasted_is_not_pasted_in_part_and_that_is_said()
    {
        var (persona, path) = Forms[0];
        await using var page = await browsers.SignInAsync(demonstration.Program, persona, path);
        await page.Page.Locator("form[data-ready]").WaitForAsync();
        var note = page.Page.Locator("#paste-note");

        Assert.True(await IsTakenAsync(4000));
        await Expect(note).ToBeEmptyAsync();
        Assert.False(await IsTakenAsync(4001));

        await Expect(note).ToContainTextAsync("Rien n’a été collé");
        await Expect(note).ToContainTextAsync("4\u202f001");
        Assert.Empty(string.Join('\n', await page.AxeAsync()));

        Task<bool> IsTakenAsync(int letters) =>
            page.Page.EvaluateAsync<bool>(
                """
                letters => {
                    const data = new DataTransfer();
                    data.setData('text/plain', 'é'.repeat(letters));
                    const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
                    return document.querySelector('form[data-ready] textarea').dispatchEvent(paste);
                }
                """,
                letters
            );
    }

    private static async Task FillCutAsync(BrowserPage page, CutConnection line, string letter)
    {
        await page.Page.Locator("form[data-ready]").WaitForAsync();
        await line.CutAsync();
        var filled = await page.Page.EvaluateAsync<int>(
            $$"""
            letter => {
                const full = {{Full}};
                const fields = [...document.querySelectorAll('form[data-ready] [data-field]')].filter(one => one.maxLength > 0);
                for (const field of fields) {
                    field.value = full(field, letter);
                    field.dispatchEvent(new Event('input', { bubbles: true }));
                }
                return fields.length;
            }
            """,
            letter
        );
        Assert.InRange(filled, 4, int.MaxValue);
        await Expect(Status(page, "offline")).ToBeVisibleAsync();
    }

    /// <summary>As somebody sees it who opens it elsewhere.</summary>
    private async Task IsFullAsync(RunningProgram program, string persona, string path, string letter)
    {
        await using var elsewhere = await browsers.SignInAsync(program, persona, path);
        await elsewhere.Page.Locator("form[data-ready]").WaitForAsync();
        var torn = await elsewhere.Page.EvaluateAsync<string[]>(
            $$"""
            letter => [...document.querySelectorAll('form[data-ready] [data-field]')]
                .filter(one => one.maxLength > 0 && one.value !== ({{Full}})(one, letter))
                .map(one => `${one.dataset.field}: ${one.value.length}`)
            """,
            letter
        );
        Assert.Empty(torn);
    }

    private static ILocator Status(BrowserPage page, string state) =>
        page.Page.Locator($"[data-draft-status][data-state={state}]");

    private static int NumberOf(string team) => Personas.Find(team)!.Perimeter.Applications.Single();

    private static int UntouchedBy(string reviewer)
    {
        var third = DemonstrationScores.All[2];
        var begun = third.Reviews.Where(one => one.ReviewerKey == reviewer).Select(one => one.Number).ToHashSet();
        return third.Assignments.First(one => one.ReviewerKey == reviewer && !begun.Contains(one.Number)).Number;
    }
}
