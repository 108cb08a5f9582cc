namespace AmiDashboard.Storage.Migrations.PostgreSql
{
    public partial class Budgets
    {
        /// <summary>Triggers of the ledger, as this migration puts them there: never changed, whatever today's declaration says.</summary>
        private static readonly string[] Triggers =
        [
            """
            CREATE FUNCTION ledger_entry_follows() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF NEW."Id" <> COALESCE((SELECT MAX("Id") FROM ledger_entry), 0) + 1
                OR NEW."PreviousHash" <> COALESCE((SELECT "Hash" FROM ledger_entry WHERE "Id" = NEW."Id" - 1), '') THEN RAISE EXCEPTION 'ledger: an entry follows the one before'; END IF;
                IF NEW."Reverses" IS NOT NULL
                    AND NOT EXISTS (SELECT 1 FROM ledger_entry AS taken
            WHERE taken."Id" = NEW."Reverses" AND taken."Reverses" IS NULL AND taken."Kind" = NEW."Kind"
                AND taken."Edition" = NEW."Edition" AND taken."Number" IS NOT DISTINCT FROM NEW."Number"
                AND taken."Envelope" = -NEW."Envelope" AND taken."Fees" = -NEW."Fees"
                AND taken."Granted" = -NEW."Granted" AND taken."Committed" = -NEW."Committed"
                AND taken."Contracted" = -NEW."Contracted" AND taken."Paid" = -NEW."Paid"
                AND COALESCE(taken."PaymentId", 0) = COALESCE(NEW."PaymentId", 0)
                AND NOT EXISTS (SELECT 1 FROM ledger_entry AS other WHERE other."Reverses" = taken."Id"))
                THEN RAISE EXCEPTION 'ledger: a reversal takes back one whole entry, once'; END IF;
                IF EXISTS (SELECT 1 FROM project_balance WHERE "Number" = NEW."Number" AND "LastOn" > NEW."AccountingDate")
                OR (NEW."Kind" IN ('Envelope', 'Redeployment', 'Fee', 'Grant', 'Release')
                    AND EXISTS (SELECT 1 FROM edition_balance
                        WHERE "Edition" = NEW."Edition" AND "LastOn" > NEW."AccountingDate")) THEN RAISE EXCEPTION 'ledger: an entry is not dated before the last one'; END IF;
                IF NEW."Kind" = 'Payment' AND NEW."Reverses" IS NULL AND NOT EXISTS (
                    SELECT 1 FROM payment
            JOIN convention ON convention."Id" = payment."ConventionId"
            JOIN instalment ON instalment."Id" = payment."InstalmentId"
            WHERE payment."Id" = NEW."PaymentId" AND payment."Number" = NEW."Number"
                AND payment."Amount" = NEW."Paid"
                AND payment."PreparedById" IS NOT NULL AND payment."ValidatedById" <> payment."PreparedById"
                AND convention."SignedOn" <= NEW."AccountingDate"
                AND NOT EXISTS (
                    SELECT 1 FROM ledger_entry AS paid
                    WHERE paid."PaymentId" = payment."Id" AND paid."Reverses" IS NULL
                        AND NOT EXISTS (SELECT 1 FROM ledger_entry AS back WHERE back."Reverses" = paid."Id")) AND NOT EXISTS (
                        SELECT 1 FROM unnest(instalment."Required") AS required
                        WHERE required NOT IN (SELECT document."Kind" FROM budget_document AS document
            WHERE document."PaymentId" = payment."Id" AND document."WithdrawnAt" IS NULL)))
                THEN RAISE EXCEPTION 'ledger: paid once, validated by another, after the signature, with all documents'; END IF;
                RETURN NEW;
            END $$
            """,
            """
            CREATE TRIGGER ledger_entry_follows BEFORE INSERT ON ledger_entry
            FOR EACH ROW EXECUTE FUNCTION ledger_entry_follows()
            """,
            """
            CREATE FUNCTION ledger_entry_counts() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                INSERT INTO edition_balance
                ("Edition", "Envelope", "Fees", "Granted", "Committed", "Contracted", "Paid")
            SELECT NEW."Edition", 0, 0, 0, 0, 0, 0
            WHERE NOT EXISTS (SELECT 1 FROM edition_balance WHERE "Edition" = NEW."Edition");
            UPDATE edition_balance SET
                "Envelope" = "Envelope" + NEW."Envelope", "Fees" = "Fees" + NEW."Fees",
                "Granted" = "Granted" + NEW."Granted", "Committed" = "Committed" + NEW."Committed",
                "Contracted" = "Contracted" + NEW."Contracted", "Paid" = "Paid" + NEW."Paid",
                "LastOn" = CASE WHEN NEW."Kind" IN ('Envelope', 'Redeployment', 'Fee', 'Grant', 'Release')
                    THEN NEW."AccountingDate" ELSE "LastOn" END
            WHERE "Edition" = NEW."Edition";
            INSERT INTO project_balance ("Number", "Edition", "Granted", "Committed", "Contracted", "Paid")
            SELECT NEW."Number", NEW."Edition", 0, 0, 0, 0
            WHERE NEW."Number" IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM project_balance WHERE "Number" = NEW."Number");
            UPDATE project_balance SET
                "Granted" = "Granted" + NEW."Granted", "Committed" = "Committed" + NEW."Committed",
                "Contracted" = "Contracted" + NEW."Contracted", "Paid" = "Paid" + NEW."Paid",
                "LastOn" = NEW."AccountingDate"
            WHERE "Number" = NEW."Number";
                RETURN NULL;
            END $$
            """,
            """
            CREATE TRIGGER ledger_entry_counts AFTER INSERT ON ledger_entry
            FOR EACH ROW EXECUTE FUNCTION ledger_entry_counts()
            """,
            """
            CREATE FUNCTION ledger_entry_stays() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RAISE EXCEPTION 'ledger: an entry is never changed nor removed';
            END $$
            """,
            """
            CREATE TRIGGER ledger_entry_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry
            FOR EACH STATEMENT EXECUTE FUNCTION ledger_entry_stays()
            """,
        ];
    }
}
