using AmiDashboard.Core.Demonstration;
using AmiDashboard.Running;
using Microsoft.Playwright;

namespace AmiDashboard.Applications;

public sealed class PerimeterTests(Demonstration demonstration, RunningApplication browsers)
{
    [Fact]
    public async Task A_ministrys_team_sees_its_own_application_and_no_sign_of_the_others()
    {
        var own = Personas.Find("ministry1")!.Perimeter.Applications.Single();
        var other = Personas.Find("ministry2")!.Perimeter.Applications.Single();
        await using var page = await browsers.SignInAsync(demonstration.Program, "ministry1", "/candidatures");

        await Assertions.Expect(page.Page.Locator("[data-figure=applications]")).ToContainTextAsync("1 candidature");
        await Assertions.Expect(page.Page.Locator("select[name=ministry] option")).ToHaveCountAsync(2);
        await page.GoAsync($"/candidatures?q={other}");
        await Assertions.Expect(page.Page.Locator("main")).ToContainTextAsync("Aucune candidature ne correspond");
        await page.GoAsync($"/candidatures/{other}");
        var hidden = await page.Page.Locator("main").InnerTextAsync();
        await page.GoAsync("/candidatures/999999");
        Assert.Equal(
            hidden.Replace($"{other}", "999999", StringComparison.Ordinal),
            await page.Page.Locator("main").InnerTextAsync()
        );
        await page.GoAsync($"/candidatures/{own}");
        await Assertions.Expect(page.Page.Locator(".timeline li").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.Locator("section[aria-labelledby=sheet-stage]")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("sgpi", "/administration/champs")]
    [InlineData("ditp", "/administration/editions")]
    [InlineData("leadership", "/administration/synchronisation")]
    [InlineData("cdc", "/administration/import")]
    [InlineData("dinsic", "/administration/personnes")]
    [InlineData("ministry1", "/administration/synchronisation")]
    public async Task A_page_that_a_profile_has_no_right_to_shows_nothing_of_it(string persona, string path)
    {
        await using var page = await browsers.SignInAsync(demonstration.Program, persona, path);
        await Assertions.Expect(page.Page.Locator("main table, main figure, main form.filter-bar")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Page.Locator($".nav a[href='{path}']")).ToHaveCountAsync(0);
    }
}
