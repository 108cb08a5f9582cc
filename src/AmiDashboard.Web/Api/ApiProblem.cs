using AmiDashboard.Core;
using AmiDashboard.Web.Applications;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace AmiDashboard.Web.Api;

/// <summary>What was refused, as <c>application/problem+json</c> (RFC 9457) with a sentence that says what to do.</summary>
internal sealed class ApiProblem(IStringLocalizer<ApiTexts> texts)
{
    public IResult Of(Refusal refusal)
    {
        var status =
            refusal == Refusal.NotFound ? StatusCodes.Status404NotFound
            : refusal == Refusal.NoRight ? StatusCodes.Status403Forbidden
            : refusal.Key == "Refusal_ApiFormat" ? StatusCodes.Status406NotAcceptable
            : StatusCodes.Status400BadRequest;
        return Results.Problem(Details(status, Sentence(status, refusal)));
    }

    /// <summary>For what is refused before an endpoint is reached, or by none.</summary>
    /// <param name="refusal">Null for the sentence of the status.</param>
    public Task WriteAsync(HttpContext http, int status, Refusal? refusal = null)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.CacheControl = "no-store";
        return Results.Problem(Details(status, Sentence(status, refusal))).ExecuteAsync(http);
    }

    private string Sentence(int status, Refusal? refusal) =>
        refusal is null || refusal == Refusal.NotFound || refusal == Refusal.NoRight
            ? texts[$"Status_{status}_Text"]
            : RefusalText.Of(refusal, texts);

    private ProblemDetails Details(int status, string sentence) =>
        new()
        {
            Status = status,
            Title = texts[$"Status_{status}"],
            Detail = sentence,
            Type = "about:blank",
        };
}
