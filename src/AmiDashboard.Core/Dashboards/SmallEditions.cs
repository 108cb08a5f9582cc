using System.Collections.Immutable;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.People;

namespace AmiDashboard.Core.Dashboards;

/// <summary>
/// A programme without its small editions: one of which a scope admits one to four applications (or projects with money, or
/// prototypes) is left out of all that is shown of that subject. With it, the whole less the other editions would tell of it.
/// </summary>
/// <param name="Applications">Editions left out of what is shown of applications, in order; and so on.</param>
public sealed record SmallEditions(
    ProgrammeFacts Facts,
    ImmutableSortedSet<int> Applications,
    ImmutableSortedSet<int> Projects,
    ImmutableSortedSet<int> Plans
)
{
    /// <summary>Left out of anything, in order.</summary>
    public ImmutableSortedSet<int> Any => Applications.Union(Projects).Union(Plans);

    /// <summary>
    /// Whether nothing may be shown of a subject: all that is known of it was left out, and zeros in its place would be false.
    /// </summary>
    /// <param name="kept">A standing of <see cref="Facts"/>.</param>
    /// <param name="subject">The right that shows it.</param>
    public bool HidesAllOf(ProgrammeStanding kept, Right subject)
    {
        var left = subject switch
        {
            Right.SeeFigures => Applications,
            Right.SeeBudgets => Projects,
            _ => Plans,
        };
        return SmallNumbers.IsSmall(kept, subject) || (!left.IsEmpty && SmallNumbers.Known(kept, subject) == 0);
    }

    public static SmallEditions LeftOutOf(ProgrammeFacts facts, FigureScope scope)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var standing = ProgrammeStanding.Of(facts, scope);
        var applications = Small(standing.Applications.Select(fact => fact.Edition));
        var projects = Small(standing.Projects.Where(one => one.HasMoney).Select(one => one.Project.Edition));
        var plans = Small(standing.Plans.Select(plan => plan.Fact.Edition));
        var kept = facts with
        {
            Applications = applications.IsEmpty
                ? facts.Applications
                : facts.Applications?.Where(fact => !applications.Contains(fact.Edition)).ToList(),
            Reviews = facts.Reviews?.Where(one => !applications.Contains(one.Edition.Number)).ToList(),
            Budgets = facts.Budgets is { } budgets
                ? budgets with
                {
                    Projects = budgets.Projects.RemoveRange(
                        budgets.Projects.Where(one => projects.Contains(one.Value.Edition)).Select(one => one.Key)
                    ),
                    Editions = budgets.Editions.RemoveRange(projects),
                }
                : null,
            Prototypes = facts.Prototypes is { } prototypes
                ? prototypes with
                {
                    Prototypes = prototypes.Prototypes.RemoveRange(
                        prototypes.Prototypes.Where(one => plans.Contains(one.Value.Edition)).Select(one => one.Key)
                    ),
                }
                : null,
        };
        return new(kept, applications, projects, plans);
    }

    private static ImmutableSortedSet<int> Small(IEnumerable<int> editions) =>
        [
            .. editions
                .GroupBy(edition => edition)
                .Where(group => SmallNumbers.IsSmall(group.Count()))
                .Select(group => group.Key),
        ];
}
