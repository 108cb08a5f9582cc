using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Editions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmiDashboard.Storage.Applications;

internal sealed class ApplicationMapping : IEntityTypeConfiguration<Application>
{
    public void Configure(EntityTypeBuilder<Application> builder)
    {
        builder.ToTable("application");
        builder.HasIndex(application => application.Number).IsUnique();
        builder.HasIndex(application => new { application.Edition, application.Stage });
        builder.HasIndex(application => application.DepositedAt);
        builder.HasIndex(application => application.Ministry);
        builder.Property(application => application.ContentHash).HasMaxLength(64);
        builder.Property(application => application.Siret).HasMaxLength(40);
        builder.Property(application => application.Ministry).HasMaxLength(ApplicationReading.LongestCategory);
        builder.Property(application => application.Version).IsConcurrencyToken();
        builder
            .HasOne<Edition>()
            .WithMany()
            .HasForeignKey(application => application.EditionId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasMany(application => application.Techniques)
            .WithOne()
            .HasForeignKey(technique => technique.ApplicationId);
        builder
            .HasMany(application => application.StageChanges)
            .WithOne()
            .HasForeignKey(change => change.ApplicationId);
        builder
            .HasMany(application => application.Revisions)
            .WithOne()
            .HasForeignKey(revision => revision.ApplicationId);
    }
}

internal sealed class ApplicationTechniqueMapping : IEntityTypeConfiguration<ApplicationTechnique>
{
    public void Configure(EntityTypeBuilder<ApplicationTechnique> builder)
    {
        builder.ToTable("application_technique");
        builder.HasKey(technique => new { technique.ApplicationId, technique.Name });
        builder.HasIndex(technique => technique.Name);
        builder.Property(technique => technique.Name).HasMaxLength(ApplicationReading.LongestCategory);
    }
}

internal sealed class StageChangeMapping : IEntityTypeConfiguration<StageChange>
{
    public void Configure(EntityTypeBuilder<StageChange> builder)
    {
        builder.ToTable("stage_change");
        builder.HasIndex(change => new { change.ApplicationId, change.ValidFrom });
        builder.Property(change => change.RecordedBy).HasMaxLength(200);
        builder.Property(change => change.Reason).HasMaxLength(StageRules.LongestReason);
    }
}

internal sealed class ApplicationRevisionMapping : IEntityTypeConfiguration<ApplicationRevision>
{
    public void Configure(EntityTypeBuilder<ApplicationRevision> builder)
    {
        builder.ToTable("application_revision");
        builder.HasIndex(revision => new { revision.ApplicationId, revision.ValidFrom });
        builder.Property(revision => revision.RecordedBy).HasMaxLength(200);
        builder.Property(revision => revision.Dossier).HasConversion<JsonTextConverter<Dossier>>();
    }
}

internal sealed class PurgedDossierMapping : IEntityTypeConfiguration<PurgedDossier>
{
    public void Configure(EntityTypeBuilder<PurgedDossier> builder)
    {
        builder.ToTable("purged_dossier");
        builder.HasIndex(purged => purged.Number).IsUnique();
        builder.Property(purged => purged.Reason).HasMaxLength(100);
    }
}

internal sealed class FieldMappingMapping : IEntityTypeConfiguration<FieldMapping>
{
    public void Configure(EntityTypeBuilder<FieldMapping> builder)
    {
        builder.ToTable("field_mapping");
        builder.HasIndex(mapping => new { mapping.EditionId, mapping.Key }).IsUnique();
        builder.Property(mapping => mapping.Key).HasMaxLength(FieldMapping.LongestKey);
        builder.Property(mapping => mapping.Version).IsConcurrencyToken();
        builder.HasOne<Edition>().WithMany().HasForeignKey(mapping => mapping.EditionId);
    }
}

internal sealed class SyncRunMapping : IEntityTypeConfiguration<SyncRun>
{
    public void Configure(EntityTypeBuilder<SyncRun> builder)
    {
        builder.ToTable("sync_run");
        builder.HasIndex(run => new { run.Edition, run.StartedAt });
        // One synchronisation at a time for an edition, whatever the processes and nodes.
        builder
            .HasIndex(run => run.Edition)
            .IsUnique()
            .HasFilter("\"State\" = 'Running' AND \"Kind\" <> 'Import'")
            .HasDatabaseName("one_running_sync_run");
        builder.Property(run => run.StartedBy).HasMaxLength(200);
        builder.Property(run => run.Owner).HasMaxLength(200);
        builder.Property(run => run.Version).IsConcurrencyToken();
        builder.HasMany(run => run.Problems).WithOne().HasForeignKey(problem => problem.RunId);
    }
}

internal sealed class SyncProblemMapping : IEntityTypeConfiguration<SyncProblem>
{
    public void Configure(EntityTypeBuilder<SyncProblem> builder)
    {
        builder.ToTable("sync_problem");
        builder.Property(problem => problem.Value).HasMaxLength(200);
        builder.Property(problem => problem.ReasonKey).HasMaxLength(100);
    }
}
