using System.Text.RegularExpressions;
using AmiDashboard.Core.People;
using AmiDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Engines;

/// <summary>
/// All that a database is made of beside its rows, one line for each thing: columns, constraints, indexes, triggers,
/// functions. The order of columns is not part of it: a column that a migration adds comes last.
/// </summary>
internal static class StoredSchema
{
    private const string OfPostgreSql = """
        SELECT 'column ' || held.relname || '.' || one.attname || ' ' || format_type(one.atttypid, one.atttypmod)
            || CASE WHEN one.attnotnull THEN ' NOT NULL' ELSE '' END || ' ' || one.attidentity::text
            || COALESCE(' DEFAULT ' || pg_get_expr(def.adbin, def.adrelid), '') AS "Value"
        FROM pg_attribute AS one
        JOIN pg_class AS held ON held.oid = one.attrelid AND held.relkind = 'r' AND pg_table_is_visible(held.oid)
        LEFT JOIN pg_attrdef AS def ON def.adrelid = one.attrelid AND def.adnum = one.attnum
        WHERE one.attnum > 0 AND NOT one.attisdropped AND held.relnamespace = 'public'::regnamespace
        UNION ALL
        SELECT 'constraint ' || conrelid::regclass || '.' || conname || ' ' || pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace
        UNION ALL
        SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
        UNION ALL
        SELECT 'trigger ' || pg_get_triggerdef(oid) || ' ' || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
        UNION ALL
        SELECT 'function ' || proname || ' ' || prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace
        """;

    public static async Task<IReadOnlyList<string>> LinesAsync(TestStore store)
    {
        await using var context = store.Get<Store>().Read(Viewer.Product, Right.None);
        var lines =
            context is PostgreSqlContext
                ? await context.Database.SqlQueryRaw<string>(OfPostgreSql).ToListAsync()
                : await OfSqliteAsync(context);
        return
        [
            .. lines
                .Where(line => !line.Contains("__EFMigrations", StringComparison.Ordinal))
                .Select(line => Regex.Replace(line, @"\s+", ""))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static async Task<IEnumerable<string>> OfSqliteAsync(AmiContext context)
    {
        var made = await context
            .Database.SqlQueryRaw<string>(
                """SELECT sql AS "Value" FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"""
            )
            .ToListAsync();
        return made.SelectMany(sql => sql.StartsWith("CREATE TABLE", StringComparison.Ordinal) ? PartsOf(sql) : [sql]);
    }

    /// <summary>Each column and constraint of a table, with the table's name.</summary>
    private static IEnumerable<string> PartsOf(string table)
    {
        var (open, depth) = (table.IndexOf('(', StringComparison.Ordinal), 0);
        var name = table[..open];
        for (var (from, at) = (open + 1, open + 1); at < table.Length; at++)
        {
            depth += table[at] switch
            {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            if (depth < 0 || (depth == 0 && table[at] == ','))
            {
                yield return $"{name} {table[from..at]}";
                from = at + 1;
            }
        }
    }
}
