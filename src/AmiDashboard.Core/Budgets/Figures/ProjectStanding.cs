using System.Collections.Immutable;
using AmiDashboard.Core.Applications.Figures;

namespace AmiDashboard.Core.Budgets.Figures;

/// <summary>
/// One project's money at an instant: its balances, its schedule as it stood, and what of it was still expected. A draft's
/// schedule counts too: it is already what one plans with.
/// </summary>
/// <param name="Day">The instant's Paris day.</param>
/// <param name="Balance">At the end of that day, as it was known then.</param>
/// <param name="Schedule">
/// The instalments that stood, in the order of their planned days; of a closed convention, what was paid of them.
/// </param>
/// <param name="Expected">
/// In the order of the schedule; together exactly what the ledger has not paid of it. Nothing once the convention is closed.
/// </param>
public sealed record ProjectStanding(
    ProjectBudget Project,
    DateOnly Day,
    Posting Balance,
    ImmutableArray<InstalmentFact> Schedule,
    ImmutableArray<ExpectedPayment> Expected
)
{
    public int Number => Project.Number;

    /// <summary>Whether there was anything to say of its money yet.</summary>
    public bool HasMoney => Balance != Posting.Nothing || !Schedule.IsEmpty;

    public Money ExpectedInAll => Money.Sum(Expected.Select(one => one.Amount));

    /// <summary>What the schedule foresaw up to the standing's day, included.</summary>
    public Money PlannedToDate => Money.Sum(Schedule.Where(one => one.PlannedOn <= Day).Select(one => one.Amount));

    public Money PlannedIn(Period period) =>
        Money.Sum(Schedule.Where(one => period.Contains(one.PlannedOn)).Select(one => one.Amount));

    /// <summary>Those that a scope admits, by number.</summary>
    public static IEnumerable<ProjectStanding> Of(BudgetFacts facts, FigureScope scope)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Admitted(scope).Select(project => Of(project, scope.AsOf));
    }

    /// <param name="asOf">UTC.</param>
    public static ProjectStanding Of(ProjectBudget project, DateTime asOf)
    {
        ArgumentNullException.ThrowIfNull(project);
        var day = ParisTime.DayOf(asOf);
        var balance = project.Balances.At(day, knownOn: day);
        ImmutableArray<InstalmentFact> schedule =
        [
            .. project.Instalments.Where(one => one.StandsAt(asOf)).OrderBy(one => one.PlannedOn).ThenBy(one => one.Id),
        ];
        return project.ConventionOn(day) == ConventionState.Closed
            ? new(project, day, balance, PaidOf(project, schedule, balance.Paid, asOf), [])
            : new(project, day, balance, schedule, ExpectedOf(project, schedule, balance.Paid, day, asOf));
    }

    /// <summary>What a closed convention foresaw and did not pay was given back: it is planned no more.</summary>
    private static ImmutableArray<InstalmentFact> PaidOf(
        ProjectBudget project,
        ImmutableArray<InstalmentFact> schedule,
        Money paid,
        DateTime asOf
    )
    {
        var rests = RestsOf(schedule, project.Payments.ToLookup(payment => payment.InstalmentId), paid, asOf);
        return
        [
            .. schedule
                .Select((one, index) => one with { Amount = one.Amount - rests[index] })
                .Where(one => one.Amount > Money.Zero),
        ];
    }

    private static ImmutableArray<ExpectedPayment> ExpectedOf(
        ProjectBudget project,
        ImmutableArray<InstalmentFact> schedule,
        Money paid,
        DateOnly day,
        DateTime asOf
    )
    {
        var payments = project.Payments.ToLookup(payment => payment.InstalmentId);
        var rests = RestsOf(schedule, payments, paid, asOf);
        var expected = ImmutableArray.CreateBuilder<ExpectedPayment>();
        for (var index = 0; index < schedule.Length; index++)
        {
            var (instalment, rest) = (schedule[index], rests[index]);
            var forecast = instalment.ForecastAt(asOf);
            foreach (var payment in payments[instalment.Id].Where(one => one.IsOpenAt(asOf)))
            {
                var due = payment.StateAt(asOf) == PaymentState.Requested ? forecast : payment.DueOn ?? forecast;
                Add(payment, Money.Least(payment.Amount, rest), due);
            }

            Add(null, rest, forecast);

            void Add(PaymentFact? payment, Money amount, DateOnly due)
            {
                rest -= amount;
                if (amount > Money.Zero)
                {
                    expected.Add(new(instalment, payment, amount, forecast, due, day));
                }
            }
        }

        return expected.ToImmutable();
    }

    /// <summary>
    /// What the ledger has not paid of each instalment. How much was paid is the ledger's word; the payments only say of
    /// which instalment, and what they do not say (they were made before an amendment) is taken from the earliest.
    /// </summary>
    private static Money[] RestsOf(
        ImmutableArray<InstalmentFact> schedule,
        ILookup<long, PaymentFact> payments,
        Money paid,
        DateTime asOf
    )
    {
        Money[] rests = [.. schedule.Select(instalment => instalment.Amount)];
        for (var index = 0; index < rests.Length; index++)
        {
            Take(
                index,
                Money.Sum(
                    payments[schedule[index].Id]
                        .Where(one => one.StateAt(asOf) == PaymentState.Paid)
                        .Select(one => one.Amount)
                )
            );
        }

        for (var index = 0; index < rests.Length; index++)
        {
            Take(index, paid);
        }

        return rests;

        void Take(int index, Money amount)
        {
            var taken = Money.Least(Money.Least(amount, rests[index]), paid);
            (rests[index], paid) = (rests[index] - taken, paid - taken);
        }
    }
}

/// <summary>What is still expected of an instalment: by a payment under way, or (null) by one yet to be requested.</summary>
/// <param name="Amount">A part of the instalment where others were paid, or are under way.</param>
/// <param name="ForecastOn">Paris day that the instalment was expected on, as one knew.</param>
/// <param name="DueOn">Paris day: that of the payment once its documents are complete, else the forecast's.</param>
/// <param name="Day">The Paris day of the standing.</param>
public sealed record ExpectedPayment(
    InstalmentFact Instalment,
    PaymentFact? Payment,
    Money Amount,
    DateOnly ForecastOn,
    DateOnly DueOn,
    DateOnly Day
)
{
    /// <summary>When one may expect it: as forecast, but never in the past.</summary>
    public DateOnly ExpectedOn => ForecastOn < Day ? Day : ForecastOn;

    /// <summary>Whether the day it was expected on is past.</summary>
    public bool IsLate => ForecastOn < Day;

    /// <summary>Whether the day it is due on is past.</summary>
    public bool IsOverdue => DueOn < Day;
}
