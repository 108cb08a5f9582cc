using AmiDashboard.Web.Limits;
using AmiDashboard.Web.SignIn;
using Microsoft.AspNetCore.Diagnostics;

namespace AmiDashboard.Web.Api;

/// <summary>
/// <c>/api/v1/…</c>: every resource that is registered, as JSON or CSV, and <c>/api/v1/openapi.json</c>, which describes
/// them. All is read, nothing is written.
/// </summary>
internal static class ApiEndpoints
{
    public const string Version = "v1";
    public const string Root = $"/api/{Version}";

    /// <summary>Whatever goes wrong there is told to a program, not shown to a person.</summary>
    public static void UseProblems(WebApplication application) =>
        application.UseWhen(
            http => IsApi(http.Request.Path),
            api =>
            {
                api.UseExceptionHandler(
                    new ExceptionHandlerOptions
                    {
                        ExceptionHandler = http =>
                            ProblemsOf(http).WriteAsync(http, StatusCodes.Status500InternalServerError),
                    }
                );
                api.UseStatusCodePages(context =>
                    ProblemsOf(context.HttpContext)
                        .WriteAsync(context.HttpContext, context.HttpContext.Response.StatusCode)
                );
            }
        );

    public static bool IsApi(PathString path) => path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase);

    public static void Map(WebApplication application)
    {
        var api = application.MapGroup(Root).RequireRateLimiting(RequestLimits.Api);
        foreach (var resource in application.Services.GetServices<ApiResource>())
        {
            var asks = new AsksAttribute(resource.Right) { AuthenticationSchemes = ApiAuthentication.SchemeName };
            Delegate answer = (HttpContext http, ApiAnswering answering, CancellationToken cancellation) =>
                answering.AnswerAsync(resource, http, cancellation);
            api.MapGet(resource.Path, answer)
                .RequireAuthorization(asks)
                .WithMetadata(resource)
                .WithTags(resource.Path.Split('/')[0]);
            // The same once more, told of in the document's introduction: the format as an ending.
            api.MapGet($"{resource.Path}.{{format:regex(^(json|csv)$)}}", answer)
                .RequireAuthorization(asks)
                .ExcludeFromDescription();
        }

        var anyRight = new Microsoft.AspNetCore.Authorization.AuthorizeAttribute
        {
            AuthenticationSchemes = ApiAuthentication.SchemeName,
        };
        application
            .MapOpenApi("/api/{documentName}/openapi.json")
            .RequireAuthorization(anyRight)
            .RequireRateLimiting(RequestLimits.Api);
        api.Map("{**rest}", NothingAsync)
            .RequireAuthorization(anyRight)
            .WithOrder(int.MaxValue)
            .ExcludeFromDescription();
    }

    /// <summary>An address without a resource, or a method other than GET and HEAD of one that has.</summary>
    private static Task NothingAsync(HttpContext http)
    {
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        {
            return ProblemsOf(http).WriteAsync(http, StatusCodes.Status404NotFound);
        }

        http.Response.Headers.Allow = "GET, HEAD";
        return ProblemsOf(http).WriteAsync(http, StatusCodes.Status405MethodNotAllowed);
    }

    private static ApiProblem ProblemsOf(HttpContext http) => http.RequestServices.GetRequiredService<ApiProblem>();
}
