using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Prototypes.Figures;
using AmiDashboard.Core.Scores;
using AmiDashboard.Storage.Budgets;
using AmiDashboard.Storage.Dashboards;
using AmiDashboard.Storage.Editions;
using AmiDashboard.Storage.People;
using AmiDashboard.Storage.Prototypes;
using AmiDashboard.Storage.Scores;
using AmiDashboard.Web.Budgets;

namespace AmiDashboard.Web.Dashboards;

/// <summary>
/// What awaits one person: only what they may do themselves, said with the page where it is done. Always of now, whatever
/// the filter and the day of the page: work does not wait for a filter.
/// </summary>
public sealed class AwaitingWork(
    ProgrammeFigures programme,
    DashboardReadings readings,
    OwnReviews reviews,
    PaymentList payments,
    AwaitingSupport support,
    SessionList sessions,
    SessionSheet decided,
    EditionList editions,
    GuardedGrants guarded
)
{
    public async Task<IReadOnlyList<AwaitingItem>> OfAsync(Viewer viewer, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var known = await programme.RunAsync(viewer, new(ApplicationFilter.All), cancellation);
        var standing = readings.Of(known, ApplicationFilter.All).Standing;
        List<AwaitingItem> items = [];
        if (viewer.Can(Right.Review))
        {
            var own = (await reviews.RunAsync(viewer, new(), cancellation))
                .Where(review => review.State != ReviewState.Submitted)
                .ToList();
            Add("Reviews", own.Count, "/evaluations", own.Min(review => review.DueOn));
        }

        if (viewer.Can(Right.ChangeStage))
        {
            var received = standing
                .Applications.Where(fact =>
                    fact.Stage == Stage.Received
                    && viewer.PerimeterOf(Right.ChangeStage).Admits(fact.Edition, fact.Number)
                )
                .ToList();
            Add(
                "Received",
                received.Count,
                "/candidatures?stage=Received",
                received.Count == 0 ? null : ParisTime.DayOf(received.Min(fact => fact.DepositedAt))
            );
        }

        if (viewer.Can(Right.ManageReviews))
        {
            foreach (var late in standing.Reviews.Where(one => one.ReviewsDueOn < standing.Day))
            {
                var left = KeyFigures
                    .Of("reviewsLeft")
                    .ValueOf(readings.Of(known, ApplicationFilter.All with { Edition = late.Edition.Number }).Standing);
                Add(
                    "LateReviews",
                    (int)(left?.Amount ?? 0),
                    $"/evaluations?edition={late.Edition.Number}",
                    late.ReviewsDueOn,
                    late.Edition.Name
                );
            }
        }

        AddSupport(viewer, standing, Add);
        if (viewer.Can(AwaitingSupport.Right))
        {
            Add("Support", (await support.RunAsync(viewer, new(), cancellation)).Count, "/prototypes");
        }

        if (viewer.Can(GuardedGrants.Right))
        {
            var waiting = (await guarded.RunAsync(viewer, new(), cancellation))
                .Where(one => one is { State: GuardedState.Waiting, MayConfirm: true })
                .ToList();
            Add(
                "Proposals",
                waiting.Count,
                "/administration/personnes",
                waiting.Count == 0 ? null : ParisTime.DayOf(waiting.Min(one => one.At))
            );
        }

        await AddSessionsAsync(viewer, known, Add, cancellation);
        await AddPaymentsAsync(viewer, standing, Add, cancellation);
        return items;

        void Add(string key, int count, string address, DateOnly? since = null, string? of = null)
        {
            if (count > 0)
            {
                items.Add(new(key, count, address, since, since < standing.Day, of));
            }
        }
    }

    private static void AddSupport(Viewer viewer, ProgrammeStanding standing, Adding add)
    {
        var day = standing.Day;
        foreach (var track in Enum.GetValues<SupportTrack>())
        {
            var right = SupportRules.RightOf(track);
            if (viewer.Can(right))
            {
                var overdue = standing
                    .Plans.Where(plan => viewer.PerimeterOf(right).Admits(plan.Fact.Edition, plan.Number))
                    .SelectMany(plan => plan.Fact.Sessions.Where(session => session.Track == track))
                    .Select(session => session.Steps.LastOrDefault())
                    .Where(last => last is { Step: SessionStep.Planned } && ParisTime.DayOf(last.StartsAt) < day)
                    .Select(last => ParisTime.DayOf(last!.StartsAt))
                    .ToList();
                add(
                    $"Sessions_{track}",
                    overdue.Count,
                    "/prototypes/agenda",
                    overdue.Count == 0 ? null : overdue.Min()
                );
            }
        }

        foreach (var body in Enum.GetValues<RollOutBody>())
        {
            if (viewer.Can(EvaluationRules.RightOf(body)))
            {
                var unjudged = standing
                    .Plans.Where(plan =>
                        !plan.Fact.Evaluations.IsEmpty && plan.Fact.Verdicts.All(one => one.Body != body)
                    )
                    .ToList();
                add(
                    "Verdicts",
                    unjudged.Count,
                    unjudged.Count == 1 ? $"/prototypes/{unjudged[0].Number}" : "/prototypes"
                );
            }
        }

        if (viewer.Can(Right.Report))
        {
            foreach (
                var plan in standing.Plans.Where(plan =>
                    !plan.IsFinished && viewer.PerimeterOf(Right.Report).Admits(plan.Fact.Edition, plan.Number)
                )
            )
            {
                var stale = plan.Fact.ReportAt(standing.Scope.AsOf)?.PublishedAt is { } at
                    ? ReportRules.StaleOn(at)
                    : plan.StartsOn.AddDays(ReportRules.FreshDays);
                // A week before the last one goes stale: it takes five minutes, and some weeks have none.
                add(
                    "Report",
                    stale.AddDays(-7) <= day ? 1 : 0,
                    $"/prototypes/{plan.Number}/rapport",
                    stale,
                    plan.Fact.Title
                );
                var late = plan.Milestones.Where(one => !one.IsReached && one.IsOverdue).ToList();
                add(
                    "Milestones",
                    late.Count,
                    $"/prototypes/{plan.Number}",
                    late.Count == 0 ? null : late.Min(one => one.ExpectedOn),
                    plan.Fact.Title
                );
            }
        }
    }

    /// <summary>Sessions that were opened and not closed, and what was granted and not written into the ledger.</summary>
    private async Task AddSessionsAsync(Viewer viewer, KnownProgramme known, Adding add, CancellationToken cancellation)
    {
        if (!viewer.Can(SessionList.Right) || !(viewer.Can(Right.HoldSessions) || viewer.Can(Right.Grant)))
        {
            return;
        }

        foreach (var edition in await editions.RunAsync(viewer, new(), cancellation))
        {
            var held = await sessions.RunAsync(viewer, new(edition.Number), cancellation);
            var open = held.FirstOrDefault(session =>
                session.State == SessionState.Open
                && viewer.Can(session.Body == DecidingBody.Sgpi ? Right.Grant : Right.HoldSessions)
            );
            add("OpenSession", open is null ? 0 : 1, $"/jury/{open?.Id}", open?.HeldOn, edition.Name);
            if (viewer.Can(Right.KeepEnvelope) && viewer.PerimeterOf(Right.KeepEnvelope).Covers(edition.Number))
            {
                var unwritten = await UnwrittenGrants.OfAsync(
                    viewer,
                    edition.Number,
                    known.Facts.Budgets ?? Core.Budgets.Figures.BudgetFacts.None,
                    sessions,
                    decided
                );
                add("Grants", unwritten.Count, $"/budgets?edition={edition.Number}", of: edition.Name);
            }
        }
    }

    private async Task AddPaymentsAsync(
        Viewer viewer,
        ProgrammeStanding standing,
        Adding add,
        CancellationToken cancellation
    )
    {
        if (!viewer.Can(Right.RequestPayment) && !viewer.Can(Right.Pay))
        {
            return;
        }

        var open = await payments.RunAsync(viewer, new(), cancellation);
        foreach (var group in open.GroupBy(PaymentSteps.Next).OrderBy(group => group.Key))
        {
            var rows = group
                .Where(row =>
                    viewer
                        .PerimeterOf(group.Key == PaymentStepToTake.Wait ? Right.RequestPayment : Right.Pay)
                        .Admits(row.Payment.Edition, row.Payment.Number)
                    // Who prepared a payment does not validate it.
                    && (group.Key != PaymentStepToTake.Validate || row.Payment.PreparedById != viewer.PersonId)
                )
                .ToList();
            add(
                $"Payments_{group.Key}",
                rows.Count,
                rows.Count == 1 ? $"/budgets/{rows[0].Payment.Number}" : "/budgets/versements",
                rows.Min(row => row.Payment.DueOn)
            );
        }

        if (viewer.Can(Right.KeepBudgets))
        {
            var uncommitted = standing.Projects.Where(one => one.Balance.Granted > one.Balance.Committed).ToList();
            add(
                "Commitments",
                uncommitted.Count,
                uncommitted.Count == 1 ? $"/budgets/{uncommitted[0].Number}" : "/budgets"
            );
            var unsigned = KeyFigures.Of(Core.Budgets.Figures.BudgetAlert.ConventionUnsigned).ValueOf(standing);
            add("Conventions", (int)(unsigned?.Amount ?? 0), "/budgets?alerte=unsigned");
        }
    }

    private delegate void Adding(string key, int count, string address, DateOnly? since = null, string? of = null);
}

/// <summary>Something to do.</summary>
/// <param name="Key">Of its sentence.</param>
/// <param name="Address">Where it is done.</param>
/// <param name="Since">Paris day that it is due on, or waits since.</param>
/// <param name="Of">The project's title or the edition's name; null where it is about several.</param>
public sealed record AwaitingItem(string Key, int Count, string Address, DateOnly? Since, bool IsLate, string? Of);
