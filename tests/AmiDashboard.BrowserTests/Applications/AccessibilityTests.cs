using AmiDashboard.Running;

namespace AmiDashboard.Applications;

public sealed class AccessibilityTests(Demonstration demonstration, RunningApplication browsers)
{
    /// <summary>Where a table stands as cards, its head is out of sight.</summary>
    private const string CellsThatDoNotSayTheirColumn = """
        [...document.querySelectorAll('table[data-table] td:not([data-label])')]
            .filter(cell => getComputedStyle(cell).display === 'grid' && cell.innerText.trim() && !cell.querySelector('button, input, form'))
            .map(cell => cell.closest('table').dataset.table + ': ' + cell.innerText.trim())
            .join('\n')
        """;

    public static TheoryData<string, string> Pages =>
        new()
        {
            { "dinsic", "/" },
            { "ministry1", "/" },
            { "dinsic", "/?edition=1&technique=" },
            { "dinsic", "/candidatures" },
            { "dinsic", "/candidatures?q=introuvable" },
            { "sgpi", "/tableaux/sgpi?chiffre=paid&compare=2019-06-27" },
            { "ditp", "/tableaux/ditp" },
            { "cdc", "/tableaux/cdc" },
            { "leadership", "/tableaux/direction?asOf=2019-03-01" },
            { "sgpi", "/rapports" },
            { "dinsic", "/candidatures/100001" },
            { "leadership", "/candidatures/100031?asOf=2018-10-01" },
            { "dinsic", "/candidatures/1" },
            { "administrator", "/administration/synchronisation" },
            { "administrator", "/administration/import" },
            { "administrator", "/administration/champs" },
            { "administrator", "/administration/personnes" },
            { "dinsic", "/evaluations?edition=3" },
            { "leadership", "/evaluations?edition=1" },
            { "reviewer2", "/evaluations" },
            { "reviewer2", "/evaluations/300001" },
            { "reviewer1", "/evaluations/300002" },
            { "reviewer1", "/evaluations/1" },
            { "dinsic", "/evaluations/criteres" },
            { "dinsic", "/evaluations/evaluateurs" },
            { "dinsic", "/evaluations/affectations" },
            { "sgpi", "/evaluations/classement" },
            { "ditp", "/evaluations/candidature/300001" },
            { "dinsic", "/jury" },
            { "sgpi", "/jury/3" },
            { "cdc", "/jury/1" },
            { "cdc", "/budgets" },
            { "sgpi", "/budgets?edition=3" },
            { "ministry1", "/budgets" },
            { "cdc", "/budgets/200040" },
            { "cdc", "/budgets/versements" },
            { "sgpi", "/budgets/journal" },
            { "sgpi", "/budgets/tableau" },
            { "sgpi", "/budgets/euros" },
            { "cdc", "/budgets/import" },
            { "dinsic", "/prototypes" },
            { "dinsic", "/prototypes/200032" },
            { "ditp", "/prototypes/100042" },
            { "dinsic", "/prototypes/modele" },
            { "ministry1", "/prototypes/100031/rapport" },
            { "ministry4", "/prototypes/200027/rapport" },
            { "leadership", "/prototypes/100031/fiche" },
            { "dinsic", "/prototypes/200040/fiche" },
            { "dinsic", "/prototypes/fiches" },
            { "ministry4", "/prototypes/fiches" },
            { "ditp", "/prototypes/agenda" },
            { "ministry1", "/prototypes/agenda?volet=technique" },
            { "dinsic", "/ecran/dinsic" },
            { "leadership", "/ecran/direction?edition=3" },
            { "sgpi", "/ecran/nulle-part" },
        };

    [Theory, MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_light_dark_narrow_or_zoomed_and_nothing_overflows(string persona, string path)
    {
        foreach (var screen in new[] { Screen.Desk, Screen.Desk.Dark.English, Screen.Phone, Screen.Zoomed })
        {
            await using var page = await browsers.SignInAsync(demonstration.Program, persona, path, screen);
            await page.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);
            Assert.Empty(string.Join('\n', await page.AxeAsync()));
            Assert.Empty(page.Complaints);
            Assert.True(
                await page.Page.EvaluateAsync<bool>(
                    "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
                ),
                $"{path} is wider than {screen}"
            );
            Assert.Equal("", await page.Page.EvaluateAsync<string>(CellsThatDoNotSayTheirColumn));
            var name = path.Trim('/').Replace('/', '-').Replace('?', '-').Replace('&', '-');
            await page.KeepScreenshotAsync($"{(name.Length == 0 ? "dashboard" : name)}-{persona}");
        }
    }
}
