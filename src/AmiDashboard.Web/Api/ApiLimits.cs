using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using AmiDashboard.Web.Settings;
using AmiDashboard.Web.SignIn;
using Microsoft.AspNetCore.RateLimiting;

namespace AmiDashboard.Web.Api;

/// <summary>
/// How often a program may ask: so many requests a minute for a key, or a person who is signed in, and more for all those
/// behind one address, which also stands before the calendars that are fetched by key.
/// </summary>
internal static class ApiLimits
{
    public const string ByKey = "api";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void Add(IServiceCollection services, ApiSettings settings) =>
        services.AddRateLimiter(options =>
        {
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
                IsByProgram(http.Request.Path)
                    ? Limited(AddressOf(http), settings.RequestsPerMinuteAndAddress)
                    : RateLimitPartition.GetNoLimiter("")
            );
            options.AddPolicy(ByKey, http => Limited(CallerOf(http), settings.RequestsPerMinute));
            options.OnRejected = async (rejected, cancellation) =>
            {
                cancellation.ThrowIfCancellationRequested();
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? left : Window;
                var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
                rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                await rejected
                    .HttpContext.RequestServices.GetRequiredService<ApiProblem>()
                    .WriteAsync(
                        rejected.HttpContext,
                        StatusCodes.Status429TooManyRequests,
                        new("Refusal_ApiTooMany", seconds)
                    );
            };
        });

    private static bool IsByProgram(PathString path) =>
        path.StartsWithSegments(ApiEndpoints.Root, StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/agenda", StringComparison.OrdinalIgnoreCase);

    private static RateLimitPartition<string> Limited(string caller, int permits) =>
        RateLimitPartition.GetFixedWindowLimiter(
            caller,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = Window }
        );

    /// <summary>Of the header only a digest is kept: memory holds no key.</summary>
    private static string CallerOf(HttpContext http) =>
        http.Request.Headers.Authorization.ToString() is { Length: > 0 } header
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(header)))
        : TokenPerson.OfCookie(http.User) is { } person ? $"{person.Issuer} {person.Subject}"
        : AddressOf(http);

    private static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";
}
