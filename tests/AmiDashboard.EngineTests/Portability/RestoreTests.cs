using AmiDashboard.Applications;
using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Portability;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Portability;

public sealed class RestoreTests
{
    [Theory, OnBothEngines]
    public async Task A_store_that_holds_a_row_is_left_alone(TestEngine engine)
    {
        using var backups = new Backups();
        await using var store = await engine.CreateStoreAsync();
        await store.RecordEditionAsync(1);
        var file = await backups.MakeAsync(store);

        Assert.Equal("Restore_NotEmpty", (await Backups.RestoreAsync(store, file)).Refusal?.Key);
    }

    [Theory, OnBothEngines]
    public async Task A_changed_entry_is_refused_before_anything_is_written(TestEngine engine)
    {
        using var backups = new Backups();
        await using var from = await Backups.FilledAsync(engine);
        await using var to = await engine.CreateStoreAsync();
        var file = await backups.MakeAsync(from);
        Backups.Change(file, "stage_change.jsonl", text => text.Replace("Received", "Laureate"), isSigned: false);

        var refusal = (await Backups.RestoreAsync(to, file)).Refusal;

        Assert.Equal(new Refusal("Restore_Damaged", "stage_change.jsonl").ToString(), refusal?.ToString());
        await AssertEmptyAsync(to);
    }

    [Theory, OnBothEngines]
    public async Task A_truncated_or_spoilt_file_is_refused_and_nothing_is_written(TestEngine engine)
    {
        using var backups = new Backups();
        await using var from = await engine.CreateStoreAsync();
        await from.RecordEditionAsync(1);
        var to = await engine.CreateStoreAsync();
        var whole = await File.ReadAllBytesAsync(await backups.MakeAsync(from));
        foreach (var length in (int[])[0, 1, whole.Length / 2, whole.Length - 1])
        {
            var cut = backups.NewFile();
            await File.WriteAllBytesAsync(cut, whole[..length]);
            Assert.Equal("Restore_NotABackup", (await Backups.RestoreAsync(to, cut)).Refusal?.Key);
        }

        for (var at = 0; at < whole.Length; at += 61)
        {
            var spoilt = (byte[])whole.Clone();
            spoilt[at] ^= 0xFF;
            var file = backups.NewFile();
            await File.WriteAllBytesAsync(file, spoilt);
            if (!(await Backups.RestoreAsync(to, file)).Done)
            {
                await AssertEmptyAsync(to);
                continue;
            }

            // A byte that carries nothing, such as a date of the archive's own: what was restored must be whole.
            Assert.Equal(Backups.Read(await backups.MakeAsync(from)), Backups.Read(await backups.MakeAsync(to)));
            await to.DisposeAsync();
            to = await engine.CreateStoreAsync();
        }

        Assert.Equal("Restore_NoFile", (await Backups.RestoreAsync(to, backups.NewFile())).Refusal?.Key);
        await to.DisposeAsync();
    }

    [Theory, OnBothEngines]
    public async Task A_restore_that_fails_half_way_leaves_nothing(TestEngine engine)
    {
        using var backups = new Backups();
        await using var from = await Backups.FilledAsync(engine);
        await using var to = await engine.CreateStoreAsync();
        var file = await backups.MakeAsync(from);
        var sound = await File.ReadAllBytesAsync(file);
        Backups.Change(
            file,
            "stage_change.jsonl",
            text =>
                text
                + text.Split('\n')[0]
                    .Replace("\"Id\":1,", "\"Id\":999999,")
                    .Replace("\"ApplicationId\":", "\"ApplicationId\":99999")
                + "\n",
            isSigned: true
        );

        await Assert.ThrowsAnyAsync<DbUpdateException>(() => Backups.RestoreAsync(to, file));

        await AssertEmptyAsync(to);
        await File.WriteAllBytesAsync(file, sound);
        Assert.True((await Backups.RestoreAsync(to, file)).Done);
    }

    [Theory, OnBothEngines]
    public async Task A_backup_of_another_schema_is_refused(TestEngine engine)
    {
        using var backups = new Backups();
        await using var from = await engine.CreateStoreAsync();
        await using var to = await engine.CreateStoreAsync();
        var file = await backups.MakeAsync(from);
        Backups.Change(
            file,
            "manifest.json",
            text => text.Replace("\"Schema\": \"", "\"Schema\": \"Other"),
            isSigned: false
        );

        Assert.Equal("Restore_OtherSchema", (await Backups.RestoreAsync(to, file)).Refusal?.Key);
    }

    private static async Task AssertEmptyAsync(TestStore store)
    {
        await using var context = store.Get<Store>().Read(Viewer.Product, Right.None);
        var tables = StoreTables.InOrder(context).Select(table => table.GetTableName()).Distinct();
        var filled = string.Join(
            " UNION ALL ",
            tables.Select(table => $"SELECT '{table}' AS \"Value\" WHERE EXISTS (SELECT 1 FROM \"{table}\")")
        );
        Assert.Empty(await context.Database.SqlQueryRaw<string>(filled).ToListAsync());
    }
}
