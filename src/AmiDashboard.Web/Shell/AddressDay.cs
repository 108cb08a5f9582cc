using System.Globalization;
using AmiDashboard.Core;

namespace AmiDashboard.Web.Shell;

/// <summary>A Paris day as addresses and the browser's fields have it: <c>2018-10-01</c>.</summary>
internal static class AddressDay
{
    private const string Format = "yyyy-MM-dd";

    public static string? Of(DateOnly? day) => day?.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>
    /// Null for what is not understood, and for a day that nobody means (<see cref="ProgrammeDays"/>): an old link still
    /// opens.
    /// </summary>
    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && ProgrammeDays.Holds(day)
            ? day
            : null;
}
