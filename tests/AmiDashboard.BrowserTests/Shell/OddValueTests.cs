using System.Collections.Concurrent;
using System.Net;
using AmiDashboard.Api;
using AmiDashboard.Engines;
using AmiDashboard.Running;

namespace AmiDashboard.Shell;

/// <summary>
/// Whatever an address says, the program answers, on both engines: a page or an export reads what it does not understand as
/// if it were absent, the API refuses it with a sentence, and nobody else notices.
/// </summary>
public sealed class OddValueTests(Applications.Demonstration demonstration, OddValueTests.OnPostgreSql postgreSql)
    : IClassFixture<OddValueTests.OnPostgreSql>
{
    private const int AtOnce = 8;

    private static readonly string[] Filtered = ["/candidatures", "/budgets/journal", "/export/applications.csv"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, OnBothEngines]
    public async Task Every_page_and_export_answers_to_every_odd_value_of_all_parameters_at_once(TestEngine engine)
    {
        var program = await ProgramAsync(engine);
        var addresses = OddAddresses.Of(program);
        var parameters = OddAddresses.ParametersOf(addresses);
        await AskAsync(
            program,
            from address in addresses
            where address.Resource is null
            // What becomes of a value is the same on both but for its way into the database: the stricter one gets all.
            from value in engine == TestEngine.PostgreSql ? OddValues.All : OddValues.Worst
            select (address, Query(parameters, value))
        );
    }

    [Theory, OnBothEngines]
    public async Task Every_page_and_export_answers_to_the_worst_values_of_each_of_its_parameters(TestEngine engine)
    {
        var program = await ProgramAsync(engine);
        await AskAsync(
            program,
            from address in OddAddresses.Of(program)
            where address.Resource is null
            // A filter is read by one reader: some of the pages will do.
            from name in Filtered.Contains(address.Path)
                ? address.Own.Union(OddAddresses.FilterParameters)
                : address.Own
            from value in OddValues.Worst
            select (address, $"{name}={value}")
        );
    }

    [Theory, OnBothEngines]
    public async Task The_api_answers_every_odd_value_or_refuses_it_with_a_sentence(TestEngine engine)
    {
        var program = await ProgramAsync(engine);
        await AskAsync(
            program,
            from address in OddAddresses.Of(program)
            where address.Resource is not null
            from name in address.Own
            // So is a parameter of a filter, whatever it is asked of.
            from value in address.Path == "/api/v1/applications" ? OddValues.All : OddValues.Worst
            select (address, $"{name}={value}")
        );
    }

    [Fact]
    public void Every_parameter_of_an_endpoint_is_text() =>
        Assert.Empty(OddAddresses.BoundAsOtherThanText(demonstration.Program));

    [Fact]
    public async Task Head_is_answered_as_get_is_without_a_body()
    {
        var program = demonstration.Program;
        await AskAsync(
            program,
            from address in OddAddresses.Of(program)
            select (address, ""),
            async (client, address, _, cancellation) =>
            {
                using var get = await client.GetAsync(address.Path, cancellation);
                using var asked = new HttpRequestMessage(HttpMethod.Head, address.Path);
                using var head = await client.SendAsync(asked, cancellation);
                var body = await head.Content.ReadAsByteArrayAsync(cancellation);
                return
                    (get.StatusCode, get.Content.Headers.ContentType?.MediaType)
                        == (head.StatusCode, head.Content.Headers.ContentType?.MediaType)
                    && body.Length == 0
                    ? null
                    : $"{address.Path}: {get.StatusCode}, {head.StatusCode} with {body.Length} bytes";
            }
        );
    }

    /// <summary>Of all parameters, as far as an address has room for it, else of a search.</summary>
    private static string Query(IReadOnlyList<string> parameters, string value) =>
        value.Length * parameters.Count < 7000
            ? string.Join('&', parameters.Select(name => $"{name}={value}"))
            : $"q={value}&numbers={value[..Math.Min(value.Length, 3000)]}";

    private async Task<RunningProgram> ProgramAsync(TestEngine engine) =>
        engine == TestEngine.PostgreSql ? await postgreSql.ProgramAsync() : demonstration.Program;

    private static async Task AskAsync(
        RunningProgram program,
        IEnumerable<(OddAddress Address, string Query)> asked,
        Func<HttpClient, OddAddress, string, CancellationToken, Task<string?>>? faultOf = null
    )
    {
        var broken = new ConcurrentBag<string>();
        var all = asked.ToList();
        var clients = new Dictionary<string, HttpClient>(StringComparer.Ordinal);
        foreach (
            var (persona, isApi) in all.Select(one => (one.Address.Persona, one.Address.Resource is not null))
                .Distinct()
        )
        {
            clients[$"{persona} {isApi}"] = isApi
                ? await program.NewApiClientAsync(persona)
                : await BrowserAsync(program, persona);
        }

        var watch = System.Diagnostics.Stopwatch.StartNew();
        await Parallel.ForEachAsync(
            all,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Cancellation },
            async (one, cancellation) =>
            {
                var client = clients[$"{one.Address.Persona} {one.Address.Resource is not null}"];
                if (await (faultOf ?? FaultAsync)(client, one.Address, one.Query, cancellation) is { } fault)
                {
                    broken.Add(fault);
                }
            }
        );
        TestContext.Current.TestOutputHelper?.WriteLine($"{all.Count} requests in {watch.Elapsed.TotalSeconds:0.0} s");
        foreach (var client in clients.Values)
        {
            client.Dispose();
        }

        Assert.True(broken.IsEmpty, $"{broken.Count} of {all.Count}:\n{string.Join('\n', broken.Order().Take(40))}");
    }

    private static async Task<string?> FaultAsync(
        HttpClient client,
        OddAddress address,
        string query,
        CancellationToken cancellation
    )
    {
        var said = query.Length > 120 ? $"{query[..120]}…" : query;
        try
        {
            using var response = await client.GetAsync($"{address.Path}?{query}", cancellation);
            // An export that breaks while it is written ends in the middle of it.
            var body = await response.Content.ReadAsStringAsync(cancellation);
            var isSound =
                response.StatusCode < HttpStatusCode.InternalServerError
                // Nor did a part of it fail by itself.
                && !body.Contains("data-failed", StringComparison.Ordinal)
                // Whoever has no right is told so there, and only there.
                && (response.StatusCode != HttpStatusCode.Forbidden || address.Path == "/acces")
                && (
                    address.Resource is null
                        ? response.StatusCode != HttpStatusCode.BadRequest
                        : response.IsSuccessStatusCode || body.Contains("\"detail\"", StringComparison.Ordinal)
                );
            return isSound ? null : $"{(int)response.StatusCode} {address.Path}?{said}";
        }
        catch (HttpRequestException failure)
        {
            return $"{failure.Message} {address.Path}?{said}";
        }
    }

    /// <summary>Signed in for good: what an odd address leaves in the cookies does not push out the person.</summary>
    private static async Task<HttpClient> BrowserAsync(RunningProgram program, string persona)
    {
        var cookies = new CookieContainer();
        using (var signIn = new SocketsHttpHandler { CookieContainer = cookies })
        using (var client = new HttpClient(signIn) { BaseAddress = program.Address })
        using (
            var response = await client.GetAsync($"/signin?login_hint={persona}&returnUrl=/accessibilite", Cancellation)
        )
        {
            response.EnsureSuccessStatusCode();
        }

        return new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = program.Address,
            DefaultRequestHeaders =
            {
                { "Accept", "text/html" },
                { "Cookie", cookies.GetCookieHeader(program.Address) },
            },
        };
    }

    /// <summary>The demonstration on PostgreSQL, started for the first test that asks.</summary>
    public sealed class OnPostgreSql : IAsyncDisposable
    {
        private readonly SemaphoreSlim turn = new(1);
        private TestDatabase? database;
        private RunningProgram? program;

        public async Task<RunningProgram> ProgramAsync()
        {
            await turn.WaitAsync();
            try
            {
                database ??= await TestDatabase.CreateAsync(TestEngine.PostgreSql);
                return program ??= await RunningProgram.StartAsync(
                    "Database:Provider=PostgreSql",
                    $"ConnectionStrings:AmiDashboard={database.Settings.ConnectionString}",
                    "Demonstration:Enabled=true"
                );
            }
            finally
            {
                turn.Release();
            }
        }

        public async ValueTask DisposeAsync()
        {
            turn.Dispose();
            if (program is not null)
            {
                await program.DisposeAsync();
                await database!.DisposeAsync();
            }
        }
    }
}
