using System.Collections.Immutable;

namespace AmiDashboard.Core.Prototypes;

/// <summary>From which the plans of an edition's prototypes are drawn; plans drawn already do not follow its changes.</summary>
public sealed class PlanTemplate
{
    public int Id { get; init; }

    public required int Edition { get; init; }

    public required ImmutableArray<TemplateMilestone> Milestones { get; set; }

    public int Version { get; set; }

    /// <summary>What an edition begins with: the six stages in their usual months, weighing 100 points together.</summary>
    public static ImmutableArray<TemplateMilestone> Usual { get; } =
    [
        new(MilestonePhase.Framing, "Cadrage validé avec le métier", 10, "Chef de projet", 1, 0, []),
        new(MilestonePhase.Data, "Données accessibles et décrites", 10, "Responsable des données", 2, 0, [1]),
        new(MilestonePhase.Data, "Jeu d’apprentissage annoté", 15, "Responsable des données", 3, 15, [2]),
        new(MilestonePhase.Model, "Premier modèle mesuré", 15, "Data scientist", 5, 0, [3]),
        new(MilestonePhase.Model, "Modèle retenu", 10, "Data scientist", 6, 0, [4]),
        new(MilestonePhase.Prototype, "Prototype utilisable", 15, "Développeur", 7, 15, [5]),
        new(MilestonePhase.Trial, "Essai avec les utilisateurs préparé", 5, "Chef de projet", 7, 15, [1]),
        new(MilestonePhase.Trial, "Essai avec les utilisateurs mené", 10, "Chef de projet", 9, 0, [6, 7]),
        new(MilestonePhase.Review, "Bilan et suites décidées", 10, "Chef de projet", 10, 0, [8]),
    ];
}

/// <summary>A milestone of a template, at so many months and days after support begins.</summary>
/// <param name="Weight">Points. From 1 to 100.</param>
/// <param name="Months">From 0 to the months of support.</param>
/// <param name="Days">On top of the months. From 0 to 30.</param>
/// <param name="After">Positions (from 1) of earlier ones that it waits for.</param>
public sealed record TemplateMilestone(
    MilestonePhase Phase,
    string Name,
    int Weight,
    string Owner,
    int Months,
    int Days,
    ImmutableArray<int> After
)
{
    /// <summary>The Paris day it falls on where support begins on another: months first, clipped to their last day.</summary>
    public DateOnly On(DateOnly start) => start.AddMonths(Months).AddDays(Days);

    public bool Equals(TemplateMilestone? other) =>
        other is not null
        && (Phase, Name, Weight, Owner, Months, Days)
            == (other.Phase, other.Name, other.Weight, other.Owner, other.Months, other.Days)
        && After.SequenceEqual(other.After);

    public override int GetHashCode() => HashCode.Combine(Phase, Name, Weight, Owner, Months, Days);
}
