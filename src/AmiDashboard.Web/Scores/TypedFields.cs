using System.Globalization;
using AmiDashboard.Core.Scores;

namespace AmiDashboard.Web.Scores;

/// <summary>
/// Fields as the browser names and writes them: <c>score:12</c> with hundredths of a point, <c>cannot</c> or nothing;
/// <c>comment:12</c>; <c>comment</c> for the whole. Unknown names are left out.
/// </summary>
internal static class TypedFields
{
    public const string CannotJudge = "cannot";

    public static string Score(int criterion) => string.Create(CultureInfo.InvariantCulture, $"score:{criterion}");

    public static string Comment(int criterion) => string.Create(CultureInfo.InvariantCulture, $"comment:{criterion}");

    public static ReviewSheet Apply(ReviewSheet sheet, IEnumerable<KeyValuePair<string, string?>> fields)
    {
        foreach (var (name, value) in fields)
        {
            sheet = Apply(sheet, name.Split(':'), value);
        }

        return sheet;
    }

    private static ReviewSheet Apply(ReviewSheet sheet, string[] name, string? value) =>
        name switch
        {
            ["comment"] => sheet with { Comment = Text(value) },
            ["comment", var id] when Id(id) is { } criterion => sheet.With(
                Entry(sheet, criterion) with
                {
                    Comment = Text(value),
                }
            ),
            ["score", var id] when Id(id) is { } criterion => sheet.With(
                Entry(sheet, criterion) with
                {
                    Score = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var hundredths)
                        ? new Score(hundredths)
                        : null,
                    CannotJudge = value == CannotJudge,
                }
            ),
            _ => sheet,
        };

    private static CriterionEntry Entry(ReviewSheet sheet, int criterion) =>
        sheet.Of(criterion) ?? new CriterionEntry(criterion, null, false, null);

    private static int? Id(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
