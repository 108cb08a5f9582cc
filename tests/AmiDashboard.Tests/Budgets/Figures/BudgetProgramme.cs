using System.Collections.Immutable;
using AmiDashboard.Applications.Figures;
using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Budgets.Figures;

namespace AmiDashboard.Budgets.Figures;

/// <summary>
/// Laureates as they are: a grant of 150 to 300 k€, an advance of 30 %, two instalments and a balance, some late. The first
/// edition was granted in November 2018, the second a year later. Equal programmes draw equal facts.
/// </summary>
internal sealed record BudgetProgramme
{
    private static readonly string[] Ministries =
    [
        "Ministère de la Transition écologique et solidaire",
        "Ministère de l’Agriculture et de l’Alimentation",
        "Ministère de l’Enseignement supérieur, de la Recherche et de l’Innovation",
        "Ministère des Solidarités et de la Santé",
        "Ministère de l’Économie et des Finances",
        "Ministère de la Justice",
        "Services du Premier ministre",
        "Ministère de l’Intérieur",
    ];

    private static readonly string[] Titles =
    [
        "Détection des constructions irrégulières sur images aériennes",
        "Ciblage des contrôles sanitaires des établissements",
        "Répondre aux questions des agents sur le droit de l’environnement",
        "Prédire les irrégularités des marchés",
        "Aide au codage des certificats de décès",
        "NEXUS – urgences",
    ];

    private static readonly DocumentKind[] Proofs =
    [
        DocumentKind.SpendingStatement,
        DocumentKind.Deliverable,
        DocumentKind.ServiceDone,
    ];

    public int Projects { get; init; } = 6;

    /// <summary>Of the second edition.</summary>
    public int Later { get; init; }

    /// <summary>Euros for each edition; none where the viewer sees some projects only.</summary>
    public int? Envelope { get; init; } = 2_000_000;

    /// <summary>How much later than planned payments are made, at the most.</summary>
    public int MostDaysLate { get; init; } = 80;

    /// <summary>Times the usual amounts.</summary>
    public long Scale { get; init; } = 1;

    public Func<int, string>? TitleOf { get; init; }

    public Func<int, string?>? MinistryOf { get; init; }

    /// <param name="asOf">UTC: payments that were to be made by then were, more or less.</param>
    public BudgetFacts Draw(DateTime asOf)
    {
        var random = new Random(7);
        var projects = Enumerable
            .Range(0, Projects)
            .Select(index => Project(index, index < Projects - Later ? 1 : 2, ParisTime.DayOf(asOf), random))
            .ToImmutableDictionary(project => project.Number);
        return new BudgetFacts(projects, Editions());
    }

    private ImmutableDictionary<int, EditionBudget> Editions() =>
        Envelope is not { } euros
            ? ImmutableDictionary<int, EditionBudget>.Empty
            : Enumerable
                .Range(1, Later > 0 ? 2 : 1)
                .ToImmutableDictionary(
                    number => number,
                    number => new EditionBudget(
                        number,
                        number == 1 ? SomeFacts.First.Name : SomeFacts.Second.Name,
                        "Transition numérique de l’État",
                        Balances(number, euros)
                    )
                );

    private BalanceSeries Balances(int edition, int euros)
    {
        var day = new DateOnly(2017 + edition, 6, 1);
        var envelope = LedgerRules.PostingOf(EntryKind.Envelope, Money.FromEuros(euros * Scale));
        var fees = LedgerRules.PostingOf(EntryKind.Fee, Money.FromEuros(euros * Scale / 40));
        return BalanceSeries.Empty.Append(day, day, envelope).Append(day, day, fees);
    }

    private ProjectBudget Project(int index, int edition, DateOnly today, Random random)
    {
        var number = (edition * 100_000) + index;
        var granted = Money.FromEuros(10_000m * Scale * random.Next(15, 31));
        var grantedOn = new DateOnly(2017 + edition, 11, 21);
        var project = new ProjectBudget
        {
            Number = number,
            Edition = edition,
            Title = TitleOf is { } titleOf ? titleOf(index) : Titles[index % Titles.Length],
            Application = SomeFacts.One(
                SomeFacts.At(2017 + edition, edition == 1 ? 9 : 3, 10),
                edition,
                MinistryOf is { } ministryOf ? ministryOf(index) : Ministries[index % Ministries.Length]
            ) with
            {
                Number = number,
                Requested = granted + Money.FromEuros(50_000),
            },
            Activities = [SomeFacts.At(2017 + edition, 12, 1)],
        }.Known(EntryKind.Grant, granted, grantedOn, today);
        // One in six is still without a convention.
        return index % 6 == 5 && Projects > 1 ? project : Contracted(project, granted, grantedOn, today, random);
    }

    private ProjectBudget Contracted(
        ProjectBudget project,
        Money granted,
        DateOnly grantedOn,
        DateOnly today,
        Random random
    )
    {
        var signedOn = grantedOn.AddDays(random.Next(25, 55));
        project = project.Known(EntryKind.Commitment, granted, grantedOn.AddDays(10), today);
        project = project.Known(EntryKind.Contract, granted, signedOn, today) with
        {
            Convention = new ConventionFact($"Bénéficiaire {project.Number}", null, Money.Zero, signedOn, null),
            ConventionSteps = [new(ConventionState.InForce, signedOn, signedOn)],
        };
        (int Percent, int Days, InstalmentKind Kind)[] schedule =
        [
            (30, 20, InstalmentKind.Advance),
            (25, 130, InstalmentKind.Instalment),
            (25, 230, InstalmentKind.Instalment),
            (20, 340, InstalmentKind.Balance),
        ];
        for (var step = 0; step < schedule.Length; step++)
        {
            var (percent, days, kind) = schedule[step];
            project = Step(
                project,
                step,
                kind,
                new Money(granted.Cents * percent / 100),
                signedOn.AddDays(days),
                today,
                random
            );
        }

        return project;
    }

    private ProjectBudget Step(
        ProjectBudget project,
        int step,
        InstalmentKind kind,
        Money amount,
        DateOnly plannedOn,
        DateOnly today,
        Random random
    )
    {
        var id = (project.Number * 10L) + step;
        var paidOn = plannedOn.AddDays(random.Next(-5, MostDaysLate + 1));
        var forecast = plannedOn.AddDays(random.Next(0, MostDaysLate + 1));
        project = project with
        {
            Instalments = project.Instalments.Add(
                new InstalmentFact(
                    id,
                    kind,
                    $"{kind}",
                    amount,
                    plannedOn,
                    null,
                    [.. kind == InstalmentKind.Advance ? [DocumentKind.SignedConvention] : Proofs],
                    ParisTime.StartOf(project.Convention!.SignedOn!.Value),
                    null,
                    step > 0 ? [new DatedForecast(forecast, ParisTime.StartOf(plannedOn.AddDays(-60)))] : []
                )
            ),
        };
        var requestedAt = ParisTime.StartOf(paidOn.AddDays(-random.Next(25, 75)));
        var isPaid = paidOn <= today;
        ImmutableArray<DatedState> steps = isPaid
            ?
            [
                new(PaymentState.Requested, requestedAt),
                new(PaymentState.DocumentsComplete, ParisTime.StartOf(paidOn.AddDays(-20))),
                new(PaymentState.Paid, ParisTime.StartOf(paidOn)),
            ]
            : [new(PaymentState.Requested, requestedAt)];
        ImmutableArray<DatedDocument> documents =
        [
            .. Proofs.Where(_ => random.Next(2) == 0).Select(proof => new DatedDocument(proof, requestedAt, null)),
        ];
        return project.Known(EntryKind.Payment, amount, paidOn, today) with
        {
            Payments = project.Payments.Add(
                new PaymentFact(id, id, amount, isPaid ? paidOn : null, isPaid ? paidOn : null, steps, documents)
            ),
        };
    }
}

file static class LedgerUntil
{
    /// <summary>With an entry, unless it is of a day to come.</summary>
    public static ProjectBudget Known(
        this ProjectBudget project,
        EntryKind kind,
        Money amount,
        DateOnly on,
        DateOnly today
    )
    {
        // The ledger goes forward: an instalment paid late comes after the next one's own day.
        var last = project.Balances.Days is [.., var before] && before.On > on ? before.On : on;
        return on > today ? project : project.Entry(kind, amount, last);
    }
}
