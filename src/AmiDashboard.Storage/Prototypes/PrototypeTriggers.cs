using AmiDashboard.Storage.Schema;

namespace AmiDashboard.Storage.Prototypes;

/// <summary>
/// What both engines hold of prototypes by themselves: what was said of a milestone, a session or a trial is added and never
/// changed, a baseline never moves, and what was published stays as it was. What must be there: the migrations that put it
/// there have texts of their own, and a change here needs one more of them.
/// </summary>
internal static class PrototypeTriggers
{
    private const string Stays = "What was said of a prototype is added to, never changed.";

    private static readonly TriggerFunction Refusing = new(
        "prototype_history_stays",
        $"BEGIN RAISE EXCEPTION '{Stays}'; END"
    );

    private static readonly string[] AddedOnly =
    [
        "milestone_revision",
        "support_session_step",
        "user_trial_step",
        "evaluation",
        "roll_out_verdict",
    ];

    /// <summary>Columns that keep what they were first given, in rows that otherwise change.</summary>
    private static readonly (string Table, string[] Columns)[] Fixed =
    [
        ("milestone", ["BaselineOn", "Position", "Weight", "After"]),
        ("readiness_proof", ["Level", "Evidence", "Description", "Link", "On", "RecordedAt", "RecordedBy"]),
        ("sheet_publication", ["Text", "PublishedAt", "PublishedBy"]),
    ];

    public static IReadOnlyList<DatabaseRule> Sqlite { get; } =
    [
        .. AddedOnly.SelectMany(table => new[] { OnSqlite(table, "UPDATE", ""), OnSqlite(table, "DELETE", "") }),
        OnSqlite("monthly_report", "UPDATE", "WHEN OLD.\"PublishedAt\" IS NOT NULL"),
        OnSqlite("monthly_report", "DELETE", "WHEN OLD.\"PublishedAt\" IS NOT NULL"),
        .. Fixed.Select(one => OnSqlite(one.Table, "UPDATE", $"WHEN {Changed(one.Columns, "IS NOT")}")),
    ];

    public static IReadOnlyList<DatabaseRule> PostgreSql { get; } =
    [
        .. AddedOnly.SelectMany(table => new[] { OnPostgreSql(table, "", "DELETE OR UPDATE"), Truncate(table) }),
        OnPostgreSql("monthly_report", "WHEN (OLD.\"PublishedAt\" IS NOT NULL)", "DELETE OR UPDATE"),
        Truncate("monthly_report"),
        .. Fixed.Select(one => OnPostgreSql(one.Table, $"WHEN ({Changed(one.Columns, "IS DISTINCT FROM")})", "UPDATE")),
    ];

    private static string Changed(IEnumerable<string> columns, string differs) =>
        string.Join(" OR ", columns.Select(column => $"NEW.\"{column}\" {differs} OLD.\"{column}\""));

    private static DatabaseRule OnSqlite(string table, string act, string when)
    {
        var name = $"{table}_{(act == "UPDATE" ? "stays" : "remains")}";
        return new DatabaseRule(
            table,
            name,
            $"CREATE TRIGGER {name} BEFORE {act} ON {table} {when} BEGIN SELECT RAISE(ABORT, '{Stays}'); END"
        );
    }

    /// <param name="acts">In the order in which PostgreSQL tells them.</param>
    private static DatabaseRule OnPostgreSql(string table, string when, string acts) =>
        new(
            table,
            $"{table}_stays",
            $"CREATE TRIGGER {table}_stays BEFORE {acts} ON {table} FOR EACH ROW {when} EXECUTE FUNCTION {Refusing.Name}()",
            Refusing
        );

    private static DatabaseRule Truncate(string table) =>
        new(
            table,
            $"{table}_remains",
            $"CREATE TRIGGER {table}_remains BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION {Refusing.Name}()",
            Refusing
        );
}
