using System.Collections.Immutable;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Prototypes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmiDashboard.Storage.Prototypes;

internal sealed class PrototypeMapping : IEntityTypeConfiguration<Prototype>
{
    public void Configure(EntityTypeBuilder<Prototype> builder)
    {
        builder.ToTable("prototype");
        builder.Ignore(prototype => prototype.EndsOn);
        builder.HasIndex(prototype => prototype.Number).IsUnique();
        builder.Property(prototype => prototype.Title).HasMaxLength(1000);
        builder.Property(prototype => prototype.StartedBy).HasMaxLength(200);
        builder.Property(prototype => prototype.Repository).HasMaxLength(Prototype.LongestText);
        builder.Property(prototype => prototype.Version).IsConcurrencyToken();
        builder.HasMany(prototype => prototype.Milestones).WithOne().HasForeignKey(milestone => milestone.PrototypeId);
    }
}

internal sealed class MilestoneMapping : IEntityTypeConfiguration<Milestone>
{
    public void Configure(EntityTypeBuilder<Milestone> builder)
    {
        builder.ToTable("milestone");
        builder.HasIndex(milestone => new { milestone.PrototypeId, milestone.Position }).IsUnique();
        builder.HasIndex(milestone => milestone.Number);
        builder.Property(milestone => milestone.Name).HasMaxLength(Prototype.LongestName);
        builder.Property(milestone => milestone.Owner).HasMaxLength(Prototype.LongestName);
        builder.Property(milestone => milestone.Version).IsConcurrencyToken();
        builder.PrimitiveCollection(milestone => milestone.After);
        builder.HasMany(milestone => milestone.Revisions).WithOne().HasForeignKey(revision => revision.MilestoneId);
    }
}

internal sealed class MilestoneRevisionMapping : IEntityTypeConfiguration<MilestoneRevision>
{
    public void Configure(EntityTypeBuilder<MilestoneRevision> builder)
    {
        builder.ToTable("milestone_revision");
        builder.Property(revision => revision.Reason).HasMaxLength(StageRules.LongestReason);
        builder.Property(revision => revision.RecordedBy).HasMaxLength(200);
    }
}

internal sealed class PlanTemplateMapping : IEntityTypeConfiguration<PlanTemplate>
{
    public void Configure(EntityTypeBuilder<PlanTemplate> builder)
    {
        builder.ToTable("plan_template");
        builder.HasIndex(template => template.Edition).IsUnique();
        builder
            .Property(template => template.Milestones)
            .HasConversion<JsonTextConverter<ImmutableArray<TemplateMilestone>>>();
        builder.Property(template => template.Version).IsConcurrencyToken();
    }
}
