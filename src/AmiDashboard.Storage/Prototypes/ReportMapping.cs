using System.Collections.Immutable;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Prototypes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmiDashboard.Storage.Prototypes;

internal sealed class MonthlyReportMapping : IEntityTypeConfiguration<MonthlyReport>
{
    public void Configure(EntityTypeBuilder<MonthlyReport> builder)
    {
        builder.ToTable("monthly_report");
        // Of two who begin the same month at once, one is told.
        builder.HasIndex(report => new { report.Number, report.Month }).IsUnique();
        builder.Property(report => report.Text).HasConversion<JsonTextConverter<ReportText>>();
        builder.Property(report => report.SavedBy).HasMaxLength(200);
        builder.Property(report => report.PublishedBy).HasMaxLength(200);
        builder.Property(report => report.Version).IsConcurrencyToken();
    }
}

internal sealed class UserTrialMapping : IEntityTypeConfiguration<UserTrial>
{
    public void Configure(EntityTypeBuilder<UserTrial> builder)
    {
        builder.ToTable("user_trial");
        builder.HasIndex(trial => trial.Number);
        builder.Property(trial => trial.Version).IsConcurrencyToken();
        builder.HasMany(trial => trial.Steps).WithOne().HasForeignKey(step => step.TrialId);
    }
}

internal sealed class UserTrialStepMapping : IEntityTypeConfiguration<UserTrialStep>
{
    public void Configure(EntityTypeBuilder<UserTrialStep> builder)
    {
        builder.ToTable("user_trial_step");
        builder.Property(step => step.Result).HasConversion<JsonTextConverter<TrialResult>>();
        builder.Property(step => step.Reason).HasMaxLength(StageRules.LongestReason);
        builder.Property(step => step.RecordedBy).HasMaxLength(200);
    }
}

internal sealed class ReadinessProofMapping : IEntityTypeConfiguration<ReadinessProof>
{
    public void Configure(EntityTypeBuilder<ReadinessProof> builder)
    {
        builder.ToTable("readiness_proof");
        builder.HasIndex(proof => proof.Number);
        builder.Property(proof => proof.Description).HasMaxLength(Prototype.LongestText);
        builder.Property(proof => proof.Link).HasMaxLength(Prototype.LongestText);
        builder.Property(proof => proof.RecordedBy).HasMaxLength(200);
        builder.Property(proof => proof.WithdrawnBy).HasMaxLength(200);
        builder.Property(proof => proof.WithdrawalReason).HasMaxLength(StageRules.LongestReason);
        builder.Property(proof => proof.Version).IsConcurrencyToken();
    }
}

internal sealed class EvaluationMapping : IEntityTypeConfiguration<Evaluation>
{
    public void Configure(EntityTypeBuilder<Evaluation> builder)
    {
        builder.ToTable("evaluation");
        builder.HasIndex(evaluation => evaluation.Number);
        builder
            .Property(evaluation => evaluation.Benefits)
            .HasConversion<JsonTextConverter<ImmutableArray<EvaluatedBenefit>>>();
        builder.Property(evaluation => evaluation.Conclusion).HasMaxLength(Prototype.LongestText);
        builder.Property(evaluation => evaluation.RecordedBy).HasMaxLength(200);
    }
}

internal sealed class RollOutVerdictMapping : IEntityTypeConfiguration<RollOutVerdict>
{
    public void Configure(EntityTypeBuilder<RollOutVerdict> builder)
    {
        builder.ToTable("roll_out_verdict");
        builder.HasIndex(verdict => verdict.Number);
        builder.Property(verdict => verdict.Reason).HasMaxLength(StageRules.LongestReason);
        builder.Property(verdict => verdict.RecordedBy).HasMaxLength(200);
    }
}

internal sealed class ProjectSheetMapping : IEntityTypeConfiguration<ProjectSheet>
{
    public void Configure(EntityTypeBuilder<ProjectSheet> builder)
    {
        builder.ToTable("project_sheet");
        builder.HasIndex(sheet => sheet.Number).IsUnique();
        builder.Property(sheet => sheet.Draft).HasConversion<JsonTextConverter<SheetText>>();
        builder.Property(sheet => sheet.SavedBy).HasMaxLength(200);
        builder.Property(sheet => sheet.Version).IsConcurrencyToken();
        builder.HasMany(sheet => sheet.Publications).WithOne().HasForeignKey(publication => publication.SheetId);
    }
}

internal sealed class SheetPublicationMapping : IEntityTypeConfiguration<SheetPublication>
{
    public void Configure(EntityTypeBuilder<SheetPublication> builder)
    {
        builder.ToTable("sheet_publication");
        builder.Property(publication => publication.Text).HasConversion<JsonTextConverter<SheetText>>();
        builder.Property(publication => publication.PublishedBy).HasMaxLength(200);
        builder.Property(publication => publication.WithdrawnBy).HasMaxLength(200);
    }
}
