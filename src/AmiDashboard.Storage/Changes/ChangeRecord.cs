using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmiDashboard.Storage.Changes;

/// <summary>What a change touched. Stored by these names.</summary>
public enum Subject
{
    Edition,
    Person,
    Application,
    FieldMapping,
    SyncRun,
    ScoringGrid,
    Reviewer,
    Assignment,
    Review,
    Session,
    LedgerEntry,

    /// <summary>What is known of a project's money; its id is the project's number.</summary>
    Budget,

    /// <summary>What is known of a project's prototype; its id is the project's number.</summary>
    Prototype,
    ChartNote,
    Invitation,
}

/// <summary>One committed operation: who did what, when, to which rows. Written with the facts, in their transaction.</summary>
public sealed class ChangeRecord
{
    /// <summary>Grows in the order of commits, on both engines: see <c>docs/decisions</c>.</summary>
    public long Id { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RecordedAt { get; init; }

    public required string RecordedBy { get; init; }

    /// <summary>The operation's class name.</summary>
    public required string Operation { get; init; }

    /// <summary>Rows touched, by subject.</summary>
    public required Dictionary<Subject, long[]> Touched { get; init; }

    public IReadOnlyList<long> Of(Subject subject) => Touched.GetValueOrDefault(subject, []);
}

internal sealed class ChangeRecordMapping : IEntityTypeConfiguration<ChangeRecord>
{
    public void Configure(EntityTypeBuilder<ChangeRecord> builder)
    {
        builder.ToTable("change_record");
        builder.Property(change => change.Operation).HasMaxLength(100);
        builder.Property(change => change.RecordedBy).HasMaxLength(200);
        builder.Property(change => change.Touched).HasConversion<JsonTextConverter<Dictionary<Subject, long[]>>>();
    }
}
