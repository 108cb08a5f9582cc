using System.Globalization;
using AmiDashboard.Core;
using Microsoft.Extensions.Localization;

namespace AmiDashboard.Web.Applications;

/// <summary>A refusal as a sentence of the page's language.</summary>
public static class RefusalText
{
    public static string Of(Refusal refusal, IStringLocalizer texts)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        ArgumentNullException.ThrowIfNull(texts);
        return texts[refusal.Key, [.. refusal.Arguments.Select(argument => Word(argument, texts))]];
    }

    private static object Word(object argument, IStringLocalizer texts) =>
        argument switch
        {
            Enum word => texts[$"{word.GetType().Name}_{word}"].Value,
            // A sum that misses a schedule by one cent has to show it.
            Money money => money.Cents % 100 == 0
                ? money.Written(CultureInfo.CurrentCulture)
                : money.WrittenToTheCent(CultureInfo.CurrentCulture),
            DateTime utc => ParisTime.FromUtc(utc).ToString("g"),
            _ => argument,
        };
}
