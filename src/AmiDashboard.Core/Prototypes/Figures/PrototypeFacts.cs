using System.Collections.Immutable;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Budgets.Figures;

namespace AmiDashboard.Core.Prototypes.Figures;

/// <summary>What every figure of prototypes is folded from, as the one who reads may know it.</summary>
/// <param name="Prototypes">By number.</param>
public sealed record PrototypeFacts(ImmutableDictionary<int, PrototypeFact> Prototypes)
{
    public static readonly PrototypeFacts None = new(ImmutableDictionary<int, PrototypeFact>.Empty);

    /// <summary>Those that the scope admits and whose support was known of at its instant, by number.</summary>
    public IEnumerable<PrototypeFact> Admitted(FigureScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return Prototypes
            .Values.Where(one =>
                one.Plan.StartedAt <= scope.AsOf && scope.Admits(one.Application, one.Edition, one.Number)
            )
            .OrderBy(one => one.Number);
    }
}

/// <summary>
/// One prototype's contribution to every figure: replaced whole when something of it changes. Its rows are never changed
/// once they are here.
/// </summary>
public sealed record PrototypeFact
{
    public required int Number { get; init; }

    public required int Edition { get; init; }

    public required string Title { get; init; }

    /// <summary>Its milestones in the order of the plan, their revisions oldest first.</summary>
    public required Prototype Plan { get; init; }

    /// <summary>Null once its dossier is purged at the source, or where the viewer may not see applications.</summary>
    public ApplicationFact? Application { get; init; }

    /// <summary>Null where nothing was granted, or where the viewer may not see budgets.</summary>
    public ProjectBudget? Budget { get; init; }

    /// <summary>Steps oldest first.</summary>
    public ImmutableArray<SupportSession> Sessions { get; init; } = [];

    /// <summary>The published ones, by month.</summary>
    public ImmutableArray<MonthlyReport> Reports { get; init; } = [];

    /// <summary>Steps oldest first.</summary>
    public ImmutableArray<UserTrial> Trials { get; init; } = [];

    public ImmutableArray<ReadinessProof> Proofs { get; init; } = [];

    /// <summary>Oldest first.</summary>
    public ImmutableArray<Evaluation> Evaluations { get; init; } = [];

    /// <summary>Oldest first.</summary>
    public ImmutableArray<RollOutVerdict> Verdicts { get; init; } = [];

    public string? Ministry => Application?.Ministry;

    /// <summary>The last published at an instant (UTC); null before the first.</summary>
    public MonthlyReport? ReportAt(DateTime asOf) => Reports.LastOrDefault(report => report.PublishedAt <= asOf);
}
