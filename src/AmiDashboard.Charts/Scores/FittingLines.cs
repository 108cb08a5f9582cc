using System.Collections.Immutable;

namespace AmiDashboard.Charts.Scores;

/// <summary>One line of a list that was shortened: an item, or those that are left out at that place.</summary>
/// <param name="Items">One where it is shown; several where the line stands for them.</param>
internal sealed record FittingLine<T>(ImmutableArray<T> Items, bool IsGap)
{
    public T One => Items[0];
}

/// <summary>A ranked list cut to what a drawing has room for: its first items, those around the cut, and what is between.</summary>
internal static class FittingLines
{
    /// <param name="room">Lines there is room for; at least three are used.</param>
    /// <param name="cut">Items before the cut.</param>
    public static ImmutableArray<FittingLine<T>> Of<T>(IReadOnlyList<T> items, int room, int cut)
    {
        room = Math.Max(3, room);
        if (items.Count <= room)
        {
            return [.. items.Select(item => new FittingLine<T>([item], IsGap: false))];
        }

        // As many after the cut as before it where the first lines reach it by themselves.
        if (cut + 2 < room)
        {
            return [.. Shown(items, 0, room - 1), Gap(items, room - 1, items.Count)];
        }

        var around = Math.Max(1, (room - 2) / 2);
        var start = Math.Min(cut - (around / 2), items.Count - around);
        var first = room - 2 - around;
        var end = start + around;
        return
        [
            .. Shown(items, 0, first),
            Gap(items, first, start),
            .. Shown(items, start, end),
            .. end < items.Count ? [Gap(items, end, items.Count)] : Array.Empty<FittingLine<T>>(),
        ];
    }

    private static IEnumerable<FittingLine<T>> Shown<T>(IReadOnlyList<T> items, int from, int to) =>
        items.Skip(from).Take(to - from).Select(item => new FittingLine<T>([item], IsGap: false));

    private static FittingLine<T> Gap<T>(IReadOnlyList<T> items, int from, int to) =>
        new([.. items.Skip(from).Take(to - from)], IsGap: true);
}
