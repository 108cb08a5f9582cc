using System.Collections.Immutable;
using AmiDashboard.Core.Budgets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmiDashboard.Storage.Budgets;

internal sealed class LedgerMapping : IEntityTypeConfiguration<LedgerEntry>
{
    /// <summary>Each kind moves what is its own, in its own direction; what takes an entry back is the trigger's to check.</summary>
    private const string Shape = """
        CASE "Kind"
            WHEN 'Envelope' THEN "Number" IS NULL AND "Fees" = 0 AND "Granted" = 0 AND "Committed" = 0 AND "Contracted" = 0
                AND "Paid" = 0 AND ("Envelope" > 0 OR "Reverses" IS NOT NULL)
            WHEN 'Redeployment' THEN "Number" IS NULL AND "Fees" = 0 AND "Granted" = 0 AND "Committed" = 0
                AND "Contracted" = 0 AND "Paid" = 0 AND "Envelope" <> 0
            WHEN 'Fee' THEN "Number" IS NULL AND "Envelope" = 0 AND "Granted" = 0 AND "Committed" = 0 AND "Contracted" = 0
                AND "Paid" = 0 AND ("Fees" > 0 OR "Reverses" IS NOT NULL)
            WHEN 'Grant' THEN "Number" IS NOT NULL AND "Envelope" = 0 AND "Fees" = 0 AND "Committed" = 0
                AND "Contracted" = 0 AND "Paid" = 0 AND ("Granted" > 0 OR "Reverses" IS NOT NULL)
            WHEN 'Commitment' THEN "Number" IS NOT NULL AND "Envelope" = 0 AND "Fees" = 0 AND "Granted" = 0
                AND "Contracted" = 0 AND "Paid" = 0 AND ("Committed" > 0 OR "Reverses" IS NOT NULL)
            WHEN 'Contract' THEN "Number" IS NOT NULL AND "Envelope" = 0 AND "Fees" = 0 AND "Granted" = 0
                AND "Committed" = 0 AND "Paid" = 0 AND "Contracted" <> 0
            WHEN 'Payment' THEN "Number" IS NOT NULL AND "Envelope" = 0 AND "Fees" = 0 AND "Granted" = 0
                AND "Committed" = 0 AND "Contracted" = 0 AND ("Paid" > 0 OR "Reverses" IS NOT NULL)
            WHEN 'Release' THEN "Number" IS NOT NULL AND "Envelope" = 0 AND "Fees" = 0 AND "Paid" = 0
                AND "Committed" IN (0, "Granted") AND "Contracted" IN (0, "Committed")
                AND ("Granted" < 0 OR "Reverses" IS NOT NULL)
            ELSE FALSE
        END
        """;

    public void Configure(EntityTypeBuilder<LedgerEntry> builder)
    {
        builder.ToTable("ledger_entry", table => table.HasCheckConstraint("ledger_entry_shape", Shape));
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.HasIndex(entry => new { entry.Number, entry.Id });
        builder.HasIndex(entry => new { entry.Edition, entry.Id });
        builder.HasIndex(entry => entry.Reverses).IsUnique();
        builder.HasIndex(entry => entry.DecisionId);
        builder
            .HasOne<LedgerEntry>()
            .WithMany()
            .HasForeignKey(entry => entry.Reverses)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Payment>().WithMany().HasForeignKey(entry => entry.PaymentId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(entry => entry.RecordedBy).HasMaxLength(200);
        builder.Property(entry => entry.Label).HasMaxLength(LedgerEntry.LongestLabel);
        builder.Property(entry => entry.PreviousHash).HasMaxLength(64);
        builder.Property(entry => entry.Hash).HasMaxLength(64);
        builder.Property(entry => entry.Documents).HasConversion<JsonTextConverter<ImmutableArray<EntryDocument>>>();
    }
}
