using AmiDashboard.Core.People;

namespace AmiDashboard.Core.Dashboards;

/// <summary>One number that dashboards, reports, digests and the read API show: one definition, wherever it stands.</summary>
/// <param name="Name">Of its texts, of <c>data-figure</c>, and in addresses: never renamed.</param>
/// <param name="Right">What one needs to see it.</param>
public sealed record KeyFigure(
    string Name,
    Right Right,
    FigureUnit Unit,
    FigureRule Rule,
    FigureTone Tone,
    Func<ProgrammeStanding, IEnumerable<FigurePart>> Fold
)
{
    /// <summary>Null where the standing does not hold what it takes: the viewer may not see it.</summary>
    public FigureValue? ValueOf(ProgrammeStanding standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        if (!standing.Knows(Right))
        {
            return null;
        }

        var (amount, of) = (0m, 0m);
        var sources = new HashSet<int>();
        foreach (var part in Parts(standing))
        {
            (amount, of) = (amount + part.Amount, of + part.Of);
            if (part.Number is { } number)
            {
                sources.Add(number);
            }
        }

        return new(this, amount, of, sources.Count);
    }

    /// <summary>The same with its rows.</summary>
    public FigureReading? Explain(ProgrammeStanding standing) =>
        ValueOf(standing) is { } value
            ? new(value, [.. Parts(standing).OrderBy(part => part.Edition).ThenBy(part => part.Number)])
            : null;

    private IEnumerable<FigurePart> Parts(ProgrammeStanding standing) =>
        Fold(standing).Where(part => part.Amount != 0 || part.Of != 0);

    public bool Equals(KeyFigure? other) => other is not null && Name == other.Name;

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    internal static KeyFigure Sum(
        string name,
        Right right,
        FigureUnit unit,
        Func<ProgrammeStanding, IEnumerable<FigurePart>> fold,
        FigureTone tone = FigureTone.Neutral
    ) => new(name, right, unit, FigureRule.Sum, tone, fold);

    internal static KeyFigure Ratio(
        string name,
        Right right,
        FigureUnit unit,
        Func<ProgrammeStanding, IEnumerable<FigurePart>> fold,
        FigureTone tone = FigureTone.Neutral
    ) => new(name, right, unit, FigureRule.Ratio, tone, fold);
}

public enum FigureUnit
{
    Count,

    /// <summary>Whole cents.</summary>
    Money,

    /// <summary>0 to 1.</summary>
    Share,

    /// <summary>Minutes, shown as hours.</summary>
    Minutes,

    /// <summary>0 to 100.</summary>
    Points,
}

public enum FigureRule
{
    /// <summary>Σ amounts.</summary>
    Sum,

    /// <summary>Σ amounts ÷ Σ of what they are measured against.</summary>
    Ratio,
}

/// <summary>Whether more of it is good news.</summary>
public enum FigureTone
{
    Neutral,
    MoreIsBetter,
    LessIsBetter,
}
