using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Editions;
using AmiDashboard.Web.SignIn;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace AmiDashboard.Web.Api;

/// <summary>
/// Answers a question of any resource: understands it, finds out the version, says « not modified » where that is enough,
/// reads one page of rows, and writes it.
/// </summary>
internal sealed class ApiAnswering(EditionList editions, ApiProblem problems, TimeProvider time)
{
    /// <summary>Times that rows are read anew where somebody wrote meanwhile.</summary>
    private const int MostAttempts = 3;

    public async Task<IResult> AnswerAsync(ApiResource resource, HttpContext http, CancellationToken cancellation)
    {
        var viewer = http.RequestServices.GetRequiredService<CurrentViewer>().Value;
        var (request, headers) = (http.Request, http.Response.GetTypedHeaders());
        headers.CacheControl = new CacheControlHeaderValue { Private = true, NoCache = true };
        http.Response.Headers.Vary = "Accept, Authorization, Cookie";
        var asked = ApiQuestion.Read(resource, viewer, request, request.RouteValues["format"] as string);
        if (asked.Value is not { } question)
        {
            return problems.Of(asked.Refusal!);
        }

        if (await UnknownEditionAsync(question, cancellation) is { } unknown)
        {
            return problems.Of(unknown);
        }

        for (var attempt = 1; ; attempt++)
        {
            var opened = await resource.OpenAsync(question, cancellation);
            if (opened.Value is not { } answer)
            {
                return problems.Of(opened.Refusal!);
            }

            var day = ParisTime.DayOf(time.GetUtcNow().UtcDateTime);
            var tag = ApiTag.Of(resource, question, answer.Version, day);
            if (tag is not null && ApiTag.IsKnown(request, tag))
            {
                headers.ETag = tag;
                return Results.StatusCode(StatusCodes.Status304NotModified);
            }

            var rows = await answer.RowsAsync(question.After, question.Limit + 1, cancellation);
            // A strong tag speaks of one state of the data: what was read while somebody wrote may be of two.
            if (
                tag is not null
                && attempt < MostAttempts
                && (await resource.OpenAsync(question, cancellation)).Value?.Version != answer.Version
            )
            {
                continue;
            }

            var next = rows.Count > question.Limit ? NextAddress(request, rows[question.Limit - 1].Key) : null;
            if (next is not null)
            {
                http.Response.Headers.Link = $"<{next}>; rel=\"next\"";
            }

            var body = await WriteAsync(resource, question, answer, rows, next, cancellation);
            headers.ETag = attempt < MostAttempts && tag is not null ? tag : ApiTag.Of(body);
            return ApiTag.IsKnown(request, headers.ETag)
                ? Results.StatusCode(StatusCodes.Status304NotModified)
                : Results.Bytes(body, question.Format.MediaType);
        }
    }

    private static async Task<byte[]> WriteAsync(
        ApiResource resource,
        ApiQuestion question,
        ApiAnswer answer,
        IReadOnlyList<ApiRow> rows,
        string? next,
        CancellationToken cancellation
    )
    {
        using var body = new MemoryStream();
        IReadOnlyList<ApiRow> page = rows.Count > question.Limit ? [.. rows.Take(question.Limit)] : rows;
        if (question.Format.Csv is { } manner)
        {
            await ApiBody.WriteCsvAsync(body, answer.Columns, page, manner, cancellation);
        }
        else
        {
            ApiBody.WriteJson(body, answer.Columns, page, resource.IsOne, next);
        }

        return body.ToArray();
    }

    /// <summary>An edition that there is not, and one that the viewer may not know of, are refused alike.</summary>
    private async Task<Refusal?> UnknownEditionAsync(ApiQuestion question, CancellationToken cancellation)
    {
        if (question[ApiFilter.Edition.Name] is null)
        {
            return null;
        }

        var number = question.Number(ApiFilter.Edition.Name);
        var known = await editions.RunAsync(question.Viewer, new(), cancellation);
        return known.Any(edition => edition.Number == number)
            ? null
            : new Refusal("Refusal_ApiEdition", number!, string.Join(", ", known.Select(edition => edition.Number)));
    }

    private static string NextAddress(HttpRequest request, long after)
    {
        var query = request.Query.Where(pair =>
            !string.Equals(pair.Key, ApiQuestion.AfterName, StringComparison.OrdinalIgnoreCase)
        );
        return QueryHelpers.AddQueryString(
            request.PathBase.Add(request.Path).ToUriComponent(),
            [
                .. query.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)),
                KeyValuePair.Create(
                    ApiQuestion.AfterName,
                    (string?)after.ToString(System.Globalization.CultureInfo.InvariantCulture)
                ),
            ]
        );
    }
}
