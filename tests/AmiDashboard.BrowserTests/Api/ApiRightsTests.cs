using System.Net;
using AmiDashboard.Charts;
using AmiDashboard.Core.Demonstration;
using AmiDashboard.Core.People;
using AmiDashboard.Web.Api;
using Microsoft.Extensions.DependencyInjection;

namespace AmiDashboard.Api;

/// <summary>Every persona with a key, at every resource: what they may see of it, and not a row more.</summary>
public sealed class ApiRightsTests(Applications.Demonstration demonstration)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Everybody =>
        [.. Personas.All.Where(persona => persona.Profiles.Count > 0).Select(persona => persona.Key)];

    [Theory, MemberData(nameof(Everybody))]
    public async Task A_resource_is_for_who_holds_its_right_and_shows_rows_of_their_perimeter_alone(string persona)
    {
        using var client = await demonstration.Program.NewApiClientAsync(persona);
        var viewer = await demonstration.Program.ViewerAsync(persona);
        var resources = demonstration.Program.Services.GetServices<ApiResource>().ToList();
        Assert.True(resources.Count >= 10);
        foreach (var resource in resources)
        {
            var perimeter = viewer.PerimeterOf(resource.Right);
            foreach (var path in PathsOf(resource))
            {
                using var answer = await client.GetAsync(path, Cancellation);
                if (!viewer.Can(resource.Right) || (Chart(path) is { } chart && !viewer.Can(chart.Right)))
                {
                    await ApiKeyTests.IsProblemAsync(answer, HttpStatusCode.Forbidden);
                }
                else if (resource.IsOne && !perimeter.Admits(2, int.Parse(path.Split('/')[1])))
                {
                    await ApiKeyTests.IsProblemAsync(answer, HttpStatusCode.NotFound);
                }
                else
                {
                    Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                    if (!resource.IsOne && resource.Columns.Any(column => column.Text == "number"))
                    {
                        await AreWithinAsync(client, path, perimeter);
                    }
                }
            }
        }
    }

    [Fact]
    public async Task A_team_gets_its_own_project_and_no_envelope_and_a_reviewer_no_figure()
    {
        using var team = await demonstration.Program.NewApiClientAsync("ministry4");
        var own = Personas.Find("ministry4")!.Perimeter.Applications.Single();
        foreach (var path in new[] { "applications", "budgets/projects", "budgets/sgpi", "prototypes" })
        {
            var row = Assert.Single(await team.RowsAsync(path));
            Assert.Equal(own, row.GetProperty("number").GetInt32());
        }

        Assert.All(
            await team.RowsAsync("budgets/entries"),
            entry => Assert.Equal(own, entry.GetProperty("number").GetInt32())
        );
        Assert.Equal(
            System.Text.Json.JsonValueKind.Null,
            Assert.Single(await team.RowsAsync("editions")).GetProperty("envelope").ValueKind
        );

        using var reviewer = await demonstration.Program.NewApiClientAsync("reviewer1");
        Assert.NotEmpty(await reviewer.RowsAsync("applications"));
        foreach (var path in new[] { "budgets/projects", "prototypes", "charts/ranking", "charts/deposits" })
        {
            await ApiKeyTests.IsProblemAsync(await reviewer.GetAsync(path, Cancellation), HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task What_one_may_not_see_is_as_what_there_is_not()
    {
        var other = Personas.Find("ministry2")!.Perimeter.Applications.Single();
        using var client = await demonstration.Program.NewApiClientAsync("ministry1");
        var sentences = new List<string>();
        foreach (var path in new[] { $"applications/{other}", "applications/999999", "applications/x", "nowhere" })
        {
            sentences.Add(
                await ApiKeyTests.IsProblemAsync(await client.GetAsync(path, Cancellation), HttpStatusCode.NotFound)
            );
        }

        Assert.Single(sentences.Distinct());
        var hidden = await ApiKeyTests.IsProblemAsync(
            await client.GetAsync("applications?edition=3", Cancellation),
            HttpStatusCode.BadRequest
        );
        var absent = await ApiKeyTests.IsProblemAsync(
            await client.GetAsync("applications?edition=9", Cancellation),
            HttpStatusCode.BadRequest
        );
        Assert.Equal(hidden.Replace("3", "9", StringComparison.Ordinal), absent);
    }

    [Fact]
    public async Task No_address_of_a_person_is_told()
    {
        using var client = await demonstration.Program.NewApiClientAsync("administrator");
        foreach (var resource in demonstration.Program.Services.GetServices<ApiResource>())
        {
            foreach (var path in PathsOf(resource).Where(path => Chart(path)?.Right is null or Right.SeeFigures))
            {
                Assert.DoesNotContain("@", await client.GetStringAsync(path, Cancellation), StringComparison.Ordinal);
            }
        }
    }

    private static IEnumerable<string> PathsOf(ApiResource resource) =>
        resource.Path switch
        {
            "applications/{number}" => Personas
                .All.SelectMany(one => one.Perimeter.Applications)
                .Select(number => $"applications/{number}"),
            "charts/{name}" => ChartCatalog.All.Select(chart => $"charts/{chart.Name}"),
            var path => [path],
        };

    private static ChartDefinition? Chart(string path) =>
        path.StartsWith("charts/", StringComparison.Ordinal) ? ChartCatalog.Find(path["charts/".Length..]) : null;

    private static async Task AreWithinAsync(HttpClient client, string path, Perimeter perimeter)
    {
        foreach (var row in await client.RowsAsync(path))
        {
            var edition = row.TryGetProperty("edition", out var given) ? given.GetInt32() : 0;
            Assert.True(
                row.GetProperty("number").ValueKind == System.Text.Json.JsonValueKind.Null
                    ? perimeter.Covers(edition)
                    : perimeter.Admits(edition, row.GetProperty("number").GetInt32()),
                $"{path}: {row}"
            );
        }
    }
}
