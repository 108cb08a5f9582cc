using AmiDashboard.Storage.Changes;
using AmiDashboard.Web.Api;
using AmiDashboard.Web.Limits;
using Microsoft.AspNetCore.RateLimiting;

namespace AmiDashboard.Web.Live;

/// <summary>
/// A page whose figures are of a while ago says so and mends itself; a file or an answer to a program could do neither. While
/// this node does not follow the database none is made: 503, with a sentence and when to ask again.
/// </summary>
internal static class LiveAnswers
{
    /// <summary>A board that lacks a change is loaded again within seconds.</summary>
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(5);

    public static void Use(IApplicationBuilder application) =>
        application.Use(
            (http, next) =>
            {
                if (!LeavesTheHouse(http.GetEndpoint()) || !IsStale(http))
                {
                    return next(http);
                }

                AskLater.Say(http, StatusCodes.Status503ServiceUnavailable, Wait);
                return Task.CompletedTask;
            }
        );

    private static bool LeavesTheHouse(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<ApiResource>() is not null
        || endpoint?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName
            is RequestLimits.Exports
                or RequestLimits.Reports;

    private static bool IsStale(HttpContext http) =>
        http.RequestServices.GetRequiredService<ChangeFeed>().Staleness is not null;
}
