namespace AmiDashboard.Core;

/// <summary>Instants are kept in UTC and shown in Europe/Paris; this is the one place that converts.</summary>
public static class ParisTime
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>Paris wall-clock time of a UTC instant.</summary>
    public static DateTime FromUtc(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    /// <summary>The Paris calendar day that holds a UTC instant.</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(FromUtc(utc));

    /// <summary>UTC instant at which a Paris day begins.</summary>
    public static DateTime StartOf(DateOnly day) => ToUtc(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>UTC instant at which the day after a Paris day begins.</summary>
    public static DateTime StartAfter(DateOnly day) =>
        day == DateOnly.MaxValue ? ToUtc(DateTime.MaxValue) : StartOf(day.AddDays(1));

    /// <summary>Last UTC instant of a Paris day.</summary>
    public static DateTime EndOf(DateOnly day) => StartAfter(day).AddTicks(-1);

    /// <summary>UTC instant of a Paris wall-clock time; a time skipped in spring is read an hour later, one that comes
    /// twice in autumn is read as the first (summer time). At the very ends of time it stays within what an instant holds.</summary>
    public static DateTime ToUtc(DateTime wallClock)
    {
        var local = DateTime.SpecifyKind(wallClock, DateTimeKind.Unspecified);
        if (Zone.IsInvalidTime(local))
        {
            local = local.AddHours(1);
        }

        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        var ticks = Math.Clamp(local.Ticks - offset.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks);
        return new DateTime(ticks, DateTimeKind.Utc);
    }
}
