using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmiDashboard.Storage.People;

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("person");
        builder.HasIndex(person => new { person.Issuer, person.Subject }).IsUnique();
        builder.Property(person => person.Issuer).HasMaxLength(400);
        builder.Property(person => person.Subject).HasMaxLength(200);
        builder.Property(person => person.Name).HasMaxLength(200);
        builder.Property(person => person.Email).HasMaxLength(320);
        builder.Property(person => person.Version).IsConcurrencyToken();
        // As a database of before there were sessions has it.
        builder.Property(person => person.SessionStamp).HasDefaultValue(0);
        builder
            .HasMany(person => person.Entitlements)
            .WithOne()
            .HasForeignKey(entitlement => entitlement.PersonId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class EntitlementMapping : IEntityTypeConfiguration<Entitlement>
{
    public void Configure(EntityTypeBuilder<Entitlement> builder)
    {
        builder.ToTable("entitlement");
        builder.Ignore(entitlement => entitlement.Perimeter);
        builder.PrimitiveCollection(entitlement => entitlement.Applications);
        builder.Property(entitlement => entitlement.GrantedBy).HasMaxLength(200);
        builder.Property(entitlement => entitlement.ConfirmedBy).HasMaxLength(200);
        builder.Property(entitlement => entitlement.WithdrawnBy).HasMaxLength(200);
    }
}

internal sealed class GrantProposalMapping : IEntityTypeConfiguration<GrantProposal>
{
    public void Configure(EntityTypeBuilder<GrantProposal> builder)
    {
        builder.ToTable("grant_proposal");
        builder.Ignore(proposal => proposal.Perimeter);
        builder.PrimitiveCollection(proposal => proposal.Applications);
        builder.Property(proposal => proposal.ProposedBy).HasMaxLength(200);
        builder.Property(proposal => proposal.ClosedBy).HasMaxLength(200);
        builder.Property(proposal => proposal.Version).IsConcurrencyToken();
        builder.HasOne<Person>().WithMany().HasForeignKey(proposal => proposal.PersonId);
    }
}
