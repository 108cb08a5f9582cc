using System.Text;
using AmiDashboard.Applications;
using AmiDashboard.Running;
using Microsoft.Playwright;

namespace AmiDashboard.Dashboards;

/// <summary>A note from the hand that pins it to those who read it: on the drawing, in its table, in the files.</summary>
public sealed class ChartNoteJourneyTests(RunningApplication browsers)
{
    private const string Text = "Relance des tutelles : tout tenir tient à peu.";

    [Fact]
    public async Task A_note_is_seen_live_by_others_withdrawn_by_its_author_and_put_back()
    {
        await using var program = await Demonstration.StartAsync();
        await using var reader = await browsers.SignInAsync(program, "sgpi", "/?edition=1");
        await using var author = await browsers.SignInAsync(program, "dinsic", "/?edition=1");
        await reader.Page.EvaluateAsync("window.sameDocument = true");

        await PinAsync(author, "deposits", "2018-09-03", Text);

        await Assertions.Expect(Opener(author, "deposits")).ToBeFocusedAsync();
        await Assertions.Expect(Card(author, "deposits").Locator(".note-told")).ToHaveTextAsync("Note ajoutée.");
        await Assertions.Expect(Notes(reader, "deposits")).ToContainTextAsync(Text);
        await Assertions.Expect(Notes(reader, "deposits")).ToContainTextAsync("Claire Vasseur");
        var mark = Card(reader, "deposits").Locator(".hit[role=img]");
        await Assertions.Expect(mark).ToHaveAttributeAsync("aria-label", $"Note 1 – 3 septembre 2018\u00A0: {Text}");
        await Card(reader, "deposits").Locator(".hit").First.FocusAsync();
        await reader.Page.Keyboard.PressAsync("End");
        await Assertions.Expect(mark).ToBeFocusedAsync();
        await Assertions.Expect(mark.Locator(".hit-label")).ToBeVisibleAsync();
        Assert.Equal(0, await Card(reader, "deposits").Locator("[data-withdraw]").CountAsync());

        await reader.Page.Keyboard.PressAsync("t");
        await Assertions.Expect(Card(reader, "deposits").Locator("table")).ToBeVisibleAsync();
        await Assertions.Expect(Notes(reader, "deposits")).ToContainTextAsync(Text);

        await Card(author, "deposits").Locator("[data-withdraw]").ClickAsync();
        await Assertions.Expect(Card(author, "deposits").Locator(".note-told")).ToBeFocusedAsync();
        await Assertions.Expect(Notes(reader, "deposits")).ToHaveCountAsync(0);
        await Card(author, "deposits").Locator("[data-put-back]").ClickAsync();
        await Assertions.Expect(Notes(reader, "deposits")).ToContainTextAsync(Text);
        Assert.True(await reader.Page.EvaluateAsync<bool>("window.sameDocument === true"));
        Assert.Empty(author.Complaints);
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task The_form_is_filled_by_the_keyboard_says_what_lacks_and_closes_with_escape()
    {
        await using var program = await Demonstration.StartAsync();
        await using var author = await browsers.SignInAsync(program, "leadership", "/?edition=2");
        var card = Card(author, "deposits");
        await Opener(author, "deposits").FocusAsync();
        await author.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(card.Locator("input[name=day]")).ToBeFocusedAsync();
        await Assertions.Expect(card.Locator("select[name=edition]")).ToHaveValueAsync("2");

        await card.GetByRole(AriaRole.Button, new() { Name = "Épingler la note" }).ClickAsync();
        await Assertions.Expect(card.Locator("textarea")).ToBeFocusedAsync();
        await Assertions.Expect(card.Locator("textarea")).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions
            .Expect(card.Locator("[role=alert]"))
            .ToHaveTextAsync("La note est vide\u00A0: écrivez une phrase.");
        await card.Locator("textarea").PressSequentiallyAsync("ttt");
        // In a text, « t » is a letter: the drawing stays.
        await Assertions.Expect(card.Locator("textarea")).ToHaveValueAsync("ttt");
        await Assertions.Expect(card.Locator(".chart-drawing")).ToBeVisibleAsync();
        await author.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(card.Locator("form")).ToHaveCountAsync(0);
        await Assertions.Expect(Opener(author, "deposits")).ToBeFocusedAsync();

        await PinAsync(author, "deposits", "1999-12-31", Text, isRefused: true);
        await Assertions.Expect(card.Locator("input[name=day]")).ToBeFocusedAsync();
        await Assertions.Expect(card.Locator("[role=alert]")).ToContainTextAsync("entre le 1er janvier 2000");
        Assert.Equal(0, await Notes(author, "deposits").CountAsync());
    }

    [Fact]
    public async Task Notes_and_their_form_are_accessible_in_both_themes_and_on_a_phone()
    {
        await using var program = await Demonstration.StartAsync();
        await using (var author = await browsers.SignInAsync(program, "dinsic"))
        {
            await PinAsync(author, "deposits", "2018-09-03", Text);
            await PinAsync(author, "stages", "2018-10-02", new string('W', 280));
        }

        await AccessibilityCheck.RunAsync(
            "notes",
            screen => browsers.SignInAsync(program, "dinsic", "/", screen),
            async page =>
            {
                await Assertions.Expect(Notes(page, "stages")).ToBeVisibleAsync();
                await Card(page, "stages").Locator("[data-withdraw]").ClickAsync();
                await Card(page, "stages").Locator("[data-put-back]").ClickAsync();
                await Assertions.Expect(Notes(page, "stages")).ToBeVisibleAsync();
                await Opener(page, "deposits").ClickAsync();
                await Card(page, "deposits").Locator("form [type=submit]").ClickAsync();
                await Assertions.Expect(Card(page, "deposits").Locator("[role=alert]")).ToBeVisibleAsync();
                await Card(page, "stages").Locator("[data-toggle-table]").ClickAsync();
                await Assertions.Expect(Card(page, "stages").Locator("table")).ToBeVisibleAsync();
            }
        );
    }

    [Fact]
    public async Task Files_carry_the_notes_of_those_who_may_read_them()
    {
        await using var program = await Demonstration.StartAsync();
        await using var author = await browsers.SignInAsync(program, "cdc", "/budgets");
        await PinAsync(author, "disbursements", "2019-09-16", "=Trois conventions");
        using var client = await program.NewClientAsync("sgpi");
        using var ministry = await program.NewClientAsync("ministry1");

        var csv = await client.GetStringAsync("/export/disbursements.csv", TestContext.Current.CancellationToken);
        var lines = csv.TrimEnd().Split("\r\n");
        var width = lines[0].Count(one => one == ';');
        Assert.Equal(new string(';', width), lines[^3]);
        Assert.StartsWith("Note;Jour;Texte;Auteur", lines[^2], StringComparison.Ordinal);
        Assert.StartsWith("1;16/09/2019;'=Trois conventions;", lines[^1], StringComparison.Ordinal);
        Assert.All(lines[^3..], line => Assert.Equal(width, line.Count(one => one == ';')));
        var rows = MiniExcelLibs
            .MiniExcel.Query(
                new MemoryStream(
                    await client.GetByteArrayAsync("/export/disbursements.xlsx", TestContext.Current.CancellationToken)
                )
            )
            .Cast<IDictionary<string, object?>>()
            .ToList();
        Assert.Equal(lines.Length, rows.Count);
        Assert.Equal([1d, new DateTime(2019, 9, 16), "=Trois conventions"], rows[^1].Values.Take(3));
        Assert.Contains(
            "Trois",
            await client.GetStringAsync("/export/disbursements.csv?edition=2", TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );

        // A ministry sees the chart of its own projects, and nothing of what is said of all.
        var own = await ministry.GetByteArrayAsync("/export/disbursements.csv", TestContext.Current.CancellationToken);
        Assert.DoesNotContain("Trois", Encoding.UTF8.GetString(own), StringComparison.Ordinal);
        await using var page = await browsers.SignInAsync(program, "ministry1", "/budgets");
        await Assertions.Expect(Card(page, "disbursements").Locator(".chart-drawing")).ToBeVisibleAsync();
        Assert.Equal(0, await page.Page.Locator("[data-add-note], .note-list").CountAsync());
    }

    private static ILocator Card(BrowserPage page, string chart) => page.Page.Locator($"figure[data-chart={chart}]");

    private static ILocator Notes(BrowserPage page, string chart) => Card(page, chart).Locator(".note-list");

    private static ILocator Opener(BrowserPage page, string chart) => Card(page, chart).Locator("[data-add-note]");

    private static async Task PinAsync(BrowserPage page, string chart, string day, string text, bool isRefused = false)
    {
        await Opener(page, chart).ClickAsync();
        await Card(page, chart).Locator("input[name=day]").FillAsync(day);
        await Card(page, chart).Locator("textarea").FillAsync(text);
        await Card(page, chart).Locator("form [type=submit]").ClickAsync();
        if (!isRefused)
        {
            await Assertions.Expect(Notes(page, chart)).ToContainTextAsync(text);
        }
    }
}
