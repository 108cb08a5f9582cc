using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Demonstration;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Budgets;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Demonstration;

/// <summary>
/// Plays the demonstration's money, event by event, through the operations' own rules, each at its instant and by its hand;
/// what lies after now is left to the future.
/// </summary>
internal static class PlacingBudgets
{
    /// <summary>Ids of hands that never sign in: below those of people.</summary>
    private static readonly Dictionary<string, int> Hands = DemonstrationBudgets
        .Events.Select(one => one.By)
        .Distinct()
        .Order(StringComparer.Ordinal)
        .Select((hand, index) => (hand, index))
        .ToDictionary(one => one.hand, one => -1 - one.index);

    public static async Task<Refusal?> ApplyAsync(Writing writing, CancellationToken cancellation)
    {
        foreach (var one in DemonstrationBudgets.Events.TakeWhile(one => one.At <= writing.Now))
        {
            // What was placed before is not looked at again at each event.
            writing.Context.ChangeTracker.Clear();
            var viewer = Viewer.Product with { PersonId = Hands[one.By], Name = one.By };
            if (await ApplyAsync(writing.At(one.At, one.By), viewer, one, cancellation) is { } refusal)
            {
                return refusal;
            }

            await writing.Context.SaveChangesAsync(cancellation);
        }

        return null;
    }

    private static async Task<Refusal?> ApplyAsync(
        Writing writing,
        Viewer viewer,
        BudgetEvent told,
        CancellationToken cancellation
    )
    {
        var on = ParisTime.DayOf(told.At);
        return told switch
        {
            BudgetEvent.Envelope one => (
                await RecordEnvelope.ApplyAsync(
                    writing,
                    viewer,
                    new(one.Edition, one.Amount, on, one.Reason),
                    cancellation
                )
            ).Refusal,
            BudgetEvent.Fee one => (
                await RecordFee.ApplyAsync(writing, viewer, new(one.Edition, one.Amount, on, one.Reason), cancellation)
            ).Refusal,
            BudgetEvent.Grants one => (
                await RecordGrants.ApplyAsync(writing, viewer, new(one.Edition), cancellation)
            ).Refusal,
            BudgetEvent.Commitment one => (
                await CommitGrant.ApplyAsync(
                    writing,
                    viewer,
                    new(one.Number, one.Amount, on, "Engagement de l’attribution"),
                    cancellation
                )
            ).Refusal,
            BudgetEvent.Closing one => (
                await CloseConvention.ApplyAsync(
                    writing,
                    viewer,
                    new(one.Number, on, one.Reason, await ConventionVersionAsync(writing, one.Number, cancellation)),
                    cancellation
                )
            ).Refusal,
            BudgetEvent.Comment one => (
                await CommentBudget.ApplyAsync(writing, viewer, new(one.Number, one.Text), cancellation)
            ).Refusal,
            BudgetEvent.Draft or BudgetEvent.Signature or BudgetEvent.Amendment or BudgetEvent.Forecast =>
                await ContractAsync(writing, viewer, told, on, cancellation),
            _ => await PayAsync(writing, viewer, told, on, cancellation),
        };
    }

    private static async Task<Refusal?> ContractAsync(
        Writing writing,
        Viewer viewer,
        BudgetEvent told,
        DateOnly on,
        CancellationToken cancellation
    ) =>
        told switch
        {
            BudgetEvent.Draft one => (
                await DraftConvention.ApplyAsync(
                    writing,
                    viewer,
                    new(
                        one.Number,
                        one.Beneficiary,
                        one.Reference,
                        one.Amount,
                        one.CoFinancing,
                        ConventionRules.UsualPaymentDays,
                        one.Schedule,
                        Version: null
                    ),
                    cancellation
                )
            ).Refusal,
            BudgetEvent.Signature one => (
                await SignConvention.ApplyAsync(
                    writing,
                    viewer,
                    new(one.Number, on, await ConventionVersionAsync(writing, one.Number, cancellation)),
                    cancellation
                )
            ).Refusal,
            BudgetEvent.Amendment one => (
                await AmendConvention.ApplyAsync(
                    writing,
                    viewer,
                    new(
                        one.Number,
                        Money.Zero,
                        one.Schedule,
                        on,
                        one.Reason,
                        await ConventionVersionAsync(writing, one.Number, cancellation)
                    ),
                    cancellation
                )
            ).Refusal,
            BudgetEvent.Forecast one => (
                await ReviseForecast.ApplyAsync(
                    writing,
                    viewer,
                    new(
                        one.Number,
                        (await InstalmentAsync(writing, one.Number, one.Label, cancellation)).Id,
                        one.On,
                        one.Reason
                    ),
                    cancellation
                )
            ).Refusal,
            _ => throw new ArgumentOutOfRangeException(nameof(told), told, null),
        };

    private static async Task<Refusal?> PayAsync(
        Writing writing,
        Viewer viewer,
        BudgetEvent told,
        DateOnly on,
        CancellationToken cancellation
    )
    {
        switch (told)
        {
            case BudgetEvent.Request one:
                var asked = await InstalmentAsync(writing, one.Number, one.Label, cancellation);
                return (
                    await RequestPayment.ApplyAsync(
                        writing,
                        viewer,
                        new(one.Number, asked.Id, asked.Amount),
                        cancellation
                    )
                ).Refusal;
            case BudgetEvent.Document one:
                var payment = one.Label is null
                    ? null
                    : await PaymentAsync(writing, one.Number, one.Label, cancellation);
                var edition = await writing
                    .Context.ProjectBalances.Where(balance => balance.Number == one.Number)
                    .Select(balance => balance.Edition)
                    .SingleAsync(cancellation);
                return (
                    await AttachDocument.ApplyAsync(
                        writing,
                        viewer,
                        new(
                            edition,
                            one.Number,
                            payment?.Id,
                            one.Kind,
                            one.Name,
                            $"https://documents.example.invalid/{one.Number}/{one.Kind}"
                        ),
                        cancellation
                    )
                ).Refusal;
            case BudgetEvent.Move one:
                return await MoveAsync(
                    writing,
                    viewer,
                    one,
                    await PaymentAsync(writing, one.Number, one.Label, cancellation),
                    on,
                    cancellation
                );
            default:
                throw new ArgumentOutOfRangeException(nameof(told), told, null);
        }
    }

    private static async Task<Refusal?> MoveAsync(
        Writing writing,
        Viewer viewer,
        BudgetEvent.Move move,
        Payment payment,
        DateOnly on,
        CancellationToken cancellation
    ) =>
        move.To switch
        {
            PaymentState.Paid => (
                await RecordPayment.ApplyAsync(
                    writing,
                    viewer,
                    new(payment.Id, on, move.Reference, payment.Version),
                    cancellation
                )
            ).Refusal,
            PaymentState.Returned => (
                await ReturnPayment.ApplyAsync(
                    writing,
                    viewer,
                    new(payment.Id, on, move.Reason, payment.Version),
                    cancellation
                )
            ).Refusal,
            _ => (
                await AdvancePayment.ApplyAsync(
                    writing,
                    viewer,
                    new(payment.Id, move.To, move.Reason, payment.Version),
                    cancellation
                )
            ).Refusal,
        };

    private static Task<int> ConventionVersionAsync(Writing writing, int number, CancellationToken cancellation) =>
        writing
            .Context.Conventions.Where(convention => convention.Number == number)
            .Select(convention => convention.Version)
            .SingleAsync(cancellation);

    private static Task<Instalment> InstalmentAsync(
        Writing writing,
        int number,
        string label,
        CancellationToken cancellation
    ) =>
        writing
            .Context.Instalments.AsNoTracking()
            .SingleAsync(
                instalment =>
                    instalment.Label == label
                    && instalment.ReplacedAt == null
                    && writing.Context.Conventions.Any(convention =>
                        convention.Id == instalment.ConventionId && convention.Number == number
                    ),
                cancellation
            );

    /// <summary>The last payment that was asked for on the instalment.</summary>
    private static async Task<Payment> PaymentAsync(
        Writing writing,
        int number,
        string label,
        CancellationToken cancellation
    )
    {
        var instalment = await InstalmentAsync(writing, number, label, cancellation);
        return await writing
            .Context.Payments.AsNoTracking()
            .Where(payment => payment.InstalmentId == instalment.Id)
            .OrderBy(payment => payment.Id)
            .LastAsync(cancellation);
    }
}
