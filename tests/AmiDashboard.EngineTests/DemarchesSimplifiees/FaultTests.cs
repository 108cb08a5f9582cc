using AmiDashboard.Core.Applications;
using AmiDashboard.Engines;
using AmiDashboard.Exchange.DemarchesSimplifiees;
using Microsoft.AspNetCore.Http;

namespace AmiDashboard.DemarchesSimplifiees;

/// <summary>Whatever the source answers, the mirror holds whole pages only, and is equal to the source in the end.</summary>
public sealed class FaultTests
{
    private static readonly Dictionary<string, Func<IResult>> Passing = new()
    {
        ["throttled"] = () => Faults.Throttled(),
        ["internal"] = () => Faults.Internal,
        ["gateway"] = () => Faults.Gateway,
        ["timeout"] = () => Faults.Timeout,
        ["dropped"] = () => Faults.Dropped,
    };

    private static readonly Dictionary<string, (Func<IResult> Answer, string Key)> Fatal = new()
    {
        ["expired"] = (() => Faults.TokenExpired, "Sync_TokenExpiredOn"),
        ["refused"] = (() => Faults.TokenRefused, "Sync_TokenRefused"),
        ["no token"] = (() => Faults.NoToken, "Sync_TokenRefused"),
        ["network"] = (() => Faults.NetworkForbidden, "Sync_NetworkForbidden"),
        ["not found"] = (() => Faults.NotFound, "Sync_NotFound"),
        ["parse"] = (() => Faults.QueryRefused, "Sync_QueryRefused"),
        ["sign-in page"] = (() => Faults.SignInPage, "Sync_NotUnderstood"),
        ["cut short"] = (() => Faults.CutShort, "Sync_NotUnderstood"),
        ["no data"] = (() => Faults.NoData, "Sync_NotUnderstood"),
        ["more without a cursor"] = (() => Faults.MoreWithoutCursor, "Sync_NotUnderstood"),
    };

    public static TheoryData<TestEngine, string> EveryPassing => All(Passing.Keys);

    public static TheoryData<TestEngine, string> EveryFatal => All(Fatal.Keys);

    [Theory, MemberData(nameof(EveryPassing))]
    public async Task A_passing_fault_is_waited_out_and_the_mirror_ends_equal(TestEngine engine, string fault)
    {
        await using var bench = await SyncBench.CreateAsync(engine);
        bench.Source.Fault = asked => asked.Index % 3 == 1 ? Passing[fault]() : null;

        var end = await bench.RunToTheEndAsync();

        Assert.Equal((250, 250, 0), (end.Counts.Read, end.Counts.Added, end.Counts.Problems));
        await bench.AssertEqualAsync();
    }

    [Theory, MemberData(nameof(EveryFatal))]
    public async Task A_fatal_fault_ends_the_run_at_a_whole_page_with_a_sentence(TestEngine engine, string fault)
    {
        await using var bench = await SyncBench.CreateAsync(engine);
        bench.Source.Fault = asked => asked is { Operation: "Page", After: not null } ? Fatal[fault].Answer() : null;

        var end = await bench.RunAsync();

        Assert.Equal((SyncState.Failed, Fatal[fault].Key), (end.State, end.ErrorKey));
        var run = (await bench.RunsAsync())[0];
        Assert.Equal((SyncState.Failed, Fatal[fault].Key), (run.State, run.ErrorKey));
        Assert.True(SyncTexts.ErrorOf(run)!.Length > 40);
        Assert.DoesNotContain(FakeSource.Token, $"{SyncTexts.ErrorOf(run)}{run.ErrorDetail}", StringComparison.Ordinal);
        Assert.Equal(100, (await bench.MirroredAsync()).Count);
        Assert.Equal(2, bench.Source.Asked.Count(asked => asked.Operation == "Page"));

        bench.Source.Fault = _ => null;
        await bench.RunToTheEndAsync();
        await bench.AssertEqualAsync();
    }

    [Theory, OnBothEngines]
    public async Task An_expired_token_is_told_with_its_date_and_the_setting_to_change(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine, 1);
        bench.Source.Fault = _ => Faults.TokenExpired;

        await bench.RunAsync();

        var sentence = SyncTexts.ErrorOf((await bench.RunsAsync())[0]);
        Assert.Contains("DemarchesSimplifiees:Token", sentence, StringComparison.Ordinal);
        Assert.Contains("2018", sentence, StringComparison.Ordinal);
        Assert.Single(bench.Source.Asked);
    }

    [Theory, OnBothEngines]
    public async Task A_fault_in_a_deletion_list_leaves_deletions_for_the_next_run(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine, 20);
        await bench.RunToTheEndAsync();
        bench.Source.Delete(1005);
        bench.Source.Wait(TimeSpan.FromHours(5));
        bench.Source.Touch(1006, dossier => dossier.Title = "Changé");
        bench.Source.Fault = asked => asked.Operation == "Deletions" ? Faults.TokenRefused : null;
        await bench.RunAsync();
        Assert.Contains(1005, (await bench.MirroredAsync()).Keys);

        bench.Source.Fault = _ => null;
        await bench.RunToTheEndAsync();

        await bench.AssertEqualAsync();
        Assert.DoesNotContain(1005, (await bench.MirroredAsync()).Keys);
    }

    [Theory, OnBothEngines]
    public async Task Pages_that_time_out_are_asked_again_by_halves(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine);
        bench.Source.Fault = asked => asked is { Operation: "Page", First: > 30 } ? Faults.Timeout : null;

        await bench.RunToTheEndAsync();

        Assert.Equal(
            [100, 50, 25],
            bench.Source.Asked.Where(asked => asked.Operation == "Page").Take(3).Select(asked => asked.First)
        );
        await bench.AssertEqualAsync();
    }

    [Theory, OnBothEngines]
    public async Task A_throttled_question_waits_as_long_as_the_source_says(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine, 5);
        bench.Source.Fault = asked => asked.Index == 1 ? Faults.Throttled("42") : null;

        await bench.RunToTheEndAsync();

        Assert.Equal(TimeSpan.FromSeconds(42), bench.Time.Waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait));
        await bench.AssertEqualAsync();
    }

    [Theory, OnBothEngines]
    public async Task A_source_that_stays_broken_is_given_up_with_a_sentence(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine, 5);
        bench.Source.Fault = _ => Faults.Internal;

        var end = await bench.RunAsync();

        Assert.Equal((SyncState.Failed, "Sync_Internal"), (end.State, end.ErrorKey));
        Assert.InRange(bench.Source.Asked.Count, 2, 10);
    }

    [Theory, OnBothEngines]
    public async Task An_answer_without_end_is_cut_and_asked_again_smaller(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine, 120);
        bench.Source.Fault = asked => asked is { Operation: "Page", First: > 50 } ? Faults.Endless : null;

        await bench.RunToTheEndAsync();

        await bench.AssertEqualAsync();
    }

    [Theory, OnBothEngines]
    public async Task One_inconsistent_dossier_is_isolated_and_reported_and_the_others_are_taken(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine);
        int[] broken = [1017, 1018, 1200];
        foreach (var number in broken)
        {
            bench.Source.Break(number);
        }

        var end = await bench.RunToTheEndAsync();

        Assert.Equal((250, 247, 3), (end.Counts.Read, end.Counts.Added, end.Counts.Problems));
        var problems = (await bench.RunsAsync())[0].Problems;
        Assert.Equal(broken, problems.Select(problem => problem.Number!.Value).Order());
        Assert.All(problems, problem => Assert.Equal("Sync_InvalidNull", problem.ReasonKey));
        await bench.AssertEqualAsync(broken);
        Assert.InRange(bench.Source.Asked.Count, 5, 40);
    }

    [Theory, OnBothEngines]
    public async Task A_dossier_that_becomes_inconsistent_keeps_what_was_known_and_is_not_missing(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine, 30);
        await bench.RunToTheEndAsync();
        bench.Source.Break(1010);

        await bench.RunToTheEndAsync(SyncKind.Full);
        Assert.Equal(Presence.Present, (await bench.MirroredAsync())[1010].Presence);

        bench.Source.Break(1010, isInconsistent: false);
        bench.Source.Touch(1010, dossier => dossier.Title = "Réparé");
        await bench.RunToTheEndAsync();
        await bench.AssertEqualAsync();
    }

    [Theory, OnBothEngines]
    public async Task A_dossier_in_a_state_that_does_not_exist_is_reported_and_the_others_are_taken(TestEngine engine)
    {
        await using var bench = await SyncBench.CreateAsync(engine, 10);
        bench.Source.Touch(1004, dossier => dossier.State = "en_attente");

        var end = await bench.RunToTheEndAsync();

        Assert.Equal((10, 1), (end.Counts.Read, end.Counts.Problems));
        Assert.Equal(1004, Assert.Single((await bench.RunsAsync())[0].Problems).Number);
        await bench.AssertEqualAsync(1004);
    }

    private static TheoryData<TestEngine, string> All(IEnumerable<string> faults)
    {
        var data = new TheoryData<TestEngine, string>();
        foreach (var engine in Enum.GetValues<TestEngine>())
        {
            foreach (var fault in faults)
            {
                data.Add(engine, fault);
            }
        }

        return data;
    }
}
