using AmiDashboard.Budgets;
using AmiDashboard.Core.People;
using AmiDashboard.Engines;
using AmiDashboard.Portability;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Portability;
using AmiDashboard.Storage.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AmiDashboard;

/// <summary>Whatever road a database came by, it holds the same in the end.</summary>
public sealed class SchemaTests
{
    [Theory, OnBothEngines]
    public async Task Migrations_alone_make_every_rule_that_this_version_declares(TestEngine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine, migrated: false);
        await using var store = TestStore.Over(database);
        await MigrateByEntityFrameworkAsync(store, target: null);

        Assert.NotEmpty(DatabaseRules.Declared(database.Settings.Provider));
        Assert.Empty(await store.Get<Store>().BrokenRulesAsync());
    }

    [Theory, OnBothEngines]
    public async Task A_database_of_any_earlier_version_becomes_what_the_model_makes_from_scratch(TestEngine engine)
    {
        await using var scratch = await TestDatabase.CreateAsync(engine, migrated: false);
        await using var made = TestStore.Over(scratch);
        IReadOnlyList<string> migrations;
        await using (var context = made.Get<Store>().Read(Viewer.Product, Right.None))
        {
            await context.Database.EnsureCreatedAsync();
            await DatabaseRules.PutBackAsync(context, CancellationToken.None);
            migrations = [.. context.Database.GetMigrations()];
        }

        var wanted = await StoredSchema.LinesAsync(made);
        Assert.Contains(wanted, line => line.Contains("ledger_entry_counts", StringComparison.Ordinal));
        Assert.True(migrations.Count > 1);
        foreach (var earlier in migrations)
        {
            await using var database = await TestDatabase.CreateAsync(engine, migrated: false);
            await using var store = TestStore.Over(database);
            await MigrateByEntityFrameworkAsync(store, earlier);
            await store.Get<Store>().MigrateAsync();
            var found = await StoredSchema.LinesAsync(store);
            Assert.Equal([], wanted.Except(found).Concat(found.Except(wanted)));
        }
    }

    [Theory, OnBothEngines]
    public async Task A_database_whose_triggers_were_taken_is_told_of_and_healed(TestEngine engine)
    {
        await using var store = await VerifyLedgerTests.Filled.CopyAsync(engine);
        await SpoilAsync(store, engine);

        var found = await new VerifyStore(store.Get<Store>()).RunAsync();
        var broken = await store.Get<Store>().BrokenRulesAsync();

        BrokenRule[] expected =
        [
            new("ledger_entry", "ledger_entry_counts", RuleState.Altered),
            new("ledger_entry", "ledger_entry_stays", RuleState.Missing),
            new(
                "milestone",
                "milestone_stays",
                engine == TestEngine.PostgreSql ? RuleState.Disabled : RuleState.Altered
            ),
        ];
        Assert.Equal(expected, broken.OrderBy(rule => rule.Name, StringComparer.Ordinal));
        Assert.Equal(
            expected.Select(rule => ($"Verify_Rule_{rule.State}", rule.Name)).Order(),
            found.Findings.Select(finding => (finding.Key, (string)finding.Arguments[0]!)).Order()
        );
        Assert.All(found.Findings, finding => Assert.NotEqual(finding.Key, PortabilityTexts.Say(finding)));

        Assert.Equal(
            expected,
            (await store.Get<Store>().MigrateAsync()).OrderBy(rule => rule.Name, StringComparer.Ordinal)
        );
        Assert.Empty((await new VerifyStore(store.Get<Store>()).RunAsync()).Findings);
        Assert.Contains(
            "never changed nor removed",
            await store.RefusedSqlAsync("UPDATE ledger_entry SET [Label] = 'Autre'"),
            StringComparison.Ordinal
        );
        Assert.Empty(await store.Get<Store>().MigrateAsync());
    }

    private static async Task SpoilAsync(TestStore store, TestEngine engine)
    {
        if (engine == TestEngine.PostgreSql)
        {
            await store.SqlAsync("DROP TRIGGER ledger_entry_stays ON ledger_entry");
            await store.SqlAsync("ALTER TABLE milestone DISABLE TRIGGER milestone_stays");
            await store.SqlAsync(
                """
                CREATE OR REPLACE FUNCTION ledger_entry_counts() RETURNS trigger LANGUAGE plpgsql
                AS $$ BEGIN RETURN NULL; END $$
                """
            );
            return;
        }

        await store.SqlAsync("DROP TRIGGER ledger_entry_stays");
        await store.SqlAsync("DROP TRIGGER milestone_stays");
        await store.SqlAsync("CREATE TRIGGER milestone_stays BEFORE UPDATE ON milestone WHEN 0 BEGIN SELECT 1; END");
        await store.SqlAsync("DROP TRIGGER ledger_entry_counts");
        await store.SqlAsync("CREATE TRIGGER ledger_entry_counts AFTER INSERT ON ledger_entry BEGIN SELECT 1; END");
    }

    private static async Task MigrateByEntityFrameworkAsync(TestStore store, string? target)
    {
        await using var context = store.Get<Store>().Read(Viewer.Product, Right.None);
        await context.GetService<IMigrator>().MigrateAsync(target);
    }
}
