using AmiDashboard.Core.Budgets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmiDashboard.Storage.Budgets;

internal sealed class BudgetDocumentMapping : IEntityTypeConfiguration<BudgetDocument>
{
    public void Configure(EntityTypeBuilder<BudgetDocument> builder)
    {
        builder.ToTable("budget_document");
        builder.HasIndex(document => document.Number);
        builder.Property(document => document.Name).HasMaxLength(200);
        builder.Property(document => document.ContentType).HasMaxLength(200);
        builder.Property(document => document.Sha256).HasMaxLength(64);
        builder.Property(document => document.Link).HasMaxLength(2000);
        builder.Property(document => document.AddedBy).HasMaxLength(200);
        builder.Property(document => document.WithdrawnBy).HasMaxLength(200);
        builder.Property(document => document.Version).IsConcurrencyToken();
        builder
            .HasOne<Payment>()
            .WithMany()
            .HasForeignKey(document => document.PaymentId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DocumentContentMapping : IEntityTypeConfiguration<DocumentContent>
{
    public void Configure(EntityTypeBuilder<DocumentContent> builder)
    {
        builder.ToTable("document_content");
        builder.HasKey(content => content.DocumentId);
        builder.Property(content => content.DocumentId).ValueGeneratedNever();
        builder
            .HasOne<BudgetDocument>()
            .WithOne()
            .HasForeignKey<DocumentContent>(content => content.DocumentId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BudgetCommentMapping : IEntityTypeConfiguration<BudgetComment>
{
    public void Configure(EntityTypeBuilder<BudgetComment> builder)
    {
        builder.ToTable("budget_comment");
        builder.HasIndex(comment => comment.Number);
        builder.Property(comment => comment.Text).HasMaxLength(BudgetComment.LongestText);
        builder.Property(comment => comment.RecordedBy).HasMaxLength(200);
    }
}
