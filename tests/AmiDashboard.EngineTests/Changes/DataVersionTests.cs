using AmiDashboard.Applications;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage.Changes;
using AmiDashboard.Storage.People;

namespace AmiDashboard.Changes;

public sealed class DataVersionTests
{
    [Theory, OnBothEngines]
    public async Task A_version_grows_with_a_change_of_its_subjects_and_of_no_other(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        await store.RecordAsync(1, SampleDossiers.Dossier(1001));
        var (applications, people) = (
            await VersionAsync(store, Subject.Application, Subject.Edition),
            await VersionAsync(store, Subject.Person)
        );

        await SignInAsync(store, "a");
        Assert.Equal(applications, await VersionAsync(store, Subject.Application, Subject.Edition));
        Assert.True(await VersionAsync(store, Subject.Person) > people);
        people = await VersionAsync(store, Subject.Person);

        await store.MoveAsync(1001, Stage.Eligible);
        Assert.True(await VersionAsync(store, Subject.Application) > applications);
        Assert.Equal(people, await VersionAsync(store, Subject.Person));
    }

    [Theory, OnBothEngines]
    public async Task Another_node_sees_the_change_at_once(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        await using var other = store.OpenNode();
        await store.RecordEditionAsync(1);
        var before = await VersionAsync(other, Subject.Person);
        await SignInAsync(store, "a");

        var after = await VersionAsync(other, Subject.Person);
        Assert.True(after > before);
        Assert.Equal(after, await VersionAsync(store, Subject.Person));
    }

    private static Task<long> VersionAsync(TestStore store, params Subject[] subjects) =>
        store.Get<DataVersion>().RunAsync(Viewer.Product, new(subjects));

    private static Task<Viewer> SignInAsync(TestStore store, string subject) =>
        store.DoAsync<SignInPerson, SignInPerson.Request, Viewer>(
            new("https://issuer.invalid", subject, subject, null, [new(Profile.Sgpi)])
        );
}
