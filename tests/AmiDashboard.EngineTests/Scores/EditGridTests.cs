using AmiDashboard.Applications;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Scores;
using static AmiDashboard.Scores.SampleReviews;

namespace AmiDashboard.Scores;

public sealed class EditGridTests
{
    private static readonly Viewer Dinsic = SampleDossiers.Person(Profile.Dinsic);

    [Theory, OnBothEngines]
    public async Task A_new_grid_is_kept_with_its_criteria_in_order_and_their_first_weights(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        Assert.Null(await store.Get<GridSheet>().RunAsync(Dinsic, new(1)));

        await store.DoAsync<EditGrid, EditGrid.Request, int>(new(1, Grid(50, 30, 20), null), Dinsic);

        var (grid, hasSubmissions, isFrozen) = await store.GridAsync();
        Assert.Equal((Scale.FiveByHalves, 2, 1, 3), (grid.Scale, grid.LeastReviewers, grid.Places, grid.Shrinkage));
        Assert.Equal(new DateOnly(2018, 12, 15), grid.ReviewsDueOn);
        Assert.Equal(["Critère 1", "Critère 2", "Critère 3"], grid.Criteria.Select(criterion => criterion.ShortName));
        Assert.Equal([50, 30, 20], grid.Criteria.Select(criterion => criterion.Weight));
        Assert.All(
            grid.Criteria,
            criterion =>
            {
                var weight = Assert.Single(criterion.Weights);
                Assert.Equal(
                    (criterion.Weight, store.Now, "Dinsic"),
                    (weight.Weight, weight.ValidFrom, weight.RecordedBy)
                );
            }
        );
        Assert.False(hasSubmissions || isFrozen);
    }

    [Theory, OnBothEngines]
    public async Task Every_weight_stays_in_the_history_with_who_when_and_why(TestEngine engine)
    {
        await using var store = await engine.ScoringStoreAsync(1001);
        var first = store.Now;
        await EditAsync(store, grid => grid.Again().Weighing(70, 40));
        store.Time.Advance(TimeSpan.FromHours(1));
        await store.AssignAsync((1001, await store.EnlistAsync(1)));
        await store.SubmitAsync(1, 1001, "Avis", 3, 4);
        AssertRefused("Refusal_GridReasonMissing", await TryAsync(store, grid => grid.Again().Weighing(50, 50)));
        AssertRefused(
            "Refusal_GridReasonMissing",
            await TryAsync(store, grid => grid.Again().Weighing(50, 50) with { Reason = " " })
        );
        AssertRefused(
            "Refusal_ReasonTooLong",
            await TryAsync(store, grid => grid.Again().Weighing(50, 50) with { Reason = new string('x', 2001) })
        );
        await EditAsync(store, grid => grid.Again().Weighing(50, 50) with { Reason = " Vote du COPIL " });

        var grid = (await store.GridAsync()).Grid;
        Assert.Equal(
            [(60, first, null), (70, first, null), (50, store.Now, "Vote du COPIL")],
            grid.Criteria[0].Weights.Select(weight => (weight.Weight, weight.ValidFrom, weight.Reason))
        );
        Assert.Equal([40, 50], grid.Criteria[1].Weights.Select(weight => weight.Weight));
        var seenByOthers = await store.Get<GridSheet>().RunAsync(SampleDossiers.Person(Profile.Sgpi), new(1));
        Assert.All(seenByOthers!.Grid.Criteria, criterion => Assert.Empty(criterion.Weights));
    }

    [Theory, OnBothEngines]
    public async Task Scale_and_criteria_are_fixed_from_the_first_submission_on(TestEngine engine)
    {
        await using var store = await engine.ScoringStoreAsync(1001);
        await EditAsync(
            store,
            grid => grid.Again() with { Criteria = [Criterion(9, 10), .. grid.Again().Criteria.Take(1)] }
        );
        Assert.Equal(
            ["Critère 9", "Critère 1"],
            (await store.GridAsync()).Grid.Criteria.Select(criterion => criterion.ShortName)
        );
        await store.AssignAsync((1001, await store.EnlistAsync(1)));
        await store.SubmitAsync(1, 1001, "Avis", 3, 4);

        Assert.True((await store.GridAsync()).HasSubmissions);
        AssertRefused(
            "Refusal_ScaleInUse",
            await TryAsync(store, grid => grid.Again() with { Scale = Scale.TwentyByOnes })
        );
        AssertRefused(
            "Refusal_CriteriaInUse",
            await TryAsync(
                store,
                grid => grid.Again() with { Criteria = [.. grid.Again().Criteria.Take(1)], Reason = "Moins" }
            )
        );
        AssertRefused(
            "Refusal_CriteriaInUse",
            await TryAsync(
                store,
                grid => grid.Again() with { Criteria = [.. grid.Again().Criteria, Criterion(3, 5)], Reason = "Plus" }
            )
        );
        await EditAsync(store, grid => grid.Again() with { Criteria = [.. grid.Again().Criteria.Reverse()] });
        Assert.Equal(
            ["Critère 1", "Critère 9"],
            (await store.GridAsync()).Grid.Criteria.Select(criterion => criterion.ShortName)
        );
    }

    [Theory, OnBothEngines]
    public async Task A_reopened_submission_fixes_the_criteria_all_the_same(TestEngine engine)
    {
        await using var store = await engine.ScoringStoreAsync(1001);
        var reviewer = await store.EnlistAsync(1);
        await store.AssignAsync((1001, reviewer));
        await store.SubmitAsync(1, 1001, "Avis", 3, 4);
        await store.DoAsync<ReopenReview, ReopenReview.Request, int>(new(1001, reviewer, "À revoir"));

        AssertRefused(
            "Refusal_ScaleInUse",
            await TryAsync(store, grid => grid.Again() with { Scale = Scale.TwentyByOnes })
        );
    }

    [Theory, OnBothEngines]
    public async Task A_criterion_named_twice_by_its_id_is_refused_and_none_is_lost(TestEngine engine)
    {
        await using var store = await engine.ScoringStoreAsync(1001);
        await store.AssignAsync((1001, await store.EnlistAsync(1)));
        await store.SubmitAsync(1, 1001, "Avis", 3, 4);

        var outcome = await TryAsync(
            store,
            grid =>
                grid.Again() with
                {
                    Criteria = [grid.Again().Criteria[0], Criterion(2, 40, grid.Criteria[0].Id)],
                    Reason = "Erreur de formulaire",
                }
        );

        AssertRefused("Refusal_CriterionTwice", outcome);
        Assert.Equal(2, (await store.GridAsync()).Grid.Criteria.Count);
    }

    [Theory, OnBothEngines]
    public async Task Guidance_that_a_form_sends_back_in_another_order_changes_nothing(TestEngine engine)
    {
        await using var store = await engine.ScoringStoreAsync(1001);
        LevelGuidance[] levels = [new(new(0), "Rien"), new(new(500), "Tout")];
        await EditAsync(store, grid => WithGuidance(grid.Again(), levels));
        await store.AssignAsync((1001, await store.EnlistAsync(1)));
        await store.SubmitAsync(1, 1001, "Avis", 3, 4);

        await EditAsync(store, grid => WithGuidance(grid.Again(), [levels[1], new(new(250), ""), levels[0]]));

        Assert.Equal(levels, (await store.GridAsync()).Grid.Criteria[0].Guidance);
        AssertRefused(
            "Refusal_GridReasonMissing",
            await TryAsync(store, grid => WithGuidance(grid.Again(), [new(new(0), "Autre chose")]))
        );

        static GridProposal WithGuidance(GridProposal grid, LevelGuidance[] guidance) =>
            grid with
            {
                Criteria = grid.Criteria.SetItem(0, grid.Criteria[0] with { Guidance = [.. guidance] }),
            };
    }

    [Theory, OnBothEngines]
    public async Task Who_saw_an_older_grid_is_told(TestEngine engine)
    {
        await using var store = await engine.ScoringStoreAsync(1001);
        var grid = (await store.GridAsync()).Grid;
        await EditAsync(store, old => old.Again().Weighing(10, 20));

        AssertRefused(
            Refusal.Conflict.Key,
            await store.Get<EditGrid>().RunAsync(Dinsic, new(1, grid.Again(), grid.Version))
        );
        AssertRefused(Refusal.Conflict.Key, await store.Get<EditGrid>().RunAsync(Dinsic, new(1, Grid(1), null)));
        Assert.Equal([10, 20], (await store.GridAsync()).Grid.Criteria.Select(criterion => criterion.Weight));
    }

    [Theory, OnBothEngines]
    public async Task Of_managers_who_give_the_first_grid_at_once_one_wins(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        await using var other = store.OpenNode();

        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(number =>
                    Task.Run(() =>
                        (number % 2 == 0 ? store : other)
                            .Get<EditGrid>()
                            .RunAsync(Dinsic, new(1, Grid(number + 1), null))
                    )
                )
        );

        Assert.Single(outcomes, outcome => outcome.Done);
        Assert.All(outcomes.Where(one => !one.Done), one => Assert.Equal(Refusal.Conflict, one.Refusal));
        Assert.Single(Assert.Single((await store.GridAsync()).Grid.Criteria).Weights);
    }

    [Theory, OnBothEngines]
    public async Task A_grid_is_given_by_who_manages_the_whole_edition(TestEngine engine)
    {
        await using var store = await engine.ScoringStoreAsync(1001);
        await store.RecordEditionAsync(2);
        async Task RefusedAsync(string key, int edition, Viewer viewer)
        {
            var version = (await store.Get<GridSheet>().RunAsync(Viewer.Product, new(edition)))?.Grid.Version;
            AssertRefused(key, await store.Get<EditGrid>().RunAsync(viewer, new(edition, Grid(1), version)));
        }

        await RefusedAsync(Refusal.NotFound.Key, 2, SampleDossiers.Person(Profile.Dinsic, Perimeter.OfEdition(1)));
        await RefusedAsync(
            Refusal.NotFound.Key,
            1,
            SampleDossiers.Person(Profile.Ditp, Perimeter.OfApplications(1001))
        );
        await RefusedAsync(Refusal.NotFound.Key, 9, Dinsic);
    }

    [Theory, OnBothEngines]
    public async Task Nothing_changes_once_a_jury_opened_and_all_may_again_once_it_is_cancelled(TestEngine engine)
    {
        await using var store = await engine.ScoringStoreAsync(1001);
        var session = await store.OpenAsync(DecidingBody.Jury);

        Assert.True((await store.GridAsync()).IsFrozen);
        AssertRefused("Refusal_ReviewsClosed", await TryAsync(store, grid => grid.Again().Weighing(1, 2)));

        await store.CancelAsync(session);
        await EditAsync(store, grid => grid.Again().Weighing(1, 2));
        session = await store.OpenAsync(DecidingBody.Jury);
        await store.DecideAsync(session, (1001, Verdict.Laureate, null));
        await store.CloseAsync(session);
        AssertRefused("Refusal_ReviewsClosed", await TryAsync(store, grid => grid.Again().Weighing(3, 4)));
    }

    private static async Task<Outcome<int>> TryAsync(TestStore store, Func<ScoringGrid, GridProposal> change)
    {
        var grid = (await store.GridAsync()).Grid;
        return await store.Get<EditGrid>().RunAsync(Dinsic, new(1, change(grid), grid.Version));
    }

    private static async Task EditAsync(TestStore store, Func<ScoringGrid, GridProposal> change)
    {
        var outcome = await TryAsync(store, change);
        Assert.True(outcome.Done, outcome.Refusal?.Key);
    }
}
