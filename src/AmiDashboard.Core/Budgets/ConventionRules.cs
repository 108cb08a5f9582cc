using System.Collections.Immutable;
using AmiDashboard.Core.Applications;

namespace AmiDashboard.Core.Budgets;

/// <summary>One line of a schedule as a form gives it.</summary>
public sealed record PlannedInstalment(
    InstalmentKind Kind,
    string Label,
    Money Amount,
    DateOnly PlannedOn,
    ImmutableArray<DocumentKind> Required,
    string? Milestone = null,
    string? Conditions = null
)
{
    /// <summary>Without what a database cannot hold.</summary>
    public PlannedInstalment ToPlain() =>
        this with
        {
            Label = PlainText.Of(Label) ?? "",
            Milestone = PlainText.Of(Milestone),
            Conditions = PlainText.Of(Conditions),
        };

    /// <param name="validFrom">UTC.</param>
    public Instalment ToInstalment(DateTime validFrom) =>
        new()
        {
            Kind = Kind,
            Label = Label.Trim(),
            Amount = Amount,
            PlannedOn = PlannedOn,
            Required = [.. Required.Distinct()],
            Milestone = string.IsNullOrWhiteSpace(Milestone) ? null : Milestone.Trim(),
            Conditions = string.IsNullOrWhiteSpace(Conditions) ? null : Conditions.Trim(),
            ValidFrom = validFrom,
        };
}

/// <summary>What a convention and its schedule must be.</summary>
public static class ConventionRules
{
    public const int MostInstalments = 60;

    /// <summary>The usual time limit of public payments in France.</summary>
    public const int UsualPaymentDays = 30;

    /// <summary>Null where the names and numbers of a convention are in their ranges.</summary>
    public static Refusal? Check(
        string beneficiary,
        string? reference,
        Money amount,
        Money coFinancing,
        int paymentDays
    ) =>
        string.IsNullOrWhiteSpace(beneficiary) || beneficiary.Length > Convention.LongestName
            ? new Refusal("Refusal_Beneficiary", Convention.LongestName)
        : reference?.Length > Convention.LongestName ? new Refusal("Refusal_ReferenceTooLong", Convention.LongestName)
        : amount.Cents <= 0 ? new Refusal("Refusal_AmountNotPositive")
        : coFinancing < Money.Zero ? new Refusal("Refusal_CoFinancing")
        : paymentDays is < 1 or > 365 ? new Refusal("Refusal_PaymentDays")
        : null;

    /// <summary>
    /// Null where a schedule may stand: at least one line, each above zero and named, a balance only as the last, and all
    /// of them together exactly what they have to come to.
    /// </summary>
    /// <param name="wanted">What the lines must add up to.</param>
    public static Refusal? CheckSchedule(IReadOnlyList<PlannedInstalment> schedule, Money wanted)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        if (schedule.Count > MostInstalments)
        {
            return new Refusal("Refusal_TooManyInstalments", MostInstalments);
        }

        if (schedule.Any(one => one.Amount.Cents <= 0))
        {
            return new Refusal("Refusal_InstalmentAmount");
        }

        if (
            schedule.Any(one =>
                string.IsNullOrWhiteSpace(one.Label)
                || one.Label.Length > Convention.LongestName
                || one.Milestone?.Length > Convention.LongestName
                || one.Conditions?.Length > StageRules.LongestReason
            )
        )
        {
            return new Refusal("Refusal_InstalmentLabel", Convention.LongestName, StageRules.LongestReason);
        }

        var balance = schedule.Where(one => one.Kind == InstalmentKind.Balance).ToList();
        if (balance.Count > 1 || balance.Any(last => schedule.Any(one => one.PlannedOn > last.PlannedOn)))
        {
            return new Refusal("Refusal_BalanceNotLast");
        }

        var sum = new Money(schedule.Sum(one => one.Amount.Cents));
        return sum != wanted ? new Refusal("Refusal_ScheduleSum", sum, wanted) : null;
    }
}
