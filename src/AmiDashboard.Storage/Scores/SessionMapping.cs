using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Editions;
using AmiDashboard.Core.Scores;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmiDashboard.Storage.Scores;

internal sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("session");
        builder.Ignore(session => session.DecisionStamp);
        // A body deliberates once at a time: of two managers who open at once, one is told.
        builder
            .HasIndex(session => new { session.EditionId, session.Body })
            .IsUnique()
            .HasFilter("\"State\" = 'Open'")
            .HasDatabaseName("one_open_session");
        builder.Property(session => session.OpenedBy).HasMaxLength(200);
        builder.Property(session => session.EndedBy).HasMaxLength(200);
        builder.Property(session => session.EndReason).HasMaxLength(StageRules.LongestReason);
        builder.Property(session => session.Remarks).HasMaxLength(Session.LongestRemarks);
        builder.Property(session => session.Basis).HasConversion<JsonTextConverter<FrozenBasis>>();
        builder.Property(session => session.Version).IsConcurrencyToken();
        builder
            .HasOne<Edition>()
            .WithMany()
            .HasForeignKey(session => session.EditionId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(session => session.Members).WithOne().HasForeignKey(member => member.SessionId);
        builder.HasMany(session => session.Recusals).WithOne().HasForeignKey(recusal => recusal.SessionId);
        builder.HasMany(session => session.Decisions).WithOne().HasForeignKey(decision => decision.SessionId);
    }
}

internal sealed class SessionMemberMapping : IEntityTypeConfiguration<SessionMember>
{
    public void Configure(EntityTypeBuilder<SessionMember> builder)
    {
        builder.ToTable("session_member");
        builder.HasIndex(member => new { member.SessionId, member.Name }).IsUnique();
        builder.Property(member => member.Name).HasMaxLength(SessionMember.LongestName);
        builder.Property(member => member.Body).HasMaxLength(SessionMember.LongestName);
    }
}

internal sealed class RecusalMapping : IEntityTypeConfiguration<Recusal>
{
    public void Configure(EntityTypeBuilder<Recusal> builder)
    {
        builder.ToTable("recusal");
        builder
            .HasIndex(recusal => new
            {
                recusal.SessionId,
                recusal.Member,
                recusal.Number,
            })
            .IsUnique();
        builder.Property(recusal => recusal.Member).HasMaxLength(SessionMember.LongestName);
        builder.Property(recusal => recusal.Reason).HasMaxLength(StageRules.LongestReason);
    }
}

internal sealed class DecisionMapping : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.ToTable("decision");
        builder.HasIndex(decision => new { decision.SessionId, decision.ApplicationId }).IsUnique();
        builder.Property(decision => decision.Reason).HasMaxLength(StageRules.LongestReason);
        builder.Property(decision => decision.RecordedBy).HasMaxLength(200);
        builder.Property(decision => decision.Version).IsConcurrencyToken();
        // Not deleted with it: a decision outlives the application that its source purges.
        builder.HasIndex(decision => decision.Number);
    }
}
