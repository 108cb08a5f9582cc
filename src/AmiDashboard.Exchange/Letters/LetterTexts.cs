using System.Globalization;
using System.Resources;
using AmiDashboard.Core;
using AmiDashboard.Core.Scores;

namespace AmiDashboard.Exchange.Letters;

/// <summary>The words of letters, in the language of the letter: never that of the thread.</summary>
public sealed class LetterTexts
{
    private static readonly ResourceManager Texts = new(typeof(LetterTexts));
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    private readonly CultureInfo culture;

    /// <param name="culture">French where it is of no language.</param>
    internal LetterTexts(CultureInfo culture) =>
        this.culture = culture.Equals(CultureInfo.InvariantCulture) ? French : culture;

    internal string this[string key] =>
        Texts.GetString(key, culture) ?? throw new KeyNotFoundException($"No text {key}.");

    /// <summary>Why there are no letters.</summary>
    public static string Say(Refusal refusal, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        ArgumentNullException.ThrowIfNull(culture);
        return new LetterTexts(culture)[refusal.Key];
    }

    internal string Of(string key, params object[] arguments) => string.Format(culture, this[key], arguments);

    internal string Verdict(Verdict verdict) => this[$"Verdict_{verdict}"];

    internal string Day(DateOnly day) => day.Written(culture);

    /// <summary>Whole euros where there are no cents; never rounded, for a letter grants what it says.</summary>
    internal string Amount(Money amount)
    {
        var format = (NumberFormatInfo)culture.NumberFormat.Clone();
        format.CurrencySymbol = "€";
        // .NET puts a space that may break before the French « € ».
        return amount.Euros.ToString(amount.Cents % 100 == 0 ? "C0" : "C2", format).Replace(' ', '\u00a0');
    }
}
