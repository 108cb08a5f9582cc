using System.Net;
using System.Text.Json;
using AmiDashboard.Core;

namespace AmiDashboard.Exchange.DemarchesSimplifiees.Source;

/// <summary>
/// Errors as the source writes them into the body. Any of them is fatal for the page, even beside data; the HTTP status
/// only tells an expired token from a refused one.
/// </summary>
internal static class SourceErrors
{
    private const int LongestDetail = 300;

    public static SourceFailure? FirstOf(JsonElement root, HttpStatusCode status)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return new(SourceFailureKind.NotUnderstood, $"HTTP {(int)status}");
        }

        if (
            root.TryGetProperty("errors", out var errors)
            && errors.ValueKind == JsonValueKind.Array
            && errors.GetArrayLength() > 0
        )
        {
            return Of(errors[0], status);
        }

        return root.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object
            ? null
            : new(
                (int)status >= 500 ? SourceFailureKind.Internal : SourceFailureKind.NotUnderstood,
                $"HTTP {(int)status}"
            );
    }

    private static SourceFailure Of(JsonElement error, HttpStatusCode status)
    {
        var message = error.Member("message") is { } text ? JsonValues.TextOf(text) : null;
        var code = error.Member("extensions")?.Member("code") is { ValueKind: JsonValueKind.String } value
            ? value.GetString()
            : null;
        var kind = code switch
        {
            "unauthorized" when status == HttpStatusCode.Unauthorized => SourceFailureKind.TokenExpired,
            "unauthorized" => SourceFailureKind.TokenRefused,
            "forbidden" when message?.Contains("network", StringComparison.OrdinalIgnoreCase) == true =>
                SourceFailureKind.NetworkForbidden,
            "forbidden" => SourceFailureKind.TokenRefused,
            "not_found" => SourceFailureKind.NotFound,
            "timeout" => SourceFailureKind.Timeout,
            "invalid_null" => SourceFailureKind.InvalidNull,
            "internal_server_error" => SourceFailureKind.Internal,
            _ when (int)status >= 500 => SourceFailureKind.Internal,
            _ => SourceFailureKind.QueryRefused,
        };
        return new SourceFailure(
            kind,
            Short(message ?? code),
            Node: kind == SourceFailureKind.InvalidNull ? NodeOf(error) : null
        );
    }

    private static string? Short(string? message) =>
        message is { Length: > LongestDetail } ? PlainText.Of(message[..LongestDetail]) : message;

    /// <summary>path: demarche, dossiers, nodes, 3, … : the dossier's index on the page.</summary>
    private static int? NodeOf(JsonElement error)
    {
        if (error.Member("path") is not { ValueKind: JsonValueKind.Array } path)
        {
            return null;
        }

        var steps = path.EnumerateArray().ToList();
        var nodes = steps.FindIndex(step => step.ValueKind == JsonValueKind.String && step.ValueEquals("nodes"));
        return nodes >= 0 && nodes + 1 < steps.Count && steps[nodes + 1].TryGetIndex(out var index) ? index : null;
    }

    private static bool TryGetIndex(this JsonElement element, out int index)
    {
        index = -1;
        return element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out index) && index >= 0;
    }
}
