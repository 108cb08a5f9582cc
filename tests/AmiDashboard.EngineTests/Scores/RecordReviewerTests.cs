using AmiDashboard.Applications;
using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Engines;
using AmiDashboard.Storage.People;
using AmiDashboard.Storage.Scores;
using static AmiDashboard.Scores.SampleReviews;

namespace AmiDashboard.Scores;

public sealed class RecordReviewerTests
{
    private static readonly Viewer Dinsic = SampleDossiers.Person(Profile.Dinsic);

    [Theory, OnBothEngines]
    public async Task Somebody_who_signed_in_is_enlisted_under_their_own_name(TestEngine engine)
    {
        await using var store = await engine.ScoringStoreAsync(1001);
        var person = await store.SignInAsync("camille", "Camille Roy", Profile.Reviewer);

        var id = await RecordAsync(
            store,
            new(1, null, person.PersonId, "Autre nom", null, " Ministère-9 ", ["Vision", "Vision"], 4)
        );

        var reviewer = await FindAsync(store, id);
        Assert.Equal(
            (person.PersonId, "Camille Roy", Email("camille"), "Ministère-9", 4),
            (reviewer.PersonId, reviewer.Name, reviewer.Email, reviewer.Ministry, reviewer.Capacity)
        );
        Assert.Equal(["Vision"], reviewer.Expertise);
        AssertRefused(
            Refusal.Conflict.Key,
            await store
                .Get<RecordReviewer>()
                .RunAsync(Dinsic, new(1, null, person.PersonId, null, null, null, [], null))
        );
    }

    [Theory, OnBothEngines]
    public async Task Who_is_expected_by_e_mail_becomes_the_reviewer_at_sign_in_and_nobody_else(TestEngine engine)
    {
        await using var store = await engine.ScoringStoreAsync(1001);
        await store.PlaceEditionAsync(2, 2001);
        var first = await RecordAsync(store, Expected(1) with { Email = " EVALUATEUR-1@example.invalid " });
        var second = await RecordAsync(store, Expected(1, edition: 2));
        await store.AssignAsync((1001, first));

        await store.SignInAsync("evaluateur-11", "Homonyme", Profile.Reviewer);
        await store.SignInAsync(KeyOf(1), "Sans profil", Array.Empty<Profile>());
        Assert.All([await FindAsync(store, first), await FindAsync(store, second)], one => Assert.Null(one.PersonId));

        var person = await store.PersonAsync(KeyOf(1));
        await store.DoAsync<GrantEntitlement, GrantEntitlement.Request, int>(
            new(person.PersonId, Profile.Reviewer, Perimeter.Everything)
        );
        var viewer = await store.SignInAsync(KeyOf(1), "Évaluateur-1 en vrai", Profile.Reviewer);

        Assert.All(
            [await FindAsync(store, first), await FindAsync(store, second)],
            one => Assert.Equal((person.PersonId, "Évaluateur-1 en vrai"), (one.PersonId, one.Name))
        );
        Assert.Equal(1001, Assert.Single(await store.Get<OwnReviews>().RunAsync(viewer, new())).Number);
    }

    [Theory, OnBothEngines]
    public async Task A_withdrawn_profile_and_a_request_that_is_not_the_product_s_link_nobody(TestEngine engine)
    {
        await using var store = await engine.ScoringStoreAsync(1001);
        var person = await store.SignInAsync(KeyOf(1), "Ancien", Profile.Reviewer);
        var entitlement = await store.InDatabaseAsync(context =>
            Task.FromResult(context.People.SelectMany(one => one.Entitlements).Single().Id)
        );
        var id = await RecordAsync(store, Expected(1));
        Assert.Equal(
            0,
            await store.DoAsync<LinkReviewer, LinkReviewer.Request, int>(
                new(person.PersonId, [Email(KeyOf(1))]),
                Dinsic
            )
        );
        await store.DoAsync<WithdrawEntitlement, WithdrawEntitlement.Request, int>(new(person.PersonId, entitlement));

        Assert.Equal(
            0,
            await store.DoAsync<LinkReviewer, LinkReviewer.Request, int>(new(person.PersonId, [Email(KeyOf(1))]))
        );
        Assert.Null((await FindAsync(store, id)).PersonId);
    }

    [Theory, OnBothEngines]
    public async Task Who_is_a_reviewer_of_an_edition_already_is_linked_to_the_others_all_the_same(TestEngine engine)
    {
        await using var store = await engine.ScoringStoreAsync(1001);
        await store.PlaceEditionAsync(2, 2001);
        var person = await store.SignInAsync("ancienne-adresse", "Camille Roy", Profile.Reviewer);
        var enlisted = await RecordAsync(store, new(1, null, person.PersonId, null, null, null, [], null));
        var twin = await RecordAsync(store, Expected(1));
        var second = await RecordAsync(store, Expected(1, edition: 2));

        // Their provider gives them the address that they were also expected under.
        await store.DoAsync<SignInPerson, SignInPerson.Request, Viewer>(
            new("https://issuer.invalid", "ancienne-adresse", "Camille Roy", Email(KeyOf(1)), [])
        );
        // Anybody may have written the one that is shown.
        Assert.Equal(0, await store.DoAsync<LinkReviewer, LinkReviewer.Request, int>(new(person.PersonId, [])));
        Assert.Equal(
            1,
            await store.DoAsync<LinkReviewer, LinkReviewer.Request, int>(new(person.PersonId, [Email(KeyOf(1))]))
        );

        Assert.Equal(person.PersonId, (await FindAsync(store, enlisted)).PersonId);
        Assert.Null((await FindAsync(store, twin)).PersonId);
        Assert.Equal(person.PersonId, (await FindAsync(store, second)).PersonId);
    }

    [Theory, OnBothEngines]
    public async Task An_expected_reviewer_may_be_named_by_their_person_later(TestEngine engine)
    {
        await using var store = await engine.ScoringStoreAsync(1001);
        var id = await RecordAsync(store, Expected(1));
        var person = await store.SignInAsync("autre-adresse", "Évaluateur-1 en vrai", Profile.Reviewer);

        await RecordAsync(store, Expected(1) with { ReviewerId = id, PersonId = person.PersonId, Version = 0 });

        Assert.Equal(person.PersonId, (await FindAsync(store, id)).PersonId);
    }

    [Theory, OnBothEngines]
    public async Task Refusals_say_why_and_enlist_nobody(TestEngine engine)
    {
        await using var store = await engine.ScoringStoreAsync(1001);
        var ministry = await store.SignInAsync("equipe", "Équipe", Profile.Ministry);
        var both = await store.SignInAsync("deux", "Deux", Profile.Reviewer, Profile.Dinsic);
        var expected = Expected(1);
        async Task RefusedAsync(string key, RecordReviewer.Request request, Viewer? viewer = null) =>
            AssertRefused(key, await store.Get<RecordReviewer>().RunAsync(viewer ?? Dinsic, request));

        await RefusedAsync("Refusal_ReviewerName", expected with { Name = " " });
        await RefusedAsync("Refusal_ReviewerName", expected with { Name = new string('x', 201) });
        await RefusedAsync("Refusal_ReviewerEmail", expected with { Email = null });
        await RefusedAsync("Refusal_ReviewerEmail", expected with { Email = "sans arobase" });
        await RefusedAsync(
            "Refusal_ReviewerEmail",
            expected with
            {
                Email = new string('x', 310) + "@example.invalid",
            }
        );
        await RefusedAsync("Refusal_Capacity", expected with { Capacity = -1 });
        await RefusedAsync("Refusal_NoReviewer", expected with { PersonId = ministry.PersonId });
        await RefusedAsync("Refusal_ReviewerSeesScores", expected with { PersonId = both.PersonId });
        await RefusedAsync(Refusal.NotFound.Key, expected with { PersonId = 9999 });
        await RefusedAsync(Refusal.NotFound.Key, expected with { Edition = 9 });
        await RefusedAsync(Refusal.NotFound.Key, expected with { ReviewerId = 9999 });
        await RefusedAsync(
            Refusal.NotFound.Key,
            expected,
            SampleDossiers.Person(Profile.Dinsic, Perimeter.OfApplications(1001))
        );
        Assert.Empty((await store.Get<ReviewerList>().RunAsync(Dinsic, new(1))).Reviewers);
    }

    [Theory, OnBothEngines]
    public async Task A_ministry_longer_than_those_of_applications_is_cut_as_theirs_are(TestEngine engine)
    {
        await using var store = await engine.ScoringStoreAsync(1001);
        var id = await RecordAsync(store, Expected(1, ministry: new string('m', 250)));
        Assert.Equal(new string('m', 200), (await FindAsync(store, id)).Ministry);
    }

    [Theory, OnBothEngines]
    public async Task Who_saw_an_older_reviewer_is_told(TestEngine engine)
    {
        await using var store = await engine.ScoringStoreAsync(1001);
        var id = await RecordAsync(store, Expected(1));
        await RecordAsync(store, Expected(1) with { ReviewerId = id, Name = "Première main", Version = 0 });

        AssertRefused(
            Refusal.Conflict.Key,
            await store.Get<RecordReviewer>().RunAsync(Dinsic, Expected(1) with { ReviewerId = id, Version = 0 })
        );
        Assert.Equal("Première main", (await FindAsync(store, id)).Name);
        AssertRefused(Refusal.Conflict.Key, await store.Get<RecordReviewer>().RunAsync(Dinsic, Expected(1)));
    }

    [Theory, OnBothEngines]
    public async Task A_ministry_that_becomes_known_ends_its_assignments_and_uncounts_its_reviews(TestEngine engine)
    {
        await using var store = await engine.ScoringStoreAsync(1001, 1002);
        var id = await store.EnlistAsync(1);
        await store.AssignAsync((1001, id), (1002, id));
        await store.SubmitAsync(1, 1001, "Avis", 3, 4);
        await store.SubmitAsync(1, 1002, "Avis", 3, 4);

        await RecordAsync(
            store,
            Expected(1, ministry: "MINISTERE-1001") with
            {
                ReviewerId = id,
                Version = (await FindAsync(store, id)).Version,
            }
        );

        var grid = (await store.Get<AssignmentSheet>().RunAsync(Dinsic, new(1)))!;
        Assert.Equal([(1002, id)], grid.Assigned.Keys);
        Assert.NotNull(Assert.Single(await store.Get<ApplicationReviews>().RunAsync(Dinsic, new(1001))).ReopenedAt);
        Assert.Null(Assert.Single(await store.Get<ApplicationReviews>().RunAsync(Dinsic, new(1002))).ReopenedAt);
        Assert.Null(await store.WorkspaceAsync(await store.ReviewerAsync(1), 1001));
    }

    [Theory, OnBothEngines]
    public async Task No_ministry_uncounts_a_review_that_a_jury_already_rests_on(TestEngine engine)
    {
        await using var store = await engine.ScoringStoreAsync(1001, 1002);
        var id = await store.EnlistAsync(1);
        await store.AssignAsync((1001, id));
        await store.SubmitAsync(1, 1001, "Avis", 3, 4);
        await store.OpenAsync(DecidingBody.Jury);
        var version = (await FindAsync(store, id)).Version;

        var own = Expected(1, ministry: "Ministère-1001") with { ReviewerId = id, Version = version };
        AssertRefused("Refusal_ReviewsClosed", await store.Get<RecordReviewer>().RunAsync(Dinsic, own));
        Assert.Null(Assert.Single(await store.Get<ApplicationReviews>().RunAsync(Dinsic, new(1001))).ReopenedAt);

        await RecordAsync(store, own with { Ministry = "Ministère-1002" });
    }

    private static Task<int> RecordAsync(TestStore store, RecordReviewer.Request request) =>
        store.DoAsync<RecordReviewer, RecordReviewer.Request, int>(request, Dinsic);

    private static async Task<Reviewer> FindAsync(TestStore store, int id) =>
        await store.InDatabaseAsync(async context =>
            await context.Reviewers.FindAsync(id) ?? throw new InvalidOperationException()
        );
}
