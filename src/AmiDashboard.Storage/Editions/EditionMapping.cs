using AmiDashboard.Core.Editions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmiDashboard.Storage.Editions;

internal sealed class EditionMapping : IEntityTypeConfiguration<Edition>
{
    public void Configure(EntityTypeBuilder<Edition> builder)
    {
        builder.ToTable("edition");
        builder.HasIndex(edition => edition.Number).IsUnique();
        builder.Property(edition => edition.Name).HasMaxLength(200);
        builder.Property(edition => edition.Action).HasMaxLength(200);
        builder.Property(edition => edition.Version).IsConcurrencyToken();
    }
}
