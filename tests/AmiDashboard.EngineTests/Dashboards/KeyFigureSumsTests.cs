using AmiDashboard.Budgets;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Demonstration;
using AmiDashboard.Engines;
using AmiDashboard.Prototypes;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Budgets;
using AmiDashboard.Storage.Changes;
using AmiDashboard.Storage.Dashboards;
using AmiDashboard.Storage.Demonstration;
using AmiDashboard.Storage.Prototypes;
using static AmiDashboard.Budgets.SampleBudgets;

namespace AmiDashboard.Dashboards;

/// <summary>
/// Every figure against its parts in SQL (or, where a schedule or a plan is followed, over plain rows read by SQL) at three
/// dates of the demonstration programme, for who sees everything, one edition, or some projects, and under filters. The
/// demonstration has no dossier that was modified since its deposit: what the source said earlier is another test's.
/// </summary>
public sealed class KeyFigureSumsTests
{
    /// <summary>
    /// Paris days: the first edition granted; the second one opening; prototypes half way; the third edition under review.
    /// </summary>
    private static readonly DateOnly[] Days =
    [
        new(2018, 12, 20),
        new(2019, 2, 24),
        new(2019, 6, 28),
        new(2026, 11, 20),
    ];

    /// <summary>Raised nowhere in the demonstration.</summary>
    private static readonly string[] Unraised = ["alert-ForecastBeyondGrant", "alert-TrialUnplanned"];

    [Fact]
    public void Every_figure_has_a_second_definition()
    {
        string[] defined = [.. FigureSql.All.Keys, .. RawMoney.All.Keys, .. RawPlans.All.Keys];
        Assert.Equal(defined.Order(), defined.Distinct().Order());
        Assert.All(
            KeyFigures.All,
            figure => Assert.True(defined.Contains(figure.Name), $"{figure.Name} has no second definition.")
        );
        Assert.All(defined, name => Assert.True(KeyFigures.Find(name) is not null, $"{name} is no figure."));
    }

    [Theory, OnBothEngines]
    public async Task Every_figure_is_what_its_rows_add_up_to(TestEngine engine)
    {
        await using var store = await PlacedProgramme.CopyAsync(engine);
        await using var context = store.Get<Store>().Read(Viewer.Product, Right.None);
        var shown = new HashSet<string>();
        foreach (var day in Days)
        {
            foreach (var (perimeter, filter) in await AskedAsync(store))
            {
                shown.UnionWith(await AssertAsync(store, new AskedPart(context, perimeter, filter, day)));
            }
        }

        Assert.Equal(Unraised, KeyFigures.All.Select(figure => figure.Name).Except(shown));
    }

    [Theory, OnBothEngines]
    public async Task Alerts_that_the_demonstration_does_not_raise_add_up_too(TestEngine engine)
    {
        await using var store = await engine.LaureateStoreAsync();
        await store.SetEnvelopeAsync(1, Money.FromEuros(1_000_000));
        var amount = Money.FromEuros(100_000);
        var today = ParisTime.DayOf(store.Now);
        foreach (var number in new[] { SamplePrototypes.Number, SamplePrototypes.Awaiting })
        {
            Assert.True((await store.GrantAsync(number, amount)).Done);
            await store.DoAsync<DraftConvention, DraftConvention.Request, int>(
                new(number, $"Organisme-{number}", null, amount, Money.Zero, 30, [.. Schedule(amount)], null)
            );
            await store.StartAsync(number);
        }

        await store.DoAsync<ReleaseGrant, ReleaseGrant.Request, long>(
            new(SamplePrototypes.Number, new(1), ReleaseLevel.Grant, today, "Rendu")
        );
        await store.DoAsync<PlanTrial, PlanTrial.Request, long>(
            new(SamplePrototypes.Awaiting, Audience.Agents, today.AddMonths(9), 12)
        );
        store.Time.Advance(TimeSpan.FromDays(240));
        foreach (var position in Enumerable.Range(1, PlanTemplate.Usual.Length - 1))
        {
            Assert.True(
                (await store.ReachAsync(position, ParisTime.DayOf(store.Now).AddDays(-2), SamplePrototypes.Dinsic)).Done
            );
        }

        store.Time.Advance(TimeSpan.FromDays(1));
        await store.Get<ChangeFeed>().CatchUpAsync(CancellationToken.None);
        await using var context = store.Get<Store>().Read(Viewer.Product, Right.None);
        foreach (var day in new[] { today, ParisTime.DayOf(store.Now).AddDays(-1) })
        {
            var shown = await AssertAsync(
                store,
                new AskedPart(context, Perimeter.Everything, ApplicationFilter.All, day)
            );
            Assert.Contains("alert-ForecastBeyondGrant", shown);
            Assert.Equal(day != today, shown.Contains("alert-TrialUnplanned"));
        }
    }

    /// <summary>Every figure has the parts of its second definition. The names of those that are not zero.</summary>
    private static async Task<IEnumerable<string>> AssertAsync(TestStore store, AskedPart asked)
    {
        var shown = new HashSet<string>();
        var standing = await StandingAsync(store, asked.Perimeter, asked.Filter with { AsOf = asked.Day });
        var (money, plans) = (await RawMoney.ReadAsync(asked), await RawPlans.ReadAsync(asked));
        foreach (var figure in KeyFigures.All)
        {
            var reading = figure.Explain(standing);
            Assert.NotNull(reading);
            FigurePart[] parts = [.. await PartsAsync(figure.Name, asked, money, plans)];
            AssertParts(figure, parts, reading, $"{figure.Name}, {asked.Day}, {asked.Perimeter.Key}, {asked.Filter}");
            if (FigureSql.All.ContainsKey(figure.Name))
            {
                Assert.Equal(await TotalAsync(figure.Name, asked), (reading.Value.Amount, reading.Value.Of));
            }

            if (parts.Any(part => part.Amount != 0))
            {
                shown.Add(figure.Name);
            }
        }

        return shown;
    }

    /// <summary>The parts are those of the second definition, each with its own number; the value is what they add up to.</summary>
    private static void AssertParts(KeyFigure figure, FigurePart[] parts, FigureReading reading, string which)
    {
        FigurePart[] expected =
        [
            .. parts
                .Where(part => part.Amount != 0 || part.Of != 0)
                .OrderBy(part => part.Edition)
                .ThenBy(part => part.Number)
                .ThenBy(part => part.Amount),
        ];
        FigurePart[] found =
        [
            .. reading.Parts.OrderBy(part => part.Edition).ThenBy(part => part.Number).ThenBy(part => part.Amount),
        ];
        Assert.True(expected.SequenceEqual(found), $"{which}:\n{Say(expected)}\n{Say(found)}");
        var (amount, of) = (reading.Parts.Sum(part => part.Amount), reading.Parts.Sum(part => part.Of));
        Assert.Equal((amount, of), (reading.Value.Amount, reading.Value.Of));
        decimal? number =
            figure.Rule == FigureRule.Sum ? amount
            : of == 0 ? null
            : amount / of;
        Assert.Equal(number, reading.Value.Number);
        Assert.Equal(reading.Parts.Select(part => part.Number).OfType<int>().Distinct().Count(), reading.Value.Sources);
    }

    private static async Task<IEnumerable<FigurePart>> PartsAsync(
        string name,
        AskedPart asked,
        RawMoney money,
        RawPlans plans
    ) =>
        FigureSql.All.TryGetValue(name, out var query)
            ? await asked.RowsAsync(
                query(asked),
                row => new FigurePart(row.Int(0), row.IsDBNull(1) ? null : row.Int(1), row.Long(2), row.Long(3))
            )
        : RawMoney.All.TryGetValue(name, out var ofMoney) ? ofMoney(money)
        : RawPlans.All[name](plans);

    private static async Task<(decimal Amount, decimal Of)> TotalAsync(string name, AskedPart asked) =>
        (
            await asked.RowsAsync(
                $"SELECT COALESCE(SUM(w.\"Amount\"), 0), COALESCE(SUM(w.\"Of\"), 0) FROM ({FigureSql.All[name](asked)}) w",
                row => ((decimal)row.Long(0), (decimal)row.Long(1))
            )
        ).Single();

    private static async Task<ProgrammeStanding> StandingAsync(
        TestStore store,
        Perimeter perimeter,
        ApplicationFilter filter
    )
    {
        var viewer = new Viewer(70, "Direction", [new HeldProfile(Profile.Leadership, perimeter)]);
        var known = await store.Get<ProgrammeFigures>().RunAsync(viewer, new(filter));
        return ProgrammeStanding.Of(known.Facts, known.Scope);
    }

    private static async Task<(Perimeter, ApplicationFilter)[]> AskedAsync(TestStore store)
    {
        await using var context = store.Get<Store>().Read(Viewer.Product, Right.None);
        int[] some = [.. context.Applications.Select(one => one.Number).ToList().Order().Where((_, at) => at % 3 == 0)];
        var ministry = context.Prototypes.SelectMany(plan =>
            context.Applications.Where(one => one.Number == plan.Number).Select(one => one.Ministry)
        );
        return
        [
            (Perimeter.Everything, ApplicationFilter.All),
            (Perimeter.OfEdition(1), ApplicationFilter.All),
            (Perimeter.OfApplications(some), ApplicationFilter.All),
            (Perimeter.Everything, new() { Edition = 2 }),
            (Perimeter.OfEdition(3).Or(Perimeter.OfEdition(1)), new() { Edition = 3 }),
            (Perimeter.Everything, new() { Ministry = ministry.First() }),
            (Perimeter.OfEdition(1), new() { Numbers = NumberSet.Of(some) }),
        ];
    }

    private static string Say(IEnumerable<FigurePart> parts) =>
        string.Join("; ", parts.Select(part => $"{part.Edition}/{part.Number}: {part.Amount} of {part.Of}"));
}
