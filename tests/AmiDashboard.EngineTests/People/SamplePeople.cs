using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage.People;

namespace AmiDashboard.People;

/// <summary>People who sign in, and the administrators among them.</summary>
internal static class SamplePeople
{
    public const string Issuer = "https://issuer.example";

    public static Task<Viewer> ArriveAsync(this TestStore store, string key, params Profile[] roles) =>
        store.DoAsync<SignInPerson, SignInPerson.Request, Viewer>(
            new(
                Issuer,
                key,
                $"Personne {key}",
                $"{key}@example.invalid",
                [.. roles.Select(role => new SignInPerson.ClaimedProfile(role))]
            )
        );

    /// <summary>What they may at this moment.</summary>
    public static async Task<Viewer> NowAsync(this TestStore store, string key) =>
        (await store.Get<FindViewer>().RunAsync(Viewer.Product, new(Issuer, key)))!;

    /// <summary>Somebody who was given a profile over a perimeter, by the product itself.</summary>
    public static async Task<Viewer> HolderAsync(this TestStore store, string key, Profile profile, Perimeter perimeter)
    {
        var person = await store.ArriveAsync(key);
        await store.DoAsync<GrantEntitlement, GrantEntitlement.Request, int>(new(person.PersonId, profile, perimeter));
        return await store.NowAsync(key);
    }

    public static async Task<Refusal?> GrantAsync(
        this TestStore store,
        Viewer giver,
        Viewer to,
        Profile profile,
        Perimeter perimeter
    ) => (await store.Get<GrantEntitlement>().RunAsync(giver, new(to.PersonId, profile, perimeter))).Refusal;

    public static Task<Outcome<int>> ProposeAsync(
        this TestStore store,
        Viewer giver,
        Viewer to,
        Profile profile,
        Perimeter perimeter
    ) => store.Get<ProposeGrant>().RunAsync(giver, new(to.PersonId, profile, perimeter));
}
