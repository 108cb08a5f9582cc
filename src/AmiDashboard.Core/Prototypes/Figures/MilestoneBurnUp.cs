using System.Collections.Immutable;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Budgets.Figures;

namespace AmiDashboard.Core.Prototypes.Figures;

/// <summary>
/// Points of weight planned by the baselines, earned and expected, added up: what <see cref="Trajectory"/> is for euros. A
/// milestone earns its points whole, on the day it is reached.
/// </summary>
/// <param name="Day">The Paris day of the scope's instant.</param>
/// <param name="Points">All there are to earn.</param>
/// <param name="PlannedToDate">Up to the day, included.</param>
/// <param name="GapDays">See <see cref="EarnedSchedule"/>: negative where the milestones are behind; null where it says nothing.</param>
/// <param name="PlannedEnd">Paris day of the last baseline; null where there is no milestone.</param>
/// <param name="ExpectedEnd">Paris day on which the last milestone is expected, or was reached.</param>
/// <param name="Levels">Cumulative, at the end of each month and of <paramref name="Day"/>, in order.</param>
/// <param name="Months">Without a gap; empty where there is no milestone.</param>
public sealed record MilestoneBurnUp(
    FigureScope Scope,
    DateOnly Day,
    int Points,
    int PlannedToDate,
    int Earned,
    int? GapDays,
    DateOnly? PlannedEnd,
    DateOnly? ExpectedEnd,
    ImmutableArray<BurnUpLevel> Levels,
    ImmutableArray<BurnUpMonth> Months
)
{
    /// <summary>Points earned less those planned to date: negative where the milestones are behind.</summary>
    public int Gap => Earned - PlannedToDate;

    public static MilestoneBurnUp Of(PrototypeFacts facts, FigureScope scope)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(scope);
        return new BurnUpFold(
            [.. facts.Admitted(scope).Select(fact => PlanStanding.Of(fact, scope.AsOf))],
            scope
        ).ToFigure();
    }
}

/// <summary>Points at the end of a day.</summary>
/// <param name="Earned">Null after the figure's day: nothing is known yet.</param>
/// <param name="Expected">Null before it.</param>
public sealed record BurnUpLevel(DateOnly Day, int Planned, int? Earned, int? Expected);

/// <summary>What a month was meant to earn, what it did, and what it is expected to.</summary>
/// <param name="Earned">Null for a month that has not begun.</param>
/// <param name="Expected">Earned in it, and expected in it.</param>
/// <param name="End">Cumulative, at its last day; of the month under way, what is earned so far.</param>
/// <param name="Projects">Those with a milestone planned, reached or expected in it.</param>
public sealed record BurnUpMonth(
    Period Month,
    int Planned,
    int? Earned,
    int Expected,
    BurnUpLevel End,
    ProjectSet Projects
);
