using System.Globalization;
using System.Resources;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;

namespace AmiDashboard.Charts;

/// <summary>The words of charts, in the language of a style: never that of the thread.</summary>
public sealed class ChartText(CultureInfo culture)
{
    private static readonly ResourceManager Resources = new(
        "AmiDashboard.Charts.ChartTexts",
        typeof(ChartText).Assembly
    );

    public string this[string key] =>
        Resources.GetString(key, culture) ?? throw new MissingManifestResourceException($"No text {key}.");

    public string Of(string key, params object[] arguments) => string.Format(culture, this[key], arguments);

    /// <summary>The form of the number: <c>key_0</c> where it exists, <c>key_1</c>, else <c>key_n</c>; the number is {0}.</summary>
    public string Counted(string key, int number, params object[] arguments)
    {
        var form =
            number == 0 && Resources.GetString($"{key}_0", culture) is { } none ? none
            : number == 1 ? this[$"{key}_1"]
            : this[$"{key}_n"];
        return string.Format(culture, form, [Number(number), .. arguments]);
    }

    public string Applications(int number) => Counted("Applications", number);

    public string Stage(Stage stage) => this[$"Stage_{stage}"];

    public string Number(int number) => number.ToString("N0", culture);

    /// <summary>A share as a whole percentage; « less than 1 % » is not rounded to nothing.</summary>
    public string Share(int part, int whole) =>
        part > 0 && part * 100L < whole
            ? Of("LessThanOnePercent")
            : (whole == 0 ? 0 : (double)part / whole).ToString("P0", culture);

    public string Day(DateOnly day) =>
        day.ToString(culture.TwoLetterISOLanguageName == "fr" ? "d MMMM yyyy" : "d MMMM yyyy", culture);

    public string ShortDay(DateOnly day) => day.ToString("d MMM", culture);

    public string Days(double days) => Of("Days", days.ToString(days < 10 ? "0.#" : "0", culture));

    public string Euros(Money money) => money.Euros.ToString("C0", culture);
}
