using System.Collections.Immutable;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Budgets.Figures;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Budgets;

/// <summary>What is kept of some projects' money beside the ledger: flat queries joined here.</summary>
internal sealed class ProjectMoney
{
    private readonly Dictionary<int, Convention> conventions;
    private readonly ILookup<int, Payment> payments;
    private readonly ILookup<long, DocumentRow> documents;
    private readonly ILookup<int, DateTime> documentDates;
    private readonly ILookup<int, BudgetComment> comments;

    private ProjectMoney(
        List<Convention> conventions,
        List<Payment> payments,
        List<DocumentRow> documents,
        List<BudgetComment> comments
    )
    {
        this.conventions = conventions.ToDictionary(convention => convention.Number);
        this.payments = payments.ToLookup(payment => payment.Number);
        this.documents = documents
            .Where(document => document.PaymentId is not null)
            .ToLookup(document => document.PaymentId!.Value);
        documentDates = documents.ToLookup(document => document.Number, document => document.AddedAt);
        this.comments = comments.ToLookup(comment => comment.Number);
    }

    /// <param name="numbers">Null for all.</param>
    public static async Task<ProjectMoney> LoadAsync(
        AmiContext context,
        HashSet<int>? numbers,
        CancellationToken cancellation
    )
    {
        var (conventions, payments, documents, comments) = (
            context.Conventions.AsQueryable(),
            context.Payments.AsQueryable(),
            context.BudgetDocuments.Where(document => document.Number != null),
            context.BudgetComments.AsQueryable()
        );
        if (numbers is not null)
        {
            conventions = conventions.Where(convention => numbers.Contains(convention.Number));
            payments = payments.Where(payment => numbers.Contains(payment.Number));
            documents = documents.Where(document => numbers.Contains(document.Number!.Value));
            comments = comments.Where(comment => numbers.Contains(comment.Number));
        }

        return new(
            await conventions
                .Include(convention => convention.Instalments)
                    .ThenInclude(instalment => instalment.Revisions)
                .Include(convention => convention.Amendments)
                .AsSplitQuery()
                .ToListAsync(cancellation),
            await payments.Include(payment => payment.Steps).OrderBy(payment => payment.Id).ToListAsync(cancellation),
            await documents
                .Select(document => new DocumentRow(
                    document.Number!.Value,
                    document.PaymentId,
                    document.Kind,
                    document.AddedAt,
                    document.WithdrawnAt
                ))
                .ToListAsync(cancellation),
            await comments.OrderBy(comment => comment.Id).ToListAsync(cancellation)
        );
    }

    public ProjectBudget BudgetOf(int number, int edition, string title, FollowedLedger ledger)
    {
        var convention = conventions.GetValueOrDefault(number);
        return new ProjectBudget
        {
            Number = number,
            Edition = edition,
            Title = title,
            Balances = ledger.Projects.GetValueOrDefault(number) ?? BalanceSeries.Empty,
            Convention = convention is null
                ? null
                : new ConventionFact(
                    convention.Beneficiary,
                    convention.Reference,
                    convention.CoFinancing,
                    convention.SignedOn,
                    convention.ClosedOn
                ),
            Instalments = convention is null ? [] : [.. Instalments(convention)],
            Payments = [.. payments[number].Select(PaymentOf)],
            Comment = comments[number].LastOrDefault()?.Text,
            ConventionSteps = ledger.Conventions.GetValueOrDefault(number, []),
            Activities = [.. Activities(number, convention).Order()],
        };
    }

    private static IEnumerable<InstalmentFact> Instalments(Convention convention) =>
        convention
            .Instalments.OrderBy(instalment => instalment.PlannedOn)
            .ThenBy(instalment => instalment.Id)
            .Select(instalment => new InstalmentFact(
                instalment.Id,
                instalment.Kind,
                instalment.Label,
                instalment.Amount,
                instalment.PlannedOn,
                instalment.Milestone,
                [.. instalment.Required],
                instalment.ValidFrom,
                instalment.ReplacedAt,
                [
                    .. instalment
                        .Revisions.OrderBy(revision => revision.Id)
                        .Select(revision => new DatedForecast(revision.ForecastOn, revision.RecordedAt)),
                ]
            ));

    private PaymentFact PaymentOf(Payment payment) =>
        new(
            payment.Id,
            payment.InstalmentId,
            payment.Amount,
            payment.DueOn,
            payment.PaidOn,
            [.. payment.Steps.OrderBy(step => step.Id).Select(step => new DatedState(step.State, step.At))],
            [
                .. documents[payment.Id]
                    .Select(document => new DatedDocument(document.Kind, document.AddedAt, document.WithdrawnAt)),
            ]
        );

    private IEnumerable<DateTime> Activities(int number, Convention? convention) =>
        [
            .. convention is null ? [] : (DateTime[])[convention.DraftedAt],
            .. convention?.Amendments.Select(amendment => amendment.RecordedAt) ?? [],
            .. convention?.Instalments.Select(instalment => instalment.ValidFrom) ?? [],
            .. convention?.Instalments.SelectMany(one => one.Revisions).Select(one => one.RecordedAt) ?? [],
            .. payments[number].SelectMany(payment => payment.Steps).Select(step => step.At),
            .. documentDates[number],
            .. comments[number].Select(comment => comment.RecordedAt),
        ];

    private sealed record DocumentRow(
        int Number,
        long? PaymentId,
        DocumentKind Kind,
        DateTime AddedAt,
        DateTime? WithdrawnAt
    );
}
