using System.Collections.Immutable;
using AmiDashboard.Core.Applications.Figures;

namespace AmiDashboard.Core.Budgets.Figures;

/// <summary>What of a project's money wants looking at.</summary>
public enum BudgetAlert
{
    /// <summary>A payment, or an instalment that nobody requested, is due since before today.</summary>
    PaymentOverdue,

    /// <summary>A requested payment lacks a document that its instalment asks for.</summary>
    DocumentMissing,

    /// <summary>What is paid and expected is more than granted.</summary>
    ForecastBeyondGrant,

    /// <summary>Granted for <see cref="BudgetAlerts.DaysToSign"/> days or more, and no convention signed.</summary>
    ConventionUnsigned,

    /// <summary>Something remains to be paid, and nobody did anything for <see cref="BudgetAlerts.SilentDays"/> days or more.</summary>
    Silent,
}

/// <summary>One counter for each alert, the empty ones too, in the order of the enumeration.</summary>
public sealed record BudgetAlerts(FigureScope Scope, ImmutableArray<BudgetAlertCount> Counts)
{
    public const int DaysToSign = 60;

    public const int SilentDays = 90;

    public static BudgetAlerts Of(BudgetFacts facts, FigureScope scope)
    {
        ProjectStanding[] standings = [.. ProjectStanding.Of(facts, scope)];
        return new(
            scope,
            [
                .. Enum.GetValues<BudgetAlert>()
                    .Select(alert => new BudgetAlertCount(
                        alert,
                        ProjectSet.Of(
                            scope,
                            standings.Where(one => IsRaised(alert, one, scope.AsOf)).Select(one => one.Number)
                        )
                    )),
            ]
        );
    }

    /// <param name="asOf">UTC: the instant of the standing.</param>
    public static bool IsRaised(BudgetAlert alert, ProjectStanding standing, DateTime asOf)
    {
        ArgumentNullException.ThrowIfNull(standing);
        return alert switch
        {
            BudgetAlert.PaymentOverdue => standing.Expected.Any(one => one.IsOverdue),
            BudgetAlert.DocumentMissing => standing.Project.Payments.Any(payment =>
                WaitingPayment.Of(standing.Project, payment, asOf) is not null
            ),
            BudgetAlert.ForecastBeyondGrant => standing.Balance.Paid + standing.ExpectedInAll
                > standing.Balance.Granted,
            BudgetAlert.ConventionUnsigned => IsUnsigned(standing),
            BudgetAlert.Silent => standing.Balance.Remaining > Money.Zero
                && standing.Project.LastActivityOn(asOf)?.AddDays(SilentDays) <= standing.Day,
            _ => throw new ArgumentOutOfRangeException(nameof(alert), alert, null),
        };
    }

    private static bool IsUnsigned(ProjectStanding standing) =>
        standing.Balance.Granted > Money.Zero
        && standing.Project.ConventionOn(standing.Day) == ConventionState.Draft
        && standing.Project.Balances.FirstWhen(sum => sum.Granted > Money.Zero)?.AddDays(DaysToSign) <= standing.Day;
}

public sealed record BudgetAlertCount(BudgetAlert Alert, ProjectSet Projects);
