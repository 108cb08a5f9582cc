using System.Collections.Immutable;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmiDashboard.Storage.Dashboards;

internal sealed class LayoutMapping : IEntityTypeConfiguration<DashboardLayout>
{
    public void Configure(EntityTypeBuilder<DashboardLayout> builder)
    {
        builder.ToTable("dashboard_layout");
        builder.HasIndex(layout => new { layout.PersonId, layout.Dashboard }).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(layout => layout.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(layout => layout.Dashboard).HasMaxLength(DashboardLayout.LongestDashboard);
        builder.Property(layout => layout.Filter).HasMaxLength(DashboardLayout.LongestFilter);
        builder.Property(layout => layout.Cards).HasConversion<JsonTextConverter<ImmutableArray<CardPlace>>>();
    }
}
