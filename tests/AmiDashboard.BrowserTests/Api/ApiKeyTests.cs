using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using AmiDashboard.Core.People;
using AmiDashboard.Running;
using AmiDashboard.Storage;
using AmiDashboard.Storage.People;

namespace AmiDashboard.Api;

public sealed class ApiKeyTests(RunningApplication app, Applications.Demonstration demonstration)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_opens_as_a_bearer_as_the_password_of_basic_and_a_cookie_opens_too()
    {
        var program = demonstration.Program;
        var key = await program.IssueKeyAsync("cdc");
        using var bearer = program.NewApiClient(ApiClients.Bearer(key));
        using var basic = program.NewApiClient(ApiClients.Basic(key));
        using var browser = await program.NewClientAsync("cdc");
        browser.DefaultRequestHeaders.Accept.Clear();

        var answers = new[]
        {
            await bearer.GetStringAsync("budgets/projects", Cancellation),
            await basic.GetStringAsync("budgets/projects", Cancellation),
            await browser.GetStringAsync($"{ApiClients.Root}budgets/projects", Cancellation),
        };

        Assert.Single(answers.Distinct());
        var keys = await program.Get<AccessKeyList>().RunAsync(await program.ViewerAsync("cdc"), new(), Cancellation);
        Assert.NotNull(keys[0].LastUsedAt);
    }

    [Fact]
    public async Task A_key_counts_and_not_the_cookie_beside_it()
    {
        using var browser = await demonstration.Program.NewClientAsync("sgpi");
        browser.DefaultRequestHeaders.Accept.Clear();
        Assert.True((await browser.RowsAsync($"{ApiClients.Root}budgets/projects")).Count > 1);
        browser.DefaultRequestHeaders.Authorization = ApiClients.Bearer(
            await demonstration.Program.IssueKeyAsync("ministry4")
        );
        Assert.Single(await browser.RowsAsync($"{ApiClients.Root}budgets/projects"));
        browser.DefaultRequestHeaders.Authorization = ApiClients.Bearer("ami_x");
        using var refused = await browser.GetAsync($"{ApiClients.Root}budgets/projects", Cancellation);
        await IsProblemAsync(refused, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task What_is_no_key_is_refused_in_a_sentence_and_never_led_to_a_sign_in()
    {
        var key = await app.Program.IssueKeyAsync("sgpi");
        AuthenticationHeaderValue?[] wrong =
        [
            null,
            ApiClients.Bearer("ami_" + new string('0', 64)),
            ApiClients.Bearer(key[..^1]),
            ApiClients.Bearer("eyJhbGciOiJub25lIn0.e30."),
            ApiClients.Basic(""),
            ApiClients.Basic("motdepasse", user: key),
            new("Digest", key),
        ];
        foreach (var header in wrong)
        {
            using var client = app.Program.NewApiClient(header);
            client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
            foreach (var path in new[] { "editions", "openapi.json", "nowhere" })
            {
                using var answer = await client.GetAsync(path, Cancellation);
                await IsProblemAsync(answer, HttpStatusCode.Unauthorized);
                Assert.Equal(["Bearer", "Basic"], answer.Headers.WwwAuthenticate.Select(one => one.Scheme));
                Assert.True(answer.Headers.CacheControl?.NoStore);
            }
        }
    }

    [Fact]
    public async Task A_key_withdrawn_or_expired_opens_nothing_at_the_next_request()
    {
        await using var program = await RunningProgram.StartAsync();
        var viewer = await program.ViewerAsync("sgpi");
        using var withdrawn = program.NewApiClient(ApiClients.Bearer(await program.IssueKeyAsync("sgpi")));
        var id = (await program.Get<AccessKeyList>().RunAsync(viewer, new(), Cancellation))[0].Id;
        using var expired = program.NewApiClient(ApiClients.Bearer(await program.IssueKeyAsync("sgpi")));
        foreach (var client in new[] { withdrawn, expired })
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("editions", Cancellation)).StatusCode);
        }

        Assert.True((await program.Get<WithdrawAccessKey>().RunAsync(viewer, new(id), Cancellation)).Done);
        await IsProblemAsync(await withdrawn.GetAsync("editions", Cancellation), HttpStatusCode.Unauthorized);
        Assert.Equal(HttpStatusCode.OK, (await expired.GetAsync("editions", Cancellation)).StatusCode);

        await ExecuteAsync(program, "UPDATE access_key SET ExpiresOn = '2018-12-31'");
        var detail = await IsProblemAsync(
            await expired.GetAsync("editions", Cancellation),
            HttpStatusCode.Unauthorized
        );
        Assert.Contains("expiration", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_right_that_is_withdrawn_closes_the_api_to_a_key_that_lives_on()
    {
        await using var program = await RunningProgram.StartAsync();
        using var client = await program.NewApiClientAsync("cdc");
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("budgets/projects", Cancellation)).StatusCode);
        await ExecuteAsync(program, "UPDATE entitlement SET WithdrawnAt = '2018-12-31 00:00:00'");

        await IsProblemAsync(await client.GetAsync("budgets/projects", Cancellation), HttpStatusCode.Forbidden);
        await IsProblemAsync(await client.GetAsync("openapi.json", Cancellation), HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_program_that_asks_too_often_is_told_how_long_to_wait_and_others_are_not()
    {
        await using var program = await RunningProgram.StartAsync("Api:RequestsPerMinute=3");
        using var hasty = program.NewApiClient(ApiClients.Bearer(await program.IssueKeyAsync("cdc")));
        using var calm = program.NewApiClient(ApiClients.Bearer(await program.IssueKeyAsync("cdc")));
        for (var request = 0; request < 3; request++)
        {
            Assert.Equal(HttpStatusCode.OK, (await hasty.GetAsync("editions", Cancellation)).StatusCode);
        }

        using var refused = await hasty.GetAsync("editions", Cancellation);
        await IsProblemAsync(refused, HttpStatusCode.TooManyRequests);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal(HttpStatusCode.OK, (await calm.GetAsync("editions", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task One_address_cannot_try_keys_of_the_api_and_of_calendars_without_end()
    {
        await using var program = await RunningProgram.StartAsync("Api:RequestsPerMinuteAndAddress=5");
        using var client = program.NewApiClient(key: null);
        for (var request = 0; request < 5; request++)
        {
            using var tried = await client.GetAsync($"/agenda/{request}.ics", Cancellation);
            Assert.Equal(HttpStatusCode.NotFound, tried.StatusCode);
        }

        await IsProblemAsync(await client.GetAsync("/agenda/6.ics", Cancellation), HttpStatusCode.TooManyRequests);
        await IsProblemAsync(await client.GetAsync("editions", Cancellation), HttpStatusCode.TooManyRequests);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/accessibilite", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Nothing_can_be_written()
    {
        using var client = await app.Program.NewApiClientAsync("administrator");
        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch })
        {
            using var request = new HttpRequestMessage(method, "editions");
            using var answer = await client.SendAsync(request, Cancellation);
            await IsProblemAsync(answer, HttpStatusCode.MethodNotAllowed);
        }
    }

    /// <summary>Its sentence.</summary>
    internal static async Task<string> IsProblemAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(status == answer.StatusCode, $"{answer.RequestMessage?.RequestUri}: {answer.StatusCode} {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        var detail = problem.GetProperty("detail").GetString()!;
        Assert.EndsWith(".", detail, StringComparison.Ordinal);
        return detail;
    }

    private static async Task ExecuteAsync(RunningProgram program, string command)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection(
            program.Get<DatabaseSettings>().ConnectionString
        );
        await connection.OpenAsync(Cancellation);
        await using var asked = connection.CreateCommand();
#pragma warning disable CA2100 // The test's own words.
        asked.CommandText = command;
#pragma warning restore CA2100
        await asked.ExecuteNonQueryAsync(Cancellation);
    }
}
