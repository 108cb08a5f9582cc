using System.Globalization;
using System.Resources;

namespace AmiDashboard.Exchange.OpenData;

/// <summary>What the columns of open data mean, in the language asked for: never that of the thread.</summary>
internal sealed class OpenDataTexts(CultureInfo culture)
{
    private static readonly ResourceManager Texts = new(typeof(OpenDataTexts));

    public string this[string key] =>
        Texts.GetString(key, culture) ?? throw new KeyNotFoundException($"No text {key}.");
}
