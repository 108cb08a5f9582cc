using System.Globalization;
using System.Resources;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;

namespace AmiDashboard.Charts;

/// <summary>The words of charts, in the language of a style: never that of the thread.</summary>
public sealed class ChartText(CultureInfo culture)
{
    /// <summary>Characters of an out-of-house name that a sentence quotes.</summary>
    private const int LongestQuote = 90;

    private static readonly ResourceManager Resources = new(
        "AmiDashboard.Charts.ChartTexts",
        typeof(ChartText).Assembly
    );

    public string this[string key] =>
        Resources.GetString(key, culture) ?? throw new KeyNotFoundException($"No text {key}.");

    public string Of(string key, params object[] arguments) => string.Format(culture, this[key], arguments);

    /// <summary>The form of the number: <c>key_0</c> where it exists, <c>key_1</c>, else <c>key_n</c>; the number is {0}.</summary>
    public string Counted(string key, int number, params object[] arguments)
    {
        var form =
            number == 0 && Resources.GetString($"{key}_0", culture) is { } none ? none
            : IsOne(number) ? this[$"{key}_1"]
            : this[$"{key}_n"];
        return string.Format(culture, form, [Number(number), .. arguments]);
    }

    public string Applications(int number) => Counted("Applications", number);

    public string Stage(Stage stage) => this[$"Stage_{stage}"];

    public string Number(int number) => number.ToString("N0", culture);

    /// <summary>A share as a whole percentage; « less than 1 % » is not rounded to nothing, nor « more than 99 % » to all.</summary>
    public string Share(int part, int whole) => Share((decimal)part, whole);

    /// <summary>The same of an amount.</summary>
    public string Share(Money part, Money whole) => Share((decimal)part.Cents, whole.Cents);

    /// <summary>A Paris day, with its year.</summary>
    public string Day(DateOnly day) => day.Written(culture);

    public string ShortDay(DateOnly day) => day.ToString("d MMM", culture);

    /// <summary>« janvier 2019 ».</summary>
    public string Month(DateOnly day) => day.ToString("MMMM yyyy", culture);

    /// <summary>« janv. ».</summary>
    public string ShortMonth(DateOnly day) => day.ToString("MMM", culture);

    /// <summary>« janv. 19 ».</summary>
    public string MonthOfYear(DateOnly day) => day.ToString("MMM\u00A0yy", culture);

    /// <summary>A length as a mark shows it: « 5,1 j », « 52 j ».</summary>
    public string Days(double days) => Of("Days", DaysNumber(days));

    /// <summary>A length as a sentence says it: « 5,1 jours ».</summary>
    public string DaysInWords(double days) =>
        Of(IsOne(Rounded(days)) ? "DaysInWords_1" : "DaysInWords_n", DaysNumber(days));

    /// <summary>Tenths of a day under ten days, whole days above: no false precision.</summary>
    public string DaysNumber(double days) => Rounded(days).ToString("#,0.#", culture);

    /// <summary>Minutes as hours, one decimal: « 12,5 ».</summary>
    public string HoursNumber(int minutes) =>
        Math.Round(minutes / 60m, 1, MidpointRounding.AwayFromZero).ToString("#,0.#", culture);

    /// <summary>Points of a scale, two decimals: « 3,50 ».</summary>
    public string Points(double points) => points.ToString("0.00", culture);

    /// <summary>Points where there is little room, one decimal: « 3,5 ».</summary>
    public string ShortPoints(double points) => points.ToString("0.0", culture);

    /// <summary>A level of a scale: « 3,5 », « 12 ».</summary>
    public string Level(decimal points) => points.ToString("0.##", culture);

    /// <summary>A difference, with its sign: « +0,42 », « -0,42 »; what rounds to nothing has none.</summary>
    public string Difference(double points) =>
        Math.Round(points, 2, MidpointRounding.AwayFromZero).ToString("+0.00;-0.00;0.00", culture);

    /// <summary>« 1,34 point », « 2,10 points »: as many as are written.</summary>
    public string PointsInWords(double points) =>
        Of(IsOne(Math.Round(points, 2)) ? "PointsInWords_1" : "PointsInWords_n", Points(points));

    /// <summary>An amount where there is little room: « 950 € », « 350 k€ », « 1,25 M€ », « 126 M€ ».</summary>
    public string ShortMoney(Money amount)
    {
        var euros = Math.Abs(amount.Euros);
        var (unit, worth) =
            euros >= 999_500_000m ? ("Money_Billions", 1_000_000_000m)
            : euros >= 999_500m ? ("Money_Millions", 1_000_000m)
            : euros >= 999.5m ? ("Money_Thousands", 1000m)
            : ("Money_Units", 1m);
        var scaled = euros / worth;
        // Three figures of millions; cents only where nothing else is left: one cent is not zero.
        var decimals =
            scaled < 1m ? 2
            : worth <= 1000m || scaled >= 100m ? 0
            : scaled >= 10m ? 1
            : 2;
        var number = Math.Round(scaled, decimals, MidpointRounding.AwayFromZero);
        var sign = amount < Money.Zero ? culture.NumberFormat.NegativeSign : "";
        return sign + Of(unit, number.ToString("#,0.##", culture));
    }

    /// <summary>« a, b et c ».</summary>
    public string List(IReadOnlyList<string> items) =>
        items.Count < 2 ? string.Concat(items) : string.Join(", ", items.SkipLast(1)) + this["ListLast"] + items[^1];

    /// <summary>An out-of-house name short enough to be quoted.</summary>
    public static string Cut(string name)
    {
        var line = string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestQuote ? line
            : char.IsHighSurrogate(line[LongestQuote - 1]) ? $"{line[..(LongestQuote - 1)]}…"
            : $"{line[..LongestQuote]}…";
    }

    private string Share(decimal part, decimal whole) =>
        whole == 0 ? Percent(0)
        : part > 0 && part * 100 < whole ? this["LessThanOnePercent"]
        : part < whole && part * 100 > whole * 99 ? this["MoreThanNinetyNinePercent"]
        : Percent((double)(part / whole));

    // .NET puts a space that may break before the French « % ».
    private string Percent(double share) => share.ToString("P0", culture).Replace(' ', '\u00A0');

    private static double Rounded(double days) => Math.Round(days, days < 9.95 ? 1 : 0, MidpointRounding.AwayFromZero);

    /// <summary>French says the singular under two (« 1,5 jour »), English of exactly one.</summary>
    private bool IsOne(double number) => culture.TwoLetterISOLanguageName == "fr" ? Math.Abs(number) < 2 : number == 1;
}
