using System.Collections.Immutable;
using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Budgets;

/// <summary>
/// Writes a project's convention with its schedule, or writes it again while it is a draft. Refused to a project that is
/// granted nothing, once signed, and where the schedule does not come to the amount. The result is its new version.
/// </summary>
public sealed class DraftConvention(Store store) : IOperation<DraftConvention.Request, int>
{
    /// <param name="Version">Of the draft that the person saw; null where there was none.</param>
    public sealed record Request(
        int Number,
        string Beneficiary,
        string? Reference,
        Money Amount,
        Money CoFinancing,
        int PaymentDays,
        ImmutableArray<PlannedInstalment> Schedule,
        int? Version
    );

    public static Right Right => Right.KeepBudgets;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync(
            viewer,
            Right,
            nameof(DraftConvention),
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
            Beneficiary = PlainText.Of(request.Beneficiary) ?? "",
            Reference = PlainText.Of(request.Reference),
            Schedule = [.. request.Schedule.Select(one => one.ToPlain())],
        };
        await BudgetTurn.TakeAsync(writing, cancellation);
        var balance = await writing
            .Context.ProjectBalances.AsNoTracking()
            .SingleOrDefaultAsync(balance => balance.Number == request.Number, cancellation);
        if (balance is not { Granted.Cents: > 0 })
        {
            return new Refusal("Refusal_NotGranted", request.Number);
        }

        var refusal =
            BudgetTurn.CheckProject(viewer, Right, balance.Edition, request.Number)
            ?? ConventionRules.Check(
                request.Beneficiary,
                request.Reference,
                request.Amount,
                request.CoFinancing,
                request.PaymentDays
            )
            ?? ConventionRules.CheckSchedule(request.Schedule, request.Amount)
            ?? (request.Amount > balance.Granted ? new Refusal("Refusal_ContractBeyondGrant", balance.Granted) : null);
        return refusal is not null ? refusal : await WriteAsync(writing, balance, request, cancellation);
    }

    private static async Task<Outcome<int>> WriteAsync(
        Writing writing,
        ProjectBalance balance,
        Request request,
        CancellationToken cancellation
    )
    {
        var convention = await writing
            .Context.Conventions.Include(one => one.Instalments)
            .SingleOrDefaultAsync(one => one.Number == request.Number, cancellation);
        if (convention?.Version != request.Version)
        {
            return Refusal.Conflict;
        }

        if (convention is { State: not ConventionState.Draft })
        {
            return new Refusal("Refusal_SignedAlready");
        }

        if (convention is null)
        {
            convention = new Convention
            {
                Edition = balance.Edition,
                Number = request.Number,
                Beneficiary = "",
                Amount = request.Amount,
                State = ConventionState.Draft,
                DraftedAt = writing.Now,
                DraftedBy = writing.By,
            };
            writing.Context.Conventions.Add(convention);
        }
        else
        {
            // Marked by hand: the schedule is a table of its own, and a change of it alone is a change of the draft too.
            writing.Context.Entry(convention).State = EntityState.Modified;
            await RemoveAsync(writing, convention, cancellation);
        }

        convention.Beneficiary = request.Beneficiary.Trim();
        convention.Reference = string.IsNullOrWhiteSpace(request.Reference) ? null : request.Reference.Trim();
        (convention.Amount, convention.CoFinancing) = (request.Amount, request.CoFinancing);
        convention.PaymentDays = request.PaymentDays;
        convention.Instalments.AddRange(request.Schedule.Select(one => one.ToInstalment(writing.Now)));
        writing.Touch(Subject.Budget, request.Number);
        await writing.Context.SaveChangesAsync(cancellation);
        return convention.Version;
    }

    /// <summary>
    /// What stood at the end of a day stays, replaced: plans of that day counted with it. So does what a payment was once
    /// asked for on: the draft may have been signed, and taken back.
    /// </summary>
    private static async Task RemoveAsync(Writing writing, Convention convention, CancellationToken cancellation)
    {
        var asked = await writing
            .Context.Payments.Where(payment => payment.ConventionId == convention.Id)
            .Select(payment => payment.InstalmentId)
            .ToListAsync(cancellation);
        foreach (var old in convention.Instalments.ToList())
        {
            if (asked.Contains(old.Id) || ParisTime.DayOf(old.ValidFrom) < ParisTime.DayOf(writing.Now))
            {
                old.ReplacedAt ??= writing.Now;
            }
            else
            {
                writing.Context.Instalments.Remove(old);
                convention.Instalments.Remove(old);
            }
        }
    }
}
