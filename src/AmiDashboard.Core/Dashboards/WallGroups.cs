using System.Collections.Immutable;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;

namespace AmiDashboard.Core.Dashboards;

/// <summary>
/// Applications by stage, ministry or technique, of which no group is small: groups of one to four are put together, with
/// the next smallest one where they are still small together.
/// </summary>
/// <param name="Whole">Applications in scope.</param>
/// <param name="Groups">In the order of the subject; the empty ones are left out.</param>
/// <param name="Others">How many applications the groups put together hold, each once; 0 where none were.</param>
/// <param name="Pooled">How many groups were put together.</param>
public sealed record WallGroups(int Whole, ImmutableArray<WallGroup> Groups, int Others, int Pooled)
{
    /// <summary>More would not be read from afar.</summary>
    public const int Most = 9;

    /// <summary>Whether there is nothing, or nothing that may be shown.</summary>
    public bool IsEmpty => Groups.IsEmpty && Others == 0;

    /// <summary>In the order of the programme.</summary>
    public static WallGroups OfStages(ProgrammeStanding standing) =>
        Of(
            standing,
            fact => [fact.Stage.ToString()],
            group => (int)Enum.Parse<Stage>(group.Name),
            Enum.GetValues<Stage>().Length
        );

    /// <summary>Most applications first; an empty name for those that give none.</summary>
    public static WallGroups OfMinistries(ProgrammeStanding standing) =>
        Of(standing, fact => [fact.Ministry ?? ""], group => -group.Applications, Most);

    /// <summary>The same; an application that aims at two techniques is in both.</summary>
    public static WallGroups OfTechniques(ProgrammeStanding standing) =>
        Of(standing, fact => fact.Techniques.IsEmpty ? [""] : fact.Techniques, group => -group.Applications, Most);

    /// <param name="numbers">Applications by the name of their group.</param>
    /// <param name="most">Groups shown, the pool among them.</param>
    public static WallGroups Of(int whole, ILookup<string, int> numbers, Func<WallGroup, int> order, int most)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        if (SmallNumbers.IsSmall(whole))
        {
            return new(whole, [], 0, 0);
        }

        var left = new Stack<(string Name, HashSet<int> Numbers)>(
            numbers
                .Select(group => (group.Key, Numbers: group.ToHashSet()))
                .OrderByDescending(group => group.Numbers.Count)
                .ThenBy(group => group.Key, StringComparer.Ordinal)
        );
        var (pool, pooled) = (new HashSet<int>(), 0);
        while (
            left.TryPeek(out var next)
            && (
                SmallNumbers.IsSmall(next.Numbers.Count)
                || SmallNumbers.IsSmall(pool.Count)
                || left.Count + (pooled > 0 ? 1 : 0) > most
            )
        )
        {
            pool.UnionWith(left.Pop().Numbers);
            pooled++;
        }

        return SmallNumbers.IsSmall(pool.Count)
            ? new(whole, [], 0, 0)
            : new(
                whole,
                [
                    .. left.Select(group => new WallGroup(group.Name, group.Numbers.Count))
                        .OrderBy(order)
                        .ThenBy(group => group.Name, StringComparer.Ordinal),
                ],
                pool.Count,
                pooled
            );
    }

    private static WallGroups Of(
        ProgrammeStanding standing,
        Func<ApplicationFact, IEnumerable<string>> namesOf,
        Func<WallGroup, int> order,
        int most
    )
    {
        ArgumentNullException.ThrowIfNull(standing);
        return Of(
            standing.Applications.Length,
            standing
                .Applications.SelectMany(fact => namesOf(fact).Select(name => (Name: name, fact.Number)))
                .ToLookup(one => one.Name, one => one.Number, StringComparer.Ordinal),
            order,
            most
        );
    }
}

/// <param name="Name">A stage, a ministry or a technique; empty where it is not given.</param>
public sealed record WallGroup(string Name, int Applications);
