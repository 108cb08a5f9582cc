namespace AmiDashboard.Storage.Prototypes;

/// <summary>
/// What both engines hold of prototypes by themselves: what was said of a milestone, a session or a trial is added and never
/// changed, a baseline never moves, and what was published stays as it was. Written by the migration that makes the tables.
/// </summary>
internal static class PrototypeTriggers
{
    private const string Stays = "What was said of a prototype is added to, never changed.";

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

    public static IReadOnlyList<string> Sqlite { get; } =
    [
        .. AddedOnly.SelectMany(table => new[] { OnSqlite(table, "UPDATE", ""), OnSqlite(table, "DELETE", "") }),
        OnSqlite("monthly_report", "UPDATE", "WHEN OLD.\"PublishedAt\" IS NOT NULL"),
        OnSqlite("monthly_report", "DELETE", "WHEN OLD.\"PublishedAt\" IS NOT NULL"),
        .. Fixed.Select(one => OnSqlite(one.Table, "UPDATE", $"WHEN {Changed(one.Columns, "IS NOT")}")),
    ];

    public static IReadOnlyList<string> PostgreSql { get; } =
    [
        $"""
            CREATE FUNCTION prototype_history_stays() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RAISE EXCEPTION '{Stays}';
            END $$
            """,
        .. AddedOnly.SelectMany(table => new[] { OnPostgreSql(table, "", "UPDATE OR DELETE"), Truncate(table) }),
        OnPostgreSql("monthly_report", "WHEN (OLD.\"PublishedAt\" IS NOT NULL)", "UPDATE OR DELETE"),
        Truncate("monthly_report"),
        .. Fixed.Select(one => OnPostgreSql(one.Table, $"WHEN ({Changed(one.Columns, "IS DISTINCT FROM")})", "UPDATE")),
    ];

    private static string Changed(IEnumerable<string> columns, string differs) =>
        string.Join(" OR ", columns.Select(column => $"NEW.\"{column}\" {differs} OLD.\"{column}\""));

    private static string OnSqlite(string table, string act, string when) =>
        $"CREATE TRIGGER {table}_{(act == "UPDATE" ? "stays" : "remains")} BEFORE {act} ON {table} {when} "
        + $"BEGIN SELECT RAISE(ABORT, '{Stays}'); END";

    private static string OnPostgreSql(string table, string when, string act) =>
        $"CREATE TRIGGER {table}_stays BEFORE {act} ON {table} FOR EACH ROW {when} "
        + "EXECUTE FUNCTION prototype_history_stays()";

    private static string Truncate(string table) =>
        $"CREATE TRIGGER {table}_remains BEFORE TRUNCATE ON {table} "
        + "FOR EACH STATEMENT EXECUTE FUNCTION prototype_history_stays()";
}
