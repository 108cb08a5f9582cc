using AmiDashboard.Applications;
using AmiDashboard.Running;

namespace AmiDashboard.Scores;

public sealed class ScoreAccessibilityTests(Demonstration demonstration, RunningApplication browsers)
{
    public static TheoryData<string, string> Pages =>
        new()
        {
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
        };

    [Theory, MemberData(nameof(Pages))]
    public Task Axe_finds_nothing_light_or_dark_and_nothing_overflows_narrow_or_zoomed(string persona, string path) =>
        AccessibilityCheck.RunAsync(
            $"{path.Trim('/').Replace('/', '-').Replace('?', '-').Replace('&', '-')}-{persona}",
            screen => browsers.SignInAsync(demonstration.Program, persona, path, screen)
        );
}
