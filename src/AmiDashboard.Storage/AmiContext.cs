using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.Editions;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Scores;
using AmiDashboard.Storage.Budgets;
using AmiDashboard.Storage.Changes;
using AmiDashboard.Storage.Prototypes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage;

/// <summary>
/// The model, seen through one perimeter: query filters leave out what the viewer may not see, so that a query cannot
/// forget it.
/// </summary>
internal abstract class AmiContext(DbContextOptions options, Perimeter perimeter) : DbContext(options)
{
    public bool SeesEverything { get; } = perimeter.IsEverything;

    /// <summary>Whether it belongs to an operation, which writes what somebody said (<see cref="LastDoor"/>).</summary>
    public bool IsOfOperation { get; set; }

    public int[] SeenEditions { get; } = [.. perimeter.Editions];

    public int[] SeenApplications { get; } = [.. perimeter.Applications];

    public DbSet<Edition> Editions => Set<Edition>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<AccessKey> AccessKeys => Set<AccessKey>();

    public DbSet<Application> Applications => Set<Application>();

    public DbSet<PurgedDossier> PurgedDossiers => Set<PurgedDossier>();

    public DbSet<FieldMapping> FieldMappings => Set<FieldMapping>();

    public DbSet<SyncRun> SyncRuns => Set<SyncRun>();

    public DbSet<ScoringGrid> ScoringGrids => Set<ScoringGrid>();

    public DbSet<Reviewer> Reviewers => Set<Reviewer>();

    public DbSet<Assignment> Assignments => Set<Assignment>();

    public DbSet<ConflictOfInterest> Conflicts => Set<ConflictOfInterest>();

    public DbSet<Review> Reviews => Set<Review>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<DecisionSending> DecisionSendings => Set<DecisionSending>();

    public DbSet<LedgerEntry> LedgerEntries => Set<LedgerEntry>();

    public DbSet<EditionBalance> EditionBalances => Set<EditionBalance>();

    public DbSet<ProjectBalance> ProjectBalances => Set<ProjectBalance>();

    public DbSet<Convention> Conventions => Set<Convention>();

    public DbSet<Instalment> Instalments => Set<Instalment>();

    public DbSet<Payment> Payments => Set<Payment>();

    public DbSet<BudgetDocument> BudgetDocuments => Set<BudgetDocument>();

    public DbSet<DocumentContent> DocumentContents => Set<DocumentContent>();

    public DbSet<BudgetComment> BudgetComments => Set<BudgetComment>();

    public DbSet<PlanTemplate> PlanTemplates => Set<PlanTemplate>();

    public DbSet<Prototype> Prototypes => Set<Prototype>();

    public DbSet<Milestone> Milestones => Set<Milestone>();

    public DbSet<SupportSession> SupportSessions => Set<SupportSession>();

    public DbSet<CalendarKey> CalendarKeys => Set<CalendarKey>();

    public DbSet<MonthlyReport> MonthlyReports => Set<MonthlyReport>();

    public DbSet<UserTrial> UserTrials => Set<UserTrial>();

    public DbSet<ReadinessProof> ReadinessProofs => Set<ReadinessProof>();

    public DbSet<Evaluation> Evaluations => Set<Evaluation>();

    public DbSet<RollOutVerdict> RollOutVerdicts => Set<RollOutVerdict>();

    public DbSet<ProjectSheet> ProjectSheets => Set<ProjectSheet>();

    public DbSet<DashboardLayout> DashboardLayouts => Set<DashboardLayout>();

    public DbSet<Subscription> Subscriptions => Set<Subscription>();

    public DbSet<ChartNote> ChartNotes => Set<ChartNote>();

    public DbSet<ChangeRecord> Changes => Set<ChangeRecord>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Money>().HaveConversion<CentsConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(AmiContext).Assembly);

        modelBuilder
            .Entity<Application>()
            .HasQueryFilter(application =>
                SeesEverything
                || SeenEditions.Contains(application.Edition)
                || SeenApplications.Contains(application.Number)
            );
        modelBuilder
            .Entity<Edition>()
            .HasQueryFilter(edition =>
                SeesEverything
                || SeenEditions.Contains(edition.Number)
                || Applications.Any(application => application.EditionId == edition.Id)
            );
        modelBuilder
            .Entity<PurgedDossier>()
            .HasQueryFilter(purged => SeesEverything || SeenEditions.Contains(purged.Edition));
        modelBuilder.Entity<SyncRun>().HasQueryFilter(run => SeesEverything || SeenEditions.Contains(run.Edition));
        modelBuilder
            .Entity<ScoringGrid>()
            .HasQueryFilter(grid =>
                SeesEverything
                || SeenEditions.Contains(grid.Edition)
                || Applications.Any(application => application.EditionId == grid.EditionId)
            );
        modelBuilder
            .Entity<Reviewer>()
            .HasQueryFilter(reviewer =>
                SeesEverything
                || SeenEditions.Contains(reviewer.Edition)
                || Applications.Any(application => application.EditionId == reviewer.EditionId)
            );
        modelBuilder
            .Entity<Assignment>()
            .HasQueryFilter(assignment =>
                SeesEverything
                || SeenEditions.Contains(assignment.Edition)
                || SeenApplications.Contains(assignment.Number)
            );
        modelBuilder
            .Entity<ConflictOfInterest>()
            .HasQueryFilter(conflict =>
                SeesEverything || SeenEditions.Contains(conflict.Edition) || SeenApplications.Contains(conflict.Number)
            );
        modelBuilder
            .Entity<Review>()
            .HasQueryFilter(review =>
                SeesEverything || SeenEditions.Contains(review.Edition) || SeenApplications.Contains(review.Number)
            );
        // A session speaks of a whole edition: who sees but some of its applications sees none.
        modelBuilder
            .Entity<Session>()
            .HasQueryFilter(session => SeesEverything || SeenEditions.Contains(session.Edition));
        modelBuilder
            .Entity<DecisionSending>()
            .HasQueryFilter(sending => SeesEverything || SeenEditions.Contains(sending.Edition));
        FilterBudgets(modelBuilder);
        FilterPrototypes(modelBuilder);
        // A note that speaks of every edition is read by whoever sees a whole one.
        modelBuilder
            .Entity<ChartNote>()
            .HasQueryFilter(note =>
                SeesEverything
                || (note.Edition == null ? SeenEditions.Length > 0 : SeenEditions.Contains(note.Edition.Value))
            );
    }

    /// <summary>Money of a project is seen with it; that of the envelope with its whole edition.</summary>
    private void FilterBudgets(ModelBuilder modelBuilder)
    {
        modelBuilder
            .Entity<LedgerEntry>()
            .HasQueryFilter(entry =>
                SeesEverything
                || SeenEditions.Contains(entry.Edition)
                || (entry.Number != null && SeenApplications.Contains(entry.Number.Value))
            );
        modelBuilder
            .Entity<EditionBalance>()
            .HasQueryFilter(balance => SeesEverything || SeenEditions.Contains(balance.Edition));
        modelBuilder
            .Entity<ProjectBalance>()
            .HasQueryFilter(balance =>
                SeesEverything || SeenEditions.Contains(balance.Edition) || SeenApplications.Contains(balance.Number)
            );
        modelBuilder
            .Entity<Convention>()
            .HasQueryFilter(convention =>
                SeesEverything
                || SeenEditions.Contains(convention.Edition)
                || SeenApplications.Contains(convention.Number)
            );
        modelBuilder
            .Entity<Payment>()
            .HasQueryFilter(payment =>
                SeesEverything || SeenEditions.Contains(payment.Edition) || SeenApplications.Contains(payment.Number)
            );
        modelBuilder
            .Entity<BudgetDocument>()
            .HasQueryFilter(document =>
                SeesEverything
                || SeenEditions.Contains(document.Edition)
                || (document.Number != null && SeenApplications.Contains(document.Number.Value))
            );
        modelBuilder
            .Entity<BudgetComment>()
            .HasQueryFilter(comment =>
                SeesEverything || SeenEditions.Contains(comment.Edition) || SeenApplications.Contains(comment.Number)
            );
    }

    /// <summary>All of a prototype is seen with its project.</summary>
    private void FilterPrototypes(ModelBuilder modelBuilder)
    {
        modelBuilder
            .Entity<Prototype>()
            .HasQueryFilter(one =>
                SeesEverything || SeenEditions.Contains(one.Edition) || SeenApplications.Contains(one.Number)
            );
        modelBuilder
            .Entity<Milestone>()
            .HasQueryFilter(one =>
                SeesEverything || SeenEditions.Contains(one.Edition) || SeenApplications.Contains(one.Number)
            );
        modelBuilder
            .Entity<SupportSession>()
            .HasQueryFilter(one =>
                SeesEverything || SeenEditions.Contains(one.Edition) || SeenApplications.Contains(one.Number)
            );
        modelBuilder
            .Entity<MonthlyReport>()
            .HasQueryFilter(one =>
                SeesEverything || SeenEditions.Contains(one.Edition) || SeenApplications.Contains(one.Number)
            );
        modelBuilder
            .Entity<UserTrial>()
            .HasQueryFilter(one =>
                SeesEverything || SeenEditions.Contains(one.Edition) || SeenApplications.Contains(one.Number)
            );
        modelBuilder
            .Entity<ReadinessProof>()
            .HasQueryFilter(one =>
                SeesEverything || SeenEditions.Contains(one.Edition) || SeenApplications.Contains(one.Number)
            );
        modelBuilder
            .Entity<Evaluation>()
            .HasQueryFilter(one =>
                SeesEverything || SeenEditions.Contains(one.Edition) || SeenApplications.Contains(one.Number)
            );
        modelBuilder
            .Entity<RollOutVerdict>()
            .HasQueryFilter(one =>
                SeesEverything || SeenEditions.Contains(one.Edition) || SeenApplications.Contains(one.Number)
            );
        modelBuilder
            .Entity<ProjectSheet>()
            .HasQueryFilter(one =>
                SeesEverything || SeenEditions.Contains(one.Edition) || SeenApplications.Contains(one.Number)
            );
    }

    public override Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        LastDoor.Pass(ChangeTracker.Entries(), IsOfOperation);
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }
}

internal sealed class SqliteContext(DbContextOptions<SqliteContext> options, Perimeter perimeter)
    : AmiContext(options, perimeter);

internal sealed class PostgreSqlContext(DbContextOptions<PostgreSqlContext> options, Perimeter perimeter)
    : AmiContext(options, perimeter);
