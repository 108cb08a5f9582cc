using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmiDashboard.Storage.People;

internal sealed class AccessKeyMapping : IEntityTypeConfiguration<AccessKey>
{
    public void Configure(EntityTypeBuilder<AccessKey> builder)
    {
        builder.ToTable("access_key");
        builder.HasIndex(key => key.PersonId);
        builder.HasIndex(key => key.Sha256).IsUnique();
        builder.Property(key => key.Name).HasMaxLength(AccessKeyRules.LongestName);
        builder.Property(key => key.Sha256).HasMaxLength(64);
        builder.Property(key => key.Version).IsConcurrencyToken();
        builder.HasOne<Person>().WithMany().HasForeignKey(key => key.PersonId);
    }
}
