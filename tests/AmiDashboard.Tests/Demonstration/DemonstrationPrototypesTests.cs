using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Demonstration;
using AmiDashboard.Core.Prototypes;

namespace AmiDashboard.Demonstration;

/// <summary>
/// The demonstration's ten months are placed as rows, past the operations: each is told again here, at its own instant, to
/// the rules that its operation asks.
/// </summary>
public sealed class DemonstrationPrototypesTests
{
    private static readonly DateTime November = Utc(2026, 11, 24);

    public static TheoryData<DateTime> Instants =>
        [Utc(2019, 5, 1), November, Utc(2027, 6, 1), Utc(2028, 2, 29), Utc(2031, 1, 31)];

    [Fact]
    public void Six_of_the_first_edition_are_finished_and_six_of_the_second_under_way()
    {
        var known = DemonstrationPrototypes.KnownAt(November);
        Assert.Equal(6, known.Count(one => one.Plan.Edition == 1 && IsFinished(one)));
        Assert.Equal(9, known.Count(one => one.Plan.Edition == 2 && IsFinished(one)));
        Assert.Equal(6, known.Count(one => one.Plan.Edition == 2 && !IsFinished(one)));
        Assert.Equal(21, known.Count);
        Assert.All(
            known.Where(IsFinished),
            one =>
            {
                Assert.NotNull(one.Evaluation);
                Assert.Equal(Enum.GetValues<RollOutBody>(), one.Verdicts.Select(verdict => verdict.Body));
                Assert.Contains(one.Trials, trial => trial.Steps[^1].Step == TrialStep.Held);
            }
        );
        Assert.All(
            known.Where(one => !IsFinished(one)),
            one =>
            {
                Assert.InRange(one.Plan.Milestones.Count(IsReached), 1, one.Plan.Milestones.Count - 1);
                Assert.Empty(one.Verdicts);
                Assert.Null(one.Sheet);
            }
        );
    }

    [Theory]
    [InlineData(2026, 12, 31)]
    [InlineData(2027, 6, 1)]
    [InlineData(2031, 2, 28)]
    public void Whenever_it_is_first_shown_six_are_midway(int year, int month, int day)
    {
        var now = Utc(year, month, day);
        var midway = DemonstrationPrototypes
            .KnownAt(now, DemonstrationPrototypes.MidwayStart(now))
            .Where(one => !IsFinished(one))
            .ToList();
        Assert.Equal(6, midway.Count);
        Assert.All(midway, one => Assert.InRange(one.Plan.Milestones.Count(IsReached), 2, 6));
    }

    [Fact]
    public void In_spring_2019_only_the_first_edition_is_under_way()
    {
        var known = DemonstrationPrototypes.KnownAt(Utc(2019, 5, 1));
        Assert.Equal(6, known.Count);
        Assert.All(known, one => Assert.False(one.Plan.Edition != 1 || IsFinished(one)));
        Assert.Empty(DemonstrationPrototypes.KnownAt(Utc(2018, 11, 30)));
    }

    [Theory, MemberData(nameof(Instants))]
    public void Nothing_is_recorded_after_now_and_what_was_known_before_is_known_still(DateTime now)
    {
        var midway = DemonstrationPrototypes.MidwayStart(now);
        var told = ToldSupport.At(now, midway);
        Assert.All(told, one => Assert.True(one.At <= now, $"{one}"));
        foreach (var earlier in new[] { now.AddDays(-1), now.AddDays(-40), now.AddDays(-200) })
        {
            Assert.Equal(told.Where(one => one.At <= earlier), ToldSupport.At(earlier, midway));
        }
    }

    [Theory, MemberData(nameof(Instants))]
    public void Support_begins_for_laureates_once_they_are(DateTime now)
    {
        foreach (var plan in Known(now).Select(one => one.Plan))
        {
            var application = Programme.Applications.Single(one => one.Dossier.Number == plan.Number);
            Assert.Equal(plan.Edition, application.Edition);
            Assert.Equal(Stage.Laureate, application.Journey[^1].Stage);
            Assert.True(application.Journey[^1].At <= plan.StartedAt);
            Assert.InRange(plan.StartsOn.DayNumber - ParisTime.DayOf(plan.StartedAt).DayNumber, -366, 366);
            var edition = Programme.Editions.Single(one => one.Number == plan.Edition);
            Assert.Equal(edition.SupportMonths, plan.Months);
            Assert.Null(PlanRules.CheckTemplate(PlanTemplate.Usual, plan.Months));
        }
    }

    [Theory, MemberData(nameof(Instants))]
    public void Each_revision_would_have_been_accepted_when_it_was_made(DateTime now)
    {
        foreach (var plan in Known(now).Select(one => one.Plan))
        {
            var again = Bare(plan);
            var said = plan
                .Milestones.SelectMany(one => one.Revisions.Select(revision => (one.Position, Revision: revision)))
                .OrderBy(one => one.Revision.RecordedAt)
                .ThenBy(one => one.Position)
                .ToList();
            Assert.NotEmpty(said);
            foreach (var (position, revision) in said)
            {
                var milestone = again.Milestones.Single(one => one.Position == position);
                var refusal = revision.Kind switch
                {
                    RevisionKind.Forecast => PlanRules.CheckForecast(again, milestone, revision.On, revision.Reason),
                    RevisionKind.Reached => PlanRules.CheckReached(
                        again,
                        milestone,
                        revision.On,
                        ParisTime.DayOf(revision.RecordedAt)
                    ),
                    _ => PlanRules.CheckReopening(again, milestone, revision.On, revision.Reason),
                };
                Assert.True(refusal is null, $"{plan.Number}, {position}, {revision.RecordedAt:u}: {refusal?.Key}");
                milestone.Revisions.Add(revision);
            }
        }
    }

    [Theory, MemberData(nameof(Instants))]
    public void Each_session_would_have_been_accepted_from_its_own_body(DateTime now)
    {
        foreach (var session in Known(now).SelectMany(one => one.Sessions))
        {
            var body = session.Track == SupportTrack.Technical ? "DINSIC" : "DITP";
            SupportSessionStep? last = null;
            foreach (var step in session.Steps)
            {
                Assert.Contains(body, step.RecordedBy, StringComparison.Ordinal);
                Assert.True(last is null || last.RecordedAt < step.RecordedAt);
                Assert.Equal(last is null, step.Step == SessionStep.Planned);
                Assert.Null(SupportRules.Check(step.Minutes, step.Coach, step.Topic, step.Place));
                if (step.Step == SessionStep.Cancelled)
                {
                    Assert.Null(PlanText.CheckReason(step.Reason));
                }

                if (step.Step == SessionStep.Held)
                {
                    var given = session.Actions.Select(one => new GivenAction(one.Text, one.Owner, one.DueOn));
                    Assert.Null(SupportRules.CheckHeld(step.StartsAt, step.Conclusions, [.. given], step.RecordedAt));
                }

                last = step;
            }

            Assert.True(session.Actions.Count == 0 || last!.Step == SessionStep.Held);
            Assert.All(
                session.Actions,
                action =>
                {
                    Assert.Equal(last!.RecordedAt, action.RecordedAt);
                    Assert.True(action.DoneAt is null || action.DoneAt > action.RecordedAt);
                    Assert.Equal(action.DoneAt is null, action.DoneBy is null);
                }
            );
        }
    }

    [Theory, MemberData(nameof(Instants))]
    public void Each_report_would_have_been_published_in_its_turn(DateTime now)
    {
        foreach (var one in Known(now))
        {
            DateOnly? last = null;
            foreach (var report in one.Reports.OrderBy(report => report.PublishedAt))
            {
                Assert.Null(ReportRules.CheckPublication(report.Text));
                Assert.Null(
                    ReportRules.CheckMonth(one.Plan, report.Month, last, ParisTime.DayOf(report.PublishedAt!.Value))
                );
                Assert.True(report.StartedAt <= report.SavedAt && report.SavedAt <= report.PublishedAt);
                Assert.Equal(report.Text, report.Text.Plain());
                last = report.Month;
            }
        }
    }

    [Theory, MemberData(nameof(Instants))]
    public void Each_trial_and_each_proof_would_have_been_accepted(DateTime now)
    {
        foreach (var one in Known(now))
        {
            foreach (var trial in one.Trials)
            {
                UserTrialStep? last = null;
                foreach (var step in trial.Steps)
                {
                    Assert.True(last is null || last.RecordedAt < step.RecordedAt);
                    Assert.Equal(last is null, step.Step == TrialStep.Planned);
                    Assert.True(step.On >= one.Plan.StartsOn);
                    Assert.Null(TrialRules.CheckPeople(step.People));
                    Assert.Equal(step.Step == TrialStep.Held, step.Result is not null);
                    Assert.Null(
                        step.Result is { } result
                            ? TrialRules.CheckResult(step.On, step.People, result, ParisTime.DayOf(step.RecordedAt))
                            : null
                    );
                    last = step;
                }
            }

            Assert.All(
                one.Proofs,
                proof =>
                    Assert.Null(
                        ReadinessProof.Check(
                            proof.Evidence,
                            proof.Description,
                            proof.Link,
                            proof.On,
                            ParisTime.DayOf(proof.RecordedAt)
                        )
                    )
            );
            Assert.Equal(one.Proofs.Select(proof => proof.Level).Order(), one.Proofs.Select(proof => proof.Level));
        }
    }

    [Theory, MemberData(nameof(Instants))]
    public void Each_evaluation_verdict_and_sheet_would_have_been_accepted(DateTime now)
    {
        foreach (var one in Known(now))
        {
            if (one.Evaluation is { } evaluation)
            {
                Assert.Null(EvaluationRules.Check(evaluation.Benefits, evaluation.Conclusion));
                Assert.True(IsFinished(one));
            }

            foreach (var verdict in one.Verdicts)
            {
                Assert.Null(
                    EvaluationRules.CheckVerdict(
                        one.Evaluation?.RecordedAt <= verdict.RecordedAt,
                        verdict.On,
                        ParisTime.DayOf(verdict.RecordedAt),
                        verdict.Reason
                    )
                );
                Assert.Contains(
                    verdict.Body == RollOutBody.Dinsic ? "DINSIC" : "DITP",
                    verdict.RecordedBy,
                    StringComparison.Ordinal
                );
            }

            if (one.Sheet is { } sheet)
            {
                var published = Assert.Single(sheet.Publications);
                Assert.Null(published.Text.CheckPublication());
                Assert.Equal(published.Text, published.Text.Tidy());
                Assert.Equal((sheet.Draft, sheet.SavedAt), (published.Text, published.PublishedAt));
                Assert.Equal(2, one.Verdicts.Length);
            }
        }
    }

    /// <summary>What is placed where the demonstration is first shown at an instant.</summary>
    private static IReadOnlyList<DemonstrationPrototype> Known(DateTime now) =>
        DemonstrationPrototypes.KnownAt(now, DemonstrationPrototypes.MidwayStart(now));

    private static bool IsFinished(DemonstrationPrototype one) => one.Plan.Milestones.TrueForAll(IsReached);

    private static bool IsReached(Milestone milestone) => PlanRules.ReachedOn(milestone) is not null;

    /// <summary>The same plan before anything was said of it.</summary>
    private static Prototype Bare(Prototype plan)
    {
        var bare = new Prototype
        {
            Edition = plan.Edition,
            Number = plan.Number,
            Title = plan.Title,
            StartsOn = plan.StartsOn,
            Months = plan.Months,
            StartedAt = plan.StartedAt,
            StartedBy = plan.StartedBy,
        };
        bare.Milestones.AddRange(PlanRules.Draw(PlanTemplate.Usual, plan.Edition, plan.Number, plan.StartsOn));
        Assert.Equal(
            plan.Milestones.Select(one => (one.Name, one.BaselineOn)),
            bare.Milestones.Select(one => (one.Name, one.BaselineOn))
        );
        return bare;
    }

    private static DateTime Utc(int year, int month, int day) => new(year, month, day, 9, 0, 0, DateTimeKind.Utc);
}
