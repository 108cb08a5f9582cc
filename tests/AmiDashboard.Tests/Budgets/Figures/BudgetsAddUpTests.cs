using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Budgets.Figures;
using CsCheck;

namespace AmiDashboard.Budgets.Figures;

/// <summary>Whatever the programme, the filter and the day: the figures say the same to the cent, and marks list what they count.</summary>
public sealed class BudgetsAddUpTests
{
    private static readonly Gen<(BudgetFacts Facts, FigureScope Scope)> Programmes =
        from projects in Gen.Int[0, 24]
        from later in Gen.Int[0, 24]
        from late in Gen.Int[0, 200]
        from day in Gen.Int[0, 900]
        from back in Gen.Int[0, 300]
        from edition in Gen.Int[0, 2]
        let asOf = SomeBudgets.At(10, 1, 2018).AddDays(day)
        select (
            new BudgetProgramme
            {
                Projects = projects,
                Later = Math.Min(later, projects),
                MostDaysLate = late,
                MinistryOf = index => index % 3 == 0 ? null : $"Ministère {index % 4}",
            }.Draw(asOf),
            SomeBudgets.Scope(
                asOf.AddDays(-back),
                edition == 0 ? ApplicationFilter.All : new ApplicationFilter { Edition = edition }
            )
        );

    [Fact]
    public void What_is_paid_and_expected_is_the_schedule_and_no_figure_disagrees() =>
        Programmes.Sample(
            one =>
            {
                var (facts, scope) = one;
                var sums = Trajectory.Of(facts, scope).Sums;
                var envelope = EnvelopeWaterfall.Of(facts, scope).Sum;
                var calendar = PaymentCalendar.Of(facts, scope);
                var euros = EuroTable.Of(facts, scope).Totals.Balance;
                Assert.Equal(sums.Planned, sums.Paid + sums.Expected);
                Assert.Equal(sums.Paid, envelope.Paid);
                Assert.Equal(sums.Expected, calendar.Due.Amount + calendar.Overdue.Amount);
                Assert.Equal(euros, MinistryBudgets.Of(facts, scope).Sum);
                Assert.Equal((euros.Granted, euros.Contracted), (envelope.Granted, envelope.Contracted));
                Assert.Equal(sums.Gap, Money.Sum(ProjectBudgets.Of(facts, scope).Projects.Select(row => row.Gap)));
            },
            iter: 300
        );

    [Fact]
    public void Quarters_and_groups_add_up_to_the_whole() =>
        Programmes.Sample(
            one =>
            {
                var (facts, scope) = one;
                var trajectory = Trajectory.Of(facts, scope);
                var sums = trajectory.Sums;
                Assert.Equal(sums.Planned, Money.Sum(trajectory.Quarters.Select(quarter => quarter.Planned)));
                Assert.Equal(sums.Forecast, Money.Sum(trajectory.Quarters.Select(quarter => quarter.Forecast)));
                Assert.Equal(sums.Gap, Money.Sum(trajectory.Quarters.Select(quarter => quarter.Gap ?? Money.Zero)));
                foreach (var group in Enum.GetValues<TrajectoryGroup>())
                {
                    var rows = Trajectory.By(group, facts, scope);
                    Assert.Equal(sums.Gap, Money.Sum(rows.Select(row => row.Sums.Gap)));
                    Assert.Equal(sums.YearForecast, Money.Sum(rows.Select(row => row.Sums.YearForecast)));
                }
            },
            iter: 300
        );

    [Fact]
    public void Every_set_lists_as_many_projects_as_it_counts() =>
        Programmes.Sample(
            one =>
            {
                var (facts, scope) = one;
                foreach (var set in SetsOf(facts, scope).Where(set => set.Rows is not null))
                {
                    Assert.Equal(set.Count, facts.Admitted(scope with { Filter = set.Rows! }).Count());
                }

                foreach (var ministry in MinistryBudgets.Of(facts, scope).Ministries)
                {
                    Assert.Equal(
                        ministry.Projects.Count,
                        facts.Admitted(scope with { Filter = ministry.Rows! }).Count()
                    );
                }
            },
            iter: 300
        );

    private static IEnumerable<ProjectSet> SetsOf(BudgetFacts facts, FigureScope scope) =>
        [
            .. EnvelopeWaterfall.Of(facts, scope).Steps.Select(step => step.Projects).OfType<ProjectSet>(),
            .. EnvelopeWaterfall.Of(facts, scope).Editions.Select(edition => edition.Projects),
            .. Trajectory.Of(facts, scope).Quarters.Select(quarter => quarter.Projects),
            .. PaymentCalendar
                .Of(facts, scope)
                .Months.SelectMany(month =>
                    (ProjectSet[])[month.Due.Projects, month.Overdue.Projects, month.Paid.Projects]
                ),
            .. MissingDocuments.Of(facts, scope).Classes.Select(one => one.Projects),
            .. BudgetAlerts.Of(facts, scope).Counts.Select(count => count.Projects),
        ];
}
