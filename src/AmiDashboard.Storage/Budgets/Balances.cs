using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AmiDashboard.Storage.Budgets;

/// <summary>
/// The sums of an edition's entries, kept by the database itself (<see cref="LedgerTriggers"/>) under constraints that say
/// the hard rules: an entry that breaks one is refused whoever writes it. Read here, never written.
/// </summary>
internal sealed class EditionBalance
{
    public int Edition { get; init; }

    public Money Envelope { get; init; }

    public Money Fees { get; init; }

    public Money Granted { get; init; }

    public Money Committed { get; init; }

    public Money Contracted { get; init; }

    public Money Paid { get; init; }

    /// <summary>Accounting date of the last entry that moved the envelope.</summary>
    public DateOnly? LastOn { get; init; }

    public Posting Posting => new(Envelope, Fees, Granted, Committed, Contracted, Paid);
}

/// <summary>The same for a project.</summary>
internal sealed class ProjectBalance
{
    public int Number { get; init; }

    public int Edition { get; init; }

    public Money Granted { get; init; }

    public Money Committed { get; init; }

    public Money Contracted { get; init; }

    public Money Paid { get; init; }

    /// <summary>Accounting date of its last entry.</summary>
    public DateOnly? LastOn { get; init; }

    public Posting Posting => new(Money.Zero, Money.Zero, Granted, Committed, Contracted, Paid);
}

internal sealed class EditionBalanceMapping : IEntityTypeConfiguration<EditionBalance>
{
    public void Configure(EntityTypeBuilder<EditionBalance> builder)
    {
        builder.ToTable(
            "edition_balance",
            table =>
            {
                table.HasCheckConstraint("envelope_exceeded", """ "Granted" + "Fees" <= "Envelope" """.Trim());
                table.HasCheckConstraint("grant_negative", """ "Granted" >= 0 AND "Fees" >= 0 """.Trim());
            }
        );
        builder.HasKey(balance => balance.Edition);
        builder.Property(balance => balance.Edition).ValueGeneratedNever();
        builder.HasAnnotation(LedgerTriggers.KeptByTheDatabase, true);
    }
}

internal sealed class ProjectBalanceMapping : IEntityTypeConfiguration<ProjectBalance>
{
    public void Configure(EntityTypeBuilder<ProjectBalance> builder)
    {
        builder.ToTable(
            "project_balance",
            table =>
            {
                table.HasCheckConstraint("grant_exceeded", """ "Committed" <= "Granted" """.Trim());
                table.HasCheckConstraint("commitment_exceeded", """ "Contracted" <= "Committed" """.Trim());
                table.HasCheckConstraint("contract_exceeded", """ "Paid" <= "Contracted" """.Trim());
                table.HasCheckConstraint("paid_negative", """ "Paid" >= 0 """.Trim());
            }
        );
        builder.HasKey(balance => balance.Number);
        builder.Property(balance => balance.Number).ValueGeneratedNever();
        builder.HasAnnotation(LedgerTriggers.KeptByTheDatabase, true);
    }
}
