using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmiDashboard.Storage.Prototypes;

internal sealed class SupportSessionMapping : IEntityTypeConfiguration<SupportSession>
{
    public void Configure(EntityTypeBuilder<SupportSession> builder)
    {
        builder.ToTable("support_session");
        builder.HasIndex(session => session.Number);
        builder.Property(session => session.Version).IsConcurrencyToken();
        builder.HasMany(session => session.Steps).WithOne().HasForeignKey(step => step.SessionId);
        builder.HasMany(session => session.Actions).WithOne().HasForeignKey(action => action.SessionId);
    }
}

internal sealed class SupportSessionStepMapping : IEntityTypeConfiguration<SupportSessionStep>
{
    public void Configure(EntityTypeBuilder<SupportSessionStep> builder)
    {
        builder.ToTable("support_session_step");
        builder.Property(step => step.Coach).HasMaxLength(Prototype.LongestName);
        builder.Property(step => step.Topic).HasMaxLength(Prototype.LongestName);
        builder.Property(step => step.Place).HasMaxLength(Prototype.LongestName);
        builder.Property(step => step.Conclusions).HasMaxLength(Prototype.LongestText);
        builder.Property(step => step.Reason).HasMaxLength(StageRules.LongestReason);
        builder.Property(step => step.RecordedBy).HasMaxLength(200);
    }
}

internal sealed class SupportActionMapping : IEntityTypeConfiguration<SupportAction>
{
    public void Configure(EntityTypeBuilder<SupportAction> builder)
    {
        builder.ToTable("support_action");
        builder.Property(action => action.Text).HasMaxLength(Prototype.LongestName);
        builder.Property(action => action.Owner).HasMaxLength(Prototype.LongestName);
        builder.Property(action => action.RecordedBy).HasMaxLength(200);
        builder.Property(action => action.DoneBy).HasMaxLength(200);
        builder.Property(action => action.Version).IsConcurrencyToken();
    }
}

internal sealed class CalendarKeyMapping : IEntityTypeConfiguration<CalendarKey>
{
    public void Configure(EntityTypeBuilder<CalendarKey> builder)
    {
        builder.ToTable("calendar_key");
        builder.HasIndex(key => key.PersonId).IsUnique();
        builder.HasIndex(key => key.Sha256).IsUnique();
        builder.Property(key => key.Sha256).HasMaxLength(64);
        builder.HasOne<Person>().WithOne().HasForeignKey<CalendarKey>(key => key.PersonId);
    }
}
