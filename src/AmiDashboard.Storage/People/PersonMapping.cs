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
        builder.Property(entitlement => entitlement.WithdrawnBy).HasMaxLength(200);
    }
}
