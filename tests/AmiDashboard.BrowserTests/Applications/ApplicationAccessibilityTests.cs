using AmiDashboard.Running;

namespace AmiDashboard.Applications;

public sealed class ApplicationAccessibilityTests(Demonstration demonstration, RunningApplication browsers)
{
    public static TheoryData<string, string> Pages =>
        new()
        {
            { "dinsic", "/candidatures" },
            { "dinsic", "/candidatures?q=introuvable" },
            { "dinsic", "/candidatures/100001" },
            { "leadership", "/candidatures/100031?asOf=2018-10-01" },
            { "dinsic", "/candidatures/1" },
            { "administrator", "/administration/synchronisation" },
            { "administrator", "/administration/import" },
            { "administrator", "/administration/champs" },
            { "administrator", "/administration/editions" },
            { "administrator", "/administration/personnes" },
        };

    [Theory, MemberData(nameof(Pages))]
    public Task Axe_finds_nothing_light_or_dark_and_nothing_overflows_narrow_or_zoomed(string persona, string path) =>
        AccessibilityCheck.RunAsync(
            $"{path.Trim('/').Replace('/', '-').Replace('?', '-').Replace('&', '-')}-{persona}",
            screen => browsers.SignInAsync(demonstration.Program, persona, path, screen)
        );
}
