using AmiDashboard.Core.People;

namespace AmiDashboard.Core.Dashboards;

/// <summary>
/// What may be shown where anybody walks past: nothing that is computed from one to four applications or projects. None at
/// all tells of nobody, and is shown. What two sums say by their difference is not looked at, but for a figure's change.
/// </summary>
public static class SmallNumbers
{
    public const int Least = 5;

    /// <summary>Whether so many applications or projects are few enough to be recognised.</summary>
    public static bool IsSmall(int sources) => sources is > 0 and < Least;

    /// <summary>A count, a sum of money or a ratio alike: by what it is computed from.</summary>
    public static bool MayShow(FigureValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return !IsSmall(value.Sources);
    }

    /// <summary>Whether so little is known of a subject that no figure of it is shown.</summary>
    /// <param name="subject">The right that shows it.</param>
    public static bool IsSmall(ProgrammeStanding standing, Right subject) => IsSmall(Known(standing, subject));

    /// <summary>How many applications, projects with money or prototypes a standing knows of.</summary>
    /// <param name="subject">The right that shows them.</param>
    public static int Known(ProgrammeStanding standing, Right subject)
    {
        ArgumentNullException.ThrowIfNull(standing);
        return subject switch
        {
            Right.SeeFigures => standing.Applications.Length,
            Right.SeeBudgets => standing.Projects.Count(one => one.HasMoney),
            Right.SeePrototypes => standing.Plans.Length,
            _ => throw new ArgumentOutOfRangeException(nameof(subject), subject, null),
        };
    }

    /// <summary>
    /// Whether the change of a figure between two standings may be shown: it is computed from the rows that differ, and
    /// with it the earlier value is known too.
    /// </summary>
    public static bool MayShowChange(KeyFigure figure, ProgrammeStanding now, ProgrammeStanding before)
    {
        ArgumentNullException.ThrowIfNull(figure);
        if (figure.Explain(now) is not { } reading || figure.Explain(before) is not { } earlier)
        {
            return false;
        }

        var known = earlier.Parts.ToLookup(part => part.Number);
        var seen = reading.Parts.ToLookup(part => part.Number);
        var changed = seen.Select(part => part.Key)
            .Union(known.Select(part => part.Key))
            .Count(number => number is not null && Sum(seen[number]) != Sum(known[number]));
        return MayShow(reading.Value) && MayShow(earlier.Value) && !IsSmall(changed);

        static (decimal Amount, decimal Of) Sum(IEnumerable<FigurePart> parts) =>
            parts.Aggregate((0m, 0m), (sum, part) => (sum.Item1 + part.Amount, sum.Item2 + part.Of));
    }
}
