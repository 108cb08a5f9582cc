using AmiDashboard.Applications;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Changes;
using AmiDashboard.Storage.Dashboards;
using AmiDashboard.Storage.People;

namespace AmiDashboard.Dashboards;

public sealed class ChartNoteTests
{
    private static readonly DateOnly Day = new(2018, 9, 3);

    [Theory, OnBothEngines]
    public async Task A_note_is_read_by_others_in_the_order_of_days_with_one_change_record(TestEngine engine)
    {
        await using var store = await StoreAsync(engine);
        var (claire, paul) = (await SignInAsync(store, Profile.Dinsic), await SignInAsync(store, Profile.Sgpi));
        var before = await ChangesAsync(store);

        var later = await PinAsync(store, claire, day: Day.AddDays(2), text: "  Webinaire\nde rentrée ");
        var first = await PinAsync(store, claire);

        var notes = await NotesAsync(store, paul);
        Assert.Equal([first, later], notes.Select(note => note.Id));
        Assert.Equal(
            ("Webinaire de rentrée", "Dinsic", claire.PersonId, store.Now),
            (notes[1].Text, notes[1].RecordedBy, notes[1].PersonId, notes[1].RecordedAt)
        );
        var changes = (await ChangesAsync(store)).Skip(before.Count).ToList();
        Assert.Equal([nameof(PinNote), nameof(PinNote)], changes.Select(change => change.Operation));
        Assert.Equal([later, first], changes.SelectMany(change => change.Of(Subject.ChartNote)));
        Assert.Empty(await NotesAsync(store, paul, "stages"));
    }

    [Theory, OnBothEngines]
    public async Task A_withdrawn_note_is_gone_now_and_still_there_as_of_the_days_it_stood(TestEngine engine)
    {
        await using var store = await StoreAsync(engine);
        var claire = await SignInAsync(store, Profile.Dinsic);
        var (before, id) = (store.Now.AddSeconds(-1), await PinAsync(store, claire));
        store.Time.Advance(TimeSpan.FromDays(3));
        var standing = store.Now;
        store.Time.Advance(TimeSpan.FromDays(3));

        await WithdrawAsync(store, claire, id);

        Assert.Empty(await NotesAsync(store, claire));
        Assert.Empty(await NotesAsync(store, claire, asOf: before));
        Assert.Equal(id, Assert.Single(await NotesAsync(store, claire, asOf: standing)).Id);
        Assert.Empty(await NotesAsync(store, claire, asOf: store.Now));
        Assert.Equal("Refusal_NoteWithdrawn", await TryWithdrawAsync(store, claire, id));
    }

    [Theory, OnBothEngines]
    public async Task Another_persons_note_is_withdrawn_by_an_administrator_only(TestEngine engine)
    {
        await using var store = await StoreAsync(engine);
        var claire = await SignInAsync(store, Profile.Dinsic);
        var (one, other) = (await PinAsync(store, claire), await PinAsync(store, claire, "ranking"));
        foreach (var profile in new[] { Profile.Ditp, Profile.Sgpi, Profile.Leadership })
        {
            Assert.Equal("Refusal_NoteAuthor", await TryWithdrawAsync(store, Somebody(profile), one));
        }

        // Of the ranking neither knows anything, its notes included.
        Assert.Equal("Refusal_NotFound", await TryWithdrawAsync(store, Somebody(Profile.Cdc), other));
        Assert.Equal("Refusal_NotFound", await TryWithdrawAsync(store, Somebody(Profile.Administrator), other));
        Assert.Equal("Refusal_NotFound", await TryWithdrawAsync(store, claire, 999));
        Assert.Equal("Refusal_NoRight", await TryWithdrawAsync(store, Somebody(Profile.Ministry), one));
        Assert.Single(await NotesAsync(store, claire));

        Assert.Null(await TryWithdrawAsync(store, Somebody(Profile.Administrator), one));
        Assert.Null(await TryWithdrawAsync(store, claire, other));
        Assert.Equal(
            ["Administrator", "Dinsic"],
            (await RowsAsync(store)).Select(note => note.WithdrawnBy).Order(StringComparer.Ordinal)
        );
    }

    [Theory, OnBothEngines]
    public async Task A_note_that_is_not_sound_is_refused_and_leaves_nothing_behind(TestEngine engine)
    {
        await using var store = await StoreAsync(engine);
        var claire = await SignInAsync(store, Profile.Dinsic);
        var changes = await ChangesAsync(store);
        (string, PinNote.Request)[] refused =
        [
            ("Refusal_NoteEmpty", new("deposits", Day, null, " \u0000 ")),
            ("Refusal_NoteTooLong", new("deposits", Day, null, new string('é', 281))),
            ("Refusal_NoteDay", new("deposits", new DateOnly(1999, 12, 31), null, "Relance")),
            ("Refusal_NoteDay", new("deposits", null, null, "Relance")),
            ("Refusal_NoteChart", new("nowhere", Day, null, "Relance")),
            ("Refusal_EditionUnknown", new("deposits", Day, 9, "Relance")),
        ];
        foreach (var (key, request) in refused)
        {
            Assert.Equal(key, (await store.Get<PinNote>().RunAsync(claire, request)).Refusal?.Key);
        }

        Assert.Equal(
            "Refusal_NoRight",
            (await store.Get<PinNote>().RunAsync(Somebody(Profile.Cdc), new("ranking", Day, null, "Relance")))
                .Refusal
                ?.Key
        );
        Assert.Equal(
            "Refusal_NoteOtherEdition",
            (
                await store
                    .Get<PinNote>()
                    .RunAsync(Somebody(Profile.Dinsic, Perimeter.OfEdition(1)), new("deposits", Day, 2, "Relance"))
            )
                .Refusal
                ?.Key
        );
        Assert.Empty(await RowsAsync(store));
        Assert.Equal(changes.Count, (await ChangesAsync(store)).Count);
        await PinAsync(store, claire, text: new string('é', 280));
    }

    [Theory, OnBothEngines]
    public async Task Notes_are_given_within_whole_editions_and_for_the_edition_that_is_shown(TestEngine engine)
    {
        await using var store = await StoreAsync(engine);
        var claire = await SignInAsync(store, Profile.Dinsic);
        var every = await PinAsync(store, claire);
        var first = await PinAsync(store, claire, edition: 1);
        var second = await PinAsync(store, claire, edition: 2);

        foreach (
            var (perimeter, edition, expected) in new (Perimeter, int?, long[])[]
            {
                (Perimeter.Everything, null, [every, first, second]),
                (Perimeter.Everything, 1, [every, first]),
                (Perimeter.Everything, 3, [every]),
                (Perimeter.OfEdition(2), null, [every, second]),
                (Perimeter.OfEdition(2), 1, [every]),
                (Perimeter.OfApplications(1001), null, []),
                (Perimeter.Nothing, null, []),
            }
        )
        {
            Assert.Equal(
                expected,
                (await NotesAsync(store, Somebody(Profile.Sgpi, perimeter), edition: edition)).Select(note => note.Id)
            );
            await using var context = store.Get<Store>().Read(Somebody(Profile.Sgpi, perimeter), Right.SeeFigures);
            var inQuery = context.ChartNotes.Select(note => note.Id).ToHashSet();
            Assert.All(expected, id => Assert.Contains(id, inQuery));
            Assert.Equal(perimeter.IsEverything ? 3 : expected.Length + (edition == 1 ? 1 : 0), inQuery.Count);
        }
    }

    [Theory, OnBothEngines]
    public async Task Who_may_not_see_a_chart_is_refused_its_notes(TestEngine engine)
    {
        await using var store = await StoreAsync(engine);
        await PinAsync(store, await SignInAsync(store, Profile.Dinsic), "ranking");
        foreach (
            var (profile, chart) in new[]
            {
                (Profile.Cdc, "ranking"),
                (Profile.Administrator, "ranking"),
                (Profile.Ministry, "disbursements"),
                (Profile.Reviewer, "deposits"),
            }
        )
        {
            await Assert.ThrowsAsync<AccessDeniedException>(() => NotesAsync(store, Somebody(profile), chart));
        }

        var reviewing = Somebody(Profile.Ditp) with { Withheld = [Right.SeeRanking] };
        await Assert.ThrowsAsync<AccessDeniedException>(() => NotesAsync(store, reviewing, "ranking"));
        Assert.Single(await NotesAsync(store, Somebody(Profile.Sgpi), "ranking"));
        Assert.Empty(await NotesAsync(store, Somebody(Profile.Sgpi), "nowhere"));
    }

    [Theory, OnBothEngines]
    public async Task A_note_of_another_node_wakes_those_who_may_read_it_and_nobody_else(TestEngine engine)
    {
        await using var store = await StoreAsync(engine);
        await using var node = store.OpenNode();
        var claire = await SignInAsync(store, Profile.Dinsic);
        Assert.Empty(await NotesAsync(node, claire, "ranking"));
        var heard = new List<string>();
        foreach (
            var (name, viewer, chart) in new[]
            {
                ("reader", Somebody(Profile.Sgpi), "ranking"),
                ("other edition", Somebody(Profile.Sgpi, Perimeter.OfEdition(2)), "ranking"),
                ("own edition", Somebody(Profile.Sgpi, Perimeter.OfEdition(1)), "ranking"),
                ("other chart", Somebody(Profile.Sgpi), "deposits"),
                ("no ranking", Somebody(Profile.Cdc), "ranking"),
            }
        )
        {
            node.Get<NoteBoard>().Listen(viewer, chart, () => heard.Add(name));
        }

        var id = await PinAsync(store, claire, "ranking", edition: 1);
        await node.Get<ChangeFeed>().CatchUpAsync(CancellationToken.None);

        Assert.Equal(["own edition", "reader"], heard.Order(StringComparer.Ordinal));
        Assert.Equal(id, Assert.Single(await NotesAsync(node, claire, "ranking")).Id);
        heard.Clear();
        await WithdrawAsync(store, claire, id);
        await node.Get<ChangeFeed>().CatchUpAsync(CancellationToken.None);
        Assert.Equal(2, heard.Count);
        Assert.Empty(await NotesAsync(node, claire, "ranking"));
    }

    private static async Task<TestStore> StoreAsync(TestEngine engine)
    {
        var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        await store.RecordEditionAsync(2);
        return store;
    }

    /// <summary>A person of the store's own table: an author must be one.</summary>
    private static Task<Viewer> SignInAsync(TestStore store, Profile profile) =>
        store.DoAsync<SignInPerson, SignInPerson.Request, Viewer>(
            new("https://issuer.invalid", $"{profile}", $"{profile}", null, [new(profile)])
        );

    private static Viewer Somebody(Profile profile, Perimeter? perimeter = null) =>
        new(999, $"{profile}", [new HeldProfile(profile, perimeter ?? Perimeter.Everything)]);

    private static Task<long> PinAsync(
        TestStore store,
        Viewer viewer,
        string chart = "deposits",
        DateOnly? day = null,
        int? edition = null,
        string text = "Relance"
    ) => store.DoAsync<PinNote, PinNote.Request, long>(new(chart, day ?? Day, edition, text), viewer);

    private static Task<long> WithdrawAsync(TestStore store, Viewer viewer, long id) =>
        store.DoAsync<WithdrawNote, WithdrawNote.Request, long>(new(id), viewer);

    private static async Task<string?> TryWithdrawAsync(TestStore store, Viewer viewer, long id) =>
        (await store.Get<WithdrawNote>().RunAsync(viewer, new(id))).Refusal?.Key;

    /// <summary>As they are once this node has heard of all that was written.</summary>
    private static async Task<IReadOnlyList<ChartNote>> NotesAsync(
        TestStore store,
        Viewer viewer,
        string chart = "deposits",
        int? edition = null,
        DateTime? asOf = null
    )
    {
        await store.Get<ChangeFeed>().CatchUpAsync(CancellationToken.None);
        return await store.Get<NotesOfChart>().RunAsync(viewer, new(chart, edition, asOf));
    }

    private static Task<IReadOnlyList<ChartNote>> RowsAsync(TestStore store) =>
        ListAsync(store, context => context.ChartNotes);

    private static Task<IReadOnlyList<ChangeRecord>> ChangesAsync(TestStore store) =>
        ListAsync(store, context => context.Changes.OrderBy(change => change.Id));

    private static async Task<IReadOnlyList<T>> ListAsync<T>(TestStore store, Func<AmiContext, IQueryable<T>> rows)
    {
        await using var context = store.Get<Store>().Read(Viewer.Product, Right.None);
        return [.. rows(context)];
    }
}
