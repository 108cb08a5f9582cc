namespace AmiDashboard.Core.Applications;

/// <summary>
/// Which applications are meant: a list, a chart and a mark of a chart all say it this way. Null members do not filter;
/// an empty ministry or technique means « not given ». Applications in the source's bin are never meant.
/// </summary>
public sealed record ApplicationFilter
{
    public static readonly ApplicationFilter All = new();

    /// <summary>An edition's number.</summary>
    public int? Edition { get; init; }

    public Stage? Stage { get; init; }

    public string? Ministry { get; init; }

    public string? Technique { get; init; }

    public SearchWords? Search { get; init; }

    /// <summary>First Paris day of deposit, included.</summary>
    public DateOnly? DepositedFrom { get; init; }

    /// <summary>Last Paris day of deposit, included.</summary>
    public DateOnly? DepositedTo { get; init; }

    /// <summary>Only applications that have gone through this step.</summary>
    public Step? Step { get; init; }

    /// <summary>Only these.</summary>
    public NumberSet? Numbers { get; init; }

    /// <summary>Paris day at whose end they are looked at, as one knew it then; null for now, and so is a day to come.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The instant that is looked at, UTC.</summary>
    /// <param name="now">UTC.</param>
    public DateTime InstantAt(DateTime now) =>
        AsOf is { } day && ParisTime.EndOf(day) < now ? ParisTime.EndOf(day) : now;

    /// <summary>Whether it narrows nothing but the edition: what the sums of whole editions ask for.</summary>
    public bool IsOfWholeEditions => this with { Edition = null, AsOf = null } == All;

    /// <summary>Narrowed by what a mark of a chart counts: what the mark says wins, what it leaves open stays.</summary>
    public ApplicationFilter NarrowedBy(ApplicationFilter mark)
    {
        ArgumentNullException.ThrowIfNull(mark);
        return this with
        {
            Edition = mark.Edition ?? Edition,
            Stage = mark.Stage ?? Stage,
            Ministry = mark.Ministry ?? Ministry,
            Technique = mark.Technique ?? Technique,
            Search = mark.Search ?? Search,
            DepositedFrom = mark.DepositedFrom ?? DepositedFrom,
            DepositedTo = mark.DepositedTo ?? DepositedTo,
            Step = mark.Step ?? Step,
            Numbers = mark.Numbers ?? Numbers,
        };
    }

    /// <summary>Whether a fact is meant: the same rule as Storage's query, which a test compares.</summary>
    public bool Admits(ApplicationFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return (Edition is null || fact.Edition == Edition)
            && (Stage is null || fact.Stage == Stage)
            && (Ministry is null || (fact.Ministry ?? "") == Ministry)
            && (
                Technique is null
                || (Technique.Length == 0 ? fact.Techniques.IsEmpty : fact.Techniques.Contains(Technique))
            )
            && (DepositedFrom is null || fact.DepositedAt >= ParisTime.StartOf(DepositedFrom.Value))
            && (DepositedTo is null || fact.DepositedAt < ParisTime.StartAfter(DepositedTo.Value))
            && (Step is null || fact.DelayOf(Step.Value) is not null)
            && (Numbers is null || Numbers.Numbers.Contains(fact.Number))
            && (Search is null || Search.AreFoundIn(fact.SearchText));
    }

    /// <summary>Those of many that are meant.</summary>
    public IEnumerable<ApplicationFact> Admitted(IEnumerable<ApplicationFact> facts) => facts.Where(Admits);
}
