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
            Money money => money.Written(CultureInfo.CurrentCulture),
            DateTime utc => ParisTime.FromUtc(utc).ToString("g"),
            _ => argument,
        };
}
