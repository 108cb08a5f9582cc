using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Engines;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Prototypes;
using static AmiDashboard.Prototypes.SamplePrototypes;

namespace AmiDashboard.Prototypes;

/// <summary>
/// Every operation on prototypes, asked by every profile that reaches the project and by every one that does not: each is
/// done by those who may, over their own projects, and leaves nothing behind for the others.
/// </summary>
public sealed class EveryHandTests
{
    private static readonly DateTime At = new(2018, 12, 20, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Profile[] Leaders = [Profile.Dinsic, Profile.Ditp];
    private static readonly Profile[] Keepers = [Profile.Dinsic, Profile.Ditp, Profile.Ministry];

    /// <summary>What each is asked by; the ids are those of rows that are there already.</summary>
    private sealed record Rows(long Technical, long Strategic, long Action, long Trial, long Proof);

    private sealed record Deed(string Name, Profile[] Doers, Func<TestStore, Viewer, Rows, Task<Refusal?>> AskAsync);

    private static Deed Of<TOperation, TRequest, TResult>(
        Profile[] doers,
        Func<TestStore, Rows, Task<TRequest>> request,
        string? which = null
    )
        where TOperation : IOperation<TRequest, TResult> =>
        new(
            typeof(TOperation).Name + which,
            doers,
            async (store, viewer, rows) =>
                (await store.Get<TOperation>().RunAsync(viewer, await request(store, rows))).Refusal
        );

    private static Deed Of<TOperation, TRequest, TResult>(
        Profile[] doers,
        Func<Rows, TRequest> request,
        string? which = null
    )
        where TOperation : IOperation<TRequest, TResult> =>
        Of<TOperation, TRequest, TResult>(doers, (_, rows) => Task.FromResult(request(rows)), which);

    private static readonly Deed[] Deeds =
    [
        Of<StartSupport, StartSupport.Request, int>(Leaders, _ => new(Awaiting, Start)),
        Of<EditPlanTemplate, EditPlanTemplate.Request, int>(
            Leaders,
            async (store, _) =>
                new(
                    1,
                    PlanTemplate.Usual,
                    (await store.Get<PlanTemplateOfEdition>().RunAsync(Viewer.Product, new(1)))!.Version
                )
        ),
        Of<ReviseMilestone, ReviseMilestone.Request, int>(
            Keepers,
            async (store, _) => new(Number, 3, Start, "Motif", await store.VersionAsync(3))
        ),
        Of<AssignMilestone, AssignMilestone.Request, int>(
            Keepers,
            async (store, _) => new(Number, 3, $"Cheffe {await store.VersionAsync(3)}", await store.VersionAsync(3))
        ),
        Of<ReachMilestone, ReachMilestone.Request, int>(
            Keepers,
            async (store, _) => new(Number, 1, new DateOnly(2018, 12, 21), await store.VersionAsync(1))
        ),
        Of<ReopenMilestone, ReopenMilestone.Request, int>(
            Keepers,
            async (store, _) => new(Number, 1, Start, "Motif", await store.VersionAsync(1))
        ),
        Of<LinkRepository, LinkRepository.Request, int>(
            Keepers,
            async (store, _) => new(Number, null, (await store.PlanAsync()).Version)
        ),
        Of<PlanSession, PlanSession.Request, long>(
            [Profile.Dinsic],
            _ => new(Number, SupportTrack.Technical, At, 60, "Coach", "Sujet", null),
            " technical"
        ),
        Of<PlanSession, PlanSession.Request, long>(
            [Profile.Ditp],
            _ => new(Number, SupportTrack.Strategic, At, 60, "Coach", "Sujet", null),
            " strategic"
        ),
        Of<HoldSession, HoldSession.Request, long>(
            [Profile.Dinsic],
            async (store, rows) =>
                new(rows.Technical, At, 60, "C", "D", [], (await store.SessionAsync(rows.Technical)).Version),
            " technical"
        ),
        Of<HoldSession, HoldSession.Request, long>(
            [Profile.Ditp],
            async (store, rows) =>
                new(rows.Strategic, At, 60, "C", "D", [], (await store.SessionAsync(rows.Strategic)).Version),
            " strategic"
        ),
        Of<FinishAction, FinishAction.Request, long>(
            Keepers,
            async (store, rows) =>
                new(
                    rows.Action,
                    true,
                    (await store.SessionAsync(rows.Technical)).Actions.Single(one => one.Id == rows.Action).Version
                )
        ),
        Of<PlanTrial, PlanTrial.Request, long>(Keepers, _ => new(Number, Audience.Agents, Start, 3)),
        Of<RecordTrial, RecordTrial.Request, long>(
            Keepers,
            async (store, rows) =>
                new(rows.Trial, Start, 12, Result, "Motif", (await store.TrialAsync(rows.Trial)).Version)
        ),
        Of<ProveReadiness, ProveReadiness.Request, long>(
            Keepers,
            _ => new(Number, ReadinessLevel.Framed, EvidenceKind.Demonstration, "Vu", null, Start)
        ),
        Of<WithdrawReadiness, WithdrawReadiness.Request, long>(
            Keepers,
            async (store, rows) =>
                new(
                    rows.Proof,
                    "Motif",
                    (await store.RowsAsync(context => context.ReadinessProofs.Where(one => one.Id == rows.Proof)))
                        .Single()
                        .Version
                )
        ),
        Of<SaveReport, SaveReport.Request, int>(
            [Profile.Ministry],
            async (store, _) =>
                new(
                    Number,
                    new DateOnly(2018, 12, 1),
                    Report,
                    (await store.RowsAsync(context => context.MonthlyReports)).SingleOrDefault()?.Version
                )
        ),
        Of<PublishReport, SaveReport.Request, long>(
            [Profile.Ministry],
            async (store, _) =>
                new(
                    Number,
                    new DateOnly(2018, 12, 1),
                    Report,
                    (await store.RowsAsync(context => context.MonthlyReports)).SingleOrDefault()?.Version
                )
        ),
        Of<Evaluate, Evaluate.Request, long>(
            Leaders,
            _ => new(Number, [new("Temps", null, BenefitOutcome.NotMeasured)], "Bilan")
        ),
        Of<JudgeRollOut, JudgeRollOut.Request, long>(
            [Profile.Dinsic],
            _ => new(Number, RollOutBody.Dinsic, RollOutAdvice.Go, Start, "Vu"),
            " for DINSIC"
        ),
        Of<JudgeRollOut, JudgeRollOut.Request, long>(
            [Profile.Ditp],
            _ => new(Number, RollOutBody.Ditp, RollOutAdvice.Go, Start, "Vu"),
            " for DITP"
        ),
        Of<SaveSheet, SaveSheet.Request, int>(
            Keepers,
            async (store, _) => new(Number, Sheet, false, await SheetVersionAsync(store)),
            " as a draft"
        ),
        Of<SaveSheet, SaveSheet.Request, int>(
            Leaders,
            async (store, _) => new(Number, Sheet, true, await SheetVersionAsync(store)),
            " for everybody"
        ),
        Of<WithdrawSheet, WithdrawSheet.Request, int>(
            Leaders,
            async (store, _) => new(Number, await SheetVersionAsync(store) ?? 0)
        ),
        Of<CancelTrial, CancelTrial.Request, long>(
            Keepers,
            async (store, _) =>
            {
                var trial = (await store.RowsAsync(context => context.UserTrials.OrderBy(one => one.Id)))[^1];
                return new(trial.Id, "Motif", trial.Version);
            }
        ),
        Of<CancelSession, CancelSession.Request, long>(
            [Profile.Dinsic],
            async (store, _) =>
            {
                var sessions = await store.RowsAsync(context =>
                    context.SupportSessions.Where(one => one.Track == SupportTrack.Technical).OrderBy(one => one.Id)
                );
                return new(sessions[^1].Id, "Motif", sessions[^1].Version);
            }
        ),
    ];

    private static readonly string[] OfRights =
    [
        "Refusal_NoRight",
        "Refusal_NotFound",
        "Refusal_OtherTrack",
        "Refusal_OtherBody",
    ];

    [Fact]
    public void Every_operation_on_prototypes_is_among_them() =>
        Assert.Equal(
            StorageServices
                .ReadsAndOperations.Where(type =>
                    type.Namespace == typeof(StartSupport).Namespace
                    && Array.Exists(
                        type.GetInterfaces(),
                        one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IOperation<,>)
                    )
                )
                .Select(type => type.Name)
                // One's own key: it is of no project.
                .Except([nameof(IssueCalendarKey)])
                .Order(StringComparer.Ordinal),
            Deeds.Select(deed => deed.Name.Split(' ')[0]).Distinct().Order(StringComparer.Ordinal)
        );

    [Theory, OnBothEngines]
    public async Task It_is_done_by_those_who_may_over_their_own_projects_alone(TestEngine engine)
    {
        await using var store = await engine.SupportedStoreAsync();
        var rows = await FillAsync(store);
        foreach (var deed in Deeds)
        {
            var written = (await store.RowsAsync(context => context.Changes)).Count;
            foreach (var profile in Enum.GetValues<Profile>())
            {
                Perimeter[] outside =
                [
                    Perimeter.OfEdition(2),
                    Perimeter.OfApplications(NoLaureate),
                    Perimeter.Nothing,
                    .. deed.Doers.Contains(profile) ? Array.Empty<Perimeter>() : [Perimeter.Everything],
                ];
                foreach (var perimeter in outside)
                {
                    var refusal = await deed.AskAsync(store, Person(90, profile, perimeter), rows);
                    Assert.True(
                        refusal is not null && OfRights.Contains(refusal.Key),
                        $"{deed.Name} by {profile} over {perimeter.Key}: {refusal?.Key ?? "done"}"
                    );
                }
            }

            Assert.Equal(written, (await store.RowsAsync(context => context.Changes)).Count);
            foreach (var profile in deed.Doers)
            {
                var refusal = await deed.AskAsync(store, Person(91, profile, Perimeter.OfEdition(1)), rows);
                Assert.True(
                    profile == deed.Doers[0] ? refusal is null : refusal is null || !OfRights.Contains(refusal.Key),
                    $"{deed.Name} by {profile}: {refusal?.Key}"
                );
            }
        }
    }

    private static async Task<int?> SheetVersionAsync(TestStore store) =>
        (await store.RowsAsync(context => context.ProjectSheets)).SingleOrDefault()?.Version;

    private static async Task<Rows> FillAsync(TestStore store)
    {
        var technical = await store.PlanSessionAsync(SupportTrack.Technical, At);
        var strategic = await store.PlanSessionAsync(SupportTrack.Strategic, At);
        var trial = await store.DoAsync<PlanTrial, PlanTrial.Request, long>(new(Number, Audience.Agents, Start, 3));
        store.GoTo(At.AddDays(2));
        await store.DoAsync<HoldSession, HoldSession.Request, long>(
            new(technical, At, 60, "Coach", "Conclusions", [new("Action", "Cheffe", Start)], 0)
        );
        var proof = await store.DoAsync<ProveReadiness, ProveReadiness.Request, long>(
            new(Number, ReadinessLevel.Framed, EvidenceKind.Demonstration, "Vu", null, Start)
        );
        var action = (await store.SessionAsync(technical)).Actions.Single().Id;
        return new Rows(technical, strategic, action, trial, proof);
    }
}
