using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Prototypes.Figures;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Changes;
using AmiDashboard.Storage.Prototypes;
using static AmiDashboard.Prototypes.SamplePrototypes;

namespace AmiDashboard.Prototypes;

/// <summary>A past instant reads as it was read at that instant, whatever was said since.</summary>
public sealed class PrototypePastTests
{
    private const int Steps = 60;

    [Theory, OnBothEngines]
    public async Task A_past_instant_reads_as_it_did_then(TestEngine engine)
    {
        foreach (var seed in new[] { 1, 2 })
        {
            await using var store = await engine.LaureateStoreAsync();
            var random = new Random(seed);
            List<(DateTime Instant, string Read)> then = [(store.Now, await ReadAsync(store, null))];
            store.Time.Advance(TimeSpan.FromHours(1));
            await store.StartAsync(Number);
            var done = 0;
            for (var step = 0; step < Steps; step++)
            {
                then.Add((store.Now, await ReadAsync(store, null)));
                store.Time.Advance(TimeSpan.FromHours(1 + random.Next(24 * 9)));
                then.Add((store.Now, await ReadAsync(store, null)));
                store.Time.Advance(TimeSpan.FromMinutes(1));
                done += await ActAsync(store, random) ? 1 : 0;
            }

            Assert.True(done > Steps / 3, $"Seed {seed}: {done} acts.");
            foreach (var (instant, read) in then)
            {
                Assert.True(
                    read == await ReadAsync(store, instant),
                    $"Seed {seed}, {instant:u}:\n{read}\n{await ReadAsync(store, instant)}"
                );
            }
        }
    }

    /// <summary>Something that may be said, or may not; whether it was done.</summary>
    private static async Task<bool> ActAsync(TestStore store, Random random)
    {
        var today = ParisTime.DayOf(store.Now);
        var position = 1 + random.Next(PlanTemplate.Usual.Length);
        switch (random.Next(5))
        {
            case 0:
                return (await store.ReviseAsync(position, today.AddDays(random.Next(-30, 90)))).Done;
            case 1:
                var plan = await store.PlanAsync();
                var next = plan.Milestones.Find(one => PlanRules.ReachedOn(one) is null)?.Position ?? position;
                return (await store.ReachAsync(next, today.AddDays(-random.Next(3)))).Done;
            case 2:
                var reached = (await store.PlanAsync()).Milestones.FindLast(one =>
                    PlanRules.ReachedOn(one) is not null
                );
                return random.Next(3) == 0
                    && (await store.ReopenAsync(reached?.Position ?? position, today.AddDays(20))).Done;
            case 3:
                var month = ReportRules.MonthOf(today);
                return (await store.Get<PublishReport>().RunAsync(Team, new(Number, month, Report, null))).Done;
            default:
                return (
                    await store
                        .Get<ProveReadiness>()
                        .RunAsync(
                            Team,
                            new(
                                Number,
                                (ReadinessLevel)random.Next(6),
                                EvidenceKind.Demonstration,
                                "Montré",
                                null,
                                today
                            )
                        )
                ).Done;
        }
    }

    /// <summary>All that a standing says, as text.</summary>
    private static async Task<string> ReadAsync(TestStore store, DateTime? asOf)
    {
        await store.Get<ChangeFeed>().CatchUpAsync(CancellationToken.None);
        var known = await store.Get<PrototypeFigures>().RunAsync(Dinsic, new(ApplicationFilter.All, asOf));
        return string.Join('\n', known.Facts.Admitted(known.Scope).Select(fact => Say(fact, known.Scope.AsOf)));
    }

    private static string Say(PrototypeFact fact, DateTime asOf)
    {
        var plan = PlanStanding.Of(fact, asOf);
        return string.Join(
            '\n',
            plan.Milestones.Select(one =>
                    $"{one.Position} {one.StatedOn} {one.ReachedOn} {one.ExpectedOn} {one.DelayedBy} {one.IsOverdue}"
                )
                .Append($"{plan.BaselineEnd} {plan.ForecastEnd} {plan.PlannedWeight} {plan.EarnedWeight}")
                .Append($"{plan.IsFinished} {plan.Next?.Position} {fact.ReportAt(asOf)?.Month}")
                .Append(string.Join(',', fact.Proofs.Where(proof => proof.CountsAt(asOf)).Select(proof => proof.Id)))
        );
    }
}
