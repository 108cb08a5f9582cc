using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard;

public sealed class ModelTests
{
    [Theory, OnBothEngines]
    public async Task The_model_and_the_last_migration_say_the_same(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        await using var context = store.Get<Store>().Read(Viewer.Product, Right.None);

        Assert.False(
            context.Database.HasPendingModelChanges(),
            "The model changed and no migration says so: CONTRIBUTING.md has the command."
        );
    }
}
