using System.Globalization;

namespace AmiDashboard.Exchange.DemarchesSimplifiees.Source;

/// <summary>How long a throttled answer asks to wait.</summary>
internal static class RetryAfter
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Between a second and five minutes; null where the answer does not say. <c>RateLimit-Reset</c> is an instant on this
    /// service (seconds since 1970), a number of seconds in the Internet draft of that name: told apart by its size.
    /// </summary>
    public static TimeSpan? Of(HttpResponseMessage response, TimeProvider time)
    {
        // The source's own clock, so that ours may be wrong.
        var now = response.Headers.Date ?? time.GetUtcNow();
        TimeSpan? wait = null;
        if (
            response.Headers.TryGetValues("RateLimit-Reset", out var values)
            && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var reset)
            && reset < int.MaxValue
        )
        {
            wait =
                reset > 1_000_000_000 ? DateTimeOffset.FromUnixTimeSeconds(reset) - now : TimeSpan.FromSeconds(reset);
        }
        else if (response.Headers.RetryAfter is { } after)
        {
            wait = after.Delta ?? after.Date - now;
        }

        return wait switch
        {
            null => null,
            var one when one < TimeSpan.FromSeconds(1) => TimeSpan.FromSeconds(1),
            var one when one > Longest => Longest,
            var one => one,
        };
    }
}
