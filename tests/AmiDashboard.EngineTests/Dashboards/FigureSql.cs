namespace AmiDashboard.Dashboards;

/// <summary>
/// Each figure that SQL can say: its parts, as edition, number, amount and what the amount is measured against. Written
/// from the definitions, and from nothing that the product computes.
/// </summary>
internal static class FigureSql
{
    public static readonly IReadOnlyDictionary<string, Func<AskedPart, string>> All = new Dictionary<
        string,
        Func<AskedPart, string>
    >
    {
        ["applications"] = asked => Applications(asked, "1"),
        ["received"] = asked => AtStage(asked, "Received"),
        ["underReview"] = asked => AtStage(asked, "UnderReview"),
        ["shortlisted"] = asked => AtStage(asked, "Shortlisted"),
        ["laureates"] = asked => AtStage(asked, "Laureate"),
        ["requested"] = asked => Applications(asked, "COALESCE(a.\"Requested\", 0)"),
        ["reviewsAssigned"] = asked => Reviews(asked, Assigned(asked)),
        ["reviewsSubmitted"] = asked => Reviews(asked, Submitted(asked)),
        ["reviewsLeft"] = asked => Reviews(asked, $"{Assigned(asked)} EXCEPT {Submitted(asked)}"),
        ["envelope"] = asked => OfEditions(asked, "e.\"Envelope\""),
        ["granted"] = asked => Ledger(asked, "e.\"Granted\""),
        ["committed"] = asked => Ledger(asked, "e.\"Committed\""),
        ["contracted"] = asked => Ledger(asked, "e.\"Contracted\""),
        ["paid"] = asked => Ledger(asked, "e.\"Paid\""),
        ["remaining"] = asked => Ledger(asked, "e.\"Contracted\" - e.\"Paid\""),
        ["left"] = asked =>
            $"{OfEditions(asked, "e.\"Envelope\" - e.\"Fees\"")} UNION ALL "
            + Ledger(asked, "-e.\"Granted\"", where: asked.SeenWhole("e")),
        ["paidThisYear"] = asked => Ledger(asked, "e.\"Paid\"", where: $"e.\"AccountingDate\" >= {asked.FirstOfYear}"),
        ["paidShare"] = asked => Ledger(asked, "e.\"Paid\"", of: "e.\"Contracted\""),
        ["under-way"] = asked => Prototypes(asked, $"CASE WHEN {IsFinished(asked)} THEN 0 ELSE 1 END"),
        ["finished"] = asked => Prototypes(asked, $"CASE WHEN {IsFinished(asked)} THEN 1 ELSE 0 END"),
        ["planned-share"] = asked => Weights(asked, $"m.\"BaselineOn\" <= {asked.Today}"),
        ["earned-share"] = asked => Weights(asked, $"{LastRevision(asked)} = 'Reached'"),
        ["trials-held"] = asked => Trials(asked, "COUNT(*)"),
        ["trial-people"] = asked => Trials(asked, "SUM(s.\"People\")"),
        ["technical-hours"] = asked => Sessions(asked, "Technical"),
        ["strategic-hours"] = asked => Sessions(asked, "Strategic"),
    };

    private static string Applications(AskedPart asked, string amount, string where = "1 = 1") =>
        $"""
            SELECT a."Edition", a."Number", {amount} AS "Amount", 0 AS "Of" FROM application a
            WHERE {Deposited(asked)} AND {where}
            """;

    /// <summary>By the last change that was true and recorded.</summary>
    private static string AtStage(AskedPart asked, string stage) =>
        Applications(
            asked,
            "1",
            $"""
            COALESCE((
                SELECT c."Stage" FROM stage_change c
                WHERE c."ApplicationId" = a."Id" AND c."ValidFrom" < {asked.End} AND c."RecordedAt" < {asked.End}
                ORDER BY c."ValidFrom" DESC, c."Id" DESC LIMIT 1
            ), 'Received') = '{stage}'
            """
        );

    private static string Deposited(AskedPart asked) =>
        $"a.\"Presence\" <> 'PendingDeletion' AND a.\"DepositedAt\" < {asked.End} AND {asked.Seen("a")}";

    private static string Reviews(AskedPart asked, string pairs) =>
        $"""
            SELECT a."Edition", a."Number", COUNT(*) AS "Amount", 0 AS "Of"
            FROM ({pairs}) p JOIN application a ON a."Id" = p."ApplicationId"
            WHERE {Deposited(asked)} GROUP BY a."Edition", a."Number"
            """;

    private static string Assigned(AskedPart asked) =>
        $"""
            SELECT g."ApplicationId", g."ReviewerId" FROM assignment g
            WHERE g."AssignedAt" < {asked.End} AND (g."EndedAt" IS NULL OR g."EndedAt" >= {asked.End})
            UNION {Submitted(asked)}
            """;

    private static string Submitted(AskedPart asked) =>
        $"""
            SELECT DISTINCT r."ApplicationId", r."ReviewerId" FROM review r JOIN review_submission s ON s."ReviewId" = r."Id"
            WHERE s."SubmittedAt" < {asked.End} AND (s."ReopenedAt" IS NULL OR s."ReopenedAt" >= {asked.End})
            """;

    private static string Ledger(AskedPart asked, string amount, string of = "0", string where = "1 = 1") =>
        $"""
            SELECT e."Edition", e."Number", SUM({amount}) AS "Amount", SUM({of}) AS "Of" FROM ledger_entry e
            WHERE {Written(asked)} AND e."Number" IS NOT NULL AND {asked.Seen("e")} AND {where}
            GROUP BY e."Edition", e."Number"
            """;

    private static string OfEditions(AskedPart asked, string amount) =>
        $"""
            SELECT e."Edition", NULL AS "Number", SUM({amount}) AS "Amount", 0 AS "Of" FROM ledger_entry e
            WHERE {Written(asked)} AND {asked.SeenWhole("e")} GROUP BY e."Edition"
            """;

    private static string Written(AskedPart asked) =>
        $"e.\"AccountingDate\" <= {asked.Today} AND e.\"RecordedAt\" < {asked.End}";

    private static string Prototypes(AskedPart asked, string amount) =>
        $"""
            SELECT p."Edition", p."Number", {amount} AS "Amount", 0 AS "Of" FROM prototype p
            WHERE {Begun(asked)}
            """;

    private static string Begun(AskedPart asked) => $"p.\"StartedAt\" < {asked.End} AND {asked.Seen("p")}";

    private static string IsFinished(AskedPart asked) =>
        $"""
            NOT EXISTS (
                SELECT 1 FROM milestone m WHERE m."PrototypeId" = p."Id" AND {LastRevision(asked)} <> 'Reached'
            )
            """;

    private static string LastRevision(AskedPart asked) =>
        $"""
            COALESCE((
                SELECT v."Kind" FROM milestone_revision v
                WHERE v."MilestoneId" = m."Id" AND v."RecordedAt" < {asked.End} ORDER BY v."Id" DESC LIMIT 1
            ), '')
            """;

    private static string Weights(AskedPart asked, string counts) =>
        $"""
            SELECT p."Edition", p."Number", SUM(CASE WHEN {counts} THEN m."Weight" ELSE 0 END) AS "Amount",
                SUM(m."Weight") AS "Of"
            FROM prototype p JOIN milestone m ON m."PrototypeId" = p."Id"
            WHERE {Begun(asked)} GROUP BY p."Edition", p."Number"
            """;

    private static string Trials(AskedPart asked, string amount) =>
        $"""
            SELECT p."Edition", p."Number", {amount} AS "Amount", 0 AS "Of"
            FROM prototype p JOIN user_trial t ON t."Number" = p."Number" JOIN user_trial_step s ON s."TrialId" = t."Id"
            WHERE {Begun(asked)} AND s."Step" = 'Held' AND s."Id" = (
                SELECT MAX(l."Id") FROM user_trial_step l WHERE l."TrialId" = t."Id" AND l."RecordedAt" < {asked.End}
            )
            GROUP BY p."Edition", p."Number"
            """;

    private static string Sessions(AskedPart asked, string track) =>
        $"""
            SELECT p."Edition", p."Number", SUM(s."Minutes") AS "Amount", 0 AS "Of"
            FROM prototype p JOIN support_session t ON t."Number" = p."Number"
                JOIN support_session_step s ON s."SessionId" = t."Id"
            WHERE {Begun(asked)} AND t."Track" = '{track}' AND s."Step" = 'Held' AND s."Id" = (
                SELECT MAX(l."Id") FROM support_session_step l
                WHERE l."SessionId" = t."Id" AND l."RecordedAt" < {asked.End}
            )
            GROUP BY p."Edition", p."Number"
            """;
}
