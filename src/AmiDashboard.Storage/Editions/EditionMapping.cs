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
        builder.Property(edition => edition.Name).HasMaxLength(EditionRules.LongestName);
        builder.Property(edition => edition.Action).HasMaxLength(EditionRules.LongestAction);
        builder.Property(edition => edition.Version).IsConcurrencyToken();
    }
}
