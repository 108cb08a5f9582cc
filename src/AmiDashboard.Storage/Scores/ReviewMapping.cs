using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Editions;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmiDashboard.Storage.Scores;

internal sealed class ReviewerMapping : IEntityTypeConfiguration<Reviewer>
{
    public void Configure(EntityTypeBuilder<Reviewer> builder)
    {
        builder.ToTable("reviewer");
        // Several without a person: those known from the source only. Both engines let nulls differ.
        builder.HasIndex(reviewer => new { reviewer.EditionId, reviewer.PersonId }).IsUnique();
        builder.HasIndex(reviewer => new { reviewer.EditionId, reviewer.Email }).IsUnique();
        builder.Property(reviewer => reviewer.Name).HasMaxLength(Reviewer.LongestName);
        builder.Property(reviewer => reviewer.Email).HasMaxLength(EmailList.LongestEmail);
        builder.Property(reviewer => reviewer.Ministry).HasMaxLength(ApplicationReading.LongestCategory);
        builder.PrimitiveCollection(reviewer => reviewer.Expertise);
        builder.Property(reviewer => reviewer.Version).IsConcurrencyToken();
        builder.HasOne<Edition>().WithMany().HasForeignKey(reviewer => reviewer.EditionId);
        builder
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(reviewer => reviewer.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AssignmentMapping : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.ToTable("assignment");
        // Once at a time: a second hand that assigns the same pair is told.
        builder
            .HasIndex(assignment => new { assignment.ApplicationId, assignment.ReviewerId })
            .IsUnique()
            .HasFilter("\"EndedAt\" IS NULL")
            .HasDatabaseName("one_running_assignment");
        builder.HasIndex(assignment => assignment.ReviewerId);
        builder.Property(assignment => assignment.AssignedBy).HasMaxLength(200);
        builder.Property(assignment => assignment.EndedBy).HasMaxLength(200);
        builder.Property(assignment => assignment.Version).IsConcurrencyToken();
        builder.HasOne<Application>().WithMany().HasForeignKey(assignment => assignment.ApplicationId);
        builder
            .HasOne<Reviewer>()
            .WithMany()
            .HasForeignKey(assignment => assignment.ReviewerId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ConflictOfInterestMapping : IEntityTypeConfiguration<ConflictOfInterest>
{
    public void Configure(EntityTypeBuilder<ConflictOfInterest> builder)
    {
        builder.ToTable("conflict_of_interest");
        builder
            .HasIndex(conflict => new { conflict.ApplicationId, conflict.ReviewerId })
            .IsUnique()
            .HasFilter("\"LiftedAt\" IS NULL")
            .HasDatabaseName("one_standing_conflict");
        builder.Property(conflict => conflict.Reason).HasMaxLength(ConflictOfInterest.LongestReason);
        builder.Property(conflict => conflict.LiftedReason).HasMaxLength(ConflictOfInterest.LongestReason);
        builder.Property(conflict => conflict.DeclaredBy).HasMaxLength(200);
        builder.Property(conflict => conflict.LiftedBy).HasMaxLength(200);
        builder.Property(conflict => conflict.Version).IsConcurrencyToken();
        builder.HasOne<Application>().WithMany().HasForeignKey(conflict => conflict.ApplicationId);
        builder
            .HasOne<Reviewer>()
            .WithMany()
            .HasForeignKey(conflict => conflict.ReviewerId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReviewMapping : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> builder)
    {
        builder.ToTable("review");
        builder.HasIndex(review => new { review.ApplicationId, review.ReviewerId }).IsUnique();
        builder.Property(review => review.Draft).HasConversion<JsonTextConverter<ReviewSheet>>();
        builder.Property(review => review.Version).IsConcurrencyToken();
        builder.HasOne<Application>().WithMany().HasForeignKey(review => review.ApplicationId);
        builder
            .HasOne<Reviewer>()
            .WithMany()
            .HasForeignKey(review => review.ReviewerId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(review => review.Submissions).WithOne().HasForeignKey(submission => submission.ReviewId);
    }
}

internal sealed class ReviewSubmissionMapping : IEntityTypeConfiguration<ReviewSubmission>
{
    public void Configure(EntityTypeBuilder<ReviewSubmission> builder)
    {
        builder.ToTable("review_submission");
        builder.Property(submission => submission.Sheet).HasConversion<JsonTextConverter<ReviewSheet>>();
        builder.Property(submission => submission.SubmittedBy).HasMaxLength(200);
        builder.Property(submission => submission.ReopenedBy).HasMaxLength(200);
        builder.Property(submission => submission.ReopenReason).HasMaxLength(ConflictOfInterest.LongestReason);
    }
}
