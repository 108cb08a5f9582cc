using System.Globalization;

namespace AmiDashboard.Web.Limits;

/// <summary>The answer to who asks too often: when to try again. To a person the page of such answers says it in words.</summary>
internal static class TooManyRequests
{
    public static IResult Answer(HttpContext http, TimeSpan wait)
    {
        Say(http, wait);
        return Results.StatusCode(StatusCodes.Status429TooManyRequests);
    }

    /// <returns>Whole seconds, at least one.</returns>
    public static int Say(HttpContext http, TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return seconds;
    }
}
