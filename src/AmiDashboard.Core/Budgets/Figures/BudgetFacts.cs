using System.Collections.Immutable;
using AmiDashboard.Core.Applications.Figures;

namespace AmiDashboard.Core.Budgets.Figures;

/// <summary>What every figure of budgets is folded from, as the one who reads may know it.</summary>
/// <param name="Projects">By number: those with an entry, a convention, or a decision that grants.</param>
/// <param name="Editions">By number: those whose whole the viewer sees; envelopes are of whole editions.</param>
public sealed record BudgetFacts(
    ImmutableDictionary<int, ProjectBudget> Projects,
    ImmutableDictionary<int, EditionBudget> Editions
)
{
    public static readonly BudgetFacts None = new(
        ImmutableDictionary<int, ProjectBudget>.Empty,
        ImmutableDictionary<int, EditionBudget>.Empty
    );

    /// <summary>The projects that the scope admits, by number.</summary>
    public IEnumerable<ProjectBudget> Admitted(FigureScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return Projects
            .Values.Where(project => scope.Admits(project.Application, project.Edition, project.Number))
            .OrderBy(project => project.Number);
    }
}

/// <summary>An edition's envelope: what moved it, and what its projects took of it.</summary>
/// <param name="Balances">
/// Of the entries that move the envelope (<see cref="LedgerRules.MovesEnvelope"/>): their dates follow one another over the
/// whole edition, as a series needs them to. What is committed, contracted and paid is the sum over the projects.
/// </param>
/// <param name="Action">The PIA action that the envelope is a part of.</param>
public sealed record EditionBudget(int Edition, string Name, string? Action, BalanceSeries Balances);
