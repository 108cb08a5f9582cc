using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AmiDashboard.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Engines;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Scores;

namespace AmiDashboard.Scores;

/// <summary>What nobody may learn, asked of each read that answers of scores, as each profile.</summary>
public sealed class ConfidentialityTests
{
    private const int Number = 1001;

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new PairKeyed() },
    };

    [Theory, OnBothEngines]
    public async Task A_reviewer_sees_nobodys_scores_before_submitting_their_own_and_all_after(TestEngine engine)
    {
        await using var store = await TwoReviewersAsync(engine);
        await store.SubmitAsync("a", 1, Number, 8, 6);
        var before = await EverythingAsync(store, await store.ViewerAsync("b"));
        Assert.DoesNotContain("Commentaire-1001-a", before, StringComparison.Ordinal);
        Assert.DoesNotContain("Évaluateur-a", before, StringComparison.Ordinal);

        await store.SubmitAsync("b", 1, Number, 4, 2);
        var own = (await store.Get<ReviewWorkspace>().RunAsync(await store.ViewerAsync("b"), new(Number)))!;
        var other = Assert.Single(own.Others);
        Assert.Equal("Commentaire-1001-a", other.Sheet.Comment);
        Assert.DoesNotContain("Évaluateur-a", JsonSerializer.Serialize(own, Json), StringComparison.Ordinal);
    }

    [Theory, OnBothEngines]
    public async Task A_reopened_review_closes_the_others_again(TestEngine engine)
    {
        await using var store = await TwoReviewersAsync(engine);
        await store.SubmitAsync("a", 1, Number, 8, 6);
        await store.SubmitAsync("b", 1, Number, 4, 2);
        var reviewer = await ReviewerAsync(store, "b");
        await store.DoAsync<ReopenReview, ReopenReview.Request, int>(
            new(Number, reviewer, "Une note inversée."),
            SampleScores.Manager
        );
        var own = (await store.Get<ReviewWorkspace>().RunAsync(await store.ViewerAsync("b"), new(Number)))!;
        Assert.Empty(own.Others);
        Assert.Equal(ReviewState.Reopened, own.State);
        Assert.Equal("Une note inversée.", own.Last!.ReopenReason);
    }

    [Theory, OnBothEngines]
    public async Task Who_declared_a_conflict_sees_nothing_of_the_application(TestEngine engine)
    {
        await using var store = await TwoReviewersAsync(engine);
        await store.SubmitAsync("a", 1, Number, 8, 6);
        await store.SubmitAsync("b", 1, Number, 4, 2);
        await store.DoAsync<DeclareConflict, DeclareConflict.Request, int>(
            new(Number, "Lien familial"),
            await store.ViewerAsync("b")
        );
        var viewer = await store.ViewerAsync("b");
        Assert.True(viewer.PerimeterOf(Right.SeeApplications).IsNothing);
        var seen = await EverythingAsync(store, viewer);
        Assert.DoesNotContain("1001", seen, StringComparison.Ordinal);
        var ranking = await store.Get<RankingFacts>().RunAsync(SampleScores.Manager, new(1));
        Assert.Equal(1, ranking.Facts!.Ranking!.Rows.Single().Reviews);
        var again = await store
            .Get<AssignReviewers>()
            .RunAsync(SampleScores.Manager, new(1, [new(Number, await ReviewerAsync(store, "b"))]));
        Assert.Equal("Refusal_ConflictDeclared", again.Refusal?.Key);
    }

    [Theory, OnBothEngines]
    public async Task A_ministry_that_the_source_names_later_keeps_its_reviewer_away(TestEngine engine)
    {
        await using var store = await TwoReviewersAsync(engine);
        var reviewer = await store.EnlistAsync(1, "c", "Justice");
        await store.SignInAsync("c", Profile.Reviewer);
        await store.AssignAsync(1, (Number, reviewer));
        var viewer = await store.ViewerAsync("c");
        Assert.NotNull(await store.Get<ReviewWorkspace>().RunAsync(viewer, new(Number)));

        var dossier = SampleDossiers.Dossier(Number).With("Ministère ou opérateur porteur", "Justice");
        await store.RecordAsync(1, dossier with { ModifiedAt = dossier.ModifiedAt.AddDays(1) });

        Assert.Null(await store.Get<ReviewWorkspace>().RunAsync(viewer, new(Number)));
        Assert.True((await store.ViewerAsync("c")).PerimeterOf(Right.SeeApplications).IsNothing);
        var saved = await store
            .Get<SaveDraft>()
            .RunAsync(viewer, new(Number, await store.SheetAsync(1, "Trop tard", 5, 5), null));
        Assert.Equal(Core.Refusal.NotFound, saved.Refusal);
    }

    [Theory, OnBothEngines]
    public async Task A_manager_who_reviews_as_well_sees_no_score_until_their_own_are_in(TestEngine engine)
    {
        await using var store = await TwoReviewersAsync(engine);
        await store.SubmitAsync("a", 1, Number, 8, 6);
        // The role was added at the provider after the person was enlisted.
        var alone = await store.ViewerAsync("b");
        var both = alone with { Profiles = [.. alone.Profiles, new HeldProfile(Profile.Dinsic, Perimeter.Everything)] };
        Assert.False(both.Can(Right.SeeRanking));
        Assert.False(both.Can(Right.ManageReviews));
        await Assert.ThrowsAsync<AccessDeniedException>(() => store.Get<RankingFacts>().RunAsync(both, new(1)));

        await store.SubmitAsync("b", 1, Number, 4, 2);
        Assert.Empty((await store.ViewerAsync("b")).Withheld);
    }

    [Theory, OnBothEngines]
    public async Task Names_and_severities_are_for_managers_of_reviews_alone(TestEngine engine)
    {
        await using var store = await TwoReviewersAsync(engine);
        await store.SubmitAsync("a", 1, Number, 8, 6);
        await store.SubmitAsync("b", 1, Number, 4, 2);
        foreach (var profile in Enum.GetValues<Profile>())
        {
            var viewer = SampleDossiers.Person(profile) with { PersonId = 999 };
            var seen = await EverythingAsync(store, viewer);
            Assert.Equal(
                profile is Profile.Dinsic or Profile.Ditp,
                seen.Contains("Évaluateur-a", StringComparison.Ordinal)
            );
            Assert.Equal(
                profile is Profile.Dinsic or Profile.Ditp or Profile.Sgpi or Profile.Leadership,
                seen.Contains("Commentaire-1001-a", StringComparison.Ordinal)
            );
        }
    }

    [Theory, OnBothEngines]
    public async Task Progress_tells_no_score_and_no_reviewer_from_another(TestEngine engine)
    {
        await using var store = await TwoReviewersAsync(engine);
        await store.SubmitAsync("a", 1, Number, 8, 6);
        var facts = (
            await store.Get<ReviewProgressFacts>().RunAsync(SampleDossiers.Person(Profile.Cdc), new(1))
        ).Facts!;
        Assert.All(facts.Submissions, submission => Assert.Empty(submission.Scores));
        Assert.Equal([1, 2], facts.Assignments.Select(assignment => assignment.Reviewer).Order());
        Assert.Empty(facts.Reviewers);
        Assert.Null(facts.Model);
        Assert.Null(facts.Ranking);
    }

    [Theory, OnBothEngines]
    public async Task A_session_shows_its_decisions_and_no_score_to_who_may_not_see_scores(TestEngine engine)
    {
        await using var store = await TwoReviewersAsync(engine);
        await store.SubmitAsync("a", 1, Number, 8, 6);
        await store.SubmitAsync("b", 1, Number, 4, 2);
        var id = await store.OpenAsync(1, DecidingBody.Jury);
        var cdc = (await store.Get<SessionSheet>().RunAsync(SampleDossiers.Person(Profile.Cdc), new(id)))!;
        var frozen = Assert.Single(cdc.Basis.Applications);
        Assert.Empty(frozen.Reviews);
        Assert.Null(frozen.Mean);
        Assert.Null(frozen.AdjustedRank);
        var ditp = (await store.Get<SessionSheet>().RunAsync(SampleDossiers.Person(Profile.Ditp), new(id)))!;
        Assert.Equal(["A", "B"], ditp.Basis.Applications[0].Reviews.Select(review => review.Reviewer));
    }

    /// <summary>All that every read of scores answers to somebody, as text; what is refused adds nothing.</summary>
    private static async Task<string> EverythingAsync(TestStore store, Viewer viewer)
    {
        var answers = new List<object?>();
        async Task AskAsync<T>(Func<Task<T>> ask)
        {
            try
            {
                answers.Add(await ask());
            }
            catch (AccessDeniedException)
            {
                // Nothing is learnt.
            }
        }

        await AskAsync(() => store.Get<GridSheet>().RunAsync(viewer, new(1)));
        await AskAsync(() => store.Get<ReviewerList>().RunAsync(viewer, new(1)));
        await AskAsync(() => store.Get<AssignmentSheet>().RunAsync(viewer, new(1)));
        await AskAsync(() => store.Get<OwnReviews>().RunAsync(viewer, new()));
        await AskAsync(() => store.Get<ReviewWorkspace>().RunAsync(viewer, new(Number)));
        await AskAsync(() => store.Get<ApplicationReviews>().RunAsync(viewer, new(Number)));
        await AskAsync(() => store.Get<ReviewProgressFacts>().RunAsync(viewer, new(1)));
        await AskAsync(() => store.Get<RankingFacts>().RunAsync(viewer, new(1)));
        await AskAsync(() => store.Get<ReviewerFacts>().RunAsync(viewer, new(1)));
        await AskAsync(() => store.Get<SessionList>().RunAsync(viewer, new(1)));
        await AskAsync(() => store.Get<SessionSheet>().RunAsync(viewer, new(1)));
        return string.Join('\n', answers.Select(answer => JsonSerializer.Serialize(answer, Json)));
    }

    private static async Task<int> ReviewerAsync(TestStore store, string key) =>
        (await store.Get<ReviewerList>().RunAsync(SampleScores.Manager, new(1)))
            .Reviewers.Single(work => work.Reviewer.Name == $"Évaluateur-{key}")
            .Reviewer.Id;

    private static async Task<TestStore> TwoReviewersAsync(TestEngine engine)
    {
        var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        await store.RecordAsync(1, [SampleDossiers.Dossier(Number)]);
        await store.UnderReviewAsync(Number);
        await store.DoAsync<EditGrid, EditGrid.Request, int>(new(1, SampleScores.Grid(), null), SampleScores.Manager);
        foreach (var key in new[] { "a", "b" })
        {
            var reviewer = await store.EnlistAsync(1, key);
            await store.SignInAsync(key, Profile.Reviewer);
            await store.AssignAsync(1, (Number, reviewer));
        }

        return store;
    }
}
