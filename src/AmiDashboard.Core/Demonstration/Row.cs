using System.Collections.Immutable;
using System.Globalization;

namespace AmiDashboard.Core.Demonstration;

/// <summary>How an application of the demonstration ends.</summary>
internal enum Fate
{
    Laureate,
    ReserveList,
    NotSelectedAfterAudition,
    NotSelected,
    Ineligible,
    DepositedLate,
    Withdrawn,

    /// <summary>Not yet known: its reviews are under way.</summary>
    UnderReview,
}

/// <summary>
/// One line of the demonstration's tables: fate, title, organisation, ministry, legal form, city, techniques, amount asked
/// for in thousands of euros, audiences, summary. Ministry, form, techniques and audiences are codes of
/// <see cref="Vocabulary"/>; an empty cell is an unanswered question.
/// </summary>
internal sealed record Row(
    Fate Fate,
    string Title,
    string? Organisation,
    string? Ministry,
    string? LegalForm,
    string? City,
    ImmutableArray<string> Techniques,
    int? ThousandEuros,
    ImmutableArray<string> Audiences,
    string Summary
)
{
    public static ImmutableArray<Row> Parse(string table) =>
        [.. table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(ParseLine)];

    private static Row ParseLine(string line)
    {
        var cells = line.Split('|');
        return cells.Length == 10
            ? new Row(
                Fates[cells[0][0]],
                cells[1],
                Given(cells[2]),
                Coded(cells[3], Vocabulary.Ministries),
                Coded(cells[4], Vocabulary.LegalForms),
                Given(cells[5]),
                [
                    .. cells[6]
                        .Split(',', StringSplitOptions.RemoveEmptyEntries)
                        .Select(one => Vocabulary.Techniques[one]),
                ],
                Given(cells[7]) is { } amount ? int.Parse(amount, CultureInfo.InvariantCulture) : null,
                [.. cells[8].Select(one => Vocabulary.Audiences[one])],
                cells[9]
            )
            : throw new FormatException($"Ten cells are expected, {cells.Length} found: {line}");
    }

    private static string? Given(string cell) => cell.Length == 0 ? null : cell;

    private static string? Coded(string cell, IReadOnlyDictionary<string, string> words) =>
        cell.Length == 0 ? null : words[cell];

    private static readonly Dictionary<char, Fate> Fates = new()
    {
        ['L'] = Fate.Laureate,
        ['R'] = Fate.ReserveList,
        ['S'] = Fate.NotSelectedAfterAudition,
        ['N'] = Fate.NotSelected,
        ['I'] = Fate.Ineligible,
        ['D'] = Fate.DepositedLate,
        ['W'] = Fate.Withdrawn,
        ['U'] = Fate.UnderReview,
    };
}
