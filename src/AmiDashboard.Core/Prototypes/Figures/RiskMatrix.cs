using System.Collections.Immutable;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Budgets.Figures;

namespace AmiDashboard.Core.Prototypes.Figures;

/// <summary>How much a risk weighs, by its criticality.</summary>
public enum RiskBand
{
    /// <summary>1 to 3.</summary>
    Low,

    /// <summary>4 to 6.</summary>
    Moderate,

    /// <summary>8 or 9.</summary>
    High,

    /// <summary>12 or 16.</summary>
    Critical,
}

/// <summary>The risks that each prototype's last published report names, by probability and impact.</summary>
/// <param name="Cells">All of them: by probability, then by impact, both from 1.</param>
/// <param name="Risks">The most critical first.</param>
/// <param name="Reporting">Prototypes with a report.</param>
public sealed record RiskMatrix(
    FigureScope Scope,
    ImmutableArray<RiskCell> Cells,
    ImmutableArray<NamedRisk> Risks,
    ProjectSet Reporting
)
{
    public RiskCell Cell(int probability, int impact) => Cells[((probability - 1) * Risk.Highest) + impact - 1];

    public static RiskMatrix Of(PrototypeFacts facts, FigureScope scope)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(scope);
        (PrototypeFact Fact, MonthlyReport Report)[] reports =
        [
            .. facts
                .Admitted(scope)
                .Select(fact => (fact, fact.ReportAt(scope.AsOf)))
                .Where(one => one.Item2 is not null)
                .Select(one => (one.fact, one.Item2!)),
        ];
        ImmutableArray<NamedRisk> risks =
        [
            .. reports
                .SelectMany(one =>
                    one.Report.Text.Risks.Select(risk => new NamedRisk(
                        one.Fact.Number,
                        one.Fact.Title,
                        one.Report.Month,
                        risk
                    ))
                )
                .OrderByDescending(one => one.Risk.Criticality)
                .ThenByDescending(one => one.Risk.Impact)
                .ThenBy(one => one.Number),
        ];
        var byCell = risks.ToLookup(one => (one.Risk.Probability, one.Risk.Impact));
        return new(
            scope,
            [
                .. from probability in Enumerable.Range(1, Risk.Highest)
                from impact in Enumerable.Range(1, Risk.Highest)
                let some = byCell[(probability, impact)].ToImmutableArray()
                select new RiskCell(
                    probability,
                    impact,
                    some.Length,
                    ProjectSet.Of(scope, some.Select(one => one.Number))
                ),
            ],
            risks,
            ProjectSet.Of(scope, reports.Select(one => one.Fact.Number))
        );
    }

    public static RiskBand BandOf(int criticality) =>
        criticality switch
        {
            < 4 => RiskBand.Low,
            < 8 => RiskBand.Moderate,
            < 12 => RiskBand.High,
            _ => RiskBand.Critical,
        };
}

/// <param name="Probability">1 to 4.</param>
/// <param name="Impact">1 to 4.</param>
public sealed record RiskCell(int Probability, int Impact, int Risks, ProjectSet Projects)
{
    public int Criticality => Probability * Impact;

    public RiskBand Band => RiskMatrix.BandOf(Criticality);
}

/// <param name="Month">The first day of the month that the report speaks of.</param>
public sealed record NamedRisk(int Number, string Title, DateOnly Month, Risk Risk)
{
    public RiskBand Band => RiskMatrix.BandOf(Risk.Criticality);
}
