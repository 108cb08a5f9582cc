using System.Threading.RateLimiting;
using AmiDashboard.Web.Api;
using AmiDashboard.Web.Settings;
using AmiDashboard.Web.SignIn;
using Microsoft.AspNetCore.RateLimiting;

namespace AmiDashboard.Web.Limits;

/// <summary>
/// How often one may ask, so that no person and no program keeps the others waiting. By person or key, where there is one;
/// by address too before anybody is known, generously: a ministry's proxy is one address.
/// </summary>
internal static class RequestLimits
{
    /// <summary>Policies, which an address names.</summary>
    public const string Api = "api";
    public const string Exports = "exports";
    public const string Reports = "reports";

    /// <summary>Exports of one person that wait for their turn; and of all.</summary>
    private const int MostWaiting = 10;
    private const int MostWaitingOfAll = 200;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>Where no limit says when it is over: an export takes seconds.</summary>
    private static readonly TimeSpan UsualWait = TimeSpan.FromSeconds(5);

    public static void Add(IServiceCollection services, ApiSettings api, LimitSettings limits) =>
        services.AddRateLimiter(options =>
        {
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                OfPaths(IsByProgram, api.RequestsPerMinuteAndAddress),
                AtOnce(Caller.Of, limits.ExportsAtOnce, MostWaiting),
                AtOnce(_ => Exports, limits.ExportsAtOnceOfAll, MostWaitingOfAll)
            );
            options.AddPolicy(Api, http => PerMinute(Caller.OfKey(http), api.RequestsPerMinute));
            options.AddPolicy(Exports, http => PerMinute(Caller.Of(http), limits.ExportsPerMinute));
            options.AddPolicy(Reports, http => PerMinute(Caller.Of(http), limits.ReportsPerMinute));
            options.OnRejected = RefuseAsync;
        });

    /// <summary>Before it is asked who it is: the provider's answer never reaches what comes after.</summary>
    public static void UseBeforeSignIn(IApplicationBuilder application, LimitSettings limits) =>
        application.UseWhen(
            http => IsSignIn(http.Request.Path),
            signIn =>
                signIn.UseRateLimiter(
                    new RateLimiterOptions
                    {
                        GlobalLimiter = OfPaths(IsSignIn, limits.SignInsPerMinuteAndAddress),
                        OnRejected = RefuseAsync,
                    }
                )
        );

    private static bool IsByProgram(PathString path) =>
        path.StartsWithSegments(ApiEndpoints.Root, StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/agenda", StringComparison.OrdinalIgnoreCase);

    private static bool IsSignIn(PathString path) =>
        path.StartsWithSegments("/signin", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/signin-oidc", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments(InvitationForm.Path, StringComparison.OrdinalIgnoreCase);

    private static PartitionedRateLimiter<HttpContext> OfPaths(Func<PathString, bool> isOne, int permits) =>
        PartitionedRateLimiter.Create<HttpContext, string>(http =>
            isOne(http.Request.Path) ? PerMinute(Caller.AddressOf(http), permits) : RateLimitPartition.GetNoLimiter("")
        );

    /// <summary>Exports under way; those beyond wait.</summary>
    private static PartitionedRateLimiter<HttpContext> AtOnce(Func<HttpContext, string> whose, int most, int waiting) =>
        PartitionedRateLimiter.Create<HttpContext, string>(http =>
            http.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName == Exports
                ? RateLimitPartition.GetConcurrencyLimiter(
                    whose(http),
                    _ => new ConcurrencyLimiterOptions { PermitLimit = most, QueueLimit = waiting }
                )
                : RateLimitPartition.GetNoLimiter("")
        );

    private static RateLimitPartition<string> PerMinute(string whose, int permits) =>
        RateLimitPartition.GetFixedWindowLimiter(
            whose,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = Window }
        );

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var http = rejected.HttpContext;
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? left : UsualWait;
        var seconds = AskLater.Say(http, StatusCodes.Status429TooManyRequests, wait);
        if (IsByProgram(http.Request.Path))
        {
            await http
                .RequestServices.GetRequiredService<ApiProblem>()
                .WriteAsync(http, StatusCodes.Status429TooManyRequests, new("Refusal_ApiTooMany", seconds));
        }
    }
}
