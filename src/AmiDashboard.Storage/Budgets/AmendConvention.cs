using System.Collections.Immutable;
using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Budgets;

/// <summary>
/// Records a signed amendment: another amount, another schedule for what is not paid nor asked for yet, or both. What was
/// planned before stays readable. Refused beyond what is committed and below what is paid. The result is the convention's
/// new version.
/// </summary>
public sealed class AmendConvention(Store store) : IOperation<AmendConvention.Request, int>
{
    /// <param name="Change">Added to the amount; zero or negative too.</param>
    /// <param name="Schedule">Stands for every instalment on which no payment was asked for.</param>
    /// <param name="SignedOn">Paris day.</param>
    /// <param name="Version">Of the convention that the person saw.</param>
    /// <param name="Documents">Ids of those that the entry quotes where the amount changes: of the edition or of the project.</param>
    public sealed record Request(
        int Number,
        Money Change,
        ImmutableArray<PlannedInstalment> Schedule,
        DateOnly SignedOn,
        string? Reason,
        int Version,
        IReadOnlyList<long>? Documents = null
    );

    public static Right Right => Right.KeepBudgets;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync(
            viewer,
            Right,
            nameof(AmendConvention),
            writing => ApplyAsync(writing, viewer, request, cancellation),
            cancellation
        );

    /// <summary>The same within a transaction that is open already.</summary>
    internal static async Task<Outcome<int>> ApplyAsync(
        Writing writing,
        Viewer viewer,
        Request request,
        CancellationToken cancellation
    )
    {
        request = request with
        {
            Reason = PlainText.Of(request.Reason),
            Schedule = [.. request.Schedule.Select(one => one.ToPlain())],
        };
        var taken = await BudgetTurn.TakeConventionAsync(writing, request.Number, request.Version, cancellation);
        if (!taken.Done)
        {
            return taken.Refusal;
        }

        var convention = taken.Value;
        if (convention.State != ConventionState.InForce)
        {
            return new Refusal("Refusal_NotSigned");
        }

        var kept = await KeptAsync(writing.Context, convention, cancellation);
        var amount = convention.Amount + request.Change;
        var rest = amount - new Money(kept.Sum(one => one.Amount.Cents));
        var refusal = Check(writing, convention, request) ?? CheckSchedule(request.Schedule, rest);
        if (refusal is not null)
        {
            return refusal;
        }

        var quotes = await EntryQuotes.OfAsync(
            writing,
            convention.Edition,
            convention.Number,
            request.Documents,
            cancellation
        );
        if (!quotes.Done)
        {
            return quotes.Refusal;
        }

        if (request.Change.Cents == 0 && quotes.Value.Length > 0)
        {
            return new Refusal("Refusal_NothingQuotes");
        }

        if (request.Change.Cents != 0)
        {
            var entry = await Ledger.AppendAsync(
                writing,
                viewer,
                new(
                    EntryKind.Contract,
                    convention.Edition,
                    convention.Number,
                    LedgerRules.PostingOf(EntryKind.Contract, request.Change),
                    request.SignedOn,
                    request.Reason!.Trim()
                )
                {
                    Documents = quotes.Value,
                },
                cancellation
            );
            if (!entry.Done)
            {
                return entry.Refusal;
            }
        }

        Replace(writing, convention, request, kept);
        convention.Amount = amount;
        writing.Context.Entry(convention).State = EntityState.Modified;
        writing.Touch(Subject.Budget, request.Number);
        await writing.Context.SaveChangesAsync(cancellation);
        return convention.Version;
    }

    private static Refusal? Check(Writing writing, Convention convention, Request request) =>
        string.IsNullOrWhiteSpace(request.Reason) ? new Refusal("Refusal_ReasonMissing")
        : request.Reason.Length > LedgerEntry.LongestLabel
            ? new Refusal("Refusal_ReasonTooLong", LedgerEntry.LongestLabel)
        : request.SignedOn > ParisTime.DayOf(writing.Now) ? new Refusal("Refusal_DateInFuture")
        : request.SignedOn < convention.SignedOn ? new Refusal("Refusal_DateBeforeLast", convention.SignedOn!.Value)
        : null;

    /// <summary>Nothing left to pay needs no schedule; less than nothing is more than an amendment can take away.</summary>
    private static Refusal? CheckSchedule(ImmutableArray<PlannedInstalment> schedule, Money rest) =>
        rest < Money.Zero ? new Refusal("Refusal_AmendedBelowPaid") : ConventionRules.CheckSchedule(schedule, rest);

    /// <summary>Instalments that payments were asked for on: what is agreed of them is not written anew.</summary>
    private static async Task<List<Instalment>> KeptAsync(
        AmiContext context,
        Convention convention,
        CancellationToken cancellation
    )
    {
        var asked = await context
            .Payments.Where(payment =>
                payment.ConventionId == convention.Id
                && payment.State != PaymentState.Rejected
                && payment.State != PaymentState.Returned
            )
            .Select(payment => payment.InstalmentId)
            .ToListAsync(cancellation);
        return [.. convention.Standing.Where(one => asked.Contains(one.Id))];
    }

    private static void Replace(Writing writing, Convention convention, Request request, List<Instalment> kept)
    {
        foreach (var old in convention.Standing.Except(kept).ToList())
        {
            old.ReplacedAt = writing.Now;
        }

        convention.Instalments.AddRange(request.Schedule.Select(one => one.ToInstalment(writing.Now)));
        convention.Amendments.Add(
            new Amendment
            {
                Position = convention.Amendments.Count + 1,
                SignedOn = request.SignedOn,
                Change = request.Change,
                Reason = request.Reason!.Trim(),
                RecordedAt = writing.Now,
                RecordedBy = writing.By,
            }
        );
    }
}
