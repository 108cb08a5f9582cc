using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Budgets.Figures;

namespace AmiDashboard.Web.Budgets;

/// <summary>How far a project's money has come, in one word.</summary>
public enum MoneyState
{
    /// <summary>Nothing granted stands.</summary>
    NotGranted,
    Granted,
    Committed,

    /// <summary>A convention is written, and not signed.</summary>
    Drafted,
    InForce,

    /// <summary>All that is contracted is paid.</summary>
    PaidInFull,
    Closed,
}

/// <summary>One project in the table of budgets.</summary>
/// <param name="Next">What is expected next; null where nothing is.</param>
public sealed record ProjectLine(
    int Number,
    string Title,
    string? Ministry,
    Posting Balance,
    ExpectedPayment? Next,
    MoneyState State
)
{
    public static ProjectLine Of(ProjectStanding standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        return new(
            standing.Number,
            standing.Project.Title,
            standing.Project.Ministry,
            standing.Balance,
            standing.Expected.MinBy(one => one.DueOn),
            StateOf(standing)
        );
    }

    public static MoneyState StateOf(ProjectStanding standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        var (convention, balance) = (standing.Project.Convention, standing.Balance);
        return convention?.ClosedOn <= standing.Day ? MoneyState.Closed
            : balance.Contracted > Money.Zero
                ? balance.Remaining > Money.Zero ? MoneyState.InForce
                    : MoneyState.PaidInFull
            : convention is not null ? MoneyState.Drafted
            : balance.Committed > Money.Zero ? MoneyState.Committed
            : balance.Granted > Money.Zero ? MoneyState.Granted
            : MoneyState.NotGranted;
    }
}
