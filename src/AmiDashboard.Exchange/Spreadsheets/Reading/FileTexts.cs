using System.Globalization;
using System.Resources;
using AmiDashboard.Core;

namespace AmiDashboard.Exchange.Spreadsheets.Reading;

/// <summary>Why a spreadsheet is refused whole, whoever sent it: sentences in the language of the current UI culture.</summary>
public static class FileTexts
{
    private static readonly ResourceManager Texts = new(typeof(FileTexts));

    public static bool Knows(string key) => Texts.GetString(key, CultureInfo.CurrentUICulture) is not null;

    /// <summary>The key itself where it is none of these.</summary>
    public static string Say(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return Texts.GetString(refusal.Key, CultureInfo.CurrentUICulture) is { } text
            ? string.Format(CultureInfo.CurrentCulture, text, [.. refusal.Arguments])
            : refusal.Key;
    }
}
