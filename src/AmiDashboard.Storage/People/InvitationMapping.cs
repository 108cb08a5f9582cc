using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmiDashboard.Storage.People;

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("invitation");
        builder.Ignore(invitation => invitation.Perimeter);
        builder.PrimitiveCollection(invitation => invitation.Applications);
        builder.HasIndex(invitation => invitation.Email);
        builder.HasIndex(invitation => invitation.Sha256).IsUnique();
        builder.Property(invitation => invitation.Email).HasMaxLength(EmailList.LongestEmail);
        builder.Property(invitation => invitation.Sha256).HasMaxLength(64);
        builder.Property(invitation => invitation.InvitedBy).HasMaxLength(200);
        builder.Property(invitation => invitation.ClosedBy).HasMaxLength(200);
        builder.Property(invitation => invitation.Version).IsConcurrencyToken();
        builder.HasOne<Person>().WithMany().HasForeignKey(invitation => invitation.PersonId);
    }
}
