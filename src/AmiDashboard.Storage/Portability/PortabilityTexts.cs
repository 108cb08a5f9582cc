using System.Globalization;
using System.Resources;
using AmiDashboard.Core;

namespace AmiDashboard.Storage.Portability;

/// <summary>What backup, restore and verification have to say, as sentences in the language of the current UI culture.</summary>
public static class PortabilityTexts
{
    private static readonly ResourceManager Texts = new(typeof(PortabilityTexts));

    public static string Say(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return Texts.GetString(refusal.Key, CultureInfo.CurrentUICulture) is { } text
            ? string.Format(CultureInfo.CurrentCulture, text, [.. refusal.Arguments])
            : refusal.Key;
    }
}
