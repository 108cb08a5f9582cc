using System.Collections.Immutable;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Budgets.Matching;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Budgets;

/// <summary>What the lines of CDC's payment file are, before anything is written.</summary>
public sealed class PaymentFilePreview(Store store) : IRead<PaymentFilePreview.Query, ImmutableArray<PaymentMatch>>
{
    public sealed record Query(ImmutableArray<PaymentFileLine> Lines);

    public static Right Right => Right.Pay;

    public async Task<ImmutableArray<PaymentMatch>> RunAsync(
        Viewer viewer,
        Query query,
        CancellationToken cancellation = default
    )
    {
        await using var context = store.Read(viewer, Right);
        return await MatchAsync(context, query.Lines, cancellation);
    }

    /// <summary>As everything stands in this transaction.</summary>
    internal static async Task<ImmutableArray<PaymentMatch>> MatchAsync(
        AmiContext context,
        ImmutableArray<PaymentFileLine> lines,
        CancellationToken cancellation
    )
    {
        var payments = await context.Payments.AsNoTracking().ToListAsync(cancellation);
        var conventions = await context
            .Conventions.Select(convention => new
            {
                convention.Id,
                convention.Beneficiary,
                convention.Reference,
                convention.SignedOn,
            })
            .ToDictionaryAsync(convention => convention.Id, cancellation);
        return PaymentMatching.Match(
            lines,
            [
                .. payments
                    .Where(payment => payment.IsOpen)
                    .Select(payment =>
                    {
                        var convention = conventions[payment.ConventionId];
                        return new PayableFact(
                            payment.Id,
                            payment.Number,
                            convention.Beneficiary,
                            convention.Reference,
                            payment.Amount,
                            payment.State,
                            payment.DueOn,
                            convention.SignedOn
                        );
                    }),
            ],
            [
                // One that came back keeps its reference: an old file that is sent again pays nothing twice.
                .. payments
                    .Where(payment => payment.Reference is not null && payment.PaidOn is not null)
                    .Select(payment => new PaidFact(
                        payment.Id,
                        payment.Reference!,
                        payment.Amount,
                        payment.PaidOn!.Value,
                        payment.Number
                    )),
            ]
        );
    }
}
