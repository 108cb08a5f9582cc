using System.Collections.Immutable;
using System.Globalization;

namespace AmiDashboard.Core.Prototypes;

/// <summary>
/// One person's answers to the ten items of the System Usability Scale (Brooke, « SUS: a quick and dirty usability scale »,
/// 1996), each from 1 (strongly disagree) to 5 (strongly agree).
/// </summary>
public sealed record UsabilityAnswer(ImmutableArray<int> Items)
{
    public const int ItemCount = 10;

    /// <summary>Of one trial, as one list.</summary>
    public const int MostAnswers = 1000;

    /// <summary>Letters of such a list: ten digits, each with what parts it from the next.</summary>
    public const int LongestList = MostAnswers * ItemCount * 2;

    /// <summary>
    /// From 0 to 100 by steps of 2.5. Odd items contribute x − 1, even ones, which are worded negatively, 5 − x; the sum is
    /// multiplied by 2.5.
    /// </summary>
    public double Score => 2.5 * Items.Select((item, index) => index % 2 == 0 ? item - 1 : 5 - item).Sum();

    public bool IsWhole => !Items.IsDefault && Items.Length == ItemCount && Items.All(item => item is >= 1 and <= 5);

    /// <summary>
    /// Answers as one pastes them from a sheet: a line a person, ten numbers apart by spaces, tabs, commas or semicolons;
    /// empty lines do not count. Refused with the number of the first line that is none.
    /// </summary>
    public static Outcome<ImmutableArray<UsabilityAnswer>> Read(string? text)
    {
        var answers = ImmutableArray.CreateBuilder<UsabilityAnswer>();
        var line = 0;
        foreach (var row in (text ?? "").Split('\n'))
        {
            line++;
            if (string.IsNullOrWhiteSpace(row))
            {
                continue;
            }

            if (answers.Count == MostAnswers)
            {
                return new Refusal("Refusal_TooManyAnswers", MostAnswers);
            }

            string[] cells = row.Split(
                [' ', '\t', ',', ';', '\r'],
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            );
            ImmutableArray<int> items =
            [
                .. cells.Select(cell =>
                    int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var item) ? item : 0
                ),
            ];
            var answer = new UsabilityAnswer(items);
            if (!answer.IsWhole)
            {
                return new Refusal("Refusal_UsabilityLine", line, ItemCount);
            }

            answers.Add(answer);
        }

        return answers.ToImmutable();
    }

    public bool Equals(UsabilityAnswer? other) => other is not null && Items.SequenceEqual(other.Items);

    public override int GetHashCode() => Items.Aggregate(0, HashCode.Combine);
}
