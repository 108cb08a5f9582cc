using System.Collections.Immutable;
using AmiDashboard.Core;
using AmiDashboard.Core.Budgets.Matching;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Budgets;

/// <summary>
/// Records the payments that somebody confirmed of a file, all of them or none. Each line is matched again as everything
/// stands by then: one that is no longer what was confirmed is refused by its line; one whose payment was recorded already,
/// the same to the cent and the day, counts as done. Applied twice it changes nothing.
/// </summary>
public sealed class ApplyPaymentFile(Store store) : IOperation<ApplyPaymentFile.Request, ApplyPaymentFile.Result>
{
    /// <param name="Lines">All lines of the file: what one is depends on the others.</param>
    /// <param name="Confirmed">Line of the file, and the payment that it was said to be.</param>
    public sealed record Request(ImmutableArray<PaymentFileLine> Lines, ImmutableDictionary<int, long> Confirmed);

    /// <param name="Already">Recorded before.</param>
    public sealed record Result(int Paid, int Already);

    public static Right Right => Right.Pay;

    public Task<Outcome<Result>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync(
            viewer,
            Right,
            nameof(ApplyPaymentFile),
            writing => ApplyAsync(writing, viewer, request, cancellation),
            cancellation
        );

    /// <summary>The same within a transaction that is open already.</summary>
    internal static async Task<Outcome<Result>> ApplyAsync(
        Writing writing,
        Viewer viewer,
        Request request,
        CancellationToken cancellation
    )
    {
        await BudgetTurn.TakeAsync(writing, cancellation);
        var matches = await PaymentFilePreview.MatchAsync(writing.Context, request.Lines, cancellation);
        var (paid, already) = (0, 0);
        // In the order of the days: a project's entries follow one another.
        foreach (var match in matches.OrderBy(match => match.Line.PaidOn).ThenBy(match => match.Line.Line))
        {
            if (!request.Confirmed.TryGetValue(match.Line.Line, out var wanted))
            {
                continue;
            }

            if (match.PaymentId != wanted)
            {
                return new Refusal("Refusal_LineChanged", match.Line.Line);
            }

            if (match is { Kind: MatchKind.Duplicate, IsIdenticalDuplicate: true })
            {
                already++;
                continue;
            }

            if (!match.IsPayable)
            {
                return new Refusal("Refusal_LineNotPayable", match.Line.Line);
            }

            var version = await writing
                .Context.Payments.Where(payment => payment.Id == wanted)
                .Select(payment => payment.Version)
                .SingleAsync(cancellation);
            var recorded = await RecordPayment.ApplyAsync(
                writing,
                viewer,
                new(wanted, match.Line.PaidOn, match.Line.Reference, version),
                cancellation
            );
            if (!recorded.Done)
            {
                return recorded.Refusal;
            }

            paid++;
        }

        return paid + already == 0 ? new Refusal("Refusal_NoLine") : new Result(paid, already);
    }
}
