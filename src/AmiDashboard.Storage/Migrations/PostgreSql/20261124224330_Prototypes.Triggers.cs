namespace AmiDashboard.Storage.Migrations.PostgreSql
{
    public partial class Prototypes
    {
        /// <summary>Triggers of prototypes, as this migration puts them there: never changed, whatever today's declaration says.</summary>
        private static readonly string[] Triggers =
        [
            """
            CREATE FUNCTION prototype_history_stays() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RAISE EXCEPTION 'What was said of a prototype is added to, never changed.';
            END $$
            """,
            """
            CREATE TRIGGER milestone_revision_stays BEFORE UPDATE OR DELETE ON milestone_revision FOR EACH ROW  EXECUTE FUNCTION prototype_history_stays()
            """,
            """
            CREATE TRIGGER milestone_revision_remains BEFORE TRUNCATE ON milestone_revision FOR EACH STATEMENT EXECUTE FUNCTION prototype_history_stays()
            """,
            """
            CREATE TRIGGER support_session_step_stays BEFORE UPDATE OR DELETE ON support_session_step FOR EACH ROW  EXECUTE FUNCTION prototype_history_stays()
            """,
            """
            CREATE TRIGGER support_session_step_remains BEFORE TRUNCATE ON support_session_step FOR EACH STATEMENT EXECUTE FUNCTION prototype_history_stays()
            """,
            """
            CREATE TRIGGER user_trial_step_stays BEFORE UPDATE OR DELETE ON user_trial_step FOR EACH ROW  EXECUTE FUNCTION prototype_history_stays()
            """,
            """
            CREATE TRIGGER user_trial_step_remains BEFORE TRUNCATE ON user_trial_step FOR EACH STATEMENT EXECUTE FUNCTION prototype_history_stays()
            """,
            """
            CREATE TRIGGER evaluation_stays BEFORE UPDATE OR DELETE ON evaluation FOR EACH ROW  EXECUTE FUNCTION prototype_history_stays()
            """,
            """
            CREATE TRIGGER evaluation_remains BEFORE TRUNCATE ON evaluation FOR EACH STATEMENT EXECUTE FUNCTION prototype_history_stays()
            """,
            """
            CREATE TRIGGER roll_out_verdict_stays BEFORE UPDATE OR DELETE ON roll_out_verdict FOR EACH ROW  EXECUTE FUNCTION prototype_history_stays()
            """,
            """
            CREATE TRIGGER roll_out_verdict_remains BEFORE TRUNCATE ON roll_out_verdict FOR EACH STATEMENT EXECUTE FUNCTION prototype_history_stays()
            """,
            """
            CREATE TRIGGER monthly_report_stays BEFORE UPDATE OR DELETE ON monthly_report FOR EACH ROW WHEN (OLD."PublishedAt" IS NOT NULL) EXECUTE FUNCTION prototype_history_stays()
            """,
            """
            CREATE TRIGGER monthly_report_remains BEFORE TRUNCATE ON monthly_report FOR EACH STATEMENT EXECUTE FUNCTION prototype_history_stays()
            """,
            """
            CREATE TRIGGER milestone_stays BEFORE UPDATE ON milestone FOR EACH ROW WHEN (NEW."BaselineOn" IS DISTINCT FROM OLD."BaselineOn" OR NEW."Position" IS DISTINCT FROM OLD."Position" OR NEW."Weight" IS DISTINCT FROM OLD."Weight" OR NEW."After" IS DISTINCT FROM OLD."After") EXECUTE FUNCTION prototype_history_stays()
            """,
            """
            CREATE TRIGGER readiness_proof_stays BEFORE UPDATE ON readiness_proof FOR EACH ROW WHEN (NEW."Level" IS DISTINCT FROM OLD."Level" OR NEW."Evidence" IS DISTINCT FROM OLD."Evidence" OR NEW."Description" IS DISTINCT FROM OLD."Description" OR NEW."Link" IS DISTINCT FROM OLD."Link" OR NEW."On" IS DISTINCT FROM OLD."On" OR NEW."RecordedAt" IS DISTINCT FROM OLD."RecordedAt" OR NEW."RecordedBy" IS DISTINCT FROM OLD."RecordedBy") EXECUTE FUNCTION prototype_history_stays()
            """,
            """
            CREATE TRIGGER sheet_publication_stays BEFORE UPDATE ON sheet_publication FOR EACH ROW WHEN (NEW."Text" IS DISTINCT FROM OLD."Text" OR NEW."PublishedAt" IS DISTINCT FROM OLD."PublishedAt" OR NEW."PublishedBy" IS DISTINCT FROM OLD."PublishedBy") EXECUTE FUNCTION prototype_history_stays()
            """,
        ];
    }
}
