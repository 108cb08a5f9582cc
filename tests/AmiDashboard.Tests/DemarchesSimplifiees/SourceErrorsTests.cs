using System.Net;
using System.Text.Json;
using AmiDashboard.Exchange.DemarchesSimplifiees.Source;

namespace AmiDashboard.DemarchesSimplifiees;

public sealed class SourceErrorsTests
{
    [Theory]
    [InlineData(401, "unauthorized", "Token expired", SourceFailureKind.TokenExpired)]
    [InlineData(200, "unauthorized", "hidden due to permissions", SourceFailureKind.TokenRefused)]
    [InlineData(403, "forbidden", "Without a token…", SourceFailureKind.TokenRefused)]
    [InlineData(403, "forbidden", "Request issued from a forbidden network", SourceFailureKind.NetworkForbidden)]
    [InlineData(200, "not_found", "Demarche not found", SourceFailureKind.NotFound)]
    [InlineData(400, "graphql_parse_failed", "Expected one of…", SourceFailureKind.QueryRefused)]
    [InlineData(200, "undefinedField", "Field doesn't exist", SourceFailureKind.QueryRefused)]
    [InlineData(200, "timeout", "Timeout on nodes", SourceFailureKind.Timeout)]
    [InlineData(200, "invalid_null", "Cannot return null", SourceFailureKind.InvalidNull)]
    [InlineData(500, "internal_server_error", "Internal", SourceFailureKind.Internal)]
    [InlineData(503, "other", "Maintenance", SourceFailureKind.Internal)]
    public void An_error_is_read_from_the_body(int status, string code, string message, SourceFailureKind expected)
    {
        var failure = Of(
            $$$"""{"data":{"demarche":{}},"errors":[{"message":"{{{message}}}","extensions":{"code":"{{{code}}}"}}]}""",
            status
        );

        Assert.Equal((expected, message), (failure?.Kind, failure?.Detail));
    }

    [Fact]
    public void Data_beside_an_error_counts_for_nothing_and_data_alone_is_no_error()
    {
        Assert.NotNull(Of("""{"data":{"demarche":{"dossiers":null}},"errors":[{"message":"x"}]}""", 200));
        Assert.Null(Of("""{"data":{"demarche":{}},"errors":[]}""", 200));
        Assert.Equal(SourceFailureKind.NotUnderstood, Of("""{"data":null}""", 200)?.Kind);
        Assert.Equal(SourceFailureKind.NotUnderstood, Of("[]", 200)?.Kind);
    }

    [Fact]
    public void The_place_of_the_dossier_at_fault_is_read_from_the_path()
    {
        Assert.Equal(3, NodeAt("""["demarche","dossiers","nodes",3,"champs",2]"""));
        Assert.Null(NodeAt("""["demarche","dossiers","nodes"]"""));
        Assert.Null(NodeAt("""["dossier","champs",2]"""));
        Assert.Null(NodeAt("42"));
    }

    [Theory]
    [InlineData("RateLimit-Reset", "42", 42)]
    [InlineData("RateLimit-Reset", "1543654830", 30)]
    [InlineData("RateLimit-Reset", "1543654000", 1)]
    [InlineData("RateLimit-Reset", "100000", 300)]
    [InlineData("Retry-After", "12", 12)]
    [InlineData("Retry-After", "Sat, 01 Dec 2018 09:00:20 GMT", 20)]
    [InlineData("RateLimit-Reset", "bientôt", null)]
    public void A_throttled_answer_says_how_long_to_wait_in_either_of_two_ways(
        string header,
        string value,
        int? seconds
    )
    {
        using var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        response.Headers.TryAddWithoutValidation(header, value);
        response.Headers.Date = new DateTimeOffset(2018, 12, 1, 9, 0, 0, TimeSpan.Zero);

        var wait = RetryAfter.Of(response, TimeProvider.System);

        Assert.Equal(seconds is { } s ? TimeSpan.FromSeconds(s) : null, wait);
    }

    private static int? NodeAt(string path) =>
        Of($$$"""{"errors":[{"message":"x","path":{{{path}}},"extensions":{"code":"invalid_null"}}]}""", 200)?.Node;

    private static SourceFailure? Of(string json, int status)
    {
        using var document = JsonDocument.Parse(json);
        return SourceErrors.FirstOf(document.RootElement, (HttpStatusCode)status);
    }
}
