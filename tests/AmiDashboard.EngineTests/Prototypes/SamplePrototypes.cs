using System.Collections.Immutable;
using AmiDashboard.Applications;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Engines;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Prototypes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Prototypes;

/// <summary>Laureates, their plans and those who keep them.</summary>
internal static class SamplePrototypes
{
    public const int Number = 1001;
    public const int Awaiting = 1002;
    public const int NoLaureate = 1003;

    private static readonly FilledStore WithLaureates = new(FillLaureatesAsync);

    private static readonly FilledStore Supported = new(async store =>
    {
        await store.FillLaureatesAsync();
        await store.StartAsync(Number);
    });

    /// <summary>The Paris day on which support begins: two days after that of the store.</summary>
    public static readonly DateOnly Start = new(2018, 12, 3);

    public static readonly Viewer Dinsic = Person(61, Profile.Dinsic);
    public static readonly Viewer Ditp = Person(62, Profile.Ditp);
    public static readonly Viewer Team = Person(63, Profile.Ministry, Perimeter.OfApplications(Number));
    public static readonly Viewer OtherTeam = Person(64, Profile.Ministry, Perimeter.OfApplications(Awaiting));

    public static readonly ReportText Report = new(
        Weather.Overcast,
        "Synthèse",
        "Fait",
        "À venir",
        null,
        [new Risk("Données tardives", 2, 3, "Relance")]
    );

    public static readonly TrialResult Result = new(
        20,
        15,
        [new UsabilityAnswer([4, 2, 4, 2, 4, 2, 4, 2, 4, 2])],
        [0, 1, 2, 1, 1],
        "Appris",
        "Changé"
    );

    public static readonly SheetText Sheet = new(
        "Titre",
        Start,
        null,
        "Administration",
        SheetStatus.UnderWay,
        "Un responsable métier",
        "Langage",
        "Politique",
        null,
        null,
        "Contexte",
        null,
        null,
        null,
        "Approche",
        null
    );

    public static Viewer Person(int id, Profile profile, Perimeter? perimeter = null) =>
        new(id, $"{profile} {id}", [new HeldProfile(profile, perimeter ?? Perimeter.Everything)]);

    /// <summary>An edition of three applications, two of them laureates.</summary>
    public static Task<TestStore> LaureateStoreAsync(this TestEngine engine) => WithLaureates.CopyAsync(engine);

    public static async Task FillLaureatesAsync(this TestStore store)
    {
        await store.RecordEditionAsync(1);
        await store.RecordAsync(1, [.. Enumerable.Range(Number, 3).Select(number => SampleDossiers.Dossier(number))]);
        await store.MakeLaureateAsync(Number);
        await store.MakeLaureateAsync(Awaiting);
    }

    /// <summary>The same; support of the first one begins.</summary>
    public static Task<TestStore> SupportedStoreAsync(this TestEngine engine) => Supported.CopyAsync(engine);

    public static Task<int> StartAsync(this TestStore store, int number) =>
        store.DoAsync<StartSupport, StartSupport.Request, int>(new(number, Start), Dinsic);

    /// <summary>All the way to the laureates, from wherever it stands.</summary>
    public static async Task MakeLaureateAsync(this TestStore store, int number)
    {
        while ((await store.SheetAsync(number))!.Application.Stage is not Stage.Laureate and var stage)
        {
            await store.MoveAsync(
                number,
                stage switch
                {
                    Stage.Received => Stage.Eligible,
                    Stage.Eligible => Stage.UnderReview,
                    Stage.Shortlisted or Stage.ReserveList => Stage.Laureate,
                    _ => Stage.Shortlisted,
                }
            );
        }
    }

    /// <summary>To a Paris day, at noon.</summary>
    public static void GoTo(this TestStore store, DateOnly day) =>
        store.GoTo(ParisTime.ToUtc(day.ToDateTime(new TimeOnly(12, 0))));

    /// <param name="instant">UTC.</param>
    public static void GoTo(this TestStore store, DateTime instant) =>
        store.Time.SetUtcNow(new DateTimeOffset(instant));

    public static async Task<Prototype> PlanAsync(this TestStore store, int number = Number)
    {
        await using var context = store.Get<Store>().Read(Viewer.Product, Right.None);
        return await context
            .Prototypes.Include(one => one.Milestones.OrderBy(milestone => milestone.Position))
                .ThenInclude(milestone => milestone.Revisions.OrderBy(revision => revision.Id))
            .SingleAsync(one => one.Number == number);
    }

    public static async Task<Milestone> MilestoneAsync(this TestStore store, int position, int number = Number) =>
        (await store.PlanAsync(number)).Milestones.Single(one => one.Position == position);

    public static async Task<Outcome<int>> ReviseAsync(
        this TestStore store,
        int position,
        DateOnly on,
        string? reason = "Retard",
        Viewer? viewer = null
    ) =>
        await store
            .Get<ReviseMilestone>()
            .RunAsync(viewer ?? Team, new(Number, position, on, reason, await store.VersionAsync(position)));

    public static async Task<Outcome<int>> ReachAsync(
        this TestStore store,
        int position,
        DateOnly on,
        Viewer? viewer = null
    ) =>
        await store
            .Get<ReachMilestone>()
            .RunAsync(viewer ?? Team, new(Number, position, on, await store.VersionAsync(position)));

    public static async Task<Outcome<int>> ReopenAsync(
        this TestStore store,
        int position,
        DateOnly on,
        string? reason = "Dit trop tôt",
        Viewer? viewer = null
    ) =>
        await store
            .Get<ReopenMilestone>()
            .RunAsync(viewer ?? Team, new(Number, position, on, reason, await store.VersionAsync(position)));

    public static async Task<int> VersionAsync(this TestStore store, int position) =>
        (await store.MilestoneAsync(position)).Version;

    public static async Task<List<T>> RowsAsync<T>(this TestStore store, Func<AmiContext, IQueryable<T>> rows)
    {
        await using var context = store.Get<Store>().Read(Viewer.Product, Right.None);
        return await rows(context).ToListAsync();
    }

    public static async Task<SupportSession> SessionAsync(this TestStore store, long id) =>
        (
            await store.RowsAsync(context =>
                context
                    .SupportSessions.Include(one => one.Steps.OrderBy(step => step.Id))
                    .Include(one => one.Actions.OrderBy(action => action.Id))
                    .Where(one => one.Id == id)
            )
        ).Single();

    public static async Task<UserTrial> TrialAsync(this TestStore store, long id) =>
        (
            await store.RowsAsync(context =>
                context.UserTrials.Include(one => one.Steps.OrderBy(step => step.Id)).Where(one => one.Id == id)
            )
        ).Single();

    public static Task<long> PlanSessionAsync(
        this TestStore store,
        SupportTrack track,
        DateTime startsAt,
        int number = Number
    ) =>
        store.DoAsync<PlanSession, PlanSession.Request, long>(
            new(number, track, startsAt, 90, $"Coach-{number}", $"Sujet-{number}", $"Lieu-{number}"),
            track == SupportTrack.Technical ? Dinsic : Ditp
        );

    /// <summary>
    /// Something of each kind in one project, each text with its number: the support begun, a milestone revised and one
    /// reached, a session of each track, a report published and another begun, a trial, a proof, an evaluation, a verdict and
    /// a published sheet. The time goes on by two months.
    /// </summary>
    public static async Task FillPrototypeAsync(this TestStore store, int number)
    {
        var start = ParisTime.DayOf(store.Now);
        await store.DoAsync<StartSupport, StartSupport.Request, int>(new(number, start));
        await store.DoAsync<ReviseMilestone, ReviseMilestone.Request, int>(
            new(number, 1, start.AddDays(40), $"Retard-{number}", 0)
        );
        await store.DoAsync<AssignMilestone, AssignMilestone.Request, int>(new(number, 2, $"Responsable-{number}", 0));
        await store.DoAsync<LinkRepository, LinkRepository.Request, int>(
            new(number, $"https://code.example.invalid/depot-{number}", 0)
        );
        var technical = await store.PlanSessionAsync(SupportTrack.Technical, store.Now.AddDays(3), number);
        await store.PlanSessionAsync(SupportTrack.Strategic, store.Now.AddDays(300), number);
        store.Time.Advance(TimeSpan.FromDays(45));
        await store.DoAsync<ReachMilestone, ReachMilestone.Request, int>(new(number, 1, start.AddDays(38), 1));
        await store.DoAsync<HoldSession, HoldSession.Request, long>(
            new(
                technical,
                store.Now.AddDays(-1),
                60,
                $"Coach-{number}",
                $"Conclusions-{number}",
                [new($"Action-{number}", $"Porteur-{number}", ParisTime.DayOf(store.Now))],
                0
            )
        );
        var text = Report with { Synthesis = $"Synthèse-{number}", Risks = [new($"Risque-{number}", 1, 1, null)] };
        var month = ReportRules.MonthOf(ParisTime.DayOf(store.Now));
        await store.DoAsync<PublishReport, SaveReport.Request, long>(new(number, month, text, null));
        store.Time.Advance(TimeSpan.FromDays(20));
        await store.DoAsync<SaveReport, SaveReport.Request, int>(
            new(
                number,
                ReportRules.MonthOf(ParisTime.DayOf(store.Now)),
                text with
                {
                    Done = $"Brouillon-{number}",
                },
                null
            )
        );
        var today = ParisTime.DayOf(store.Now);
        var trial = await store.DoAsync<PlanTrial, PlanTrial.Request, long>(new(number, Audience.Agents, today, 12));
        await store.DoAsync<RecordTrial, RecordTrial.Request, long>(
            new(trial, today, 9, Result with { Learnt = $"Appris-{number}" }, null, 0)
        );
        await store.DoAsync<ProveReadiness, ProveReadiness.Request, long>(
            new(number, ReadinessLevel.Framed, EvidenceKind.Demonstration, $"Preuve-{number}", null, today)
        );
        await store.DoAsync<Evaluate, Evaluate.Request, long>(
            new(number, [new($"Bénéfice-{number}", null, BenefitOutcome.NotMeasured)], $"Bilan-{number}")
        );
        await store.DoAsync<JudgeRollOut, JudgeRollOut.Request, long>(
            new(number, RollOutBody.Ditp, RollOutAdvice.Go, today, $"Avis-{number}")
        );
        await store.DoAsync<SaveSheet, SaveSheet.Request, int>(
            new(number, Sheet with { Title = $"Fiche-{number}" }, true, null)
        );
    }
}
