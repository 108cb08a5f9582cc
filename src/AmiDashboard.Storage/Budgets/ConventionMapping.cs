using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Budgets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmiDashboard.Storage.Budgets;

internal sealed class ConventionMapping : IEntityTypeConfiguration<Convention>
{
    public void Configure(EntityTypeBuilder<Convention> builder)
    {
        builder.ToTable("convention");
        builder.Ignore(convention => convention.Standing);
        builder.HasIndex(convention => convention.Number).IsUnique();
        builder.Property(convention => convention.Beneficiary).HasMaxLength(Convention.LongestName);
        builder.Property(convention => convention.Reference).HasMaxLength(Convention.LongestName);
        builder.Property(convention => convention.DraftedBy).HasMaxLength(200);
        builder.Property(convention => convention.Version).IsConcurrencyToken();
        builder
            .HasMany(convention => convention.Instalments)
            .WithOne()
            .HasForeignKey(instalment => instalment.ConventionId);
        builder
            .HasMany(convention => convention.Amendments)
            .WithOne()
            .HasForeignKey(amendment => amendment.ConventionId);
    }
}

internal sealed class InstalmentMapping : IEntityTypeConfiguration<Instalment>
{
    public void Configure(EntityTypeBuilder<Instalment> builder)
    {
        builder.ToTable("instalment");
        builder.Property(instalment => instalment.Label).HasMaxLength(Convention.LongestName);
        builder.Property(instalment => instalment.Milestone).HasMaxLength(Convention.LongestName);
        builder.Property(instalment => instalment.Conditions).HasMaxLength(StageRules.LongestReason);
        builder
            .PrimitiveCollection(instalment => instalment.Required)
            .ElementType(element => element.HasConversion<string>());
        builder.HasMany(instalment => instalment.Revisions).WithOne().HasForeignKey(revision => revision.InstalmentId);
    }
}

internal sealed class ForecastRevisionMapping : IEntityTypeConfiguration<ForecastRevision>
{
    public void Configure(EntityTypeBuilder<ForecastRevision> builder)
    {
        builder.ToTable("forecast_revision");
        builder.Property(revision => revision.Reason).HasMaxLength(StageRules.LongestReason);
        builder.Property(revision => revision.RecordedBy).HasMaxLength(200);
    }
}

internal sealed class AmendmentMapping : IEntityTypeConfiguration<Amendment>
{
    public void Configure(EntityTypeBuilder<Amendment> builder)
    {
        builder.ToTable("amendment");
        builder.HasIndex(amendment => new { amendment.ConventionId, amendment.Position }).IsUnique();
        builder.Property(amendment => amendment.Reason).HasMaxLength(StageRules.LongestReason);
        builder.Property(amendment => amendment.RecordedBy).HasMaxLength(200);
    }
}
