using AmiDashboard.Storage.Schema;

namespace AmiDashboard.Storage.Budgets;

/// <summary>
/// What both engines hold of the ledger by themselves: entries follow one another, are never changed nor removed, keep the
/// balances, and pay only what two people of CDC prepared and validated after the signature, with every document. What must
/// be there: the migrations that put it there have texts of their own, and a change here needs one more of them.
/// </summary>
internal static class LedgerTriggers
{
    /// <summary>Marks tables that triggers fill: a restore leaves them to the entries.</summary>
    public const string KeptByTheDatabase = "AmiDashboard:KeptByTheDatabase";

    public static IReadOnlyList<DatabaseRule> Sqlite { get; } =
    [
        OnSqlite(
            "follows",
            "BEFORE INSERT",
            $"""
                SELECT RAISE(ABORT, '{Follows}') WHERE {NotFollowing("NEW")};
                SELECT RAISE(ABORT, '{TakesBack}')
                WHERE NEW."Reverses" IS NOT NULL AND NOT EXISTS ({Reversed(
                    "NEW",
                    "taken.\"Number\" IS NEW.\"Number\""
                )});
                SELECT RAISE(ABORT, '{Dated}') WHERE {Early("NEW")};
                SELECT RAISE(ABORT, '{Pays}')
                WHERE NEW."Kind" = 'Payment' AND NEW."Reverses" IS NULL AND NOT EXISTS (
                    {Payable("NEW")} AND NOT EXISTS (
                        SELECT 1 FROM json_each(instalment."Required") AS required
                        WHERE required.value NOT IN ({Given})));
                """
        ),
        OnSqlite("counts", "AFTER INSERT", Count("NEW")),
        OnSqlite("stays", "BEFORE UPDATE", $"SELECT RAISE(ABORT, '{Stays}');"),
        OnSqlite("remains", "BEFORE DELETE", $"SELECT RAISE(ABORT, '{Stays}');"),
    ];

    public static IReadOnlyList<DatabaseRule> PostgreSql { get; } =
    [
        OnPostgreSql(
            "follows",
            "BEFORE INSERT",
            "ROW",
            $"""
            IF {NotFollowing("NEW")} THEN RAISE EXCEPTION '{Follows}'; END IF;
            IF NEW."Reverses" IS NOT NULL
                AND NOT EXISTS ({Reversed("NEW", "taken.\"Number\" IS NOT DISTINCT FROM NEW.\"Number\"")})
            THEN RAISE EXCEPTION '{TakesBack}'; END IF;
            IF {Early("NEW")} THEN RAISE EXCEPTION '{Dated}'; END IF;
            IF NEW."Kind" = 'Payment' AND NEW."Reverses" IS NULL AND NOT EXISTS (
                {Payable("NEW")} AND NOT EXISTS (
                    SELECT 1 FROM unnest(instalment."Required") AS required
                    WHERE required NOT IN ({Given})))
            THEN RAISE EXCEPTION '{Pays}'; END IF;
            RETURN NEW;
            """
        ),
        OnPostgreSql("counts", "AFTER INSERT", "ROW", $"{Count("NEW")} RETURN NULL;"),
        // In the order in which PostgreSQL tells the acts.
        OnPostgreSql("stays", "BEFORE DELETE OR UPDATE OR TRUNCATE", "STATEMENT", $"RAISE EXCEPTION '{Stays}';"),
    ];

    private static DatabaseRule OnSqlite(string does, string when, string work) =>
        new(Table, $"{Table}_{does}", $"CREATE TRIGGER {Table}_{does} {when} ON {Table} BEGIN {work} END");

    private static DatabaseRule OnPostgreSql(string does, string when, string each, string work) =>
        new(
            Table,
            $"{Table}_{does}",
            $"CREATE TRIGGER {Table}_{does} {when} ON {Table} FOR EACH {each} EXECUTE FUNCTION {Table}_{does}()",
            new TriggerFunction($"{Table}_{does}", $"BEGIN {work} END")
        );

    private const string Table = "ledger_entry";
    private const string Follows = "ledger: an entry follows the one before";
    private const string TakesBack = "ledger: a reversal takes back one whole entry, once";
    private const string Dated = "ledger: an entry is not dated before the last one";
    private const string Pays = "ledger: paid once, validated by another, after the signature, with all documents";
    private const string Stays = "ledger: an entry is never changed nor removed";

    /// <summary>Documents of the payment that count.</summary>
    private const string Given = """
        SELECT document."Kind" FROM budget_document AS document
        WHERE document."PaymentId" = payment."Id" AND document."WithdrawnAt" IS NULL
        """;

    private static string NotFollowing(string entry) =>
        $"""
            {entry}."Id" <> COALESCE((SELECT MAX("Id") FROM ledger_entry), 0) + 1
                OR {entry}."PreviousHash" <> COALESCE((SELECT "Hash" FROM ledger_entry WHERE "Id" = {entry}."Id" - 1), '')
            """;

    private static string Reversed(string entry, string sameProject) =>
        $"""
            SELECT 1 FROM ledger_entry AS taken
            WHERE taken."Id" = {entry}."Reverses" AND taken."Reverses" IS NULL AND taken."Kind" = {entry}."Kind"
                AND taken."Edition" = {entry}."Edition" AND {sameProject}
                AND taken."Envelope" = -{entry}."Envelope" AND taken."Fees" = -{entry}."Fees"
                AND taken."Granted" = -{entry}."Granted" AND taken."Committed" = -{entry}."Committed"
                AND taken."Contracted" = -{entry}."Contracted" AND taken."Paid" = -{entry}."Paid"
                AND COALESCE(taken."PaymentId", 0) = COALESCE({entry}."PaymentId", 0)
                AND NOT EXISTS (SELECT 1 FROM ledger_entry AS other WHERE other."Reverses" = taken."Id")
            """;

    private static string Early(string entry) =>
        $"""
            EXISTS (SELECT 1 FROM project_balance WHERE "Number" = {entry}."Number" AND "LastOn" > {entry}."AccountingDate")
                OR ({entry}."Kind" IN ('Envelope', 'Redeployment', 'Fee', 'Grant', 'Release')
                    AND EXISTS (SELECT 1 FROM edition_balance
                        WHERE "Edition" = {entry}."Edition" AND "LastOn" > {entry}."AccountingDate"))
            """;

    private static string Payable(string entry) =>
        $"""
            SELECT 1 FROM payment
            JOIN convention ON convention."Id" = payment."ConventionId"
            JOIN instalment ON instalment."Id" = payment."InstalmentId"
            WHERE payment."Id" = {entry}."PaymentId" AND payment."Number" = {entry}."Number"
                AND payment."Amount" = {entry}."Paid"
                AND payment."PreparedById" IS NOT NULL AND payment."ValidatedById" <> payment."PreparedById"
                AND convention."SignedOn" <= {entry}."AccountingDate"
                AND NOT EXISTS (
                    SELECT 1 FROM ledger_entry AS paid
                    WHERE paid."PaymentId" = payment."Id" AND paid."Reverses" IS NULL
                        AND NOT EXISTS (SELECT 1 FROM ledger_entry AS back WHERE back."Reverses" = paid."Id"))
            """;

    private static string Count(string entry) =>
        $"""
            INSERT INTO edition_balance
                ("Edition", "Envelope", "Fees", "Granted", "Committed", "Contracted", "Paid")
            SELECT {entry}."Edition", 0, 0, 0, 0, 0, 0
            WHERE NOT EXISTS (SELECT 1 FROM edition_balance WHERE "Edition" = {entry}."Edition");
            UPDATE edition_balance SET
                "Envelope" = "Envelope" + {entry}."Envelope", "Fees" = "Fees" + {entry}."Fees",
                "Granted" = "Granted" + {entry}."Granted", "Committed" = "Committed" + {entry}."Committed",
                "Contracted" = "Contracted" + {entry}."Contracted", "Paid" = "Paid" + {entry}."Paid",
                "LastOn" = CASE WHEN {entry}."Kind" IN ('Envelope', 'Redeployment', 'Fee', 'Grant', 'Release')
                    THEN {entry}."AccountingDate" ELSE "LastOn" END
            WHERE "Edition" = {entry}."Edition";
            INSERT INTO project_balance ("Number", "Edition", "Granted", "Committed", "Contracted", "Paid")
            SELECT {entry}."Number", {entry}."Edition", 0, 0, 0, 0
            WHERE {entry}."Number" IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM project_balance WHERE "Number" = {entry}."Number");
            UPDATE project_balance SET
                "Granted" = "Granted" + {entry}."Granted", "Committed" = "Committed" + {entry}."Committed",
                "Contracted" = "Contracted" + {entry}."Contracted", "Paid" = "Paid" + {entry}."Paid",
                "LastOn" = {entry}."AccountingDate"
            WHERE "Number" = {entry}."Number";
            """;
}
