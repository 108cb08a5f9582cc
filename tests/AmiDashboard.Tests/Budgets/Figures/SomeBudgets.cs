using System.Collections.Immutable;
using AmiDashboard.Applications.Figures;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Budgets.Figures;

namespace AmiDashboard.Budgets.Figures;

/// <summary>Facts of budgets as small as a test needs them. Days are of 2019 unless said otherwise, in Paris; amounts are thousands of euros.</summary>
internal static class SomeBudgets
{
    public static DateOnly Day(int month, int day, int year = 2019) => new(year, month, day);

    /// <summary>At noon.</summary>
    public static DateTime At(int month, int day, int year = 2019) => SomeFacts.At(year, month, day);

    public static Money Thousand(int euros) => Money.FromEuros(euros * 1000m);

    /// <summary>All projects, on 30 June 2019 at noon.</summary>
    public static FigureScope Scope(DateTime? asOf = null, ApplicationFilter? filter = null) =>
        SomeFacts.Scope(filter, asOf ?? At(6, 30));

    public static BudgetFacts Facts(params ProjectBudget[] projects) =>
        BudgetFacts.None with
        {
            Projects = projects.ToImmutableDictionary(project => project.Number),
        };

    public static ProjectBudget Project(int number = 1, string? ministry = "Justice", int edition = 1) =>
        new()
        {
            Number = number,
            Edition = edition,
            Title = $"Projet {number}",
            Application = SomeFacts.One(SomeFacts.At(2018, 9, 1), edition, ministry) with
            {
                Number = number,
                Requested = Thousand(300),
            },
        };

    public static BudgetFacts WithEdition(this BudgetFacts facts, int number, int envelope, int fees = 0) =>
        facts with
        {
            Editions = facts.Editions.SetItem(
                number,
                new EditionBudget(
                    number,
                    $"Édition {number}",
                    "Transition numérique de l’État",
                    BalanceSeries.Empty.Append(
                        Day(6, 1, 2018),
                        Day(6, 1, 2018),
                        Posting.Nothing with
                        {
                            Envelope = Thousand(envelope),
                            Fees = Thousand(fees),
                        }
                    )
                )
            ),
        };

    /// <summary>One more entry, recorded on its accounting day unless said otherwise.</summary>
    public static ProjectBudget Entry(
        this ProjectBudget project,
        EntryKind kind,
        Money amount,
        DateOnly on,
        DateOnly? recordedOn = null
    ) => project with { Balances = project.Balances.Append(on, recordedOn ?? on, LedgerRules.PostingOf(kind, amount)) };

    /// <summary>Granted, committed and contracted on one day, and signed on it.</summary>
    public static ProjectBudget Signed(this ProjectBudget project, int thousand, DateOnly on) =>
        project
            .Entry(EntryKind.Grant, Thousand(thousand), on)
            .Entry(EntryKind.Commitment, Thousand(thousand), on)
            .Entry(EntryKind.Contract, Thousand(thousand), on) with
        {
            Convention = new ConventionFact($"Bénéficiaire {project.Number}", null, Money.Zero, on, null),
            ConventionSteps = [new(ConventionState.InForce, on, on)],
        };

    /// <summary>One more line of the schedule, valid since 2018.</summary>
    public static ProjectBudget Planned(
        this ProjectBudget project,
        long id,
        int thousand,
        DateOnly on,
        params DatedForecast[] forecasts
    ) =>
        project with
        {
            Instalments = project.Instalments.Add(
                new InstalmentFact(
                    id,
                    InstalmentKind.Instalment,
                    $"Acompte {id}",
                    Thousand(thousand),
                    on,
                    null,
                    [DocumentKind.SpendingStatement, DocumentKind.ServiceDone],
                    SomeFacts.At(2018, 12, 1),
                    null,
                    [.. forecasts]
                )
            ),
        };

    public static DatedForecast Forecast(DateOnly on, DateTime recordedAt) => new(on, recordedAt);

    /// <summary>A payment that was made: its entry and its steps.</summary>
    public static ProjectBudget Paid(this ProjectBudget project, long instalment, int thousand, DateOnly on) =>
        project.Entry(EntryKind.Payment, Thousand(thousand), on) with
        {
            Payments = project.Payments.Add(
                new PaymentFact(
                    (instalment * 10) + project.Payments.Length,
                    instalment,
                    Thousand(thousand),
                    on,
                    on,
                    [
                        new(PaymentState.Requested, ParisTime.StartOf(on.AddDays(-20))),
                        new(PaymentState.DocumentsComplete, ParisTime.StartOf(on.AddDays(-10))),
                        new(PaymentState.Paid, ParisTime.StartOf(on)),
                    ],
                    []
                )
            ),
        };

    /// <summary>A payment that is asked for; complete, and so due, where a day says so.</summary>
    public static ProjectBudget Requested(
        this ProjectBudget project,
        long instalment,
        int thousand,
        DateTime at,
        DateTime? completeAt = null,
        DateOnly? due = null,
        params DatedDocument[] documents
    ) =>
        project with
        {
            Payments = project.Payments.Add(
                new PaymentFact(
                    (instalment * 10) + project.Payments.Length,
                    instalment,
                    Thousand(thousand),
                    due,
                    null,
                    completeAt is { } complete
                        ? [new(PaymentState.Requested, at), new(PaymentState.DocumentsComplete, complete)]
                        : [new(PaymentState.Requested, at)],
                    [.. documents]
                )
            ),
        };
}
