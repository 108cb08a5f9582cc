namespace AmiDashboard.Storage.Migrations.Sqlite
{
    public partial class Prototypes
    {
        /// <summary>Triggers of prototypes, as this migration puts them there: never changed, whatever today's declaration says.</summary>
        private static readonly string[] Triggers =
        [
            """
            CREATE TRIGGER milestone_revision_stays BEFORE UPDATE ON milestone_revision  BEGIN SELECT RAISE(ABORT, 'What was said of a prototype is added to, never changed.'); END
            """,
            """
            CREATE TRIGGER milestone_revision_remains BEFORE DELETE ON milestone_revision  BEGIN SELECT RAISE(ABORT, 'What was said of a prototype is added to, never changed.'); END
            """,
            """
            CREATE TRIGGER support_session_step_stays BEFORE UPDATE ON support_session_step  BEGIN SELECT RAISE(ABORT, 'What was said of a prototype is added to, never changed.'); END
            """,
            """
            CREATE TRIGGER support_session_step_remains BEFORE DELETE ON support_session_step  BEGIN SELECT RAISE(ABORT, 'What was said of a prototype is added to, never changed.'); END
            """,
            """
            CREATE TRIGGER user_trial_step_stays BEFORE UPDATE ON user_trial_step  BEGIN SELECT RAISE(ABORT, 'What was said of a prototype is added to, never changed.'); END
            """,
            """
            CREATE TRIGGER user_trial_step_remains BEFORE DELETE ON user_trial_step  BEGIN SELECT RAISE(ABORT, 'What was said of a prototype is added to, never changed.'); END
            """,
            """
            CREATE TRIGGER evaluation_stays BEFORE UPDATE ON evaluation  BEGIN SELECT RAISE(ABORT, 'What was said of a prototype is added to, never changed.'); END
            """,
            """
            CREATE TRIGGER evaluation_remains BEFORE DELETE ON evaluation  BEGIN SELECT RAISE(ABORT, 'What was said of a prototype is added to, never changed.'); END
            """,
            """
            CREATE TRIGGER roll_out_verdict_stays BEFORE UPDATE ON roll_out_verdict  BEGIN SELECT RAISE(ABORT, 'What was said of a prototype is added to, never changed.'); END
            """,
            """
            CREATE TRIGGER roll_out_verdict_remains BEFORE DELETE ON roll_out_verdict  BEGIN SELECT RAISE(ABORT, 'What was said of a prototype is added to, never changed.'); END
            """,
            """
            CREATE TRIGGER monthly_report_stays BEFORE UPDATE ON monthly_report WHEN OLD."PublishedAt" IS NOT NULL BEGIN SELECT RAISE(ABORT, 'What was said of a prototype is added to, never changed.'); END
            """,
            """
            CREATE TRIGGER monthly_report_remains BEFORE DELETE ON monthly_report WHEN OLD."PublishedAt" IS NOT NULL BEGIN SELECT RAISE(ABORT, 'What was said of a prototype is added to, never changed.'); END
            """,
            """
            CREATE TRIGGER milestone_stays BEFORE UPDATE ON milestone WHEN NEW."BaselineOn" IS NOT OLD."BaselineOn" OR NEW."Position" IS NOT OLD."Position" OR NEW."Weight" IS NOT OLD."Weight" OR NEW."After" IS NOT OLD."After" BEGIN SELECT RAISE(ABORT, 'What was said of a prototype is added to, never changed.'); END
            """,
            """
            CREATE TRIGGER readiness_proof_stays BEFORE UPDATE ON readiness_proof WHEN NEW."Level" IS NOT OLD."Level" OR NEW."Evidence" IS NOT OLD."Evidence" OR NEW."Description" IS NOT OLD."Description" OR NEW."Link" IS NOT OLD."Link" OR NEW."On" IS NOT OLD."On" OR NEW."RecordedAt" IS NOT OLD."RecordedAt" OR NEW."RecordedBy" IS NOT OLD."RecordedBy" BEGIN SELECT RAISE(ABORT, 'What was said of a prototype is added to, never changed.'); END
            """,
            """
            CREATE TRIGGER sheet_publication_stays BEFORE UPDATE ON sheet_publication WHEN NEW."Text" IS NOT OLD."Text" OR NEW."PublishedAt" IS NOT OLD."PublishedAt" OR NEW."PublishedBy" IS NOT OLD."PublishedBy" BEGIN SELECT RAISE(ABORT, 'What was said of a prototype is added to, never changed.'); END
            """,
        ];
    }
}
