namespace AmiDashboard.Core.Prototypes.Figures;

/// <summary>
/// Work and money of a prototype, or of several together, held against their plan: earned value management. Terms and
/// formulas are those of ANSI EIA-748 and of the PMI Practice Standard for Earned Value Management. What cannot be known
/// (nothing granted, nothing earned, a division by zero) is null, never zero.
/// </summary>
/// <param name="Work">By the weights of the milestones; null where nothing is planned.</param>
/// <param name="Money">Null where nothing is granted, or nothing is planned, or the viewer may not see budgets.</param>
public sealed record EarnedValue(EarnedWork? Work, EarnedMoney? Money)
{
    /// <summary>SV, schedule variance: EV − PV. Negative for late.</summary>
    public Money? ScheduleVariance => Money?.Earned - Money?.Planned;

    /// <summary>CV, cost variance: EV − AC. Negative where it costs more than it earned.</summary>
    public Money? CostVariance => Money?.Earned - Money?.Actual;

    /// <summary>
    /// SPI, schedule performance index: EV / PV, 1 for in time and less for late. From the work alone, which gives the same
    /// and is known without money too; null before anything is planned.
    /// </summary>
    public decimal? SchedulePerformance => Work is { Planned: > 0 } work ? work.Earned / work.Planned : null;

    /// <summary>CPI, cost performance index: EV / AC, what each euro spent has earned; null before anything is paid.</summary>
    public decimal? CostPerformance =>
        Money is { } money && Positive(money.Actual) ? Ratio(money.Earned, money.Actual) : null;

    /// <summary>EAC, estimate at completion: BAC / CPI, to the nearest cent; null before anything is both earned and paid.</summary>
    public Money? EstimateAtCompletion =>
        Money is { } money && Positive(money.Earned) && Positive(money.Actual)
            ? money.Budget.Times(Ratio(money.Actual, money.Earned))
            : null;

    /// <summary>ETC, estimate to complete: EAC − AC.</summary>
    public Money? EstimateToComplete => EstimateAtCompletion - Money?.Actual;

    /// <summary>VAC, variance at completion: BAC − EAC. Negative where it will cost more than was granted.</summary>
    public Money? VarianceAtCompletion => Money?.Budget - EstimateAtCompletion;

    /// <summary>
    /// TCPI, to-complete performance index: (BAC − EV) / (BAC − AC), what each euro left has to earn; null where none is left.
    /// </summary>
    public decimal? ToCompletePerformance =>
        Money is { } money && money.Budget > money.Actual
            ? Ratio(money.Budget - money.Earned, money.Budget - money.Actual)
            : null;

    public static EarnedValue Of(PlanStanding standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        if (standing.Weight == 0)
        {
            return new(Work: null, Money: null);
        }

        var work = new EarnedWork(
            (decimal)standing.PlannedWeight / standing.Weight,
            (decimal)standing.EarnedWeight / standing.Weight
        );
        var balance = standing.Fact.Budget?.Balances.At(standing.Day, knownOn: standing.Day);
        return new(
            work,
            balance is { } known && Positive(known.Granted)
                ? new(known.Granted, known.Granted.Times(work.Planned), known.Granted.Times(work.Earned), known.Paid)
                : null
        );
    }

    private static bool Positive(Money amount) => amount > Core.Money.Zero;

    private static decimal Ratio(Money part, Money whole) => (decimal)part.Cents / whole.Cents;
}

/// <summary>Shares of the whole work, from 0 to 1.</summary>
/// <param name="Planned">What was to be reached by the day, by the baseline.</param>
/// <param name="Earned">What is reached: a milestone counts once it is, and not before (the 0/100 rule).</param>
public sealed record EarnedWork(decimal Planned, decimal Earned);

/// <summary>The same work in euros, each amount to the nearest cent, half a cent to the even one.</summary>
/// <param name="Budget">BAC, budget at completion: what is granted.</param>
/// <param name="Planned">PV, planned value.</param>
/// <param name="Earned">EV, earned value.</param>
/// <param name="Actual">AC, actual cost: what is paid, which is all that the programme knows of what is spent.</param>
public sealed record EarnedMoney(Money Budget, Money Planned, Money Earned, Money Actual);
