using System.Collections.Immutable;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Budgets.Figures;

namespace AmiDashboard.Core.Prototypes.Figures;

/// <summary>
/// People who tried a prototype, added up month by month: those of trials held, and those that planned trials expect. A
/// trial that should have been held by now is to come this month; nobody is counted once for two trials, since nobody knows
/// who they were.
/// </summary>
/// <param name="Day">The Paris day of the scope's instant.</param>
/// <param name="Months">Those with a trial, in order.</param>
public sealed record TrialPeople(FigureScope Scope, DateOnly Day, ImmutableArray<TrialMonth> Months)
{
    /// <summary>Of trials held.</summary>
    public ProjectSet Tried => ProjectSet.Of(Scope, Months.Select(month => month.Tried));

    public ProjectSet ToCome => ProjectSet.Of(Scope, Months.Select(month => month.ToCome));

    public static TrialPeople Of(PrototypeFacts facts, FigureScope scope)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(scope);
        var day = ParisTime.DayOf(scope.AsOf);
        var months = ImmutableArray.CreateBuilder<TrialMonth>();
        var (agents, citizens) = (PeopleSum.Nobody, PeopleSum.Nobody);
        foreach (
            var month in TrialStanding
                .Of(facts, scope)
                .GroupBy(trial => Period.MonthOf(Horizon.Clamp(OnOf(trial, day), day)))
                .OrderBy(month => month.Key.From)
        )
        {
            agents = agents.With(month.Where(trial => trial.Audience == Audience.Agents));
            citizens = citizens.With(month.Where(trial => trial.Audience == Audience.Citizens));
            months.Add(
                new(
                    month.Key,
                    agents,
                    citizens,
                    ProjectSet.Of(scope, month.Where(trial => trial.IsHeld).Select(trial => trial.Number)),
                    ProjectSet.Of(scope, month.Where(trial => !trial.IsHeld).Select(trial => trial.Number))
                )
            );
        }

        return new(scope, day, months.ToImmutable());
    }

    private static DateOnly OnOf(TrialStanding trial, DateOnly day) => !trial.IsHeld && trial.On < day ? day : trial.On;
}

/// <param name="Tried">Those with a trial held in the month.</param>
/// <param name="ToCome">Those with a trial to come in the month.</param>
public sealed record TrialMonth(Period Month, PeopleSum Agents, PeopleSum Citizens, ProjectSet Tried, ProjectSet ToCome)
{
    public int HeldSoFar => Agents.HeldSoFar + Citizens.HeldSoFar;

    public int ToComeSoFar => Agents.ToComeSoFar + Citizens.ToComeSoFar;
}

/// <summary>People of one audience.</summary>
/// <param name="Held">In trials held in the month.</param>
/// <param name="ToCome">Expected by trials to come in the month.</param>
/// <param name="HeldSoFar">Up to the month, included.</param>
/// <param name="ToComeSoFar">Up to the month, included.</param>
public sealed record PeopleSum(int Held, int ToCome, int HeldSoFar, int ToComeSoFar)
{
    public static readonly PeopleSum Nobody = new(0, 0, 0, 0);

    /// <summary>The next month's, with its trials.</summary>
    internal PeopleSum With(IEnumerable<TrialStanding> trials)
    {
        var people = trials.ToLookup(trial => trial.IsHeld, trial => trial.People);
        var (held, toCome) = (people[true].Sum(), people[false].Sum());
        return new(held, toCome, HeldSoFar + held, ToComeSoFar + toCome);
    }
}
