using AmiDashboard.Storage.Budgets;
using AmiDashboard.Storage.Prototypes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Schema;

/// <summary>
/// Every trigger that this version needs, and what a database has of them. Migrations make them by a text of their own,
/// that nobody changes: here is what must be there in the end, whatever road the database came by.
/// </summary>
internal static class DatabaseRules
{
    public static IReadOnlyList<DatabaseRule> Declared(DatabaseProvider provider) =>
        provider == DatabaseProvider.Sqlite
            ? [.. LedgerTriggers.Sqlite, .. PrototypeTriggers.Sqlite]
            : [.. LedgerTriggers.PostgreSql, .. PrototypeTriggers.PostgreSql];

    /// <summary>What is missing, switched off or otherwise than declared; a few milliseconds.</summary>
    public static async Task<IReadOnlyList<BrokenRule>> BrokenAsync(AmiContext context, CancellationToken cancellation)
    {
        var provider = context is SqliteContext ? DatabaseProvider.Sqlite : DatabaseProvider.PostgreSql;
        var present = (
            await (provider == DatabaseProvider.Sqlite ? OnSqlite(context) : OnPostgreSql(context)).ToListAsync(
                cancellation
            )
        ).ToDictionary(one => (one.TableName, one.Name));
        return
        [
            .. Declared(provider)
                .Select(rule => (rule, State: StateOf(rule, present.GetValueOrDefault((rule.Table, rule.Name)))))
                .Where(one => one.State is not null)
                .Select(one => new BrokenRule(one.rule.Table, one.rule.Name, one.State!.Value)),
        ];
    }

    /// <summary>Makes anew what is not as declared, all or nothing; the account needs the right to alter tables.</summary>
    /// <returns>What was wrong.</returns>
    public static async Task<IReadOnlyList<BrokenRule>> PutBackAsync(AmiContext context, CancellationToken cancellation)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var broken = await BrokenAsync(context, cancellation);
        var isSqlite = context is SqliteContext;
        foreach (
            var rule in Declared(isSqlite ? DatabaseProvider.Sqlite : DatabaseProvider.PostgreSql)
                .Where(rule => broken.Any(one => (one.Table, one.Name) == (rule.Table, rule.Name)))
        )
        {
            if (rule.Function is { } function)
            {
                await ExecuteAsync(context, function.Statement, cancellation);
            }

            var on = isSqlite ? "" : $" ON {rule.Table}";
            await ExecuteAsync(context, $"DROP TRIGGER IF EXISTS {rule.Name}{on}", cancellation);
            await ExecuteAsync(context, rule.Statement, cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return broken;
    }

    private static RuleState? StateOf(DatabaseRule rule, PresentTrigger? present) =>
        present is null ? RuleState.Missing
        : !present.IsEnabled ? RuleState.Disabled
        : IsAsDeclared(rule, present) ? null
        : RuleState.Altered;

    private static bool IsAsDeclared(DatabaseRule rule, PresentTrigger present) =>
        rule.Function is { } function
            ? SqlText.Told(present.Sql) == SqlText.Told(rule.Statement)
                && present.Body is { } body
                && SqlText.Given(body) == SqlText.Given(function.Body)
            : SqlText.Given(present.Sql) == SqlText.Given(rule.Statement);

    private static IQueryable<PresentTrigger> OnSqlite(AmiContext context) =>
        context.Database.SqlQuery<PresentTrigger>(
            $"""
            SELECT tbl_name AS "TableName", name AS "Name", sql AS "Sql", 1 AS "IsEnabled", NULL AS "Body"
            FROM sqlite_master WHERE type = 'trigger'
            """
        );

    private static IQueryable<PresentTrigger> OnPostgreSql(AmiContext context) =>
        context.Database.SqlQuery<PresentTrigger>(
            $"""
            SELECT held.relname::text AS "TableName", one.tgname::text AS "Name", pg_get_triggerdef(one.oid) AS "Sql",
                one.tgenabled IN ('O', 'A') AS "IsEnabled", called.prosrc AS "Body"
            FROM pg_trigger AS one
            JOIN pg_class AS held ON held.oid = one.tgrelid
            JOIN pg_proc AS called ON called.oid = one.tgfoid
            WHERE NOT one.tgisinternal AND pg_table_is_visible(held.oid)
            """
        );

    private static Task<int> ExecuteAsync(AmiContext context, string statement, CancellationToken cancellation) =>
        // A statement may hold braces, which stand for no parameter here.
        context.Database.ExecuteSqlRawAsync(
            statement.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal),
            cancellation
        );

    private sealed record PresentTrigger(string TableName, string Name, string Sql, bool IsEnabled, string? Body);
}
