using AmiDashboard.Applications;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.People;
using AmiDashboard.Storage.Scores;

namespace AmiDashboard.Scores;

/// <summary>
/// A conflict of interest keeps a person from the application by every profile they hold, whatever came first: the profile,
/// the enlisting, the assignment or the conflict.
/// </summary>
public sealed class ConflictOfEveryProfileTests
{
    private const int Tied = 1001;
    private const int Free = 1002;
    private const string Ministry = "Ministère de la justice";

    private static readonly Profile[] Wide =
    [
        Profile.Administrator,
        Profile.Dinsic,
        Profile.Ditp,
        Profile.Sgpi,
        Profile.Cdc,
        Profile.Leadership,
    ];

    public enum Step
    {
        Profile,
        Enlist,
        Conflict,
    }

    public static TheoryData<TestEngine, Step[]> Orders()
    {
        var data = new TheoryData<TestEngine, Step[]>();
        foreach (var engine in Enum.GetValues<TestEngine>())
        {
            data.Add(engine, [Step.Profile, Step.Enlist, Step.Conflict]);
            data.Add(engine, [Step.Enlist, Step.Profile, Step.Conflict]);
            data.Add(engine, [Step.Enlist, Step.Conflict, Step.Profile]);
        }

        return data;
    }

    [Theory, MemberData(nameof(Orders))]
    public async Task A_declared_tie_closes_every_profile_in_every_order(TestEngine engine, Step[] order)
    {
        foreach (var withReviewers in new[] { true, false })
        {
            await using var store = await ScoredAsync(engine);
            var reviewer = 0;
            foreach (var step in order)
            {
                switch (step)
                {
                    case Step.Profile:
                        await store.SignInAsync("b", withReviewers ? [Profile.Reviewer, .. Wide] : Wide);
                        break;
                    case Step.Enlist:
                        reviewer = await store.EnlistAsync(1, "b");
                        break;
                    default:
                        await store.DoAsync<RecordConflict, RecordConflict.Request, int>(
                            new(1, Tied, reviewer, "Lien familial"),
                            SampleScores.Manager
                        );
                        break;
                }
            }

            await IsClosedAsync(store);
            await store.DoAsync<LiftConflict, LiftConflict.Request, int>(new(1, "Levé"), SampleScores.Manager);
            Assert.True((await store.ViewerAsync("b")).PerimeterOf(Right.SeeRanking).Covers(1));
        }
    }

    [Theory, OnBothEngines]
    public async Task A_tie_declared_by_oneself_closes_a_second_profile_given_before_or_after(TestEngine engine)
    {
        await using var store = await ScoredAsync(engine);
        var reviewer = await store.EnlistAsync(1, "b");
        var person = await store.SignInAsync("b", Profile.Reviewer);
        await store.AssignAsync(1, (Tied, reviewer), (Free, reviewer));
        await GiveAsync(store, person, Profile.Dinsic);
        await store.DoAsync<DeclareConflict, DeclareConflict.Request, int>(
            new(Tied, "Lien familial"),
            await store.ViewerAsync("b")
        );
        await store.SubmitAsync("b", 1, Free, 4, 2);
        await GiveAsync(store, person, Profile.Sgpi);
        await IsClosedAsync(store);
    }

    [Theory, OnBothEngines]
    public async Task The_own_ministry_closes_every_profile_as_soon_as_the_source_names_it(TestEngine engine)
    {
        await using var store = await ScoredAsync(engine);
        await store.SignInAsync("b", Wide);
        await store.EnlistAsync(1, "b", Ministry);
        Assert.NotNull(await store.Get<ApplicationSheet>().RunAsync(await store.ViewerAsync("b"), new(Tied)));

        var dossier = SampleDossiers.Dossier(Tied).With("Ministère ou opérateur porteur", "MINISTERE de la Justice");
        await store.RecordAsync(1, dossier with { ModifiedAt = dossier.ModifiedAt.AddDays(1) });
        await IsClosedAsync(store);
    }

    [Theory, OnBothEngines]
    public async Task A_team_that_reviews_keeps_its_own_project_and_sees_no_score_of_it(TestEngine engine)
    {
        await using var store = await ScoredAsync(engine);
        var person = await store.SignInAsync("b", Profile.Reviewer);
        await store.DoAsync<GrantEntitlement, GrantEntitlement.Request, int>(
            new(person.PersonId, Profile.Ministry, Perimeter.OfApplications(Tied))
        );
        await GiveAsync(store, person, Profile.Leadership);
        await store.EnlistAsync(1, "b", $"Ministère-{Tied}");
        var viewer = await store.SignInAsync("b");

        Assert.NotNull(await store.Get<ApplicationSheet>().RunAsync(viewer, new(Tied)));
        Assert.True(viewer.PerimeterOf(Right.Report).Admits(1, Tied));
        Assert.Empty(await store.Get<ApplicationReviews>().RunAsync(viewer, new(Tied)));
        Assert.Null((await store.Get<RankingFacts>().RunAsync(viewer, new(1))).Facts);
    }

    [Theory, OnBothEngines]
    public async Task Nobody_is_woken_by_what_a_conflict_keeps_from_them(TestEngine engine)
    {
        await using var store = await ScoredAsync(engine);
        var reviewer = await store.EnlistAsync(1, "b");
        await store.SignInAsync("b", Profile.Dinsic);
        await store.DoAsync<RecordConflict, RecordConflict.Request, int>(
            new(1, Tied, reviewer, "Lien familial"),
            SampleScores.Manager
        );
        await store.StartAsync();
        var board = store.Get<ApplicationBoard>();
        await store.Get<ApplicationFigures>().RunAsync(Viewer.Product, new(ApplicationFilter.All));
        using var own = new SemaphoreSlim(0);
        using var all = new SemaphoreSlim(0);
        using var tied = board.Listen(await store.ViewerAsync("b"), _ => own.Release());
        using var product = board.Listen(Viewer.Product, _ => all.Release());

        foreach (var number in new[] { Tied, Free })
        {
            await store.MoveAsync(number, Stage.Shortlisted);
            Assert.True(await all.WaitAsync(TimeSpan.FromSeconds(30)));
        }

        Assert.True(await own.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Equal(0, own.CurrentCount);
    }

    /// <summary>By every profile together, and by each that the person holds.</summary>
    private static async Task IsClosedAsync(TestStore store)
    {
        var all = await store.ViewerAsync("b");
        foreach (var viewer in all.Profiles.Select(held => all with { Profiles = [held] }).Append(all))
        {
            if (viewer.Profiles.All(held => held.Profile == Profile.Reviewer))
            {
                continue;
            }

            Assert.Null(await store.Get<ApplicationSheet>().RunAsync(viewer, new(Tied)));
            Assert.NotNull(await store.Get<ApplicationSheet>().RunAsync(viewer, new(Free)));
            var page = await store.Get<ApplicationList>().RunAsync(viewer, new(ApplicationFilter.All));
            Assert.Equal([Free], page.Rows.Select(row => row.Number));
            Assert.Equal((1, Free * 100L), (page.Total, page.Requested.Cents));
            var figures = await store.Get<ApplicationFigures>().RunAsync(viewer, new(ApplicationFilter.All));
            Assert.Equal([Free], figures.Facts.Select(fact => fact.Number));
            if (viewer.Can(Right.SeeRanking))
            {
                Assert.Empty(await store.Get<ApplicationReviews>().RunAsync(viewer, new(Tied)));
                Assert.Null((await store.Get<RankingFacts>().RunAsync(viewer, new(1))).Facts);
            }

            if (viewer.Can(Right.ChangeStage))
            {
                var version = (await store.SheetAsync(Tied))!.Application.Version;
                var moved = await store
                    .Get<ChangeStage>()
                    .RunAsync(viewer, new(Tied, Stage.Shortlisted, "Motif", version));
                Assert.Equal(Core.Refusal.NotFound, moved.Refusal);
            }
        }
    }

    private static Task<int> GiveAsync(TestStore store, Viewer person, Profile profile) =>
        store.DoAsync<GrantEntitlement, GrantEntitlement.Request, int>(
            new(person.PersonId, profile, Perimeter.Everything)
        );

    /// <summary>Two applications under review, each with a review that somebody else submitted.</summary>
    private static async Task<TestStore> ScoredAsync(TestEngine engine)
    {
        var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        await store.RecordAsync(1, [SampleDossiers.Dossier(Tied), SampleDossiers.Dossier(Free)]);
        await store.UnderReviewAsync(Tied);
        await store.UnderReviewAsync(Free);
        await store.DoAsync<EditGrid, EditGrid.Request, int>(new(1, SampleScores.Grid(), null), SampleScores.Manager);
        var other = await store.EnlistAsync(1, "a");
        await store.SignInAsync("a", Profile.Reviewer);
        foreach (var number in new[] { Tied, Free })
        {
            await store.AssignAsync(1, (number, other));
            await store.SubmitAsync("a", 1, number, 8, 6);
        }

        return store;
    }
}
