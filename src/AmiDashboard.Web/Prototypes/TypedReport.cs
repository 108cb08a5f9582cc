using System.Collections.Immutable;
using System.Globalization;
using AmiDashboard.Core.Prototypes;

namespace AmiDashboard.Web.Prototypes;

/// <summary>
/// A report's fields as the browser names and writes them: <c>weather</c>, <c>synthesis</c>, <c>done</c>, <c>next</c>,
/// <c>help</c>, and of each risk by its place <c>risk:0:text</c>, <c>probability</c>, <c>impact</c>, <c>mitigation</c>. A
/// risk that is not there yet is added; unknown names are left out.
/// </summary>
internal static class TypedReport
{
    private const int UsualLevel = 2;

    public static readonly ImmutableArray<string> Texts = ["synthesis", "done", "next", "help"];

    public static readonly Risk NewRisk = new(null, UsualLevel, UsualLevel, null);

    public static string Risk(int index, string part) =>
        string.Create(CultureInfo.InvariantCulture, $"risk:{index}:{part}");

    public static string? TextOf(ReportText text, string field) =>
        field switch
        {
            "synthesis" => text.Synthesis,
            "done" => text.Done,
            "next" => text.Next,
            "help" => text.Help,
            _ => null,
        };

    public static ReportText Apply(ReportText text, IEnumerable<KeyValuePair<string, string?>> fields)
    {
        foreach (var (name, value) in fields)
        {
            text = Apply(text, name.Split(':'), Written(value));
        }

        return text;
    }

    /// <summary>
    /// The same over a text that a colleague saved meanwhile. Where their risks are others than those this was typed over,
    /// what was typed of a risk stands after theirs: its place is no longer its own.
    /// </summary>
    public static ReportText ApplyOver(ReportText newer, ReportText seen, IReadOnlyDictionary<string, string?> fields)
    {
        if (newer.Risks.SequenceEqual(seen.Risks))
        {
            return Apply(newer, fields);
        }

        var typed = Apply(seen, fields);
        var text = Apply(newer, fields.Where(field => !field.Key.StartsWith("risk:", StringComparison.Ordinal)));
        return text with { Risks = [.. text.Risks, .. typed.Risks.Except(seen.Risks).Except(text.Risks)] };
    }

    private static ReportText Apply(ReportText text, string[] name, string? value) =>
        name switch
        {
            ["weather"] => text with
            {
                Weather = Enum.TryParse<Weather>(value, out var weather) && Enum.IsDefined(weather) ? weather : null,
            },
            ["synthesis"] => text with { Synthesis = value },
            ["done"] => text with { Done = value },
            ["next"] => text with { Next = value },
            ["help"] => text with { Help = value },
            ["risk", var place, var part] when Number(place) is >= 0 and < ReportRules.MostRisks and var index =>
                text with
                {
                    Risks = Apply(text.Risks, Math.Min(index, text.Risks.Length), part, value),
                },
            _ => text,
        };

    private static ImmutableArray<Risk> Apply(ImmutableArray<Risk> risks, int index, string part, string? value)
    {
        risks = index < risks.Length ? risks : risks.Add(NewRisk);
        var risk = risks[index];
        return risks.SetItem(
            index,
            part switch
            {
                "text" => risk with { Text = value },
                "mitigation" => risk with { Mitigation = value },
                "probability" => risk with { Probability = Number(value) ?? risk.Probability },
                "impact" => risk with { Impact = Number(value) ?? risk.Impact },
                _ => risk,
            }
        );
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Written(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
