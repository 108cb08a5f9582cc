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
                && LastActivityOn(standing, asOf)?.AddDays(SilentDays) <= standing.Day,
            _ => throw new ArgumentOutOfRangeException(nameof(alert), alert, null),
        };
    }

    private static bool IsUnsigned(ProjectStanding standing) =>
        standing.Balance.Granted > Money.Zero
        && !(standing.Project.Convention?.SignedOn <= standing.Day)
        && standing.Project.Balances.FirstWhen(sum => sum.Granted > Money.Zero)?.AddDays(DaysToSign) <= standing.Day;

    /// <summary>On a past day the last activity of all says nothing: then the last of those that carry their date.</summary>
    private static DateOnly? LastActivityOn(ProjectStanding standing, DateTime asOf)
    {
        var project = standing.Project;
        if (project.LastActivityAt <= asOf)
        {
            return ParisTime.DayOf(project.LastActivityAt.Value);
        }

        IEnumerable<DateTime> instants =
        [
            .. project.Instalments.SelectMany(one => one.Forecasts.Select(forecast => forecast.RecordedAt)),
            .. project.Instalments.Select(one => one.ValidFrom),
            .. project.Payments.SelectMany(one => one.Steps.Select(step => step.At)),
            .. project.Payments.SelectMany(one => one.Documents.Select(document => document.AddedAt)),
        ];
        return instants
            .Where(at => at <= asOf)
            .Select(at => (DateOnly?)ParisTime.DayOf(at))
            .Append(project.Balances.LastAt(standing.Day, knownOn: standing.Day)?.RecordedOn)
            .Max();
    }
}

public sealed record BudgetAlertCount(BudgetAlert Alert, ProjectSet Projects);
