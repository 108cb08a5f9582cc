using System.Collections.Immutable;
using System.Globalization;

namespace AmiDashboard.Core.Applications;

/// <summary>Applications meant one by one, by their numbers. Equal where the numbers are.</summary>
public sealed class NumberSet : IEquatable<NumberSet>
{
    /// <summary>Numbers that an address still holds; of a mark that counts more the rows cannot be listed one by one.</summary>
    public const int Most = 200;

    private NumberSet(IEnumerable<int> numbers) => Numbers = [.. numbers];

    public ImmutableSortedSet<int> Numbers { get; }

    /// <summary>Null for more than <see cref="Most"/> numbers.</summary>
    public static NumberSet? Of(params IEnumerable<int> numbers)
    {
        var set = new NumberSet(numbers);
        return set.Numbers.Count > Most ? null : set;
    }

    /// <summary>As an address writes it, « 100001,100007 »; null where the text is nothing of the kind, or too long.</summary>
    public static NumberSet? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var numbers = new List<int>();
        foreach (var part in text.Split(','))
        {
            if (
                numbers.Count == Most
                || !int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            )
            {
                return null;
            }

            numbers.Add(number);
        }

        return new NumberSet(numbers);
    }

    public override string ToString() => string.Join(',', Numbers);

    public bool Equals(NumberSet? other) => other is not null && Numbers.SetEquals(other.Numbers);

    public override bool Equals(object? obj) => Equals(obj as NumberSet);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);
}
