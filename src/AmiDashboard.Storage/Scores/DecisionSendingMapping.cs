using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Scores;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmiDashboard.Storage.Scores;

internal sealed class DecisionSendingMapping : IEntityTypeConfiguration<DecisionSending>
{
    public void Configure(EntityTypeBuilder<DecisionSending> builder)
    {
        builder.ToTable("decision_sending");
        builder.Property(sending => sending.Motivation).HasMaxLength(StageRules.LongestReason);
        builder.Property(sending => sending.Instructor).HasMaxLength(DecisionSending.LongestInstructor);
        builder.Property(sending => sending.SentBy).HasMaxLength(200);
        builder
            .HasOne<Session>()
            .WithMany()
            .HasForeignKey(sending => sending.SessionId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasMany(sending => sending.Answers)
            .WithOne()
            .HasForeignKey(answer => answer.SendingId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SendingAnswerMapping : IEntityTypeConfiguration<SendingAnswer>
{
    public void Configure(EntityTypeBuilder<SendingAnswer> builder)
    {
        builder.ToTable("sending_answer");
        builder.Property(answer => answer.Detail).HasMaxLength(SendingAnswer.LongestDetail);
    }
}
