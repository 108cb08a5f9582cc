using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Budgets;
using CsvHelper;
using CsvHelper.Configuration;

namespace AmiDashboard.Api;

/// <summary>What a program of finance relies on: sums, pages, tags, and a file that a French Excel reads.</summary>
public sealed class ApiAnswerTests(Applications.Demonstration demonstration)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_entries_add_up_to_the_projects_to_the_cent()
    {
        using var client = await demonstration.Program.NewApiClientAsync("cdc");
        foreach (var edition in new[] { "", "?edition=1", "?edition=2" })
        {
            var entries = (await client.RowsAsync($"budgets/entries{edition}"))
                .Where(entry => entry.GetProperty("number").ValueKind == System.Text.Json.JsonValueKind.Number)
                .ToList();
            var projects = await client.RowsAsync($"budgets/projects{edition}");
            Assert.True(projects.Count > 5);
            foreach (var column in new[] { "granted", "committed", "contracted", "paid" })
            {
                var total = projects.Sum(project => project.GetProperty(column).GetDecimal());
                Assert.True(total > 0);
                Assert.Equal(total, entries.Sum(entry => entry.GetProperty(column).GetDecimal()));
            }

            Assert.All(
                projects,
                project =>
                {
                    Assert.Matches(@"^-?\d+\.\d\d$", project.GetProperty("paid").GetRawText());
                    Assert.Equal(
                        project.GetProperty("remaining").GetDecimal(),
                        project.GetProperty("contracted").GetDecimal() - project.GetProperty("paid").GetDecimal()
                    );
                }
            );
        }
    }

    [Theory]
    [InlineData("applications", 7)]
    [InlineData("budgets/entries", 11)]
    [InlineData("budgets/payments", 3)]
    [InlineData("budgets/projects", 5)]
    [InlineData("prototypes/trials", 4)]
    [InlineData("charts/stages", 2)]
    public async Task Pages_follow_one_another_without_a_gap_or_a_row_twice(string path, int limit)
    {
        using var client = await demonstration.Program.NewApiClientAsync("sgpi");
        var whole = await client.JsonAsync($"{path}?limit=5000");
        Assert.Null(whole.GetProperty("next").GetString());
        var pages = await client.RowsAsync($"{path}?limit={limit}");
        Assert.True(pages.Count > limit);
        Assert.Equal(
            whole.GetProperty("rows").EnumerateArray().Select(row => row.GetRawText()),
            pages.Select(row => row.GetRawText())
        );

        using var first = await client.GetAsync($"{path}?limit={limit}", Cancellation);
        var next = (await client.JsonAsync($"{path}?limit={limit}")).GetProperty("next").GetString();
        Assert.Equal($"<{next}>; rel=\"next\"", first.Headers.GetValues("Link").Single());
    }

    [Fact]
    public async Task An_answer_that_one_has_already_is_not_sent_again_until_something_changes()
    {
        await using var program = await Applications.Demonstration.StartAsync();
        using var client = await program.NewApiClientAsync("cdc");
        using var team = await program.NewApiClientAsync("ministry4");
        string[] paths = ["applications", "budgets/entries", "budgets/projects", "budgets/payments", "prototypes"];
        var tags = new Dictionary<string, EntityTagHeaderValue>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            tags[path] = await TagAsync(client, path);
            Assert.Equal(HttpStatusCode.NotModified, await AgainAsync(client, path, tags[path]));
            Assert.Equal(HttpStatusCode.NotModified, await AgainAsync(client, path, tags[path], HttpMethod.Head));
            // What is asked, how it is written and by whom are part of it.
            Assert.NotEqual(tags[path], await TagAsync(client, $"{path}?limit=499"));
            Assert.NotEqual(tags[path], await TagAsync(client, $"{path}.csv"));
            Assert.NotEqual(tags[path], await TagAsync(team, path));
            Assert.Equal(HttpStatusCode.OK, await AgainAsync(team, path, tags[path]));
        }

        var ofTeam = await TagAsync(team, "applications");
        var viewer = await program.ViewerAsync("dinsic");
        var moved = (await client.RowsAsync("applications?edition=3&stage=Withdrawn"))[0];
        var number = moved.GetProperty("number").GetInt32();
        var sheet = await program.Get<ApplicationSheet>().RunAsync(viewer, new(number), Cancellation);
        var changed = await program
            .Get<ChangeStage>()
            .RunAsync(viewer, new(number, Stage.Received, "Motif", sheet!.Application.Version), Cancellation);
        Assert.True(changed.Done, changed.Refusal?.Key);

        Assert.Equal(HttpStatusCode.OK, await AgainAsync(client, "applications", tags["applications"]));
        Assert.NotEqual(tags["applications"], await TagAsync(client, "applications"));
        // Nothing of the ledger moved; and of another's application a team does not even learn that it did.
        Assert.Equal(HttpStatusCode.NotModified, await AgainAsync(client, "budgets/entries", tags["budgets/entries"]));
        Assert.Equal(HttpStatusCode.NotModified, await AgainAsync(team, "applications", ofTeam));
    }

    [Theory]
    [InlineData("applications?edition=9", "1, 2, 3")]
    [InlineData("applications?edition=un", "1")]
    [InlineData("applications?stage=Gagnante", "Laureate")]
    [InlineData("applications?stage=5", "Laureate")]
    [InlineData("applications?from=14/09/2018", "2018-06-15")]
    [InlineData("budgets/entries?from=2018-02-30", "2018-12-01")]
    [InlineData("budgets/entries?kind=Paiement", "Payment")]
    [InlineData("budgets/payments?state=Late", "Validated")]
    [InlineData("budgets/sgpi?period=2018-T5", "2018-T4")]
    [InlineData("budgets/sgpi?on=2999-01-01", "2000")]
    [InlineData("budgets/projects?limit=0", "5000")]
    [InlineData("budgets/projects?limit=5001", "5000")]
    [InlineData("budgets/projects?after=-1", "after")]
    [InlineData("budgets/projects?asof=hier", "2018-11-21")]
    [InlineData("budgets/projects?depuis=hier", "edition, stage")]
    [InlineData("budgets/projects?limit=1&limit=2", "limit")]
    [InlineData("charts/stages?edition=", "edition")]
    public async Task What_is_not_understood_is_refused_with_what_to_write(string path, string help)
    {
        using var client = await demonstration.Program.NewApiClientAsync("sgpi");
        var detail = await ApiKeyTests.IsProblemAsync(
            await client.GetAsync(path, Cancellation),
            HttpStatusCode.BadRequest
        );
        Assert.Contains(help, detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Excel_reads_the_csv_with_basic_authentication_and_finds_the_same_amounts()
    {
        var program = demonstration.Program;
        using var excel = program.NewApiClient(ApiClients.Basic(await program.IssueKeyAsync("sgpi")));
        var projects = await excel.RowsAsync("budgets/projects");
        await using var stream = await excel.GetStreamAsync("budgets/projects.csv", Cancellation);
        using var reader = new StreamReader(stream);
        using var csv = new CsvReader(
            reader,
            new CsvConfiguration(CultureInfo.GetCultureInfo("fr-FR")) { Delimiter = ";" }
        );
        var lines = csv.GetRecords<ProjectLine>().ToList();

        Assert.Equal(
            projects.Select(project =>
                (project.GetProperty("number").GetInt32(), project.GetProperty("paid").GetDecimal())
            ),
            lines.Select(line => (line.number, line.paid))
        );
        Assert.Equal(
            projects.Select(project => project.GetProperty("signedOn").GetString()),
            lines.Select(line => line.signedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
        );
    }

    [Fact]
    public async Task The_figures_are_those_of_the_pages()
    {
        var program = demonstration.Program;
        using var client = await program.NewApiClientAsync("sgpi");
        var viewer = await program.ViewerAsync("sgpi");
        var known = await program.Get<BudgetFigures>().RunAsync(viewer, new(ApplicationFilter.All), Cancellation);
        Assert.Equal(
            Money.Sum(known.Facts.Admitted(known.Scope).Select(one => one.Balances.At(DateOnly.MaxValue).Paid)).Euros,
            (await client.RowsAsync("budgets/projects")).Sum(row => row.GetProperty("paid").GetDecimal())
        );
        Assert.Equal(
            (await program.Get<ApplicationList>().RunAsync(viewer, new(ApplicationFilter.All), Cancellation)).Total,
            (await client.RowsAsync("applications?limit=50")).Count
        );
    }

    private static async Task<EntityTagHeaderValue> TagAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-cache, private", string.Join(", ", answer.Headers.GetValues("Cache-Control")));
        Assert.Contains("Authorization", answer.Headers.Vary);
        Assert.False(answer.Headers.ETag!.IsWeak);
        return answer.Headers.ETag;
    }

    private static async Task<HttpStatusCode> AgainAsync(
        HttpClient client,
        string path,
        EntityTagHeaderValue tag,
        HttpMethod? method = null
    )
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(tag);
        using var answer = await client.SendAsync(request, Cancellation);
        if (answer.StatusCode == HttpStatusCode.NotModified)
        {
            Assert.Equal(tag, answer.Headers.ETag);
            Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Cancellation));
        }

        return answer.StatusCode;
    }

    /// <summary>As a person would name the columns they keep.</summary>
    private sealed record ProjectLine(int number, string title, decimal paid, DateOnly? signedOn);
}
