using AmiDashboard.Core.Scores.Figures;
using AmiDashboard.Core.Scores.Statistics;

namespace AmiDashboard.Charts.Scores;

/// <summary>How charts of scores name people, applications and numbers.</summary>
internal static class ScoreWords
{
    /// <summary>« Camille Martin »; « Évaluateur 12 » where no name is known.</summary>
    public static string Reviewer(this ChartText text, string? name, int reviewer) =>
        string.IsNullOrWhiteSpace(name) ? text.Of("Reviewer_Unnamed", reviewer) : name;

    /// <summary>The title, or the number where there is none.</summary>
    public static string Application(this ChartText text, string? title, int number) =>
        string.IsNullOrWhiteSpace(title) ? text.Of("Application_Untitled", number) : title;

    /// <summary>« 3. Titre ».</summary>
    public static string Ranked(this ChartText text, RankedApplication row, string? title) =>
        text.Of("RankedTitle", row.AdjustedRank ?? 0, text.Application(title, row.Number));

    /// <summary>A class of scores: « 3,5 », « de 0 à 2 ».</summary>
    public static string Class(this ChartText text, ScoreClass part) =>
        part.IsLevel ? text.Level(part.From)
        : part.IsLast ? text.Of("ClassFromTo", text.Level(part.From), text.Level(part.To))
        : text.Of("ClassUnder", text.Level(part.From), text.Level(part.To));

    /// <summary>A table's cell of points; null where there is none.</summary>
    public static object? Cell(double? points) =>
        points is { } known ? Math.Round((decimal)known, 2, MidpointRounding.AwayFromZero) : null;
}
