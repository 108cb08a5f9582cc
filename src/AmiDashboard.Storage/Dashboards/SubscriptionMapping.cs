using System.Collections.Immutable;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmiDashboard.Storage.Dashboards;

internal sealed class SubscriptionMapping : IEntityTypeConfiguration<Subscription>
{
    public void Configure(EntityTypeBuilder<Subscription> builder)
    {
        builder.ToTable("subscription");
        builder.HasIndex(one => one.PersonId).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(one => one.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(one => one.Dashboard).HasMaxLength(DashboardLayout.LongestDashboard);
        builder.Property(one => one.Failure).HasMaxLength(Subscription.LongestFailure);
        builder.Property(one => one.Thresholds).HasConversion<JsonTextConverter<ImmutableArray<Threshold>>>();
        // The claim of a message rests on it: of two nodes, the second to write finds another version.
        builder.Property(one => one.Version).IsConcurrencyToken();
    }
}
