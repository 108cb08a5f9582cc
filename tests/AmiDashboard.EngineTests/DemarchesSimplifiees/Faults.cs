using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace AmiDashboard.DemarchesSimplifiees;

/// <summary>Faults of the source in their documented shapes.</summary>
internal static class Faults
{
    public static IResult TokenExpired => Error(401, "unauthorized", "Token expired");

    public static IResult TokenRefused =>
        Error(200, "unauthorized", "An object of type Demarche was hidden due to permissions");

    public static IResult NoToken => Error(403, "forbidden", "Without a token, only persisted queries are allowed");

    public static IResult NetworkForbidden =>
        Error(403, "forbidden", "Request issued from a forbidden network. Add 192.0.2.10/32 to your allowed addresses");

    public static IResult NotFound => Error(200, "not_found", "Demarche not found");

    public static IResult QueryRefused => Error(400, "graphql_parse_failed", "Parse error on \"demarche\"");

    public static IResult CursorRefused => Error(200, "argument_error", "Invalid cursor");

    public static IResult Internal => Error(500, "internal_server_error", "Internal Server Error");

    /// <summary>The trap: data beside the error.</summary>
    public static IResult Timeout =>
        Json(
            200,
            """
            {"data":{"demarche":{"dossiers":{"pageInfo":{"hasNextPage":false,"endCursor":null},"nodes":[]}}},
             "errors":[{"message":"Timeout on DossierConnection.nodes","path":["demarche","dossiers","nodes"],
             "extensions":{"code":"timeout"}}]}
            """
        );

    public static IResult Gateway => Results.Content("<html>502 Bad Gateway</html>", "text/html", statusCode: 502);

    public static IResult SignInPage => Results.Content("<html>Connectez-vous</html>", "text/html");

    /// <summary>Cut in the middle of the JSON, the connection closed as if all were well.</summary>
    public static IResult CutShort => Json(200, """{"data":{"demarche":{"dossiers":{"pageInfo":{"hasNext""");

    public static IResult NoData => Json(200, """{"data":{"demarche":{"dossiers":null}}}""");

    public static IResult MoreWithoutCursor =>
        Json(
            200,
            """{"data":{"demarche":{"dossiers":{"pageInfo":{"hasNextPage":true,"endCursor":null},"nodes":[]}}}}"""
        );

    /// <param name="reset">Header <c>RateLimit-Reset</c>; null for none.</param>
    public static IResult Throttled(string? reset = null) =>
        new WithHeader(
            Results.Text("Calm down! You're making too many requests.", statusCode: 429),
            "RateLimit-Reset",
            reset
        );

    /// <summary>More bytes than any answer may have, never an end before the connection's.</summary>
    public static IResult Endless => new Flood();

    /// <summary>Closes the connection without an answer.</summary>
    public static IResult Dropped => new Drop();

    public static IResult InvalidNull(int? node) =>
        Json(
            200,
            $$$"""
            {"data":null,"errors":[{"message":"Cannot return null for non-nullable field Commune.code",
             "path":[{{{(
                node is null ? "\"dossier\"" : $"\"demarche\",\"dossiers\",\"nodes\",{node}"
            )}}},"champs",2,"commune","code"],
             "extensions":{"code":"invalid_null"}}]}
            """
        );

    /// <summary>A decision that the source understood and did not take.</summary>
    public static IResult DecisionRefused(string message) =>
        Results.Json(new { data = new { decision = new { errors = new[] { new { message } } } } });

    /// <summary>Looks at something before the answer goes out.</summary>
    public static IResult After(Func<Task> look, IResult answer) => new Looking(look, answer);

    private static IResult Error(int status, string code, string message) =>
        Results.Json(
            new { errors = new[] { new { message, extensions = new { code } } }, data = (object?)null },
            statusCode: status
        );

    private static IResult Json(int status, string text) =>
        Results.Content(text, "application/json", statusCode: status);

    private sealed class WithHeader(IResult inner, string name, string? value) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            if (value is not null)
            {
                httpContext.Response.Headers[name] = new StringValues(value);
            }

            return inner.ExecuteAsync(httpContext);
        }
    }

    private sealed class Looking(Func<Task> look, IResult answer) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            await look();
            await answer.ExecuteAsync(httpContext);
        }
    }

    private sealed class Flood : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var blanks = new byte[64 * 1024];
            Array.Fill(blanks, (byte)' ');
            httpContext.Response.ContentType = "application/json";
            // A write to a connection that is gone returns at once, without a fault.
            while (!httpContext.RequestAborted.IsCancellationRequested)
            {
                await httpContext.Response.Body.WriteAsync(blanks);
            }
        }
    }

    private sealed class Drop : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Abort();
            return Task.CompletedTask;
        }
    }
}
