using System;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AmiDashboard.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    [DbContext(typeof(SqliteContext))]
    [Migration("20261124200418_Budgets")]
    public partial class Budgets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Action",
                table: "edition",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "budget_comment",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_budget_comment", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "convention",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Beneficiary = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    CoFinancing = table.Column<long>(type: "INTEGER", nullable: false),
                    PaymentDays = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DraftedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DraftedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SignedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_convention", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "edition_balance",
                columns: table => new
                {
                    Edition = table.Column<int>(type: "INTEGER", nullable: false),
                    Envelope = table.Column<long>(type: "INTEGER", nullable: false),
                    Fees = table.Column<long>(type: "INTEGER", nullable: false),
                    Granted = table.Column<long>(type: "INTEGER", nullable: false),
                    Committed = table.Column<long>(type: "INTEGER", nullable: false),
                    Contracted = table.Column<long>(type: "INTEGER", nullable: false),
                    Paid = table.Column<long>(type: "INTEGER", nullable: false),
                    LastOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_edition_balance", x => x.Edition);
                    table.CheckConstraint("envelope_exceeded", "\"Granted\" + \"Fees\" <= \"Envelope\"");
                    table.CheckConstraint("grant_negative", "\"Granted\" >= 0 AND \"Fees\" >= 0");
                });

            migrationBuilder.CreateTable(
                name: "project_balance",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false),
                    Granted = table.Column<long>(type: "INTEGER", nullable: false),
                    Committed = table.Column<long>(type: "INTEGER", nullable: false),
                    Contracted = table.Column<long>(type: "INTEGER", nullable: false),
                    Paid = table.Column<long>(type: "INTEGER", nullable: false),
                    LastOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_project_balance", x => x.Number);
                    table.CheckConstraint("commitment_exceeded", "\"Contracted\" <= \"Committed\"");
                    table.CheckConstraint("contract_exceeded", "\"Paid\" <= \"Contracted\"");
                    table.CheckConstraint("grant_exceeded", "\"Committed\" <= \"Granted\"");
                    table.CheckConstraint("paid_negative", "\"Paid\" >= 0");
                });

            migrationBuilder.CreateTable(
                name: "amendment",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ConventionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    SignedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Change = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_amendment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_amendment_convention_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "convention",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "instalment",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ConventionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    PlannedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Milestone = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Conditions = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Required = table.Column<string>(type: "TEXT", nullable: false),
                    ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReplacedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_instalment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_instalment_convention_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "convention",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "forecast_revision",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    InstalmentId = table.Column<long>(type: "INTEGER", nullable: false),
                    ForecastOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_forecast_revision", x => x.Id);
                    table.ForeignKey(
                        name: "FK_forecast_revision_instalment_InstalmentId",
                        column: x => x.InstalmentId,
                        principalTable: "instalment",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "payment",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ConventionId = table.Column<int>(type: "INTEGER", nullable: false),
                    InstalmentId = table.Column<long>(type: "INTEGER", nullable: false),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PreparedById = table.Column<int>(type: "INTEGER", nullable: true),
                    ValidatedById = table.Column<int>(type: "INTEGER", nullable: true),
                    PaidOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ReferenceKey = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payment", x => x.Id);
                    table.CheckConstraint("payment_amount", "\"Amount\" > 0");
                    table.CheckConstraint("payment_validated_by_another", "\"ValidatedById\" IS NULL OR (\"PreparedById\" IS NOT NULL AND \"ValidatedById\" <> \"PreparedById\")");
                    table.ForeignKey(
                        name: "FK_payment_convention_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "convention",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_payment_instalment_InstalmentId",
                        column: x => x.InstalmentId,
                        principalTable: "instalment",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "budget_document",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: true),
                    PaymentId = table.Column<long>(type: "INTEGER", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Link = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AddedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_budget_document", x => x.Id);
                    table.ForeignKey(
                        name: "FK_budget_document_payment_PaymentId",
                        column: x => x.PaymentId,
                        principalTable: "payment",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_entry",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: true),
                    Envelope = table.Column<long>(type: "INTEGER", nullable: false),
                    Fees = table.Column<long>(type: "INTEGER", nullable: false),
                    Granted = table.Column<long>(type: "INTEGER", nullable: false),
                    Committed = table.Column<long>(type: "INTEGER", nullable: false),
                    Contracted = table.Column<long>(type: "INTEGER", nullable: false),
                    Paid = table.Column<long>(type: "INTEGER", nullable: false),
                    AccountingDate = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RecordedById = table.Column<int>(type: "INTEGER", nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Reverses = table.Column<long>(type: "INTEGER", nullable: true),
                    PaymentId = table.Column<long>(type: "INTEGER", nullable: true),
                    DecisionId = table.Column<long>(type: "INTEGER", nullable: true),
                    Documents = table.Column<string>(type: "TEXT", nullable: false),
                    PreviousHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_entry", x => x.Id);
                    table.CheckConstraint("ledger_entry_shape", "CASE \"Kind\"\n    WHEN 'Envelope' THEN \"Number\" IS NULL AND \"Fees\" = 0 AND \"Granted\" = 0 AND \"Committed\" = 0 AND \"Contracted\" = 0\n        AND \"Paid\" = 0 AND (\"Envelope\" > 0 OR \"Reverses\" IS NOT NULL)\n    WHEN 'Redeployment' THEN \"Number\" IS NULL AND \"Fees\" = 0 AND \"Granted\" = 0 AND \"Committed\" = 0\n        AND \"Contracted\" = 0 AND \"Paid\" = 0 AND \"Envelope\" <> 0\n    WHEN 'Fee' THEN \"Number\" IS NULL AND \"Envelope\" = 0 AND \"Granted\" = 0 AND \"Committed\" = 0 AND \"Contracted\" = 0\n        AND \"Paid\" = 0 AND (\"Fees\" > 0 OR \"Reverses\" IS NOT NULL)\n    WHEN 'Grant' THEN \"Number\" IS NOT NULL AND \"Envelope\" = 0 AND \"Fees\" = 0 AND \"Committed\" = 0\n        AND \"Contracted\" = 0 AND \"Paid\" = 0 AND (\"Granted\" > 0 OR \"Reverses\" IS NOT NULL)\n    WHEN 'Commitment' THEN \"Number\" IS NOT NULL AND \"Envelope\" = 0 AND \"Fees\" = 0 AND \"Granted\" = 0\n        AND \"Contracted\" = 0 AND \"Paid\" = 0 AND (\"Committed\" > 0 OR \"Reverses\" IS NOT NULL)\n    WHEN 'Contract' THEN \"Number\" IS NOT NULL AND \"Envelope\" = 0 AND \"Fees\" = 0 AND \"Granted\" = 0\n        AND \"Committed\" = 0 AND \"Paid\" = 0 AND \"Contracted\" <> 0\n    WHEN 'Payment' THEN \"Number\" IS NOT NULL AND \"Envelope\" = 0 AND \"Fees\" = 0 AND \"Granted\" = 0\n        AND \"Committed\" = 0 AND \"Contracted\" = 0 AND (\"Paid\" > 0 OR \"Reverses\" IS NOT NULL)\n    WHEN 'Release' THEN \"Number\" IS NOT NULL AND \"Envelope\" = 0 AND \"Fees\" = 0 AND \"Paid\" = 0\n        AND \"Committed\" IN (0, \"Granted\") AND \"Contracted\" IN (0, \"Committed\")\n        AND (\"Granted\" < 0 OR \"Reverses\" IS NOT NULL)\n    ELSE FALSE\nEND");
                    table.ForeignKey(
                        name: "FK_ledger_entry_ledger_entry_Reverses",
                        column: x => x.Reverses,
                        principalTable: "ledger_entry",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ledger_entry_payment_PaymentId",
                        column: x => x.PaymentId,
                        principalTable: "payment",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payment_step",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PaymentId = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payment_step", x => x.Id);
                    table.ForeignKey(
                        name: "FK_payment_step_payment_PaymentId",
                        column: x => x.PaymentId,
                        principalTable: "payment",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "document_content",
                columns: table => new
                {
                    DocumentId = table.Column<long>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_document_content", x => x.DocumentId);
                    table.ForeignKey(
                        name: "FK_document_content_budget_document_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "budget_document",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_amendment_ConventionId_Position",
                table: "amendment",
                columns: new[] { "ConventionId", "Position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_budget_comment_Number",
                table: "budget_comment",
                column: "Number");

            migrationBuilder.CreateIndex(
                name: "IX_budget_document_Number",
                table: "budget_document",
                column: "Number");

            migrationBuilder.CreateIndex(
                name: "IX_budget_document_PaymentId",
                table: "budget_document",
                column: "PaymentId");

            migrationBuilder.CreateIndex(
                name: "IX_convention_Number",
                table: "convention",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_forecast_revision_InstalmentId",
                table: "forecast_revision",
                column: "InstalmentId");

            migrationBuilder.CreateIndex(
                name: "IX_instalment_ConventionId",
                table: "instalment",
                column: "ConventionId");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entry_DecisionId",
                table: "ledger_entry",
                column: "DecisionId");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entry_Edition_Id",
                table: "ledger_entry",
                columns: new[] { "Edition", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entry_Number_Id",
                table: "ledger_entry",
                columns: new[] { "Number", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entry_PaymentId",
                table: "ledger_entry",
                column: "PaymentId");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entry_Reverses",
                table: "ledger_entry",
                column: "Reverses",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payment_ConventionId",
                table: "payment",
                column: "ConventionId");

            migrationBuilder.CreateIndex(
                name: "IX_payment_InstalmentId",
                table: "payment",
                column: "InstalmentId");

            migrationBuilder.CreateIndex(
                name: "IX_payment_Number_State",
                table: "payment",
                columns: new[] { "Number", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_payment_ReferenceKey",
                table: "payment",
                column: "ReferenceKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payment_step_PaymentId",
                table: "payment_step",
                column: "PaymentId");

            foreach (var statement in Triggers)
            {
                migrationBuilder.Sql(statement);
            }
        }
    }
}
