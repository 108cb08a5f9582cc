using System.Collections.Immutable;
using AmiDashboard.Core.Applications.Figures;

namespace AmiDashboard.Core.Prototypes.Figures;

/// <summary>
/// What the euros paid have bought: prototypes tried, and people who tried them. Sums take in what was paid to prototypes
/// that nobody has tried, since that was the price too.
/// </summary>
/// <param name="Rows">By number.</param>
/// <param name="Editions">By edition.</param>
public sealed record TrialCost(
    FigureScope Scope,
    ImmutableArray<ProjectTrialCost> Rows,
    ImmutableArray<EditionTrialCost> Editions,
    PaidTrials Total
)
{
    public static TrialCost Of(PrototypeFacts facts, FigureScope scope)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ImmutableArray<ProjectTrialCost> rows =
        [
            .. facts
                .Admitted(scope)
                .Select(fact => new ProjectTrialCost(
                    fact.Number,
                    fact.Edition,
                    fact.Title,
                    PaidTrials.Of(fact, scope.AsOf)
                )),
        ];
        return new(
            scope,
            rows,
            [
                .. rows.GroupBy(row => row.Edition)
                    .OrderBy(edition => edition.Key)
                    .Select(edition => new EditionTrialCost(
                        edition.Key,
                        PaidTrials.Sum(edition.Select(row => row.Trials))
                    )),
            ],
            PaidTrials.Sum(rows.Select(row => row.Trials))
        );
    }
}

public sealed record ProjectTrialCost(int Number, int Edition, string Title, PaidTrials Trials);

public sealed record EditionTrialCost(int Edition, PaidTrials Trials);

/// <param name="Paid">Null where nothing was granted, or where the viewer may not see budgets.</param>
/// <param name="Prototypes">With at least one trial held.</param>
/// <param name="People">In trials held.</param>
public sealed record PaidTrials(Money? Paid, int Prototypes, int People)
{
    /// <summary>To the nearest cent; null where nothing was tried.</summary>
    public Money? PerPrototype => Prototypes > 0 ? Paid?.Times(1m / Prototypes) : null;

    /// <summary>To the nearest cent; null where nothing was tried.</summary>
    public Money? PerPerson => People > 0 ? Paid?.Times(1m / People) : null;

    /// <param name="asOf">UTC.</param>
    internal static PaidTrials Of(PrototypeFact fact, DateTime asOf)
    {
        var day = ParisTime.DayOf(asOf);
        TrialStanding[] held = [.. TrialStanding.Of(fact, asOf).Where(trial => trial.IsHeld)];
        return new(
            fact.Budget?.Balances.At(day, knownOn: day).Paid,
            held.Length > 0 ? 1 : 0,
            held.Sum(trial => trial.People)
        );
    }

    internal static PaidTrials Sum(IEnumerable<PaidTrials> parts)
    {
        PaidTrials[] all = [.. parts];
        Money[] paid = [.. all.Select(one => one.Paid).OfType<Money>()];
        return new(
            paid.Length > 0 ? Money.Sum(paid) : null,
            all.Sum(one => one.Prototypes),
            all.Sum(one => one.People)
        );
    }
}
