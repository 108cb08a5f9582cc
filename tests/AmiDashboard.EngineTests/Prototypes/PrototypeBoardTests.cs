using AmiDashboard.Applications;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Engines;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Changes;
using AmiDashboard.Storage.Prototypes;
using Microsoft.EntityFrameworkCore;
using static AmiDashboard.Prototypes.SamplePrototypes;

namespace AmiDashboard.Prototypes;

public sealed class PrototypeBoardTests
{
    [Theory, OnBothEngines]
    public async Task A_change_of_another_node_is_seen_under_a_greater_stamp(TestEngine engine)
    {
        await using var store = await engine.SupportedStoreAsync();
        await using var node = store.OpenNode();
        var stamp = (await KnownAsync(node)).Stamp;
        async Task<Core.Prototypes.Figures.PrototypeFact> AfterAsync()
        {
            await node.Get<ChangeFeed>().CatchUpAsync(CancellationToken.None);
            var known = await KnownAsync(node);
            Assert.True(known.Stamp > stamp, $"The stamp stayed {stamp}.");
            stamp = known.Stamp;
            return known.Facts.Prototypes[Number];
        }

        await store.ReviseAsync(1, new DateOnly(2019, 2, 1));
        Assert.Equal(RevisionKind.Forecast, (await AfterAsync()).Plan.Milestones[0].Revisions.Single().Kind);
        var session = await store.PlanSessionAsync(SupportTrack.Technical, store.Now.AddDays(1));
        Assert.Equal(session, (await AfterAsync()).Sessions.Single().Id);
        await store.DoAsync<SaveReport, SaveReport.Request, int>(
            new(Number, new DateOnly(2018, 12, 1), Report, null),
            Team
        );
        Assert.Empty((await AfterAsync()).Reports);
        await store.DoAsync<PublishReport, SaveReport.Request, long>(
            new(Number, new DateOnly(2018, 12, 1), Report, 0),
            Team
        );
        Assert.Equal(Report, (await AfterAsync()).Reports.Single().Text);
        await store.MoveAsync(Number, Stage.Withdrawn);
        Assert.Equal(Stage.Withdrawn, (await AfterAsync()).Application?.Stage);
        await store.StartAsync(Awaiting);
        await AfterAsync();
        Assert.Equal([Number, Awaiting], (await KnownAsync(node)).Facts.Prototypes.Keys.Order());
    }

    [Theory, OnBothEngines]
    public async Task Listeners_hear_of_what_they_may_see_and_of_nothing_else(TestEngine engine)
    {
        await using var store = await engine.SupportedStoreAsync();
        await store.StartAsync(Awaiting);
        var board = store.Get<PrototypeBoard>();
        var heard = new List<string>();
        foreach (
            var (name, viewer) in new[]
            {
                ("everything", Dinsic),
                ("edition", Person(50, Profile.Cdc, Perimeter.OfEdition(1))),
                ("other edition", Person(51, Profile.Dinsic, Perimeter.OfEdition(2))),
                ("own", Team),
                ("another", OtherTeam),
                ("reviewer", Person(52, Profile.Reviewer)),
                ("nothing", new Viewer(53, "Personne", [])),
            }
        )
        {
            board.Listen(viewer, () => heard.Add(name));
        }

        foreach (var isLoaded in new[] { false, true })
        {
            if (isLoaded)
            {
                await KnownAsync(store);
            }

            // Where the feed stands is known from the first look on.
            await store.Get<ChangeFeed>().CatchUpAsync(CancellationToken.None);
            heard.Clear();
            await store.ReviseAsync(1, new DateOnly(2019, 2, 1));
            await store.Get<ChangeFeed>().CatchUpAsync(CancellationToken.None);
            Assert.Equal(["edition", "everything", "own"], heard.Order(StringComparer.Ordinal));

            heard.Clear();
            await store.MoveAsync(NoLaureate, isLoaded ? Stage.UnderReview : Stage.Eligible);
            await store.Get<ChangeFeed>().CatchUpAsync(CancellationToken.None);
            Assert.Empty(heard);
        }

        await store.MoveAsync(Awaiting, Stage.Withdrawn);
        await store.Get<ChangeFeed>().CatchUpAsync(CancellationToken.None);
        Assert.Equal(["another", "edition", "everything"], heard.Order(StringComparer.Ordinal));
    }

    [Theory, OnBothEngines]
    public async Task What_is_shown_is_that_of_the_perimeter_of_each_right(TestEngine engine)
    {
        await using var store = await engine.SupportedStoreAsync();
        await store.StartAsync(Awaiting);
        var own = await KnownAsync(store, Team);
        Assert.Equal([Number], own.Facts.Prototypes.Keys);
        Assert.NotNull(own.Facts.Prototypes[Number].Application);
        Assert.NotEqual(own.PerimeterKey, (await KnownAsync(store)).PerimeterKey);
        var blind = Dinsic with { Withheld = [Right.SeeApplications, Right.SeeBudgets] };
        Assert.All(
            (await KnownAsync(store, blind)).Facts.Prototypes.Values,
            fact => Assert.Equal((null, null), (fact.Application, fact.Budget))
        );
        await Assert.ThrowsAsync<AccessDeniedException>(() => KnownAsync(store, Person(54, Profile.Reviewer)));
    }

    [Theory, OnBothEngines]
    public async Task A_dossier_that_is_purged_leaves_its_prototype_with_the_title_it_began_with(TestEngine engine)
    {
        await using var store = await engine.SupportedStoreAsync();
        await KnownAsync(store);
        await store.Get<ChangeFeed>().CatchUpAsync(CancellationToken.None);
        await PurgeAsync(store, Number);
        await store.Get<ChangeFeed>().CatchUpAsync(CancellationToken.None);

        await using var node = store.OpenNode();
        foreach (var known in new[] { await KnownAsync(store), await KnownAsync(node) })
        {
            var fact = known.Facts.Prototypes[Number];
            Assert.Null(fact.Application);
            Assert.StartsWith($"Projet-{Number}", fact.Title, StringComparison.Ordinal);
            Assert.Equal([fact], known.Facts.Admitted(known.Scope));
        }

        Assert.True((await store.ReviseAsync(1, new DateOnly(2019, 2, 1))).Done);
        Assert.Equal([Number], (await KnownAsync(store, Team)).Facts.Prototypes.Keys);
    }

    /// <summary>What a synchronisation does to a dossier that is gone at the source.</summary>
    internal static Task PurgeAsync(TestStore store, int number) =>
        store
            .Get<Store>()
            .WriteAsync<int>(
                Viewer.Product,
                Right.None,
                "Purge",
                async writing =>
                {
                    var application = await writing.Context.Applications.SingleAsync(one => one.Number == number);
                    writing.Touch(Subject.Application, application.Id);
                    writing.Context.Applications.Remove(application);
                    writing.Context.PurgedDossiers.Add(
                        new PurgedDossier
                        {
                            Number = number,
                            Edition = 1,
                            Reason = "user_request",
                            DeletedAt = writing.Now,
                            PurgedAt = writing.Now,
                        }
                    );
                    return number;
                },
                CancellationToken.None
            );

    private static Task<KnownPrototypes> KnownAsync(TestStore store, Viewer? viewer = null) =>
        store.Get<PrototypeFigures>().RunAsync(viewer ?? Dinsic, new(ApplicationFilter.All));
}
