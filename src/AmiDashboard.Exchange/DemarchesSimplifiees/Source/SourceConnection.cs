using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace AmiDashboard.Exchange.DemarchesSimplifiees.Source;

/// <summary>One question to the source, one answer: its data, whole, or why there is none.</summary>
internal sealed class SourceConnection(
    IHttpClientFactory clients,
    DemarchesSimplifieesSettings settings,
    TimeProvider time
)
{
    public const string ClientName = "démarches-simplifiées";

    /// <summary>Bytes, unpacked. A page of 100 long dossiers is a few megabytes.</summary>
    public const int LargestAnswer = 32 * 1024 * 1024;

    private const int Chunk = 64 * 1024;

    /// <summary>From the question to the answer's last byte: longer than the source lets a query last, shorter than a
    /// run's heart may stop.</summary>
    private static readonly TimeSpan LongestRequest = TimeSpan.FromSeconds(60);

    /// <summary>The answer's <c>data</c>, detached from the connection.</summary>
    public async Task<Answer<JsonDocument>> AskAsync(
        string query,
        Dictionary<string, object?> variables,
        CancellationToken cancellation
    )
    {
        using var client = clients.CreateClient(ClientName);
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Endpoint)
        {
            Content = JsonContent.Create(
                new { query, variables = variables.Where(one => one.Value is not null).ToDictionary() }
            ),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", settings.Token!.Trim());
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(LongestRequest);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
            {
                return new SourceFailure(SourceFailureKind.Throttled, RetryAfter: RetryAfter.Of(response, time));
            }

            using var body = new MemoryStream();
            return await ReadAsync(response, body, limit.Token) ? Read(response, body) : TooLarge;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new SourceFailure(SourceFailureKind.Timeout, $"{LongestRequest.TotalSeconds:0} s");
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            return new SourceFailure(SourceFailureKind.Unreachable, broken.Message);
        }
    }

    private static SourceFailure TooLarge => new(SourceFailureKind.TooLarge, $"{LargestAnswer / 1024 / 1024} Mo");

    /// <summary>False once the answer is larger than allowed.</summary>
    private static async Task<bool> ReadAsync(
        HttpResponseMessage response,
        MemoryStream body,
        CancellationToken cancellation
    )
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[Chunk];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellation)) > 0)
        {
            if (body.Length + read > LargestAnswer)
            {
                return false;
            }

            await body.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        return true;
    }

    private static Answer<JsonDocument> Read(HttpResponseMessage response, MemoryStream body)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body.GetBuffer().AsMemory(0, (int)body.Length).ToArray());
        }
        catch (JsonException)
        {
            return NotJson(response);
        }

        if (SourceErrors.FirstOf(document.RootElement, response.StatusCode) is { } failure)
        {
            document.Dispose();
            return failure;
        }

        return document;
    }

    /// <summary>A server or gateway that fails answers in its own words; anything else that is no JSON is not the source.</summary>
    private static SourceFailure NotJson(HttpResponseMessage response) =>
        new(
            (int)response.StatusCode >= 500 ? SourceFailureKind.Internal : SourceFailureKind.NotUnderstood,
            $"HTTP {(int)response.StatusCode}, {response.Content.Headers.ContentType?.MediaType}"
        );
}
