using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AmiDashboard.Api;
using AmiDashboard.Applications;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Running;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Changes;
using AmiDashboard.Web.Composition;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Playwright;

namespace AmiDashboard.Live;

/// <summary>A figure of the past is never shown as live.</summary>
public sealed class StaleNoticeTests(Demonstration demonstration, RunningApplication browsers)
{
    private const int Number = 100_001;

    private static readonly string[] Files =
    [
        "/export/stages.csv",
        "/export/applications.xlsx",
        "/rapports/direction.pdf",
    ];

    [Fact]
    public async Task A_page_whose_node_lost_a_change_says_since_when_and_mends_itself()
    {
        await using var program = await Demonstration.StartAsync();
        await using var dashboard = await browsers.SignInAsync(program, "leadership");
        await using var wall = await browsers.SignInAsync(program, "leadership", "/ecran/direction");
        using var client = program.NewClient();
        using var reader = await program.NewClientAsync("leadership");
        using var caller = await program.NewApiClientAsync("leadership");
        var count = LiveTests.Stage(dashboard, "ReserveList");
        var before = (await count.GetAttributeAsync("aria-label"))!;
        var sheet = (
            await program.Services.GetRequiredService<ApplicationSheet>().RunAsync(Viewer.Product, new(Number))
        )!;
        await Assertions.Expect(Notice(dashboard)).ToHaveCountAsync(0);

        // What the board needs is away while somebody changes a stage.
        await ExecuteAsync(program, "ALTER TABLE application_technique RENAME TO away");
        var moved = await program
            .Services.GetRequiredService<ChangeStage>()
            .RunAsync(Viewer.Product, new(Number, Stage.ReserveList, "Désistement.", sheet.Application.Version));
        Assert.Null(moved.Refusal);

        await Assertions
            .Expect(Notice(dashboard))
            .ToContainTextAsync(new Regex(@"Données arrêtées à \d\d:\d\d:\d\d : la base de données ne répond pas"));
        await Assertions.Expect(Notice(wall)).ToContainTextAsync("Données arrêtées le");
        await Assertions.Expect(dashboard.Page.Locator(".live-note")).ToBeEmptyAsync();
        Assert.Equal(before, await count.GetAttributeAsync("aria-label"));
        Assert.Equal("Degraded", await client.GetStringAsync("/health/ready"));
        Assert.Equal("polite", await Notice(dashboard).Locator("..").GetAttributeAsync("aria-live"));

        await NothingLeavesAsync(reader, caller);

        await ExecuteAsync(program, "ALTER TABLE away RENAME TO application_technique");

        await Assertions.Expect(Notice(dashboard)).ToHaveCountAsync(0);
        await Assertions.Expect(Notice(wall)).ToHaveCountAsync(0);
        await Assertions.Expect(count).Not.ToHaveAttributeAsync("aria-label", before);
        Assert.Equal("Healthy", await client.GetStringAsync("/health/ready"));
        foreach (var path in Files)
        {
            using var file = await reader.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        }

        Assert.NotEmpty(await caller.RowsAsync("applications"));
    }

    /// <summary>A file cannot say later that it was made of yesterday's figures.</summary>
    private static async Task NothingLeavesAsync(HttpClient reader, HttpClient caller)
    {
        foreach (var path in Files)
        {
            using var refused = await reader.GetAsync(path);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(5), refused.Headers.RetryAfter?.Delta);
            Assert.Contains("chiffres dépassés", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var answer = await caller.GetAsync("applications");
        await ApiKeyTests.IsProblemAsync(answer, HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Boards_are_compared_with_a_fresh_load_for_administrators_alone()
    {
        using var administrator = await demonstration.Program.NewClientAsync("administrator");
        using var answer = await administrator.GetAsync("/health/boards");
        var told = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var boards = told.GetProperty("boards").EnumerateArray().ToList();
        Assert.Contains(boards, board => board.GetProperty("name").GetString() == nameof(BoardName.Applications));
        Assert.All(boards, board => Assert.Equal(0, board.GetProperty("differing").GetArrayLength()));
        Assert.True(boards.Sum(board => board.GetProperty("facts").GetInt32()) > 100);

        using var other = await demonstration.Program.NewClientAsync("dinsic");
        using var refused = await other.GetAsync("/health/boards");
        using var nobody = demonstration.Program.NewClient(followRedirects: false);
        using var unknown = await nobody.GetAsync("/health/boards");
        Assert.DoesNotContain("position", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, unknown.StatusCode);
        Assert.Equal("Healthy", await nobody.GetStringAsync("/health/ready"));
    }

    [Fact]
    public void A_node_that_stays_behind_is_no_longer_ready()
    {
        var since = new DateTime(2018, 12, 1, 9, 0, 0, DateTimeKind.Utc);
        HealthStatus After(int seconds) =>
            BoardHealth.Of(new Staleness(since, TimeSpan.FromSeconds(seconds), [BoardName.Budgets])).Status;

        Assert.Equal(HealthStatus.Healthy, BoardHealth.Of(null).Status);
        Assert.Equal(HealthStatus.Degraded, After(3));
        Assert.Equal(HealthStatus.Degraded, After(30));
        Assert.Equal(HealthStatus.Unhealthy, After(31));
    }

    private static ILocator Notice(BrowserPage page) => page.Page.Locator("[data-stale]");

    [SuppressMessage("Security", "CA2100", Justification = "The statements are this class's own.")]
    private static async Task ExecuteAsync(RunningProgram program, string statement)
    {
        await using var connection = new SqliteConnection(
            program.Services.GetRequiredService<DatabaseSettings>().ConnectionString
        );
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }
}
