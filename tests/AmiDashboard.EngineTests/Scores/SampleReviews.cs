using System.Collections.Concurrent;
using AmiDashboard.Applications;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Engines;
using AmiDashboard.Storage;
using AmiDashboard.Storage.People;
using AmiDashboard.Storage.Scores;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Scores;

/// <summary>
/// Small invented grids, reviewers, reviews and sessions, each recognisable wherever a piece of it turns up. Viewers are
/// made as the product makes them: by a sign-in, then by <see cref="FindViewer"/>.
/// </summary>
internal static class SampleReviews
{
    private const string Issuer = "https://issuer.invalid";

    public static readonly DateOnly Day = new(2018, 12, 1);

    private static readonly ConcurrentDictionary<string, FilledStore> Scoring = new();

    public static GridProposal Grid(params int[] weights) =>
        new(
            Scale.FiveByHalves,
            LeastReviewers: 2,
            Places: 1,
            Shrinkage: 3,
            ReviewsDueOn: new DateOnly(2018, 12, 15),
            [.. weights.Select((weight, index) => Criterion(index + 1, weight))]
        );

    public static CriterionProposal Criterion(int which, int weight, int? id = null) =>
        new(id, $"Libellé du critère {which}", $"Critère {which}", null, weight, []);

    /// <summary>The same grid, as a form would send it back.</summary>
    public static GridProposal Again(this ScoringGrid grid) =>
        new(
            grid.Scale,
            grid.LeastReviewers,
            grid.Places,
            grid.Shrinkage,
            grid.ReviewsDueOn,
            [
                .. grid
                    .Criteria.OrderBy(criterion => criterion.Position)
                    .Select(criterion => new CriterionProposal(
                        criterion.Id,
                        criterion.Label,
                        criterion.ShortName,
                        criterion.Description,
                        criterion.Weight,
                        [.. criterion.Guidance]
                    )),
            ]
        );

    public static GridProposal Weighing(this GridProposal grid, params int[] weights) =>
        grid with
        {
            Criteria = [.. grid.Criteria.Zip(weights, (criterion, weight) => criterion with { Weight = weight })],
        };

    /// <summary>An edition with a grid of two criteria, and applications under review.</summary>
    public static Task<TestStore> ScoringStoreAsync(this TestEngine engine, params int[] numbers) =>
        Scoring
            .GetOrAdd(string.Join(' ', numbers), _ => new(store => store.PlaceEditionAsync(1, numbers)))
            .CopyAsync(engine);

    public static async Task PlaceEditionAsync(this TestStore store, int edition, params int[] numbers)
    {
        await store.RecordEditionAsync(edition);
        await store.RecordAsync(edition, [.. numbers.Select(number => SampleDossiers.Dossier(number))]);
        foreach (var number in numbers)
        {
            await store.MoveAsync(number, Stage.Eligible);
            await store.MoveAsync(number, Stage.UnderReview);
        }

        await store.DoAsync<EditGrid, EditGrid.Request, int>(new(edition, Grid(60, 40), Version: null));
    }

    public static async Task<GridDetails> GridAsync(this TestStore store, int edition = 1) =>
        (await store.Get<GridSheet>().RunAsync(Viewer.Product, new(edition)))!;

    /// <summary>Signs somebody in under a key, which is also their subject and the first part of their e-mail.</summary>
    public static Task<Viewer> SignInAsync(this TestStore store, string key, string name, params Profile[] profiles) =>
        store.SignInAsync(key, name, [.. profiles.Select(profile => new SignInPerson.ClaimedProfile(profile))]);

    public static async Task<Viewer> SignInAsync(
        this TestStore store,
        string key,
        string name,
        IReadOnlyList<SignInPerson.ClaimedProfile> claimed
    )
    {
        var viewer = await store.DoAsync<SignInPerson, SignInPerson.Request, Viewer>(
            new(Issuer, key, name, Email(key), claimed)
        );
        await store.DoAsync<LinkReviewer, LinkReviewer.Request, int>(new(viewer.PersonId, [Email(key)]));
        return await store.PersonAsync(key);
    }

    /// <summary>Somebody who signed in, with what they may at this moment.</summary>
    public static async Task<Viewer> PersonAsync(this TestStore store, string key) =>
        (await store.Get<FindViewer>().RunAsync(Viewer.Product, new(Issuer, key)))!;

    public static string Email(string key) => $"{key}@example.invalid";

    public static string KeyOf(int which) => $"evaluateur-{which}";

    public static RecordReviewer.Request Expected(
        int which,
        int edition = 1,
        string? ministry = null,
        int? capacity = null
    ) => new(edition, null, null, $"Évaluateur-{which}", Email(KeyOf(which)), ministry, [], capacity);

    /// <summary>« Évaluateur-n », enlisted and signed in.</summary>
    public static async Task<int> EnlistAsync(
        this TestStore store,
        int which,
        int edition = 1,
        string? ministry = null,
        int? capacity = null
    )
    {
        var id = await store.DoAsync<RecordReviewer, RecordReviewer.Request, int>(
            Expected(which, edition, ministry, capacity)
        );
        await store.SignInAsync(KeyOf(which), $"Évaluateur-{which}", Profile.Reviewer);
        return id;
    }

    public static Task<Viewer> ReviewerAsync(this TestStore store, int which) => store.PersonAsync(KeyOf(which));

    public static async Task AssignAsync(this TestStore store, params (int Number, int Reviewer)[] pairs)
    {
        var edition = (await store.SheetAsync(pairs[0].Number))!.Application.Edition;
        await store.DoAsync<AssignReviewers, AssignReviewers.Request, int>(
            new(edition, [.. pairs.Select(pair => new AssignReviewers.Pair(pair.Number, pair.Reviewer))])
        );
    }

    /// <summary>A complete sheet: the same comment on the whole and on the first criterion.</summary>
    public static ReviewSheet Sheet(this ScoringGrid grid, string comment, params double[] points) =>
        new(
            [
                .. grid
                    .Criteria.OrderBy(criterion => criterion.Position)
                    .Select(
                        (criterion, index) =>
                            new CriterionEntry(
                                criterion.Id,
                                new Score((int)(points[index] * 100)),
                                CannotJudge: false,
                                index == 0 ? comment : null
                            )
                    ),
            ],
            comment
        );

    public static async Task<OwnSheet?> WorkspaceAsync(this TestStore store, Viewer viewer, int number) =>
        await store.Get<ReviewWorkspace>().RunAsync(viewer, new(number));

    public static async Task SaveAsync(
        this TestStore store,
        int which,
        int number,
        string comment,
        params double[] points
    )
    {
        var viewer = await store.ReviewerAsync(which);
        var sheet = (await store.WorkspaceAsync(viewer, number))!;
        await store.DoAsync<SaveDraft, SaveDraft.Request, int>(
            new(number, sheet.Grid.Sheet(comment, points), sheet.Version),
            viewer
        );
    }

    public static async Task SubmitAsync(
        this TestStore store,
        int which,
        int number,
        string comment,
        params double[] points
    )
    {
        await store.SaveAsync(which, number, comment, points);
        var viewer = await store.ReviewerAsync(which);
        var version = (await store.WorkspaceAsync(viewer, number))!.Version!.Value;
        await store.DoAsync<SubmitReview, SubmitReview.Request, int>(new(number, version), viewer);
    }

    public static OpenSession.Request Opening(DecidingBody body, int edition = 1) =>
        new(edition, body, Day, Quorum: 2, [.. Seats]);

    public static readonly Seat[] Seats =
    [
        new("Présidente", "DINSIC", IsPresent: true),
        new("Assesseur", "DITP", IsPresent: true),
        new("Absente", "SGPI", IsPresent: false),
    ];

    public static Task<int> OpenAsync(this TestStore store, DecidingBody body, int edition = 1) =>
        store.DoAsync<OpenSession, OpenSession.Request, int>(Opening(body, edition));

    public static async Task<Session> SessionAsync(this TestStore store, int id) =>
        (await store.Get<SessionSheet>().RunAsync(Viewer.Product, new(id)))!;

    public static async Task DecideAsync(
        this TestStore store,
        int session,
        params (int Number, Verdict Verdict, Money? Amount)[] decisions
    )
    {
        foreach (var (number, verdict, amount) in decisions)
        {
            var known = (await store.SessionAsync(session)).Decisions.Find(decision => decision.Number == number);
            await store.DoAsync<RecordDecision, RecordDecision.Request, int>(
                new(session, number, verdict, $"MotifDécision-{number}", amount, known?.Version)
            );
        }
    }

    public static async Task<Outcome<int>> TryCloseAsync(this TestStore store, int id, Viewer? viewer = null)
    {
        var session = await store.SessionAsync(id);
        return await store
            .Get<CloseSession>()
            .RunAsync(viewer ?? Viewer.Product, new(id, session.Version, session.DecisionStamp));
    }

    public static async Task CloseAsync(this TestStore store, int id)
    {
        var outcome = await store.TryCloseAsync(id);
        Assert.True(outcome.Done, outcome.Refusal?.Key);
    }

    public static async Task CancelAsync(this TestStore store, int id) =>
        await store.DoAsync<CancelSession, CancelSession.Request, int>(
            new(id, "Séance interrompue", (await store.SessionAsync(id)).Version)
        );

    /// <summary>What the database itself holds, past every read.</summary>
    public static async Task<T> InDatabaseAsync<T>(this TestStore store, Func<AmiContext, Task<T>> ask)
    {
        await using var context = store.Get<Store>().Read(Viewer.Product, Right.None);
        return await ask(context);
    }

    public static Task<int> ChangesAsync(this TestStore store) =>
        store.InDatabaseAsync(context => context.Changes.CountAsync());

    public static void AssertRefused<T>(string key, Outcome<T> outcome)
    {
        Assert.False(outcome.Done, $"Expected {key}, and it was done.");
        Assert.Equal(key, outcome.Refusal.Key);
    }
}
