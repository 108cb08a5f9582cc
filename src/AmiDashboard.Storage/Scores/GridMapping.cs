using System.Globalization;
using AmiDashboard.Core.Editions;
using AmiDashboard.Core.Scores;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AmiDashboard.Storage.Scores;

internal sealed class ScoringGridMapping : IEntityTypeConfiguration<ScoringGrid>
{
    public void Configure(EntityTypeBuilder<ScoringGrid> builder)
    {
        builder.ToTable("scoring_grid");
        builder.HasIndex(grid => grid.EditionId).IsUnique();
        builder.Property(grid => grid.Scale).HasConversion<ScaleConverter>().HasMaxLength(20);
        builder.Property(grid => grid.Version).IsConcurrencyToken();
        builder.HasOne<Edition>().WithMany().HasForeignKey(grid => grid.EditionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(grid => grid.Criteria).WithOne().HasForeignKey(criterion => criterion.GridId);
    }
}

/// <summary>A scale as text, « most/step » in hundredths: « 500/50 ».</summary>
internal sealed class ScaleConverter() : ValueConverter<Scale, string>(scale => Write(scale), text => Read(text))
{
    private static string Write(Scale scale) =>
        string.Create(CultureInfo.InvariantCulture, $"{scale.Most.Hundredths}/{scale.Step.Hundredths}");

    private static Scale Read(string text)
    {
        var parts = text.Split('/');
        return new Scale(
            new(int.Parse(parts[0], CultureInfo.InvariantCulture)),
            new(int.Parse(parts[1], CultureInfo.InvariantCulture))
        );
    }
}

internal sealed class CriterionMapping : IEntityTypeConfiguration<Criterion>
{
    public void Configure(EntityTypeBuilder<Criterion> builder)
    {
        builder.ToTable("criterion");
        builder.Property(criterion => criterion.Label).HasMaxLength(Criterion.LongestLabel);
        builder.Property(criterion => criterion.ShortName).HasMaxLength(Criterion.LongestShortName);
        builder.Property(criterion => criterion.Description).HasMaxLength(Criterion.LongestDescription);
        builder
            .Property(criterion => criterion.Guidance)
            .HasConversion<JsonTextConverter<List<LevelGuidance>>>(
                new ValueComparer<List<LevelGuidance>>(
                    (left, right) => left!.SequenceEqual(right!),
                    list => list.Aggregate(0, HashCode.Combine),
                    list => list.ToList()
                )
            );
        builder.HasMany(criterion => criterion.Weights).WithOne().HasForeignKey(weight => weight.CriterionId);
    }
}

internal sealed class CriterionWeightMapping : IEntityTypeConfiguration<CriterionWeight>
{
    public void Configure(EntityTypeBuilder<CriterionWeight> builder)
    {
        builder.ToTable("criterion_weight");
        builder.Property(weight => weight.RecordedBy).HasMaxLength(200);
        builder.Property(weight => weight.Reason).HasMaxLength(ConflictOfInterest.LongestReason);
    }
}
