using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.Editions;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Core.Scores;
using AmiDashboard.Storage.Budgets;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage;

/// <summary>What of each table one perimeter shows. Each filter is written out: EF reads it as an expression of its own.</summary>
internal abstract partial class AmiContext
{
    private void FilterApplications(ModelBuilder modelBuilder)
    {
        modelBuilder
            .Entity<Application>()
            .HasQueryFilter(application =>
                (
                    SeesEverything
                    || SeenEditions.Contains(application.Edition)
                    || SeenApplications.Contains(application.Number)
                ) && !BarredApplications.Contains(application.Number)
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
    }

    private void FilterScores(ModelBuilder modelBuilder)
    {
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
                (
                    SeesEverything
                    || SeenEditions.Contains(assignment.Edition)
                    || SeenApplications.Contains(assignment.Number)
                ) && !BarredApplications.Contains(assignment.Number)
            );
        modelBuilder
            .Entity<ConflictOfInterest>()
            .HasQueryFilter(conflict =>
                (
                    SeesEverything
                    || SeenEditions.Contains(conflict.Edition)
                    || SeenApplications.Contains(conflict.Number)
                ) && !BarredApplications.Contains(conflict.Number)
            );
        modelBuilder
            .Entity<Review>()
            .HasQueryFilter(review =>
                (SeesEverything || SeenEditions.Contains(review.Edition) || SeenApplications.Contains(review.Number))
                && !BarredApplications.Contains(review.Number)
            );
        // A session speaks of a whole edition: who sees but some of its applications sees none.
        modelBuilder
            .Entity<Session>()
            .HasQueryFilter(session =>
                (SeesEverything || SeenEditions.Contains(session.Edition)) && !BrokenEditions.Contains(session.Edition)
            );
        modelBuilder
            .Entity<DecisionSending>()
            .HasQueryFilter(sending =>
                (SeesEverything || SeenEditions.Contains(sending.Edition))
                && !BarredApplications.Contains(sending.Number)
            );
    }

    /// <summary>Money of a project is seen with it; that of the envelope with its whole edition.</summary>
    private void FilterBudgets(ModelBuilder modelBuilder)
    {
        modelBuilder
            .Entity<LedgerEntry>()
            .HasQueryFilter(entry =>
                (
                    SeesEverything
                    || SeenEditions.Contains(entry.Edition)
                    || (entry.Number != null && SeenApplications.Contains(entry.Number.Value))
                )
                && (
                    entry.Number == null
                        ? !BrokenEditions.Contains(entry.Edition)
                        : !BarredApplications.Contains(entry.Number.Value)
                )
            );
        modelBuilder
            .Entity<EditionBalance>()
            .HasQueryFilter(balance =>
                (SeesEverything || SeenEditions.Contains(balance.Edition)) && !BrokenEditions.Contains(balance.Edition)
            );
        modelBuilder
            .Entity<ProjectBalance>()
            .HasQueryFilter(balance =>
                (SeesEverything || SeenEditions.Contains(balance.Edition) || SeenApplications.Contains(balance.Number))
                && !BarredApplications.Contains(balance.Number)
            );
        modelBuilder
            .Entity<Convention>()
            .HasQueryFilter(convention =>
                (
                    SeesEverything
                    || SeenEditions.Contains(convention.Edition)
                    || SeenApplications.Contains(convention.Number)
                ) && !BarredApplications.Contains(convention.Number)
            );
        modelBuilder
            .Entity<Payment>()
            .HasQueryFilter(payment =>
                (SeesEverything || SeenEditions.Contains(payment.Edition) || SeenApplications.Contains(payment.Number))
                && !BarredApplications.Contains(payment.Number)
            );
        modelBuilder
            .Entity<BudgetDocument>()
            .HasQueryFilter(document =>
                (
                    SeesEverything
                    || SeenEditions.Contains(document.Edition)
                    || (document.Number != null && SeenApplications.Contains(document.Number.Value))
                )
                && (
                    document.Number == null
                        ? !BrokenEditions.Contains(document.Edition)
                        : !BarredApplications.Contains(document.Number.Value)
                )
            );
        modelBuilder
            .Entity<BudgetComment>()
            .HasQueryFilter(comment =>
                (SeesEverything || SeenEditions.Contains(comment.Edition) || SeenApplications.Contains(comment.Number))
                && !BarredApplications.Contains(comment.Number)
            );
    }

    /// <summary>All of a prototype is seen with its project.</summary>
    private void FilterPrototypes(ModelBuilder modelBuilder)
    {
        modelBuilder
            .Entity<Prototype>()
            .HasQueryFilter(one =>
                (SeesEverything || SeenEditions.Contains(one.Edition) || SeenApplications.Contains(one.Number))
                && !BarredApplications.Contains(one.Number)
            );
        modelBuilder
            .Entity<Milestone>()
            .HasQueryFilter(one =>
                (SeesEverything || SeenEditions.Contains(one.Edition) || SeenApplications.Contains(one.Number))
                && !BarredApplications.Contains(one.Number)
            );
        modelBuilder
            .Entity<SupportSession>()
            .HasQueryFilter(one =>
                (SeesEverything || SeenEditions.Contains(one.Edition) || SeenApplications.Contains(one.Number))
                && !BarredApplications.Contains(one.Number)
            );
        modelBuilder
            .Entity<MonthlyReport>()
            .HasQueryFilter(one =>
                (SeesEverything || SeenEditions.Contains(one.Edition) || SeenApplications.Contains(one.Number))
                && !BarredApplications.Contains(one.Number)
            );
        modelBuilder
            .Entity<UserTrial>()
            .HasQueryFilter(one =>
                (SeesEverything || SeenEditions.Contains(one.Edition) || SeenApplications.Contains(one.Number))
                && !BarredApplications.Contains(one.Number)
            );
        modelBuilder
            .Entity<ReadinessProof>()
            .HasQueryFilter(one =>
                (SeesEverything || SeenEditions.Contains(one.Edition) || SeenApplications.Contains(one.Number))
                && !BarredApplications.Contains(one.Number)
            );
        modelBuilder
            .Entity<Evaluation>()
            .HasQueryFilter(one =>
                (SeesEverything || SeenEditions.Contains(one.Edition) || SeenApplications.Contains(one.Number))
                && !BarredApplications.Contains(one.Number)
            );
        modelBuilder
            .Entity<RollOutVerdict>()
            .HasQueryFilter(one =>
                (SeesEverything || SeenEditions.Contains(one.Edition) || SeenApplications.Contains(one.Number))
                && !BarredApplications.Contains(one.Number)
            );
        modelBuilder
            .Entity<ProjectSheet>()
            .HasQueryFilter(one =>
                (SeesEverything || SeenEditions.Contains(one.Edition) || SeenApplications.Contains(one.Number))
                && !BarredApplications.Contains(one.Number)
            );
    }

    private void FilterNotes(ModelBuilder modelBuilder)
    {
        // A note that speaks of every edition is read by whoever sees a whole one.
        modelBuilder
            .Entity<ChartNote>()
            .HasQueryFilter(note =>
                note.Edition == null
                    ? SeesAnEdition
                    : (SeesEverything || SeenEditions.Contains(note.Edition.Value))
                        && !BrokenEditions.Contains(note.Edition.Value)
            );
    }
}
