using AmiDashboard.Applications;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Engines;
using AmiDashboard.Exchange.DemarchesSimplifiees;
using AmiDashboard.Exchange.DemarchesSimplifiees.Decisions;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Editions;
using AmiDashboard.Storage.Scores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AmiDashboard.DemarchesSimplifiees;

public sealed class WriteBackTests
{
    private static readonly Viewer Dinsic = SampleDossiers.Person(Profile.Dinsic);

    [Theory, OnBothEngines]
    public async Task Laureates_are_accepted_the_others_refused_and_the_reserve_list_left_alone(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine, dossiers: 4);
        var session = await DecideAsync(bench);

        var written = (await WriteAsync(bench, session)).Value!;

        Assert.Equal([1001, 1002], written.Select(one => one.Number));
        Assert.All(written, one => Assert.Equal(WriteBackResult.Written, one.Result));
        Assert.Equal(["accepte", "refuse", "en_instruction"], States(bench));
        var sent = bench.Source.Asked.Single(asked => asked.Operation == "Accept").Input!;
        Assert.Equal(
            ("instructeur-1", "Motif 1001", true),
            (sent.InstructeurId, sent.Motivation, sent.DisableNotification)
        );
    }

    [Theory, OnBothEngines]
    public async Task What_is_there_already_is_not_sent_again_and_another_outcome_is_told(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine, dossiers: 4);
        var session = await DecideAsync(bench);
        bench.Source.Touch(1001, dossier => dossier.State = "accepte");
        bench.Source.Touch(1002, dossier => dossier.State = "sans_suite");

        var written = (await WriteAsync(bench, session)).Value!;

        Assert.Equal([WriteBackResult.AlreadyThere, WriteBackResult.Refused], written.Select(one => one.Result));
        Assert.Equal("WriteBack_State", written[1].Key);
        Assert.DoesNotContain(bench.Source.Asked, asked => asked.Operation is "Accept" or "Refuse");
    }

    [Theory, OnBothEngines]
    public async Task A_decision_that_was_taken_though_no_answer_came_is_not_sent_twice(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine, dossiers: 4);
        var session = await DecideAsync(bench);
        var broken = 0;
        bench.Source.Fault = asked =>
        {
            if (asked.Operation != "Accept" || broken++ > 0)
            {
                return null;
            }

            bench.Source.DecideUnheard(asked);
            return Faults.Gateway;
        };

        var written = (await WriteAsync(bench, session)).Value!;

        Assert.All(written, one => Assert.Equal(WriteBackResult.Written, one.Result));
        Assert.Single(bench.Source.Asked, asked => asked.Operation == "Accept");
    }

    [Theory, OnBothEngines]
    public async Task Throttling_is_waited_out_and_a_dossier_that_fails_keeps_no_other_back(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine, dossiers: 4);
        var session = await DecideAsync(bench);
        var throttled = 0;
        bench.Source.Fault = asked =>
            asked.Operation == "Standing" && asked.Number == 1001 ? Faults.TokenRefused
            : asked.Operation == "Refuse" && throttled++ < 2 ? Faults.Throttled("30")
            : null;

        var written = (await WriteAsync(bench, session)).Value!;

        Assert.Equal([WriteBackResult.Failed, WriteBackResult.Written], written.Select(one => one.Result));
        Assert.Equal("Sync_TokenRefused", written[0].Key);
        Assert.Equal(["en_instruction", "refuse", "en_instruction"], States(bench));
    }

    [Theory, OnBothEngines]
    public async Task It_is_off_unless_an_instructor_is_named_and_asks_for_the_number_confirmed(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine, dossiers: 4);
        var session = await DecideAsync(bench);
        await using var off = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(bench.Time)
            .AddStorage(bench.Database)
            .AddDemarchesSimplifiees(SyncBench.SettingsOf(bench.Source.BaseUrl) with { Instructor = null })
            .BuildServiceProvider();

        var refused = await off.GetRequiredService<WriteBack>().RunAsync(Dinsic, new(session, 2, false));
        Assert.Equal("Refusal_WriteBackOff", refused.Refusal?.Key);
        Assert.Equal(Refusal.Conflict, (await WriteAsync(bench, session, confirmed: 3)).Refusal);
        Assert.Equal(Refusal.NotFound, (await WriteAsync(bench, session + 1)).Refusal);
        foreach (
            var profile in new[]
            {
                Profile.Sgpi,
                Profile.Cdc,
                Profile.Reviewer,
                Profile.Ministry,
                Profile.Administrator,
            }
        )
        {
            var outcome = await bench.Get<WriteBack>().RunAsync(SampleDossiers.Person(profile), new(session, 2, false));
            Assert.Equal(Refusal.NoRight, outcome.Refusal);
        }

        Assert.Equal(["en_instruction", "en_instruction", "en_instruction"], States(bench));
    }

    [Theory, OnBothEngines]
    public async Task What_was_sent_and_what_the_source_answered_is_kept(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine, dossiers: 4);
        var session = await DecideAsync(bench);
        bench.Source.Fault = asked =>
            asked.Operation == "Refuse" ? Faults.DecisionRefused("Le dossier est\u0000 clos") : null;

        await WriteAsync(bench, session);

        var kept = await SendingsAsync(bench, session);
        Assert.Equal([1002, 1001], kept.Select(one => one.Number));
        Assert.All(
            kept,
            one =>
            {
                Assert.Equal(
                    (session, Dinsic.Name, "instructeur-1", false),
                    (one.SessionId, one.SentBy, one.Instructor, one.Notifies)
                );
                Assert.Equal($"Motif {one.Number}", one.Motivation);
                Assert.Equal(bench.Time.GetUtcNow().UtcDateTime, one.SentAt);
            }
        );
        Assert.Equal([SourceState.Refused, SourceState.Accepted], kept.Select(one => one.Outcome));
        Assert.Equal(
            [(SendingResult.Refused, "Le dossier est clos"), (SendingResult.Done, (string?)null)],
            kept.Select(one => one.Answers.Single()).Select(answer => (answer.Result, answer.Detail))
        );

        // Again: the laureate is there already, the other is sent once more, and the first sending stays as it was.
        await WriteAsync(bench, session);
        var after = await SendingsAsync(bench, session);
        Assert.Equal([1002, 1002, 1001], after.Select(one => one.Number));
        Assert.Equal(kept.Select(one => one.Id), after.Skip(1).Select(one => one.Id));
    }

    [Theory, OnBothEngines]
    public async Task A_sending_that_nothing_was_heard_of_is_kept_and_so_is_what_was_found_of_it_later(
        TestEngine engine
    )
    {
        await using var bench = await SyncBench.CreateAsync(engine, dossiers: 4);
        var session = await DecideAsync(bench);
        bench.Source.Fault = asked =>
        {
            if (asked.Operation != "Accept")
            {
                return null;
            }

            bench.Source.DecideUnheard(asked);
            return Faults.Gateway;
        };

        await WriteAsync(bench, session);

        var sent = (await SendingsAsync(bench, session)).Single(one => one.Number == 1001);
        Assert.Equal([SendingResult.NoAnswer, SendingResult.FoundDone], sent.Answers.Select(answer => answer.Result));
    }

    [Theory, OnBothEngines]
    public async Task A_sending_is_written_down_before_it_is_sent(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine, dossiers: 4);
        var session = await DecideAsync(bench);
        var known = new List<int>();
        // Where the program goes away before the answer, what is in the database by then is all that is known.
        bench.Source.Fault = asked =>
            asked.Operation is "Accept" or "Refuse"
                ? Faults.After(
                    async () => known.AddRange((await SendingsAsync(bench, session)).Select(one => one.Answers.Count)),
                    Faults.DecisionRefused("Non")
                )
                : null;

        await WriteAsync(bench, session);

        Assert.Equal([0, 0, 1], known);
    }

    private static Task<IReadOnlyList<DecisionSending>> SendingsAsync(SyncBench bench, int session) =>
        bench.Get<DecisionSendings>().RunAsync(Dinsic, new(session));

    private static Task<Outcome<IReadOnlyList<WrittenDecision>>> WriteAsync(
        SyncBench bench,
        int session,
        int confirmed = 2
    ) => bench.Get<WriteBack>().RunAsync(Dinsic, new(session, confirmed, Notifies: false));

    private static IEnumerable<string> States(SyncBench bench) =>
        new[] { 1001, 1002, 1003 }.Select(number => bench.Source.Dossiers[number].State);

    /// <summary>A signed decision of SGPI: a laureate, one not selected, one on the reserve list.</summary>
    private static async Task<int> DecideAsync(SyncBench bench)
    {
        await bench.RunToTheEndAsync();
        var edition = (await bench.Get<EditionList>().RunAsync(Viewer.Product, new())).Single();
        var outcome = await bench
            .Get<Store>()
            .WriteAsync<int>(
                Viewer.Product,
                Right.None,
                nameof(DecideAsync),
                async writing =>
                {
                    var session = new Session
                    {
                        EditionId = edition.Id,
                        Edition = edition.Number,
                        Body = DecidingBody.Sgpi,
                        State = SessionState.Closed,
                        HeldOn = new DateOnly(2018, 11, 21),
                        Quorum = 1,
                        OpenedAt = writing.Now,
                        OpenedBy = "SGPI",
                        EndedAt = writing.Now,
                        Basis = new FrozenBasis(writing.Now, Scale.FiveByHalves, 3, 1, 3, [], [], null, ""),
                    };
                    var verdicts = new[] { Verdict.Laureate, Verdict.NotSelected, Verdict.ReserveList };
                    session.Decisions.AddRange(
                        verdicts.Select(
                            (verdict, index) =>
                                new Decision
                                {
                                    Edition = edition.Number,
                                    Number = 1001 + index,
                                    Verdict = verdict,
                                    Reason = $"Motif {1001 + index}",
                                    RecordedAt = writing.Now,
                                    RecordedBy = "SGPI",
                                }
                        )
                    );
                    writing.Context.Sessions.Add(session);
                    var ids = await writing.Context.Applications.ToDictionaryAsync(one => one.Number, one => one.Id);
                    foreach (var decision in session.Decisions)
                    {
                        writing.Context.Entry(decision).Property(one => one.ApplicationId).CurrentValue = ids[
                            decision.Number
                        ];
                    }

                    await writing.Context.SaveChangesAsync();
                    return session.Id;
                },
                CancellationToken.None
            );
        return outcome.Value;
    }
}
