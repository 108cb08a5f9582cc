using AmiDashboard.Applications;
using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Prototypes;
using AmiDashboard.Storage.People;

namespace AmiDashboard.People;

/// <summary>What tells a session that holds from one that was closed.</summary>
public sealed class SessionStampTests
{
    private static readonly Viewer Administrator = SampleDossiers.Person(Profile.Administrator);

    [Theory, OnBothEngines]
    public async Task Signing_out_closes_ones_own_sessions_and_signing_in_again_opens_another(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        var (camille, other) = (await SignInAsync(store, "camille"), await SignInAsync(store, "autre"));
        Assert.Equal(camille.SessionStamp, (await SignInAsync(store, "camille")).SessionStamp);

        await store.DoAsync<SignOutPerson, SignOutPerson.Request, int>(new(), camille);

        var now = (await FindAsync(store, "camille")).SessionStamp;
        Assert.NotEqual(camille.SessionStamp, now);
        Assert.Equal(now, (await SignInAsync(store, "camille")).SessionStamp);
        Assert.Equal(other.SessionStamp, (await FindAsync(store, "autre")).SessionStamp);
    }

    [Theory, OnBothEngines]
    public async Task An_administrator_closes_anybodys_sessions_and_takes_no_right_away(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        var camille = await SignInAsync(store, "camille");

        await store.DoAsync<EndSessions, EndSessions.Request, int>(new(camille.PersonId), Administrator);

        var now = await FindAsync(store, "camille");
        Assert.NotEqual(camille.SessionStamp, now.SessionStamp);
        Assert.Equal(camille.Profiles, now.Profiles);
        var change = (await store.RowsAsync(context => context.Changes))[^1];
        Assert.Equal((nameof(EndSessions), Administrator.Name), (change.Operation, change.RecordedBy));
        Assert.Equal(
            Refusal.NotFound,
            (await store.Get<EndSessions>().RunAsync(Administrator, new(camille.PersonId + 1))).Refusal
        );
    }

    [Theory, OnBothEngines]
    public async Task Closing_twice_at_once_is_refused_to_neither_and_counts_twice(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        var camille = await SignInAsync(store, "camille");

        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ => Task.Run(() => store.Get<SignOutPerson>().RunAsync(camille, new SignOutPerson.Request())))
        );

        Assert.All(outcomes, outcome => Assert.True(outcome.Done));
        Assert.Equal(camille.SessionStamp + 8, (await FindAsync(store, "camille")).SessionStamp);
    }

    private static Task<Viewer> SignInAsync(TestStore store, string subject) =>
        store.DoAsync<SignInPerson, SignInPerson.Request, Viewer>(
            new("https://issuer.invalid", subject, subject, null, [new(Profile.Sgpi)])
        );

    private static async Task<Viewer> FindAsync(TestStore store, string subject) =>
        (await store.Get<FindViewer>().RunAsync(Viewer.Product, new("https://issuer.invalid", subject)))!;
}
