using AmiDashboard.Applications;
using AmiDashboard.Running;

namespace AmiDashboard.Budgets;

public sealed class BudgetAccessibilityTests(Demonstration demonstration, RunningApplication browsers)
{
    public static TheoryData<string, string> Pages =>
        new()
        {
            { "cdc", "/budgets" },
            { "sgpi", "/budgets?edition=3" },
            { "ministry1", "/budgets" },
            { "cdc", "/budgets/200040" },
            { "cdc", "/budgets/versements" },
            { "sgpi", "/budgets/journal" },
            { "sgpi", "/budgets/tableau" },
            { "sgpi", "/budgets/euros" },
            { "cdc", "/budgets/import" },
        };

    [Theory, MemberData(nameof(Pages))]
    public Task Axe_finds_nothing_light_or_dark_and_nothing_overflows_narrow_or_zoomed(string persona, string path) =>
        AccessibilityCheck.RunAsync(
            $"{path.Trim('/').Replace('/', '-').Replace('?', '-').Replace('&', '-')}-{persona}",
            screen => browsers.SignInAsync(demonstration.Program, persona, path, screen)
        );
}
