using System.Globalization;
using System.Resources;

namespace AmiDashboard.Exchange.Calendars;

/// <summary>The words of a calendar, in the language asked for: never that of the thread.</summary>
internal sealed class CalendarTexts(CultureInfo culture)
{
    private static readonly ResourceManager Texts = new(typeof(CalendarTexts));

    public string this[string key] =>
        Texts.GetString(key, culture) ?? throw new KeyNotFoundException($"No text {key}.");

    public string Of(string key, params object[] arguments) => string.Format(culture, this[key], arguments);
}
