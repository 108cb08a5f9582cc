using System.Globalization;

namespace AmiDashboard.Web.Limits;

/// <summary>The answer to a request that cannot be met now: when to try again. To a person a page says it in words.</summary>
internal static class AskLater
{
    /// <summary>To who asks too often.</summary>
    public static IResult TooMany(HttpContext http, TimeSpan wait)
    {
        Say(http, StatusCodes.Status429TooManyRequests, wait);
        return Results.StatusCode(StatusCodes.Status429TooManyRequests);
    }

    /// <returns>Whole seconds, at least one.</returns>
    public static int Say(HttpContext http, int status, TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        http.Response.StatusCode = status;
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return seconds;
    }
}
