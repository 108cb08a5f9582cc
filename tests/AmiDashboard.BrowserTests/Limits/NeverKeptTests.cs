using System.Net;
using System.Text.RegularExpressions;
using AmiDashboard.Api;
using AmiDashboard.Applications;
using AmiDashboard.Charts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace AmiDashboard.Limits;

/// <summary>What is made for one person stays neither in a proxy nor in the store of a shared computer's browser.</summary>
public sealed partial class NeverKeptTests(Demonstration demonstration)
{
    private static readonly Dictionary<string, string> Samples = new(StringComparer.Ordinal)
    {
        ["format"] = "csv",
        ["chart"] = ChartCatalog.All[0].Name,
        ["figure"] = "paid",
        ["name"] = "sgpi",
        ["documentName"] = "v1",
        ["number"] = "1001",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_answer_to_who_is_signed_in_may_be_kept_but_the_read_API_asks_again_each_time()
    {
        using var client = await demonstration.Program.NewClientAsync("sgpi");
        var served = new List<string>();
        var kept = new List<string>();
        foreach (var address in Addresses())
        {
            using var answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, Cancellation);
            var control = answer.Headers.CacheControl;
            var isApi = address.StartsWith("/api/v1/", StringComparison.Ordinal);
            if (control is not { NoStore: true } && !(isApi && control is { Private: true, NoCache: true }))
            {
                kept.Add($"{address}: {(int)answer.StatusCode} {control}");
            }

            if (answer.StatusCode == HttpStatusCode.OK)
            {
                served.Add(address);
            }
        }

        Assert.Empty(kept);
        Assert.Contains("/export/applications.csv", served);
        Assert.Contains("/rapports/sgpi.pdf", served);
        Assert.Contains("/api/v1/budgets/projects.csv", served);
        Assert.Contains("/candidatures", served);
        Assert.InRange(served.Count, 40, int.MaxValue);
    }

    [Fact]
    public async Task What_is_the_same_for_everybody_is_kept_for_good()
    {
        using var client = await demonstration.Program.NewClientAsync("sgpi");
        var page = await client.GetStringAsync("/accessibilite", Cancellation);
        var style = Style().Match(page).Groups["address"].Value;

        using var answer = await client.GetAsync(style, Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.CacheControl?.NoStore);
    }

    /// <summary>Of everything that is mapped and not open to all, with something in the place of each parameter.</summary>
    private IEnumerable<string> Addresses() =>
        demonstration
            .Program.Get<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint =>
                endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
                && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") != false
            )
            .Select(endpoint => $"/{Parameter().Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), Sample)}")
            .Where(address => !address.StartsWith("/_", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    private static string Sample(Match parameter) => Samples.GetValueOrDefault(parameter.Groups["name"].Value, "1");

    [GeneratedRegex(@"\{\**(?<name>\w+)[^/{}]*(\([^)]*\)+)?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex("rel=\"stylesheet\" href=\"(?<address>css/app[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Style();
}
