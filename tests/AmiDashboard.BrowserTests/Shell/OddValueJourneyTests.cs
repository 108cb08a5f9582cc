using AmiDashboard.Core.Demonstration;
using AmiDashboard.Running;
using Microsoft.Playwright;

namespace AmiDashboard.Shell;

/// <summary>The same over a circuit, where what a page does not catch ends it for the person.</summary>
public sealed class OddValueJourneyTests(RunningApplication browsers, Applications.Demonstration demonstration)
{
    private static readonly int Number = Personas.Find("ministry4")!.Perimeter.Applications.Single();

    [Fact]
    public async Task A_link_with_odd_values_is_followed_within_a_page_and_the_page_goes_on()
    {
        await using var person = await browsers.SignInAsync(demonstration.Program, "dinsic", "/candidatures");
        foreach (var value in OddValues.Worst.Append("2147483647"))
        {
            foreach (
                var path in new[]
                {
                    "/candidatures",
                    "/budgets/journal",
                    "/budgets/versements",
                    "/evaluations/classement",
                    "/prototypes/modele",
                    "/tableaux/dinsic",
                }
            )
            {
                var query = string.Join(
                    '&',
                    new[] { "edition", "page", "desc", "asOf", "from", "to", "ministry", "q", "compare" }.Select(name =>
                        $"{name}={value}"
                    )
                );
                await FollowAsync(person, $"{path}?{query}");
            }
        }

        await FollowAsync(person, "/candidatures?page=2");
        await person.Page.Locator("input[name=q]").FillAsync("fraude");
        await person.Page.Locator("input[name=q]").PressAsync("Enter");
        await Assertions.Expect(person.Page.Locator(".chip").First).ToContainTextAsync("fraude");
        Assert.Empty(person.Complaints);
    }

    [Fact]
    public async Task A_search_of_too_many_words_says_what_it_leaves_out()
    {
        await using var person = await browsers.SignInAsync(demonstration.Program, "dinsic", "/candidatures");
        await person.Page.Locator("input[name=q]").FillAsync(string.Join(' ', Enumerable.Repeat("a", 40)));
        await person.Page.Locator("input[name=q]").PressAsync("Enter");
        await Assertions.Expect(person.Page.Locator("[data-search-cut]")).ToContainTextAsync("20 premiers mots");
        await FollowAsync(person, $"/candidatures?q={string.Join('+', Enumerable.Repeat("a", 1660))}");
        await Assertions.Expect(person.Page.Locator("[data-search-cut]")).ToBeVisibleAsync();
        await FollowAsync(person, "/candidatures?q=a");
        await Assertions.Expect(person.Page.Locator("[data-search-cut]")).ToHaveCountAsync(0);
        Assert.Empty(person.Complaints);
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public async Task A_day_that_nobody_means_leaves_a_filter_as_it_is_and_a_form_says_so(string day)
    {
        await using var person = await browsers.SignInAsync(demonstration.Program, "dinsic", "/budgets/journal");
        foreach (var name in new[] { "from", "to" })
        {
            await person.Page.Locator($"input[type=date][name={name}]").FillAsync(day);
        }

        await FollowAsync(person, $"/candidatures/{Number}");
        var stage = person.Page.Locator("section[aria-labelledby=sheet-stage]");
        await stage.Locator("input[type='datetime-local']").FillAsync($"{day}T10:00");
        await stage.Locator("textarea").FillAsync("Essai");
        await stage.Locator("button[type=submit]").ClickAsync();
        await Assertions.Expect(stage.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();

        await FollowAsync(person, $"/prototypes/{Number}");
        var session = person.Page.Locator("[data-act=plan-technical]");
        await session.Locator("> button").ClickAsync();
        await session.Locator("input[type='datetime-local']").FillAsync($"{day}T10:00");
        await session.GetByLabel("Sujet").FillAsync("Essai");
        await session.Locator("button[type=submit]").ClickAsync();
        await Assertions.Expect(session.GetByRole(AriaRole.Alert)).ToContainTextAsync("entre 2000 et 2100");

        var trial = person.Page.Locator("[data-act=plan-trial]");
        await trial.Locator("> button").ClickAsync();
        await trial.Locator("input[type=date]").FillAsync(day);
        await trial.Locator("input[type=number]").FillAsync("3");
        await trial.Locator("button[type=submit]").ClickAsync();
        await Assertions
            .Expect(trial.GetByRole(AriaRole.Alert))
            .ToContainTextAsync(day == "9999-12-31" ? "entre 2000 et 2100" : "commence");
        Assert.Empty(person.Complaints);
    }

    /// <summary>As a click on a link does: within the circuit, which answers with the page's heading.</summary>
    private static async Task FollowAsync(BrowserPage person, string address)
    {
        await person.Page.EvaluateAsync("address => Blazor.navigateTo(address)", address);
        await person.Page.WaitForFunctionAsync(
            "address => location.pathname + location.search === new URL(address, location.href).pathname + new URL(address, location.href).search",
            address
        );
        await Assertions.Expect(person.Heading).ToBeVisibleAsync();
        Assert.True(await person.Page.EvaluateAsync<bool>("() => document.documentElement.dataset.live === 'true'"));
    }
}
