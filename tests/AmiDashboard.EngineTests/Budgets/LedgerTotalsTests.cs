using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Budgets.Figures;
using AmiDashboard.Core.People;
using AmiDashboard.Demonstration;
using AmiDashboard.Engines;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Budgets;
using AmiDashboard.Storage.Demonstration;

namespace AmiDashboard.Budgets;

/// <summary>
/// Every total that a figure of budgets shows, against a sum in SQL over the entries, on three past days of the demonstration
/// programme, for who sees everything, one edition, or some projects.
/// </summary>
public sealed class LedgerTotalsTests
{
    [Theory, OnBothEngines]
    public async Task Every_total_is_the_sum_of_its_entries(TestEngine engine)
    {
        await using var store = await PlacedProgramme.CopyAsync(engine);
        await using var context = store.Get<Store>().Read(Viewer.Product, Right.None);
        var entries = await store.EntriesAsync();
        var some = entries.Select(entry => entry.Number).OfType<int>().Distinct().Order().Where((_, at) => at % 3 == 0);
        Perimeter[] perimeters = [Perimeter.Everything, Perimeter.OfEdition(1), Perimeter.OfApplications(some)];
        foreach (var quarter in new[] { 1, 2, 3 })
        {
            var day = entries[entries.Count * quarter / 4].AccountingDate;
            foreach (var perimeter in perimeters)
            {
                var viewer = SampleBudgets.Person(60, Profile.Leadership, perimeter);
                var asOf = ParisTime.StartOf(day.AddDays(1)).AddSeconds(-1);
                var past = await store.Get<BudgetFigures>().RunAsync(viewer, new(ApplicationFilter.All, asOf));
                var sums = new SumsOfDay(context, perimeter, day);
                await AssertStandingAsync(sums, past.Facts, past.Scope);
                await AssertTrajectoryAsync(sums, past.Facts, past.Scope);
                var now = await store.Get<BudgetFigures>().RunAsync(viewer, new(ApplicationFilter.All));
                await AssertSgpiAsync(sums, now.Facts, now.Scope);
            }
        }
    }

    private static async Task AssertStandingAsync(SumsOfDay sums, BudgetFacts facts, FigureScope scope)
    {
        var (granted, committed, contracted, paid) = (
            await sums.OfAsync("Granted"),
            await sums.OfAsync("Committed"),
            await sums.OfAsync("Contracted"),
            await sums.OfAsync("Paid")
        );
        Assert.NotEqual(0, granted);

        var waterfall = EnvelopeWaterfall.Of(facts, scope);
        var (envelope, fees) = (await sums.OfWholeAsync("Envelope"), await sums.OfWholeAsync("Fees"));
        Assert.Equal(envelope != 0, waterfall.HasEnvelope);
        var steps = waterfall.Steps.ToDictionary(step => step.Kind, step => step.Amount.Cents);
        Dictionary<EnvelopeStepKind, long> expected = new()
        {
            [EnvelopeStepKind.Granted] = granted,
            [EnvelopeStepKind.ToCommit] = granted - committed,
            [EnvelopeStepKind.Committed] = committed,
            [EnvelopeStepKind.ToContract] = committed - contracted,
            [EnvelopeStepKind.Contracted] = contracted,
            [EnvelopeStepKind.Remaining] = contracted - paid,
            [EnvelopeStepKind.Paid] = paid,
        };
        if (envelope != 0)
        {
            expected[EnvelopeStepKind.Envelope] = envelope;
            expected[EnvelopeStepKind.Left] = envelope - fees - granted;
            expected[EnvelopeStepKind.Fees] = fees;
        }

        Assert.Equal(expected.OrderBy(step => step.Key), steps.OrderBy(step => step.Key));
        foreach (var edition in waterfall.Editions)
        {
            Assert.Equal(await sums.OfAsync("Granted", $"\"Edition\" = {edition.Edition}"), edition.Sum.Granted.Cents);
            Assert.Equal(await sums.OfAsync("Paid", $"\"Edition\" = {edition.Edition}"), edition.Sum.Paid.Cents);
        }

        var projects = ProjectBudgets.Of(facts, scope).Projects;
        Assert.Equal(await sums.ProjectsAsync(), projects.Count(project => project.Balance.Granted != Money.Zero));
        foreach (var project in projects)
        {
            await sums.AssertAsync(project.Balance, $"\"Number\" = {project.Number}");
        }

        var euros = EuroTable.Of(facts, scope);
        await sums.AssertAsync(euros.Totals.Balance);
        foreach (var row in euros.Rows)
        {
            await sums.AssertAsync(row.Balance, $"\"Number\" = {row.Number}");
        }

        var ministries = MinistryBudgets.Of(facts, scope);
        await sums.AssertAsync(ministries.Sum);
        foreach (var ministry in ministries.Ministries)
        {
            var name = ministry.Name.Replace("'", "''", StringComparison.Ordinal);
            await sums.AssertAsync(
                ministry.Sum,
                $"\"Number\" IN (SELECT \"Number\" FROM application WHERE COALESCE(\"Ministry\", '') = '{name}')"
            );
        }
    }

    private static async Task AssertTrajectoryAsync(SumsOfDay sums, BudgetFacts facts, FigureScope scope)
    {
        var trajectory = Trajectory.Of(facts, scope);
        Assert.Equal(await sums.OfAsync("Paid"), trajectory.Sums.Paid.Cents);
        Assert.Equal(
            await sums.OfAsync("Paid", $"\"AccountingDate\" >= '{sums.Day.Year}-01-01'"),
            trajectory.Sums.YearPaid.Cents
        );
        foreach (var point in trajectory.Points)
        {
            Assert.Equal(point.Day > sums.Day, point.Actual is null);
            if (point.Actual is { } actual)
            {
                Assert.Equal(
                    await sums.OfAsync("Paid", $"\"AccountingDate\" <= '{point.Day:yyyy-MM-dd}'"),
                    actual.Cents
                );
            }
        }

        foreach (var quarter in trajectory.Quarters)
        {
            Assert.Equal(quarter.Period.From > sums.Day, quarter.Actual is null);
            if (quarter.Actual is { } actual)
            {
                Assert.Equal(await sums.OfAsync("Paid", Within(quarter.Period)), actual.Cents);
            }
        }

        foreach (var group in Enum.GetValues<TrajectoryGroup>())
        {
            var rows = Trajectory.By(group, facts, scope);
            Assert.Equal(await sums.OfAsync("Paid"), rows.Sum(row => row.Sums.Paid.Cents));
            foreach (var row in rows.Where(_ => group != TrajectoryGroup.Ministry))
            {
                var column = group == TrajectoryGroup.Edition ? "Edition" : "Number";
                Assert.Equal(await sums.OfAsync("Paid", $"\"{column}\" = {row.Number}"), row.Sums.Paid.Cents);
            }
        }
    }

    /// <summary>Today's table at a past accounting date: with what was recorded later.</summary>
    private static async Task AssertSgpiAsync(SumsOfDay past, BudgetFacts facts, FigureScope scope)
    {
        var sums = past with { KnownOn = DateOnly.MaxValue.AddDays(-1) };
        foreach (var period in new[] { Period.QuarterOf(past.Day), Period.Year(past.Day.Year) })
        {
            var table = SgpiTable.Of(facts, scope, past.Day, period);
            Assert.Equal(await sums.OfAsync("Granted"), table.Totals.Granted.Cents);
            Assert.Equal(await sums.OfAsync("Contracted"), table.Totals.Contracted.Cents);
            Assert.Equal(await sums.OfAsync("Paid"), table.Totals.Paid.Cents);
            Assert.Equal(await sums.OfAsync("Paid", Within(period)), table.Totals.PaidInPeriod.Cents);
            foreach (var row in table.Rows)
            {
                var own = $"\"Number\" = {row.Number}";
                Assert.Equal(
                    (
                        await sums.OfAsync("Granted", own),
                        await sums.OfAsync("Contracted", own),
                        await sums.OfAsync("Paid", own),
                        await sums.OfAsync("Paid", $"{own} AND {Within(period)}")
                    ),
                    (row.Granted.Cents, row.Contracted.Cents, row.Paid.Cents, row.PaidInPeriod.Cents)
                );
            }
        }
    }

    private static string Within(Period period) =>
        $"\"AccountingDate\" >= '{period.From:yyyy-MM-dd}' AND \"AccountingDate\" <= '{period.To:yyyy-MM-dd}'";
}
