using System.Globalization;
using System.Resources;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Exchange.Spreadsheets.Reading;
using AmiDashboard.Storage.Applications.Imports;

namespace AmiDashboard.Exchange.DemarchesSimplifiees.Exports;

/// <summary>What an import has to say, as sentences in the language of the current UI culture. The values in them are
/// text from outside: show them as text.</summary>
public static class ImportTexts
{
    private static readonly ResourceManager Texts = new(typeof(ImportTexts));

    /// <summary>Whether a reason is one of an import's.</summary>
    public static bool Knows(string key) =>
        Texts.GetString(key, CultureInfo.CurrentUICulture) is not null || FileTexts.Knows(key);

    /// <summary>Why a file was refused whole.</summary>
    public static string Say(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return FileTexts.Knows(refusal.Key) ? FileTexts.Say(refusal) : Format(refusal.Key, [.. refusal.Arguments]);
    }

    public static string Say(ImportProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return Format(problem.ReasonKey, problem.Value ?? "", problem.Column ?? "", problem.Sheet ?? "");
    }

    public static string Say(ImportNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return Format(notice.ReasonKey, "", notice.Subject, notice.Count);
    }

    /// <summary>The same problems and notices, once kept with their run.</summary>
    public static string Say(SyncProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return Format(problem.ReasonKey, problem.Value ?? "", problem.Column ?? "", problem.Detail ?? "");
    }

    private static string Format(string key, params object[] arguments) =>
        Texts.GetString(key, CultureInfo.CurrentUICulture) is { } text
            ? string.Format(CultureInfo.CurrentCulture, text, arguments)
            : key;
}
