using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace AmiDashboard.Core.Dashboards;

/// <summary>
/// A figure with the rows it was computed from: a sum is their amounts added up, a ratio the sum of their amounts over the
/// sum of what they are measured against. Nothing else goes into it.
/// </summary>
/// <param name="Parts">By edition, then number; those that contribute nothing are left out.</param>
public sealed record FigureReading(FigureValue Value, ImmutableArray<FigurePart> Parts);

/// <summary>A figure at an instant.</summary>
/// <param name="Amount">Σ of the parts' amounts.</param>
/// <param name="Of">Σ of what they are measured against; unused in a sum.</param>
/// <param name="Sources">How many applications or projects it is computed from.</param>
public sealed record FigureValue(KeyFigure Figure, decimal Amount, decimal Of, int Sources)
{
    /// <summary>In the figure's unit: whole cents for money, 0 to 1 for a share; null for a ratio to nothing.</summary>
    public decimal? Number =>
        Figure.Rule == FigureRule.Sum ? Amount
        : Of == 0 ? null
        : Amount / Of;

    /// <summary>The number less an earlier one; null where either is not known.</summary>
    public decimal? Since(FigureValue? earlier) => Number - earlier?.Number;
}

/// <summary>What one application, project or edition brings to a figure.</summary>
/// <param name="Number">The application's; null for what belongs to an edition as a whole.</param>
/// <param name="Amount">In the figure's unit: cents, minutes, points, or 1 for a count.</param>
/// <param name="Of">What the amount is measured against in a ratio; unused in a sum.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FigurePart(int Edition, int? Number, decimal Amount, decimal Of = 0);
