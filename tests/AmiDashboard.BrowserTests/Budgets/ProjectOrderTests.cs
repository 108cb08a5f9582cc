using AmiDashboard.Applications;
using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Running;
using AmiDashboard.Web.Budgets;
using Microsoft.Playwright;

namespace AmiDashboard.Budgets;

/// <summary>The order of the table of projects.</summary>
public sealed class ProjectOrderTests(RunningApplication browsers, Demonstration demonstration)
{
    [Fact]
    public async Task Columns_sort_by_the_keyboard_which_stays_on_them()
    {
        await using var page = await browsers.SignInAsync(demonstration.Program, "cdc", "/budgets");
        var heading = page.Page.Locator("[data-sort=Paid]");

        await heading.Locator("a").PressAsync("Enter");
        await Assertions.Expect(heading).ToHaveAttributeAsync("aria-sort", "ascending");
        await Assertions.Expect(heading.Locator("a")).ToBeFocusedAsync();
        await heading.Locator("a").PressAsync("Enter");
        await Assertions.Expect(heading).ToHaveAttributeAsync("aria-sort", "descending");
        await Assertions.Expect(heading.Locator("a")).ToBeFocusedAsync();

        await Assertions.Expect(page.Page.Locator("tr[data-project]").First).ToContainTextAsync("310 000,00 €");
        await Assertions.Expect(page.Page.Locator("[aria-sort=none]")).ToHaveCountAsync(7);
        Assert.Contains("sort=Paid&desc=true", page.Page.Url, StringComparison.Ordinal);
        Assert.Empty(await page.AxeAsync());
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public void What_expects_nothing_comes_last_and_equals_stay_in_the_order_of_their_numbers()
    {
        ProjectLine[] lines = [Line(1, null), Line(2, 20), Line(3, 10), Line(4, 20), Line(5, null)];

        Assert.Equal([3, 2, 4, 1, 5], Sorted(lines, isDescending: false));
        Assert.Equal([2, 4, 3, 1, 5], Sorted(lines, isDescending: true));
    }

    [Fact]
    public void An_order_that_is_not_understood_is_none()
    {
        Assert.Null(ProjectOrder.Read("Couleur", isDescending: true));
        Assert.Null(ProjectOrder.Read("99", isDescending: false));
        Assert.Equal(new(ProjectColumn.Paid, true), ProjectOrder.Read("paid", isDescending: true));
    }

    private static IEnumerable<int> Sorted(ProjectLine[] lines, bool isDescending) =>
        new ProjectOrder(ProjectColumn.Next, isDescending).Sort(lines).Select(line => line.Number);

    private static ProjectLine Line(int number, int? day) =>
        new(
            number,
            $"Projet {number}",
            null,
            Posting.Nothing,
            day is { } one ? Expected(new DateOnly(2019, 1, one)) : null,
            MoneyState.InForce
        );

    private static ExpectedPayment Expected(DateOnly day) =>
        new(
            new(1, InstalmentKind.Advance, "Avance", Money.FromEuros(1), day, null, [], DateTime.UnixEpoch, null, []),
            null,
            Money.FromEuros(1),
            day,
            day,
            day
        );
}
