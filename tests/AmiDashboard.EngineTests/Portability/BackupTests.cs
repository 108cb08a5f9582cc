using AmiDashboard.Applications;
using AmiDashboard.Budgets;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Portability;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Portability;

public sealed class BackupTests
{
    [Theory]
    [InlineData(TestEngine.Sqlite, TestEngine.PostgreSql)]
    [InlineData(TestEngine.PostgreSql, TestEngine.Sqlite)]
    public async Task A_store_moves_to_the_other_engine_and_back_the_same(TestEngine here, TestEngine there)
    {
        using var backups = new Backups();
        await using var first = await Backups.FilledAsync(here, withProgramme: true);
        await using var second = await there.CreateStoreAsync();
        await using var third = await here.CreateStoreAsync();

        var start = await backups.MakeAsync(first);
        Assert.True((await Backups.RestoreAsync(second, start)).Done);
        var middle = await backups.MakeAsync(second);
        Assert.True((await Backups.RestoreAsync(third, middle)).Done);
        var end = await backups.MakeAsync(third);

        Assert.Equal(Backups.Read(start), Backups.Read(middle));
        Assert.Equal(Backups.Read(start), Backups.Read(end));
        Assert.All(Backups.Read(start), table => Assert.NotEqual("", table.Value));
        Assert.Empty((await new VerifyStore(second.Get<Store>()).RunAsync()).Findings);
        Assert.Equal(await BalancesAsync(first), await BalancesAsync(second));
        Assert.Equal(await BalancesAsync(first), await BalancesAsync(third));
    }

    [Theory, OnBothEngines]
    public async Task Every_table_of_the_model_is_in_the_backup(TestEngine engine)
    {
        using var backups = new Backups();
        await using var store = await engine.CreateStoreAsync();

        var file = await backups.MakeAsync(store);

        await using var context = store.Get<Store>().Read(Viewer.Product, Right.None);
        // What triggers fill follows from the ledger: a restore lets them.
        string[] filled = ["edition_balance", "project_balance"];
        var tables = context
            .Model.GetEntityTypes()
            .Select(table => table.GetTableName()!)
            .Except(filled)
            .Select(table => table + ".jsonl");
        Assert.Equal(tables.Order(StringComparer.Ordinal), Backups.Read(file).Keys);
    }

    [Theory, OnBothEngines]
    public async Task A_restored_store_goes_on_with_new_numbers(TestEngine engine)
    {
        using var backups = new Backups();
        await using var from = await Backups.FilledAsync(engine);
        await using var to = await engine.CreateStoreAsync(from.Now);
        await Backups.RestoreAsync(to, await backups.MakeAsync(from));

        await to.RecordAsync(1, SampleDossiers.Dossier(900_003));
        await to.MoveAsync(900_003, Stage.Eligible);
        await to.RecordEditionAsync(3);

        Assert.Equal(Stage.Eligible, (await to.SheetAsync(900_003))!.Application.Stage);
        var last = (await to.EntriesAsync())[^1].Id;
        Assert.Equal(last + 1, (await to.GrantAsync(900_003, Money.FromEuros(1))).Value);
        Assert.Empty((await new VerifyStore(to.Get<Store>()).RunAsync()).Findings);
    }

    [Theory, OnBothEngines]
    public async Task A_backup_is_of_one_moment_and_keeps_no_writer_out(TestEngine engine)
    {
        await using var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        await using var context = store.Get<Store>().Read(Viewer.Product, Right.None);
        await using var snapshot = await context.BeginSnapshotAsync(CancellationToken.None);
        Assert.Equal(0, await context.Applications.CountAsync());

        await store.RecordAsync(1, SampleDossiers.Dossier(1001));

        Assert.Equal(0, await context.Applications.CountAsync());
        Assert.NotNull(await store.SheetAsync(1001));
    }

    [Theory, OnBothEngines]
    public async Task A_backup_writes_over_nothing_and_leaves_nothing_half_done(TestEngine engine)
    {
        using var backups = new Backups();
        await using var store = await engine.CreateStoreAsync();
        var file = await backups.MakeAsync(store);

        var again = await new BackupStore(store.Get<Store>(), store.Time).RunAsync(file);
        Assert.Equal("Backup_FileExists", again.Refusal?.Key);

        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new BackupStore(store.Get<Store>(), store.Time).RunAsync(backups.NewFile(), cancelled.Token)
        );
        Assert.Equal([file], backups.Files);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    /// <summary>What no backup holds: the sums that triggers keep.</summary>
    private static async Task<List<string>> BalancesAsync(TestStore store)
    {
        await using var context = store.Get<Store>().Read(Viewer.Product, Right.None);
        var editions = await context.EditionBalances.OrderBy(balance => balance.Edition).ToListAsync();
        var projects = await context.ProjectBalances.OrderBy(balance => balance.Number).ToListAsync();
        return
        [
            .. editions.Select(one => $"{one.Edition} {one.Posting} {one.LastOn}"),
            .. projects.Select(one => $"{one.Edition} {one.Number} {one.Posting} {one.LastOn}"),
        ];
    }

    [Theory, OnBothEngines]
    public async Task A_store_without_its_migrations_is_neither_backed_up_nor_restored(TestEngine engine)
    {
        using var backups = new Backups();
        await using var full = await engine.CreateStoreAsync();
        var file = await backups.MakeAsync(full);
        await using var database = await TestDatabase.CreateAsync(engine, migrated: false);
        await using var bare = TestStore.Over(database);

        var backup = await new BackupStore(bare.Get<Store>(), bare.Time).RunAsync(backups.NewFile());

        Assert.Equal("Backup_NotMigrated", backup.Refusal?.Key);
        Assert.Equal("Backup_NotMigrated", (await Backups.RestoreAsync(bare, file)).Refusal?.Key);
    }
}
