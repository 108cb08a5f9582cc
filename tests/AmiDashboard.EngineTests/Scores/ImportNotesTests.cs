using AmiDashboard.Applications;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Scores;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Scores;

namespace AmiDashboard.Scores;

public sealed class ImportNotesTests
{
    private const int Number = 1001;

    [Theory, OnBothEngines]
    public async Task Notes_become_a_submitted_review_once_and_what_is_not_noted_is_no_zero(TestEngine engine)
    {
        await using var store = await NotedAsync(engine);
        Assert.Equal(1, await ImportAsync(store));
        Assert.Equal(0, await ImportAsync(store));

        var facts = (await store.Get<ReviewerFacts>().RunAsync(SampleScores.Manager, new(1))).Facts!;
        var submission = Assert.Single(facts.Submissions);
        // 12.5 of 20 is 3.125 of 5: the nearest half.
        Assert.Equal([null, new Score(300)], submission.Scores);
        Assert.Equal(3.0, facts.Ranking!.Rows.Single().Mean!.Value, 9);
        Assert.False(facts.Ranking.Rows.Single().IsComplete);
    }

    [Theory, OnBothEngines]
    public async Task Notes_that_changed_at_the_source_replace_the_older_ones_which_stay(TestEngine engine)
    {
        await using var store = await NotedAsync(engine);
        await ImportAsync(store);
        var dossier = SampleDossiers.Dossier(Number);
        await store.RecordAsync(
            1,
            dossier with
            {
                ModifiedAt = dossier.ModifiedAt.AddDays(1),
                Annotations = [dossier.Annotations[0] with { Number = 18m }],
            }
        );
        store.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(1, await ImportAsync(store));

        var reviews = await store.Get<ApplicationReviews>().RunAsync(SampleScores.Manager, new(Number));
        Assert.Equal([false, true], reviews.Select(review => review.ReopenedAt is null));
        Assert.Equal("Notes modifiées", reviews[0].ReopenReason);
        Assert.Equal(new Score(450), reviews[1].Sheet.Entries.Single(entry => entry.Score is not null).Score);
    }

    [Theory, OnBothEngines]
    public async Task Nothing_is_taken_over_once_a_jury_has_opened(TestEngine engine)
    {
        await using var store = await NotedAsync(engine);
        await store.OpenAsync(1, DecidingBody.Jury);
        var outcome = await store.Get<ImportNotes>().RunAsync(SampleScores.Manager, Request);
        Assert.Equal("Refusal_ReviewsClosed", outcome.Refusal?.Key);
    }

    [Theory, OnBothEngines]
    public async Task A_tie_told_of_and_a_reopening_are_not_undone_by_the_next_run(TestEngine engine)
    {
        await using var store = await NotedAsync(engine);
        await ImportAsync(store);
        var reviewer = (await store.Get<ReviewerList>().RunAsync(SampleScores.Manager, new(1))).Reviewers.Single();
        await store.DoAsync<ReopenReview, ReopenReview.Request, int>(
            new(Number, reviewer.Reviewer.Id, "À revoir"),
            SampleScores.Manager
        );
        Assert.Equal(0, await ImportAsync(store));

        await store.DoAsync<RecordConflict, RecordConflict.Request, int>(
            new(1, Number, reviewer.Reviewer.Id, "Instruit par le porteur"),
            SampleScores.Manager
        );
        Assert.Equal(0, await ImportAsync(store));
        var facts = (await store.Get<ReviewerFacts>().RunAsync(SampleScores.Manager, new(1))).Facts!;
        Assert.DoesNotContain(facts.Submissions, submission => submission.CountsAt(store.Now));
    }

    private static ImportNotes.Request Request => new(1, "Instructeurs", "Non noté", "Notes modifiées");

    private static Task<int> ImportAsync(TestStore store) =>
        store.DoAsync<ImportNotes, ImportNotes.Request, int>(Request, SampleScores.Manager);

    private static async Task<TestStore> NotedAsync(TestEngine engine)
    {
        var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        await store.RecordAsync(1, SampleDossiers.Dossier(Number));
        await store.UnderReviewAsync(Number);
        await store.DoAsync<EditGrid, EditGrid.Request, int>(new(1, SampleScores.Grid(), null), SampleScores.Manager);
        return store;
    }
}
