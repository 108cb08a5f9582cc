using AmiDashboard.Applications;
using AmiDashboard.Running;

namespace AmiDashboard.Charts;

public sealed class ChartCardTests(Demonstration demonstration, RunningApplication browsers)
{
    private const string Widths =
        "[...document.querySelectorAll('.chart-card')].map(card => card.dataset.chart + ' ' + card.querySelector('.chart-drawing svg').getAttribute('width'))";

    /// <summary>Before any script has run, and once each card was measured.</summary>
    [Fact]
    public async Task At_a_desk_the_first_drawing_of_each_card_is_as_wide_as_the_card_turns_out_to_be()
    {
        await using var page = await browsers.SignInAsync(demonstration.Program, "dinsic", "/accessibilite");
        foreach (var path in new[] { "/", "/evaluations", "/evaluations/classement", "/budgets", "/prototypes" })
        {
            await page.GoAsync(path);
            await page.UntilInteractiveAsync();
            await page.UntilDrawnAsync();
            var measured = await page.Page.EvaluateAsync<string[]>(Widths);
            var first = await page.Page.EvaluateAsync<string[]>(
                $$"""
                async path => {
                    const document = new DOMParser().parseFromString(await (await fetch(path)).text(), 'text/html');
                    return {{Widths}};
                }
                """,
                path
            );

            Assert.NotEmpty(measured);
            Assert.Equal(measured, first);
        }
    }
}
