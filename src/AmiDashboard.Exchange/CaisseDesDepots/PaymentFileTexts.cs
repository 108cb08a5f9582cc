using System.Globalization;
using System.Resources;
using AmiDashboard.Core;
using AmiDashboard.Exchange.Spreadsheets.Reading;

namespace AmiDashboard.Exchange.CaisseDesDepots;

/// <summary>
/// What the reading of a payment file has to say, as sentences in the language of the current UI culture. The values in
/// them are text from outside: show them as text.
/// </summary>
public static class PaymentFileTexts
{
    private static readonly ResourceManager Texts = new(typeof(PaymentFileTexts));

    /// <summary>Whether a reason is one of a payment file's.</summary>
    public static bool Knows(string key) =>
        Texts.GetString(key, CultureInfo.CurrentUICulture) is not null || FileTexts.Knows(key);

    /// <summary>Why a file was refused whole.</summary>
    public static string Say(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return FileTexts.Knows(refusal.Key) ? FileTexts.Say(refusal) : Format(refusal.Key, [.. refusal.Arguments]);
    }

    /// <summary>Why a line was left out; its number is not in the sentence.</summary>
    public static string Say(PaymentFileProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return Format(problem.ReasonKey, problem.Value ?? "", problem.Column ?? "");
    }

    private static string Format(string key, params object[] arguments) =>
        Texts.GetString(key, CultureInfo.CurrentUICulture) is { } text
            ? string.Format(CultureInfo.CurrentCulture, text, arguments)
            : key;
}
