using System.Globalization;
using System.Resources;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;

namespace AmiDashboard.Exchange.DemarchesSimplifiees;

/// <summary>Sentences about the synchronisation, in the reader's language (<see cref="CultureInfo.CurrentUICulture"/>).</summary>
public sealed class SyncTexts
{
    private static readonly ResourceManager Texts = new(typeof(SyncTexts));

    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    private SyncTexts() { }

    /// <summary>The language of the sentences is that of their dates; French where the machine has none.</summary>
    private static CultureInfo Language =>
        CultureInfo.CurrentUICulture.Equals(CultureInfo.InvariantCulture) ? French : CultureInfo.CurrentUICulture;

    /// <summary>The sentence of a key; the key itself where there is none.</summary>
    public static string Of(string key, params ReadOnlySpan<object?> arguments)
    {
        var text = Texts.GetString(key, Language) ?? key;
        return arguments.IsEmpty ? text : string.Format(Language, text, arguments);
    }

    public static bool Knows(string key) => Texts.GetString(key, CultureInfo.InvariantCulture) is not null;

    /// <summary>Why a run failed, in plain words; null where it did not.</summary>
    public static string? ErrorOf(SyncRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.ErrorKey is { } key ? Of(key, Shown(run.ErrorDetail)) : null;
    }

    /// <summary>Why one dossier could not be taken.</summary>
    public static string ReasonOf(SyncProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return Of(problem.ReasonKey, problem.Detail);
    }

    /// <summary>A day is kept as 2026-11-20 and shown in the reader's words.</summary>
    private static string? Shown(string? detail) =>
        DateOnly.TryParseExact(detail, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.Written(Language)
            : detail;
}
