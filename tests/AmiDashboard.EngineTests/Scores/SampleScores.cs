using AmiDashboard.Applications;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Engines;
using AmiDashboard.Storage.People;
using AmiDashboard.Storage.Scores;

namespace AmiDashboard.Scores;

/// <summary>Small invented grids, reviewers and reviews, each recognisable by its words wherever a piece of it turns up.</summary>
internal static class SampleScores
{
    public static readonly Viewer Manager = SampleDossiers.Person(Profile.Dinsic);
    public static readonly Viewer Sgpi = SampleDossiers.Person(Profile.Sgpi);

    public static GridProposal Grid(int least = 2, int places = 1) =>
        new(
            Scale.FiveByHalves,
            least,
            places,
            Shrinkage: 0,
            ReviewsDueOn: null,
            [
                new CriterionProposal(null, "Bénéfices", "Bénéfices", null, 60, []),
                new CriterionProposal(null, "Données", "Données", null, 40, []),
            ]
        );

    /// <summary>Somebody who signed in with a reviewer's profile over everything, and what the product then lets them see.</summary>
    public static async Task<Viewer> SignInAsync(this TestStore store, string key, params Profile[] profiles)
    {
        var person = await store.DoAsync<SignInPerson, SignInPerson.Request, Viewer>(
            new(
                "test",
                key,
                $"Évaluateur-{key}",
                $"{key}@example.invalid",
                [.. profiles.Select(one => new SignInPerson.ClaimedProfile(one))]
            )
        );
        await store.DoAsync<LinkReviewer, LinkReviewer.Request, int>(new(person.PersonId, [$"{key}@example.invalid"]));
        return await store.ViewerAsync(key);
    }

    public static async Task<Viewer> ViewerAsync(this TestStore store, string key) =>
        (await store.Get<FindViewer>().RunAsync(Viewer.Product, new("test", key)))!;

    public static Task<int> EnlistAsync(this TestStore store, int edition, string key, string? ministry = null) =>
        store.DoAsync<RecordReviewer, RecordReviewer.Request, int>(
            new(edition, null, null, $"Évaluateur-{key}", $"{key}@example.invalid", ministry, [], null),
            Manager
        );

    public static Task<int> AssignAsync(this TestStore store, int edition, params (int Number, int Reviewer)[] pairs) =>
        store.DoAsync<AssignReviewers, AssignReviewers.Request, int>(
            new(edition, [.. pairs.Select(pair => new AssignReviewers.Pair(pair.Number, pair.Reviewer))]),
            Manager
        );

    public static async Task UnderReviewAsync(this TestStore store, int number)
    {
        if ((await store.SheetAsync(number))!.Application.Stage == Stage.Received)
        {
            await store.MoveAsync(number, Stage.Eligible);
        }

        await store.MoveAsync(number, Stage.UnderReview);
    }

    public static async Task<ReviewSheet> SheetAsync(
        this TestStore store,
        int edition,
        string comment,
        params int[] halves
    )
    {
        var grid = (await store.Get<GridSheet>().RunAsync(Viewer.Product, new(edition)))!.Grid;
        return new ReviewSheet(
            [
                .. grid.Criteria.Select(
                    (criterion, index) =>
                        new CriterionEntry(criterion.Id, new Score(halves[index] * 50), false, comment)
                ),
            ],
            comment
        );
    }

    /// <summary>Writes and submits a review, as the reviewer does.</summary>
    public static async Task SubmitAsync(this TestStore store, string key, int edition, int number, params int[] halves)
    {
        var viewer = await store.ViewerAsync(key);
        var sheet = await store.SheetAsync(edition, $"Commentaire-{number}-{key}", halves);
        var version = (await store.Get<ReviewWorkspace>().RunAsync(viewer, new(number)))!.Version;
        var saved = await store.DoAsync<SaveDraft, SaveDraft.Request, int>(new(number, sheet, version), viewer);
        await store.DoAsync<SubmitReview, SubmitReview.Request, int>(new(number, saved), viewer);
    }

    /// <summary>A grid, two reviewers who submit a review of each application, and a jury that deliberates on them.</summary>
    public static async Task FillAsync(TestStore store, int edition, int[] numbers)
    {
        await store.DoAsync<EditGrid, EditGrid.Request, int>(new(edition, Grid(), null), Manager);
        foreach (var key in new[] { $"a{edition}", $"b{edition}" })
        {
            var reviewer = await store.EnlistAsync(edition, key);
            await store.SignInAsync(key, Profile.Reviewer);
            foreach (var number in numbers)
            {
                if (key[0] == 'a')
                {
                    await store.UnderReviewAsync(number);
                }

                await store.AssignAsync(edition, (number, reviewer));
                await store.SubmitAsync(key, edition, number, 7, 5);
            }
        }

        await store.OpenAsync(edition, DecidingBody.Jury);
    }

    public static Task<int> OpenAsync(this TestStore store, int edition, DecidingBody body, int quorum = 1) =>
        store.DoAsync<OpenSession, OpenSession.Request, int>(
            new(
                edition,
                body,
                Core.ParisTime.DayOf(store.Now),
                quorum,
                [new Seat("Présidente", "Jury", true), new Seat("Assesseur", null, true)]
            ),
            body == DecidingBody.Sgpi ? Sgpi : Manager
        );
}
