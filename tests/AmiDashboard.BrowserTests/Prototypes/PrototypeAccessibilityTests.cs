using AmiDashboard.Applications;
using AmiDashboard.Running;

namespace AmiDashboard.Prototypes;

public sealed class PrototypeAccessibilityTests(Demonstration demonstration, RunningApplication browsers)
{
    public static TheoryData<string, string> Pages =>
        new()
        {
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
        };

    [Theory, MemberData(nameof(Pages))]
    public Task Axe_finds_nothing_light_or_dark_and_nothing_overflows_narrow_or_zoomed(string persona, string path) =>
        AccessibilityCheck.RunAsync(
            $"{path.Trim('/').Replace('/', '-').Replace('?', '-').Replace('&', '-')}-{persona}",
            screen => browsers.SignInAsync(demonstration.Program, persona, path, screen)
        );
}
