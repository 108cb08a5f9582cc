using System.Collections.Immutable;
using AmiDashboard.Applications;
using AmiDashboard.Core;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Dashboards;
using AmiDashboard.Storage.People;

namespace AmiDashboard.Dashboards;

public sealed class SubscriptionTests
{
    private static readonly Threshold Overdue = new("overdue", ThresholdDirection.AtLeast, 100_000);

    /// <summary>A Monday.</summary>
    private static readonly DateOnly Monday = new(2018, 12, 3);

    private static readonly DateTime Morning = DigestRules.InstantOf(Monday);

    [Theory, OnBothEngines]
    public async Task What_one_asks_for_is_read_back_by_oneself_alone(TestEngine engine)
    {
        await using var store = await StoreAsync(engine);
        var (cdc, sgpi) = (await SignInAsync(store, Profile.Cdc), await SignInAsync(store, Profile.Sgpi));

        await AskAsync(store, cdc, new(DigestFrequency.Weekly, "cdc", 1, true, [Overdue]));
        await AskAsync(store, cdc, new(DigestFrequency.Monthly, null, null, false, [Overdue]));

        var known = await store.Get<OwnSubscription>().RunAsync(cdc, new());
        Assert.Equal("cdc@example.invalid", known.Email);
        Assert.Equal(
            (DigestFrequency.Monthly, null, null, false, store.Now),
            (
                known.Subscription!.Frequency,
                known.Subscription.Dashboard,
                known.Subscription.Edition,
                known.Subscription.IsInEnglish,
                known.Subscription.ChosenAt
            )
        );
        Assert.Equal([Overdue], known.Subscription.Thresholds);
        Assert.Null((await store.Get<OwnSubscription>().RunAsync(sgpi, new())).Subscription);
    }

    [Theory, OnBothEngines]
    public async Task An_unknown_edition_a_figure_out_of_reach_and_a_stranger_are_refused(TestEngine engine)
    {
        await using var store = await StoreAsync(engine);
        var reviewer = await SignInAsync(store, Profile.Reviewer);
        Assert.Equal("Refusal_SubscriptionEdition", await TryAsync(store, reviewer, Weekly with { Edition = 7 }));
        Assert.Equal(
            "Refusal_ThresholdFigure",
            await TryAsync(store, reviewer, Weekly with { Thresholds = [Overdue] })
        );
        Assert.Equal("Refusal_Subscription", await TryAsync(store, reviewer, Weekly with { Dashboard = "" }));
        Assert.Equal("Refusal_NoRight", await TryAsync(store, new(reviewer.PersonId, "Personne", []), Weekly));
        Assert.Null((await store.Get<OwnSubscription>().RunAsync(reviewer, new())).Subscription);
    }

    [Theory, OnBothEngines]
    public async Task Only_the_product_asks_who_is_due_claims_and_concludes(TestEngine engine)
    {
        await using var store = await StoreAsync(engine);
        var cdc = await SignInAsync(store, Profile.Cdc);
        await AskAsync(store, cdc, Weekly);
        await Assert.ThrowsAsync<AccessDeniedException>(() => store.Get<DueDigests>().RunAsync(cdc, new(Morning)));
        Assert.Equal(
            Refusal.NoRight,
            (await store.Get<ClaimDigest>().RunAsync(cdc, new(cdc.PersonId, new(Monday, true), Morning))).Refusal
        );
        Assert.Equal(
            Refusal.NoRight,
            (
                await store
                    .Get<ConcludeDigest>()
                    .RunAsync(cdc, new(cdc.PersonId, DigestDelivery.Sent, [], null, Morning))
            ).Refusal
        );
    }

    [Theory, OnBothEngines]
    public async Task Who_is_due_comes_with_the_rights_of_now_and_who_has_none_does_not_come(TestEngine engine)
    {
        await using var store = await StoreAsync(engine);
        var (cdc, sgpi) = (await SignInAsync(store, Profile.Cdc), await SignInAsync(store, Profile.Sgpi));
        await AskAsync(store, cdc, Weekly);
        await AskAsync(store, sgpi, Weekly);
        Assert.Empty(await DueAsync(store, Morning.AddSeconds(-1)));
        Assert.Equal(
            [cdc.PersonId, sgpi.PersonId],
            (await DueAsync(store, Morning)).Select(one => one.Viewer.PersonId)
        );

        var held = Assert.Single(
            (await store.Get<PersonList>().RunAsync(Viewer.Product, new()))
                .Single(one => one.Id == sgpi.PersonId)
                .Entitlements
        );
        await store.DoAsync<WithdrawEntitlement, WithdrawEntitlement.Request, int>(new(sgpi.PersonId, held.Id));

        var due = Assert.Single(await DueAsync(store, Morning));
        Assert.Equal((cdc.PersonId, "cdc@example.invalid"), (due.Viewer.PersonId, due.Email));
        Assert.True(due.Viewer.Can(Right.Pay));
    }

    [Theory, OnBothEngines]
    public async Task Of_nodes_that_claim_at_once_one_sends(TestEngine engine)
    {
        await using var store = await StoreAsync(engine);
        var cdc = await SignInAsync(store, Profile.Cdc);
        await AskAsync(store, cdc, Weekly);
        for (var week = 0; week < 5; week++)
        {
            var now = DigestRules.InstantOf(Monday.AddDays(7 * week));
            var message = Assert.Single(await DueAsync(store, now)).Message;
            await using var second = store.OpenNode();
            await using var third = store.OpenNode();

            var claims = await Task.WhenAll(
                new[] { store, second, third, second }.Select(node =>
                    Task.Run(() => node.Get<ClaimDigest>().RunAsync(Viewer.Product, new(cdc.PersonId, message, now)))
                )
            );

            Assert.Single(claims, claim => claim.Done);
            Assert.All(claims.Where(claim => !claim.Done), claim => Assert.Equal(Refusal.Conflict, claim.Refusal));
            Assert.Empty(await DueAsync(second, now));
            await ConcludeAsync(store, cdc, DigestDelivery.Sent, now);
        }
    }

    [Theory, OnBothEngines]
    public async Task A_message_that_was_not_taken_is_due_again_after_its_pause(TestEngine engine)
    {
        await using var store = await StoreAsync(engine);
        var cdc = await SignInAsync(store, Profile.Cdc);
        await AskAsync(store, cdc, Weekly);
        var message = Assert.Single(await DueAsync(store, Morning)).Message;
        Assert.True(
            (await store.Get<ClaimDigest>().RunAsync(Viewer.Product, new(cdc.PersonId, message, Morning))).Done
        );

        await ConcludeAsync(store, cdc, DigestDelivery.Waiting, Morning, "451 " + new string('é', 600));

        var kept = (await store.Get<OwnSubscription>().RunAsync(cdc, new())).Subscription!;
        Assert.Equal((Subscription.LongestFailure, Morning.AddMinutes(5)), (kept.Failure!.Length, kept.NextTryAt));
        Assert.Empty(await DueAsync(store, Morning.AddMinutes(4)));
        Assert.Equal(message, Assert.Single(await DueAsync(store, Morning.AddMinutes(5))).Message);
    }

    [Theory, OnBothEngines]
    public async Task A_threshold_that_stays_keeps_what_its_look_said_whatever_else_is_changed(TestEngine engine)
    {
        await using var store = await StoreAsync(engine);
        var cdc = await SignInAsync(store, Profile.Cdc);
        await AskAsync(store, cdc, Weekly with { Thresholds = [Overdue] });
        var readings = DigestRules.Look([Overdue], _ => 200_000);
        await store
            .Get<ConcludeDigest>()
            .RunAsync(Viewer.Product, new(cdc.PersonId, DigestDelivery.Sent, readings, null, Morning));

        var other = Overdue with { Value = 5, IsCrossed = true };
        var kept = await AskAsync(
            store,
            cdc,
            Weekly with
            {
                Frequency = DigestFrequency.None,
                Thresholds = [other, Overdue],
            }
        );

        Assert.Equal([other with { IsCrossed = false }, Overdue with { IsCrossed = true }], kept.Thresholds);
    }

    private static Subscribe.Request Weekly => new(DigestFrequency.Weekly, null, null, false, []);

    private static async Task<TestStore> StoreAsync(TestEngine engine)
    {
        var store = await engine.CreateStoreAsync(Morning.AddDays(-3));
        await store.RecordEditionAsync(1);
        return store;
    }

    private static Task<Viewer> SignInAsync(TestStore store, Profile profile) =>
        store.DoAsync<SignInPerson, SignInPerson.Request, Viewer>(
            new(
                "https://issuer.invalid",
                $"{profile}",
                $"{profile}",
                $"{profile}@example.invalid".ToLowerInvariant(),
                [new(profile)]
            )
        );

    private static Task<Subscription> AskAsync(TestStore store, Viewer viewer, Subscribe.Request request) =>
        store.DoAsync<Subscribe, Subscribe.Request, Subscription>(request, viewer);

    private static async Task<string?> TryAsync(TestStore store, Viewer viewer, Subscribe.Request request) =>
        (await store.Get<Subscribe>().RunAsync(viewer, request)).Refusal?.Key;

    private static Task<IReadOnlyList<DueDigest>> DueAsync(TestStore store, DateTime now) =>
        store.Get<DueDigests>().RunAsync(Viewer.Product, new(now));

    private static Task<long> ConcludeAsync(
        TestStore store,
        Viewer viewer,
        DigestDelivery delivery,
        DateTime now,
        string? failure = null
    ) => store.DoAsync<ConcludeDigest, ConcludeDigest.Request, long>(new(viewer.PersonId, delivery, [], failure, now));
}
