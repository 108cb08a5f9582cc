using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmiDashboard.Storage.Dashboards;

internal sealed class ChartNoteMapping : IEntityTypeConfiguration<ChartNote>
{
    public void Configure(EntityTypeBuilder<ChartNote> builder)
    {
        builder.ToTable("chart_note");
        builder.HasIndex(note => note.Chart);
        builder.Property(note => note.Chart).HasMaxLength(100);
        builder.Property(note => note.Text).HasMaxLength(ChartNoteRules.LongestText);
        builder.Property(note => note.RecordedBy).HasMaxLength(200);
        builder.Property(note => note.WithdrawnBy).HasMaxLength(200);
        builder.Property(note => note.Version).IsConcurrencyToken();
        builder.HasOne<Person>().WithMany().HasForeignKey(note => note.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
