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
internal abstract partial class AmiContext(DbContextOptions options, Perimeter perimeter) : DbContext(options)
{
    /// <summary>But for what is barred, which every filter leaves out by itself.</summary>
    public bool SeesEverything { get; } = perimeter.ReachesAll;

    /// <summary>Whether it belongs to an operation, which writes what somebody said (<see cref="LastDoor"/>).</summary>
    public bool IsOfOperation { get; set; }

    public int[] SeenEditions { get; } = [.. perimeter.Editions];

    public int[] SeenApplications { get; } = [.. perimeter.Applications];

    public int[] BarredApplications { get; } = [.. perimeter.Barred.Select(one => one.Number)];

    /// <summary>Editions of which something is barred: what speaks of all of one is not seen.</summary>
    public int[] BrokenEditions { get; } = [.. perimeter.Barred.Select(one => one.Edition).Distinct()];

    /// <summary>Whether one whole edition is seen.</summary>
    public bool SeesAnEdition { get; } = perimeter.CoversAny;

    public DbSet<Edition> Editions => Set<Edition>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<GrantProposal> GrantProposals => Set<GrantProposal>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

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

        FilterApplications(modelBuilder);
        FilterScores(modelBuilder);
        FilterBudgets(modelBuilder);
        FilterPrototypes(modelBuilder);
        FilterNotes(modelBuilder);
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
