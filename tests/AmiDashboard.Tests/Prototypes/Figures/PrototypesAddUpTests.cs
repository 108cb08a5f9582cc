using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Prototypes.Figures;
using CsCheck;
using static AmiDashboard.Prototypes.Figures.SomePrototypes;

namespace AmiDashboard.Prototypes.Figures;

/// <summary>Whatever the programme, the filter and the day: figures agree, and none knows what was recorded later.</summary>
public sealed class PrototypesAddUpTests
{
    private static readonly Gen<(PrototypeFacts Facts, FigureScope Scope)> Programmes =
        from projects in Gen.Int[0, 12]
        from later in Gen.Int[0, 12]
        from late in Gen.Int[1, 60]
        from day in Gen.Int[0, 900]
        from back in Gen.Int[0, 300]
        from edition in Gen.Int[0, 2]
        let asOf = At(12, 1, 2018).AddDays(day)
        select (
            new PrototypeProgramme
            {
                Projects = projects,
                Later = Math.Min(later, projects),
                MostDaysLate = late,
            }.Draw(asOf),
            SomePrototypes.Scope(
                asOf.AddDays(-back),
                edition == 0 ? ApplicationFilter.All : new ApplicationFilter { Edition = edition }
            )
        );

    [Fact]
    public void Months_add_up_to_the_whole_and_no_figure_disagrees() =>
        Programmes.Sample(
            one =>
            {
                var (facts, scope) = one;
                var plans = PlanPortfolio.Of(facts, scope);
                var burnUp = MilestoneBurnUp.Of(facts, scope);
                var support = SupportHours.Of(facts, scope);
                Assert.Equal(plans.Rows.Sum(row => row.Plan.Weight), burnUp.Points);
                Assert.Equal(plans.Rows.Sum(row => row.Plan.EarnedWeight), burnUp.Earned);
                Assert.Equal(plans.Rows.Sum(row => row.Plan.PlannedWeight), burnUp.PlannedToDate);
                Assert.Equal(burnUp.Points, burnUp.Months.Sum(month => month.Planned));
                Assert.Equal(burnUp.Points, burnUp.Months.Sum(month => month.Expected));
                Assert.Equal(burnUp.Earned, burnUp.Months.Sum(month => month.Earned ?? 0));
                Assert.All(
                    support.Tracks,
                    track =>
                        Assert.Equal(track.Sum, SupportSum.Of(support.Months.Select(month => month.Of(track.Track))))
                );
                Assert.Equal(
                    plans.Rows.Select(row => row.Number).Order(),
                    WeatherGrid.Of(facts, scope).Rows.Select(row => row.Number).Order()
                );
            },
            iter: 200
        );

    [Fact]
    public void What_was_recorded_later_changes_nothing() =>
        Programmes.Sample(
            one =>
            {
                var (facts, scope) = one;
                Assert.Equal(Told(Known(facts, scope.AsOf), scope), Told(facts, scope));
            },
            iter: 200
        );

    private static string Told(PrototypeFacts facts, FigureScope scope)
    {
        var burnUp = MilestoneBurnUp.Of(facts, scope);
        var support = SupportHours.Of(facts, scope);
        return string.Join(
            '\n',
            [
                .. PlanPortfolio
                    .Of(facts, scope)
                    .Rows.Select(row => $"{row.Number} {row.ExpectedEnd} {row.Overdue} {row.Next?.ExpectedOn}"),
                $"{burnUp.Earned} {burnUp.GapDays} {burnUp.ExpectedEnd}",
                .. burnUp.Levels.Select(level => $"{level}"),
                .. WeatherGrid
                    .Of(facts, scope)
                    .Rows.Select(row => $"{row.Number} {row.AgeDays} {row.IsStale} {string.Join(' ', row.Months)}"),
                .. support.Tracks.Select(track => $"{track}"),
                .. support.Months.Select(month => $"{month.Month} {month.Technical} {month.Strategic}"),
            ]
        );
    }

    /// <summary>The same facts without what was recorded after an instant.</summary>
    private static PrototypeFacts Known(PrototypeFacts facts, DateTime asOf) =>
        SomePrototypes.Facts([.. facts.Prototypes.Values.Select(fact => Known(fact, asOf))]);

    private static PrototypeFact Known(PrototypeFact fact, DateTime asOf)
    {
        var plan = SomePrototypes
            .Project(fact.Number, fact.Ministry, fact.Edition, fact.Plan.StartsOn, fact.Title)
            .Plan;
        foreach (var milestone in fact.Plan.Milestones)
        {
            var copy = new Milestone
            {
                Edition = milestone.Edition,
                Number = milestone.Number,
                Position = milestone.Position,
                Phase = milestone.Phase,
                Name = milestone.Name,
                Weight = milestone.Weight,
                Owner = milestone.Owner,
                BaselineOn = milestone.BaselineOn,
                After = milestone.After,
            };
            copy.Revisions.AddRange(milestone.Revisions.Where(revision => revision.RecordedAt <= asOf));
            plan.Milestones.Add(copy);
        }

        return fact with
        {
            Plan = plan,
            Reports = [.. fact.Reports.Where(report => report.PublishedAt <= asOf)],
            Sessions = [.. fact.Sessions.Select(session => Known(session, asOf))],
        };
    }

    private static SupportSession Known(SupportSession session, DateTime asOf)
    {
        var known = new SupportSession
        {
            Edition = session.Edition,
            Number = session.Number,
            Track = session.Track,
        };
        known.Steps.AddRange(session.Steps.Where(step => step.RecordedAt <= asOf));
        return known;
    }
}
