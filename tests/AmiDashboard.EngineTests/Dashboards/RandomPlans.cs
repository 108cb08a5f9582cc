using AmiDashboard.Core;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Engines;
using AmiDashboard.Prototypes;
using AmiDashboard.Storage.Prototypes;
using Microsoft.EntityFrameworkCore;
using static AmiDashboard.Prototypes.SamplePrototypes;

namespace AmiDashboard.Dashboards;

/// <summary>What is said of one prototype: milestones, sessions, reports, trials.</summary>
internal sealed class RandomPlans(TestStore store, Random random)
{
    private DateOnly Today => ParisTime.DayOf(store.Now);

    public async Task<(string What, Refusal? Refusal)> ActAsync() =>
        random.Next(8) switch
        {
            0 => ("milestone", (await store.ReviseAsync(Position(), Today.AddDays(random.Next(-20, 90)))).Refusal),
            1 or 2 => ("reached", await ReachAsync()),
            3 => ("reopened", await ReopenAsync()),
            4 => ("report", await ReportAsync()),
            5 or 6 => ("session", await MeetAsync()),
            _ => ("trial", await TryAsync()),
        };

    private int Position() => 1 + random.Next(PlanTemplate.Usual.Length);

    private async Task<Refusal?> ReachAsync()
    {
        var plan = await store.PlanAsync();
        var next = plan.Milestones.Find(one => PlanRules.ReachedOn(one) is null)?.Position ?? Position();
        return (await store.ReachAsync(next, Today.AddDays(-random.Next(6)))).Refusal;
    }

    private async Task<Refusal?> ReopenAsync()
    {
        var reached = (await store.PlanAsync()).Milestones.FindLast(one => PlanRules.ReachedOn(one) is not null);
        return random.Next(2) == 0
            ? (await store.ReopenAsync(reached?.Position ?? Position(), Today.AddDays(20))).Refusal
            : new Refusal("Nothing to reopen");
    }

    private async Task<Refusal?> ReportAsync()
    {
        var text = Report with { Weather = (Weather)random.Next(4), Help = "De l’aide" };
        return (
            await store.Get<PublishReport>().RunAsync(Team, new(Number, ReportRules.MonthOf(Today), text, null))
        ).Refusal;
    }

    private async Task<Refusal?> MeetAsync()
    {
        var known = await store.RowsAsync(context =>
            context.SupportSessions.Include(one => one.Steps.OrderBy(step => step.Id)).OrderBy(one => one.Id)
        );
        var track = (SupportTrack)random.Next(2);
        var session = known.FindLast(one => one.Track == track);
        var coach = track == SupportTrack.Technical ? Dinsic : Ditp;
        return random.Next(4) switch
        {
            0 when session is not null => (
                await store.Get<CancelSession>().RunAsync(coach, new(session.Id, "Annulée", session.Version))
            ).Refusal,
            1 or 2 when session is not null => (
                await store
                    .Get<HoldSession>()
                    .RunAsync(
                        coach,
                        new(
                            session.Id,
                            store.Now.AddDays(-random.Next(10)),
                            15 * random.Next(1, 20),
                            "Coach",
                            "Conclusions",
                            [],
                            session.Version
                        )
                    )
            ).Refusal,
            _ => (
                await store
                    .Get<PlanSession>()
                    .RunAsync(
                        coach,
                        new(Number, track, store.Now.AddDays(random.Next(-5, 20)), 90, "Coach", "Sujet", "Lieu")
                    )
            ).Refusal,
        };
    }

    private async Task<Refusal?> TryAsync()
    {
        var known = await store.RowsAsync(context =>
            context.UserTrials.Include(one => one.Steps.OrderBy(step => step.Id)).OrderBy(one => one.Id)
        );
        var trial = known.LastOrDefault();
        var items = Enumerable.Range(0, UsabilityAnswer.ItemCount).Select(_ => random.Next(1, 6));
        return random.Next(3) switch
        {
            0 when trial is not null => (
                await store.Get<CancelTrial>().RunAsync(Team, new(trial.Id, "Annulé", trial.Version))
            ).Refusal,
            1 when trial is not null => (
                await store
                    .Get<RecordTrial>()
                    .RunAsync(
                        Team,
                        new(
                            trial.Id,
                            Today.AddDays(-random.Next(5)),
                            random.Next(1, 40),
                            Result with
                            {
                                Usability = [new UsabilityAnswer([.. items])],
                                Satisfaction = [],
                            },
                            "Redit",
                            trial.Version
                        )
                    )
            ).Refusal,
            _ => (
                await store
                    .Get<PlanTrial>()
                    .RunAsync(Team, new(Number, (Audience)random.Next(2), Today.AddDays(random.Next(60)), 12))
            ).Refusal,
        };
    }
}
