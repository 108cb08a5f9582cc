using System.Globalization;

namespace AmiDashboard.Core;

/// <summary>A day in words, as each language writes it: French has an ordinal for the first of a month alone.</summary>
public static class WrittenDay
{
    /// <summary>« 1er mars 2019 », « 2 mars 2019 », “1 March 2019”.</summary>
    public static string Written(this DateOnly day, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return day.ToString(IsOrdinal(day, culture) ? "d'er' MMMM yyyy" : "d MMMM yyyy", culture);
    }

    /// <summary>« vendredi 1er mars 2019 », and what the culture calls a long date otherwise.</summary>
    public static string WrittenWithWeekday(this DateOnly day, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return day.ToString(IsOrdinal(day, culture) ? "dddd d'er' MMMM yyyy" : "D", culture);
    }

    private static bool IsOrdinal(DateOnly day, CultureInfo culture) =>
        day.Day == 1 && culture.TwoLetterISOLanguageName == "fr";
}
