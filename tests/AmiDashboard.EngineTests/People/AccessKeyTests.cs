using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Prototypes;
using AmiDashboard.Storage.People;

namespace AmiDashboard.People;

public sealed class AccessKeyTests
{
    private const string Issuer = "https://issuer.invalid";

    [Theory, OnBothEngines]
    public async Task A_person_has_several_keys_and_only_their_digests_are_kept(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        var camille = await SignInAsync(store, "camille");
        var other = await SignInAsync(store, "autre");
        var (workbook, report) = (
            await IssueAsync(store, camille, " Classeur "),
            await IssueAsync(store, camille, "Rapport")
        );
        var others = await IssueAsync(store, other, "Classeur");

        foreach (var (key, subject) in new[] { (workbook, "camille"), (report, "camille"), (others, "autre") })
        {
            var owner = await OwnerAsync(store, key);
            Assert.Equal((AccessKeyState.Live, Issuer, subject), (owner!.State, owner.Issuer, owner.Subject));
            Assert.StartsWith("ami_", key, StringComparison.Ordinal);
        }

        foreach (
            var wrong in new[]
            {
                "",
                "ami_",
                workbook[..^1],
                workbook.ToUpperInvariant(),
                workbook + " ",
                workbook[4..],
                "ami_' OR 1=1 --",
            }
        )
        {
            Assert.Null(await OwnerAsync(store, wrong));
        }

        var kept = await store.RowsAsync(context => context.AccessKeys);
        Assert.DoesNotContain(kept, one => workbook.Contains(one.Sha256, StringComparison.Ordinal));
        Assert.Equal(["Rapport", "Classeur"], (await ListAsync(store, camille)).Select(one => one.Name));
        Assert.Single(await ListAsync(store, other));
    }

    [Theory, OnBothEngines]
    public async Task A_key_that_is_withdrawn_opens_nothing_at_once_and_nobody_withdraws_anothers(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        var camille = await SignInAsync(store, "camille");
        var other = await SignInAsync(store, "autre");
        var (workbook, report) = (await IssueAsync(store, camille, "A"), await IssueAsync(store, camille, "B"));
        var id = (await ListAsync(store, camille)).Single(one => one.Name == "A").Id;

        Assert.Equal(Refusal.NotFound, (await store.Get<WithdrawAccessKey>().RunAsync(other, new(id))).Refusal);
        Assert.Equal(AccessKeyState.Live, (await OwnerAsync(store, workbook))!.State);
        await store.DoAsync<WithdrawAccessKey, WithdrawAccessKey.Request, long>(new(id), camille);

        Assert.Equal(AccessKeyState.Withdrawn, (await OwnerAsync(store, workbook))!.State);
        Assert.Equal(AccessKeyState.Live, (await OwnerAsync(store, report))!.State);
        Assert.Equal(["B"], (await ListAsync(store, camille)).Select(one => one.Name));
        Assert.Equal(Refusal.NotFound, (await store.Get<WithdrawAccessKey>().RunAsync(camille, new(id))).Refusal);
    }

    [Theory, OnBothEngines]
    public async Task A_key_lives_to_the_end_of_its_last_day_in_Paris(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        var camille = await SignInAsync(store, "camille");
        var key = await IssueAsync(store, camille, "A", new DateOnly(2018, 12, 31));

        store.Time.SetUtcNow(new DateTimeOffset(2018, 12, 31, 22, 59, 59, TimeSpan.Zero));
        Assert.Equal(AccessKeyState.Live, (await OwnerAsync(store, key))!.State);
        store.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(AccessKeyState.Expired, (await OwnerAsync(store, key))!.State);
        Assert.False((await ListAsync(store, camille)).Single().IsLive);
    }

    [Theory, OnBothEngines]
    public async Task A_key_sleeps_while_its_owner_has_not_signed_in_for_90_days_and_wakes_when_they_do(
        TestEngine engine
    )
    {
        await using var store = await engine.CreateStoreAsync();
        var camille = await SignInAsync(store, "camille");
        var key = await IssueAsync(store, camille, "A", ParisTime.DayOf(store.Now).AddYears(1));

        store.Time.Advance(TimeSpan.FromDays(90) - TimeSpan.FromSeconds(1));
        Assert.Equal(AccessKeyState.Live, (await OwnerAsync(store, key))!.State);
        store.Time.Advance(TimeSpan.FromSeconds(1));
        var asleep = (await OwnerAsync(store, key))!;
        Assert.Equal((AccessKeyState.Asleep, false), (asleep.State, asleep.IsToBeNoted));

        await SignInAsync(store, "camille");
        Assert.Equal(AccessKeyState.Live, (await OwnerAsync(store, key))!.State);
    }

    [Theory, OnBothEngines]
    public async Task A_key_has_a_name_lives_a_year_at_most_and_there_are_not_too_many(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        var camille = await SignInAsync(store, "camille");
        var today = ParisTime.DayOf(store.Now);
        (string? Name, DateOnly Expiry, string Refusal)[] wrong =
        [
            (null, today, "Refusal_KeyNameMissing"),
            (" \u0000", today, "Refusal_KeyNameMissing"),
            (new string('a', AccessKeyRules.LongestName + 1), today, "Refusal_KeyNameTooLong"),
            ("A", today.AddDays(-1), "Refusal_KeyExpiryPast"),
            ("A", today.AddYears(1).AddDays(1), "Refusal_KeyExpiryFar"),
        ];
        foreach (var (name, expiry, refusal) in wrong)
        {
            Assert.Equal(
                refusal,
                (await store.Get<IssueAccessKey>().RunAsync(camille, new(name, expiry))).Refusal?.Key
            );
        }

        for (var number = 0; number < AccessKeyRules.MostLive; number++)
        {
            await IssueAsync(store, camille, $"{number}", today.AddYears(1));
        }

        var one = await store.Get<IssueAccessKey>().RunAsync(camille, new("A", today));
        Assert.Equal("Refusal_KeysTooMany", one.Refusal?.Key);
        await store.DoAsync<WithdrawAccessKey, WithdrawAccessKey.Request, long>(
            new((await ListAsync(store, camille))[0].Id),
            camille
        );
        await IssueAsync(store, camille, "A");
        var nobody = await SignInAsync(store, "personne", hasRight: false);
        Assert.Equal(Refusal.NoRight, (await store.Get<IssueAccessKey>().RunAsync(nobody, new("A", today))).Refusal);
    }

    [Theory, OnBothEngines]
    public async Task Its_last_use_is_noted_now_and_then_and_is_no_change_that_anybody_follows(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        var camille = await SignInAsync(store, "camille");
        var key = await IssueAsync(store, camille, "A");
        var changes = (await store.RowsAsync(context => context.Changes)).Count;
        var owner = (await OwnerAsync(store, key))!;
        Assert.True(owner.IsToBeNoted);
        Assert.Null((await ListAsync(store, camille)).Single().LastUsedAt);

        await store.DoAsync<NoteKeyUse, NoteKeyUse.Request, long>(new(owner.KeyId));
        Assert.Equal(store.Now, (await ListAsync(store, camille)).Single().LastUsedAt);
        store.Time.Advance(AccessKeyRules.UseIsNoted - TimeSpan.FromSeconds(1));
        Assert.False((await OwnerAsync(store, key))!.IsToBeNoted);
        store.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.True((await OwnerAsync(store, key))!.IsToBeNoted);

        Assert.Equal(changes, (await store.RowsAsync(context => context.Changes)).Count);
        Assert.Equal(Refusal.NoRight, (await store.Get<NoteKeyUse>().RunAsync(camille, new(owner.KeyId))).Refusal);
    }

    private static Task<Viewer> SignInAsync(TestStore store, string subject, bool hasRight = true) =>
        store.DoAsync<SignInPerson, SignInPerson.Request, Viewer>(
            new(Issuer, subject, subject, null, hasRight ? [new(Profile.Sgpi)] : [])
        );

    private static Task<string> IssueAsync(TestStore store, Viewer viewer, string name, DateOnly? expiresOn = null) =>
        store.DoAsync<IssueAccessKey, IssueAccessKey.Request, string>(
            new(name, expiresOn ?? ParisTime.DayOf(store.Now).AddMonths(1)),
            viewer
        );

    private static Task<IReadOnlyList<AccessKeyRow>> ListAsync(TestStore store, Viewer viewer) =>
        store.Get<AccessKeyList>().RunAsync(viewer, new());

    private static Task<KeyOwner?> OwnerAsync(TestStore store, string key) =>
        store.Get<FindKeyOwner>().RunAsync(Viewer.Product, new(key));
}
