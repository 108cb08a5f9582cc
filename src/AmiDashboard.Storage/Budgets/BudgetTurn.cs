using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Budgets;

/// <summary>
/// One writer of money at a time: what is compared with balances, schedules and other payments stays true until the
/// transaction ends. SQLite has one writer anyway.
/// </summary>
internal static class BudgetTurn
{
    /// <summary>Any number that no other advisory lock of this database uses.</summary>
    private const long Lock = 0x414D_4933;

    public static async Task TakeAsync(Writing writing, CancellationToken cancellation)
    {
        if (writing.Context is PostgreSqlContext)
        {
            await writing.Context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", cancellation);
        }
    }

    /// <summary>The convention whole, once it is the writer's turn; refused where there is none within their reach.</summary>
    public static async Task<Outcome<Convention>> TakeConventionAsync(
        Writing writing,
        int number,
        CancellationToken cancellation
    )
    {
        await TakeAsync(writing, cancellation);
        var convention = await writing
            .Context.Conventions.Include(one => one.Instalments)
                .ThenInclude(instalment => instalment.Revisions)
            .Include(one => one.Amendments)
            .AsSplitQuery()
            .SingleOrDefaultAsync(one => one.Number == number, cancellation);
        return convention is null ? Refusal.NotFound : convention;
    }

    /// <summary>The same, as the person saw it: a conflict where somebody else wrote it since.</summary>
    /// <param name="version">Of the convention that the person saw.</param>
    public static async Task<Outcome<Convention>> TakeConventionAsync(
        Writing writing,
        int number,
        int version,
        CancellationToken cancellation
    )
    {
        var taken = await TakeConventionAsync(writing, number, cancellation);
        return taken.Done && taken.Value.Version != version ? Refusal.Conflict : taken;
    }

    /// <summary>The payment with its convention, once it is the writer's turn.</summary>
    public static async Task<Outcome<(Payment Payment, Convention Convention)>> TakePaymentAsync(
        Writing writing,
        long paymentId,
        int version,
        CancellationToken cancellation
    )
    {
        await TakeAsync(writing, cancellation);
        var payment = await writing
            .Context.Payments.Include(one => one.Steps)
            .SingleOrDefaultAsync(one => one.Id == paymentId, cancellation);
        if (payment is null)
        {
            return Refusal.NotFound;
        }

        if (payment.Version != version)
        {
            return Refusal.Conflict;
        }

        var convention = await writing
            .Context.Conventions.Include(one => one.Instalments)
            .SingleAsync(one => one.Id == payment.ConventionId, cancellation);
        return (payment, convention);
    }

    /// <summary>Null where the viewer may do this over a whole edition.</summary>
    public static Refusal? CheckEdition(Viewer viewer, Right right, int edition) =>
        !viewer.Can(right) ? Refusal.NoRight
        : !viewer.PerimeterOf(right).Covers(edition) ? Refusal.NotFound
        : null;

    /// <summary>
    /// Null where the viewer may hand in a project's documents and withdraw them, or those of an edition's envelope, which are
    /// for SGPI and CDC.
    /// </summary>
    public static Refusal? CheckDocuments(Viewer viewer, int edition, int? number) =>
        number is { } project ? CheckProject(viewer, Right.RequestPayment, edition, project)
        : CheckEdition(viewer, Right.KeepBudgets, edition) is null ? null
        : CheckEdition(viewer, Right.KeepEnvelope, edition);

    /// <summary>Null where the viewer may do this to a project.</summary>
    public static Refusal? CheckProject(Viewer viewer, Right right, int edition, int number) =>
        !viewer.Can(right) ? Refusal.NoRight
        : !viewer.PerimeterOf(right).Admits(edition, number) ? Refusal.NotFound
        : null;
}
