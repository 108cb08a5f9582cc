using AmiDashboard.Applications;
using AmiDashboard.Running;

namespace AmiDashboard.Dashboards;

public sealed class DashboardAccessibilityTests(Demonstration demonstration, RunningApplication browsers)
{
    public static TheoryData<string, string> Pages =>
        new()
        {
            { "dinsic", "/" },
            { "ministry1", "/" },
            { "dinsic", "/?edition=1&technique=" },
            { "sgpi", "/tableaux/sgpi?chiffre=paid&compare=2019-06-27" },
            { "ditp", "/tableaux/ditp" },
            { "cdc", "/tableaux/cdc" },
            { "leadership", "/tableaux/direction?asOf=2019-03-01" },
            { "sgpi", "/rapports" },
            { "dinsic", "/ecran/dinsic" },
            { "leadership", "/ecran/direction?edition=3" },
            { "sgpi", "/ecran/nulle-part" },
        };

    [Theory, MemberData(nameof(Pages))]
    public Task Axe_finds_nothing_light_or_dark_and_nothing_overflows_narrow_or_zoomed(string persona, string path) =>
        AccessibilityCheck.RunAsync(
            $"{path.Trim('/').Replace('/', '-').Replace('?', '-').Replace('&', '-')}-{persona}",
            screen => browsers.SignInAsync(demonstration.Program, persona, path, screen)
        );
}
