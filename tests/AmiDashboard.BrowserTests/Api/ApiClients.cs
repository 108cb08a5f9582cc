using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Running;
using AmiDashboard.Storage.People;
using Microsoft.Extensions.DependencyInjection;

namespace AmiDashboard.Api;

/// <summary>Programs of finance that ask the running product by HTTP, with a key of a persona.</summary>
internal static class ApiClients
{
    public const string Root = "/api/v1/";

    /// <summary>A person has so many keys at most: tests that change nothing of theirs share one a persona.</summary>
    private static readonly ConditionalWeakTable<
        RunningProgram,
        ConcurrentDictionary<string, Lazy<Task<string>>>
    > Shared = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The persona as the product's own table has them, once they have signed in.</summary>
    public static async Task<Viewer> ViewerAsync(this RunningProgram program, string persona)
    {
        using (await program.NewClientAsync(persona))
        {
            var people = await program.Get<PersonList>().RunAsync(Viewer.Product, new(), Cancellation);
            var person = people.Single(one => one.Email!.StartsWith($"{persona}@", StringComparison.Ordinal));
            var found = await program
                .Get<FindViewer>()
                .RunAsync(Viewer.Product, new(person.Issuer, person.Subject), Cancellation);
            return found!;
        }
    }

    public static async Task<string> IssueKeyAsync(this RunningProgram program, string persona, string name = "Test")
    {
        var viewer = await program.ViewerAsync(persona);
        var today = ParisTime.DayOf(DateTime.UtcNow);
        var outcome = await program.Get<IssueAccessKey>().RunAsync(viewer, new(name, today.AddMonths(1)), Cancellation);
        Assert.True(outcome.Done, outcome.Refusal?.Key);
        return outcome.Value;
    }

    public static async Task<HttpClient> NewApiClientAsync(this RunningProgram program, string persona) =>
        program.NewApiClient(
            Bearer(
                await Shared
                    .GetOrCreateValue(program)
                    .GetOrAdd(persona, one => new Lazy<Task<string>>(() => program.IssueKeyAsync(one)))
                    .Value
            )
        );

    /// <summary>Without cookies and without following redirects: a program is never led to a sign-in.</summary>
    public static HttpClient NewApiClient(this RunningProgram program, AuthenticationHeaderValue? key) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(program.Address, Root),
            DefaultRequestHeaders = { Authorization = key },
        };

    public static AuthenticationHeaderValue Bearer(string key) => new("Bearer", key);

    /// <summary>As Excel and Power BI send it: any name, the key as the password.</summary>
    public static AuthenticationHeaderValue Basic(string key, string user = "Hélène Castaing") =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{key}")));

    public static async Task<JsonElement> JsonAsync(this HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>Every row, page after page.</summary>
    public static async Task<List<JsonElement>> RowsAsync(this HttpClient client, string path)
    {
        var rows = new List<JsonElement>();
        for (string? next = path; next is not null; )
        {
            var page = await client.JsonAsync(next);
            rows.AddRange(page.GetProperty("rows").EnumerateArray());
            next = page.GetProperty("next").GetString();
        }

        return rows;
    }

    public static T Get<T>(this RunningProgram program)
        where T : notnull => program.Services.GetRequiredService<T>();
}
