using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AmiDashboard.DemarchesSimplifiees;

/// <summary>A question that the source was asked.</summary>
/// <param name="Index">From 0, over all questions.</param>
/// <param name="Operation">Page, Outline, Latest, Bin, Deletions, One, Links, Standing, Accept, Refuse.</param>
/// <param name="Input">What a mutation was given.</param>
internal sealed partial record AskedQuery(
    int Index,
    string Operation,
    int? Demarche,
    int? Number,
    int? First,
    string? After,
    DateTime? Since,
    SentInput? Input
)
{
    public static AskedQuery Of(JsonElement body, int index)
    {
        var variables = body.GetProperty("variables");
        return new AskedQuery(
            index,
            Name().Match(body.GetProperty("query").GetString()!).Groups[1].Value,
            Integer("demarche"),
            Integer("number"),
            Integer("first"),
            variables.TryGetProperty("after", out var after) ? after.GetString() : null,
            variables.TryGetProperty("since", out var since)
                ? DateTimeOffset.Parse(since.GetString()!, CultureInfo.InvariantCulture).UtcDateTime
                : null,
            variables.TryGetProperty("input", out var input) ? input.Deserialize<SentInput>(Web) : null
        );

        int? Integer(string name) => variables.TryGetProperty(name, out var value) ? value.GetInt32() : null;
    }

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    [GeneratedRegex(@"^(?:query|mutation) (\w+)")]
    private static partial Regex Name();
}

internal sealed record SentInput(string DossierId, string InstructeurId, string Motivation, bool DisableNotification);
