using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Budgets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmiDashboard.Storage.Budgets;

internal sealed class PaymentMapping : IEntityTypeConfiguration<Payment>
{
    public void Configure(EntityTypeBuilder<Payment> builder)
    {
        builder.ToTable(
            "payment",
            table =>
            {
                table.HasCheckConstraint("payment_amount", "\"Amount\" > 0");
                table.HasCheckConstraint(
                    "payment_validated_by_another",
                    "\"ValidatedById\" IS NULL OR (\"PreparedById\" IS NOT NULL AND \"ValidatedById\" <> \"PreparedById\")"
                );
            }
        );
        builder.HasIndex(payment => new { payment.Number, payment.State });
        builder.HasIndex(payment => payment.ReferenceKey).IsUnique();
        builder.Property(payment => payment.Reference).HasMaxLength(Payment.LongestReference);
        builder.Property(payment => payment.ReferenceKey).HasMaxLength(Payment.LongestReference);
        builder.Property(payment => payment.Version).IsConcurrencyToken();
        builder
            .HasOne<Convention>()
            .WithMany()
            .HasForeignKey(payment => payment.ConventionId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Instalment>()
            .WithMany()
            .HasForeignKey(payment => payment.InstalmentId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(payment => payment.Steps).WithOne().HasForeignKey(step => step.PaymentId);
    }
}

internal sealed class PaymentStepMapping : IEntityTypeConfiguration<PaymentStep>
{
    public void Configure(EntityTypeBuilder<PaymentStep> builder)
    {
        builder.ToTable("payment_step");
        builder.Property(step => step.By).HasMaxLength(200);
        builder.Property(step => step.Reason).HasMaxLength(StageRules.LongestReason);
    }
}
