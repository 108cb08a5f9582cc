using System.Collections.Immutable;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes.Figures;
using AmiDashboard.Core.Scores.Figures;

namespace AmiDashboard.Core.Dashboards;

/// <summary>What one viewer may know of the programme, all subjects of one version of the data.</summary>
/// <param name="Applications">Null where the viewer has no right to figures.</param>
/// <param name="Reviews">How far the reviews are, by edition; without scores and names. Null like <paramref name="Applications"/>.</param>
/// <param name="Budgets">Null without the right to budgets.</param>
/// <param name="Prototypes">Null without the right to prototypes.</param>
public sealed record ProgrammeFacts(
    IEnumerable<ApplicationFact>? Applications,
    IReadOnlyList<ScoreFacts>? Reviews,
    BudgetFacts? Budgets,
    PrototypeFacts? Prototypes
);

/// <summary>The whole programme as a scope admits it and as it was known at its instant, folded once for every figure.</summary>
public sealed class ProgrammeStanding
{
    private readonly ProgrammeFacts facts;

    private ProgrammeStanding(ProgrammeFacts facts, FigureScope scope)
    {
        (this.facts, Scope) = (facts, scope);
        Applications = facts.Applications is null ? [] : [.. scope.Admitted(facts.Applications)];
        Projects = facts.Budgets is null ? [] : [.. ProjectStanding.Of(facts.Budgets, scope)];
        Plans = facts.Prototypes is null
            ? []
            : [.. facts.Prototypes.Admitted(scope).Select(fact => PlanStanding.Of(fact, scope.AsOf))];
    }

    public FigureScope Scope { get; }

    public DateOnly Day => ParisTime.DayOf(Scope.AsOf);

    public ImmutableArray<ApplicationFact> Applications { get; }

    public ImmutableArray<ProjectStanding> Projects { get; }

    public ImmutableArray<PlanStanding> Plans { get; }

    /// <summary>Of every edition that the scope means.</summary>
    public IEnumerable<ScoreFacts> Reviews =>
        (facts.Reviews ?? []).Where(one => (Scope.Filter.Edition ?? one.Edition.Number) == one.Edition.Number);

    public BudgetFacts Budgets => facts.Budgets ?? BudgetFacts.None;

    /// <summary>Whether whole editions are meant: an envelope says nothing of some of its projects.</summary>
    public bool HasEnvelopes => EnvelopeWaterfall.IsWhole(Budgets, Scope, Projects);

    public static ProgrammeStanding Of(ProgrammeFacts facts, FigureScope scope)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(scope);
        return new(facts, scope);
    }

    /// <summary>Whether what a right shows is in the facts.</summary>
    public bool Knows(Right right) =>
        right switch
        {
            Right.SeeFigures => facts.Applications is not null,
            Right.SeeBudgets => facts.Budgets is not null,
            Right.SeePrototypes => facts.Prototypes is not null,
            _ => throw new ArgumentOutOfRangeException(nameof(right), right, null),
        };
}
