using System.Globalization;
using System.Resources;

namespace AmiDashboard.Charts.Documents;

/// <summary>The words of documents, in the language asked for: never that of the thread.</summary>
internal sealed class DocumentText(CultureInfo culture)
{
    private static readonly ResourceManager Resources = new(
        "AmiDashboard.Charts.Documents.DocumentTexts",
        typeof(DocumentText).Assembly
    );

    public string this[string key] =>
        Resources.GetString(key, culture) ?? throw new KeyNotFoundException($"No text {key}.");

    public string Of(string key, params object[] arguments) => string.Format(culture, this[key], arguments);
}
