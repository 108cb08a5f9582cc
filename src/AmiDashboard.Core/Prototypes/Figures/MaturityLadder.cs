using System.Collections.Immutable;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Budgets.Figures;

namespace AmiDashboard.Core.Prototypes.Figures;

/// <summary>How ready each prototype is: a level is reached once it and all below it have a proof.</summary>
/// <param name="Rows">The readiest first, then by number.</param>
public sealed record MaturityLadder(FigureScope Scope, ImmutableArray<MaturityRow> Rows)
{
    public static readonly int Levels = Enum.GetValues<ReadinessLevel>().Length;

    public ProjectSet WithGap => ProjectSet.Of(Scope, Rows.Where(row => row.HasGap).Select(row => row.Number));

    /// <summary>Those that stand on a level, and on none above it; on none at all where it is null.</summary>
    public ProjectSet On(ReadinessLevel? level) =>
        ProjectSet.Of(Scope, Rows.Where(row => row.Level == level).Select(row => row.Number));

    public static MaturityLadder Of(PrototypeFacts facts, FigureScope scope)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new(
            scope,
            [
                .. facts
                    .Admitted(scope)
                    .Select(fact => MaturityRow.Of(fact, scope.AsOf))
                    .OrderByDescending(row => row.Reached)
                    .ThenBy(row => row.Number),
            ]
        );
    }
}

/// <param name="Proofs">How many count for each level, the lowest first.</param>
public sealed record MaturityRow(int Number, string Title, ImmutableArray<int> Proofs)
{
    /// <summary>Levels reached, each with all below it. From 0.</summary>
    public int Reached => Proofs.TakeWhile(proofs => proofs > 0).Count();

    /// <summary>The highest of them; null where the lowest has no proof.</summary>
    public ReadinessLevel? Level => Reached > 0 ? (ReadinessLevel)(Reached - 1) : null;

    /// <summary>Whether a proof stands above a level without one.</summary>
    public bool HasGap => Proofs.Skip(Reached).Any(proofs => proofs > 0);

    public RungState StateOf(ReadinessLevel level) =>
        (int)level < Reached ? RungState.Reached
        : Proofs[(int)level] > 0 ? RungState.Unsupported
        : Proofs.Skip((int)level + 1).Any(proofs => proofs > 0) ? RungState.Gap
        : RungState.Missing;

    /// <param name="asOf">UTC.</param>
    internal static MaturityRow Of(PrototypeFact fact, DateTime asOf)
    {
        var proofs = fact.Proofs.Where(proof => proof.CountsAt(asOf)).ToLookup(proof => proof.Level);
        return new(
            fact.Number,
            fact.Title,
            [.. Enum.GetValues<ReadinessLevel>().Select(level => proofs[level].Count())]
        );
    }
}

/// <summary>How a level of one prototype stands.</summary>
public enum RungState
{
    /// <summary>It has a proof, and so have all below it.</summary>
    Reached,

    /// <summary>It has a proof, and one below it has none.</summary>
    Unsupported,

    /// <summary>It has no proof, and one above it has.</summary>
    Gap,

    /// <summary>Neither it nor any above has a proof.</summary>
    Missing,
}
