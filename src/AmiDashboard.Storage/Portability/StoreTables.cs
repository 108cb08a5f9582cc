using System.Data;
using System.Linq.Expressions;
using System.Reflection;
using AmiDashboard.Storage.Budgets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace AmiDashboard.Storage.Portability;

/// <summary>The tables of the model, whatever the engine, as the model itself lists them: a new one is copied unasked.</summary>
internal static class StoreTables
{
    /// <summary>
    /// Every table, those that others refer to first, but for those that the database fills by itself: what they hold follows
    /// from the others.
    /// </summary>
    public static IReadOnlyList<IEntityType> InOrder(AmiContext context)
    {
        var left = context
            .Model.GetEntityTypes()
            .Where(table => table.FindAnnotation(LedgerTriggers.KeptByTheDatabase) is null)
            .OrderBy(table => table.GetTableName(), StringComparer.Ordinal)
            .ToList();
        var ordered = new List<IEntityType>();
        while (left.Count > 0)
        {
            var next = left.First(table =>
                table
                    .GetForeignKeys()
                    .All(key => key.PrincipalEntityType == table || ordered.Contains(key.PrincipalEntityType))
            );
            left.Remove(next);
            ordered.Add(next);
        }

        return ordered;
    }

    /// <summary>The last migration without its time stamp: the same on both engines.</summary>
    public static async Task<string?> SchemaAsync(AmiContext context, CancellationToken cancellation)
    {
        var pending = await context.Database.GetPendingMigrationsAsync(cancellation);
        var last = context.Database.GetMigrations().LastOrDefault();
        return pending.Any() || last is null ? null : last[(last.IndexOf('_', StringComparison.Ordinal) + 1)..];
    }

    /// <summary>All that is read until the transaction ends is of one moment; writers go on meanwhile.</summary>
    /// <remarks>
    /// Microsoft.Data.Sqlite reads « uncommitted », on a connection without a shared cache, as « serializable, but no lock
    /// before the first write »: the only one of its transactions that lets writers go on.
    /// </remarks>
    public static Task<IDbContextTransaction> BeginSnapshotAsync(
        this AmiContext context,
        CancellationToken cancellation
    ) =>
        context.Database.BeginTransactionAsync(
            context is SqliteContext ? IsolationLevel.ReadUncommitted : IsolationLevel.RepeatableRead,
            cancellation
        );

    /// <summary>Every row of a table in the order of its key, without tracking nor perimeter.</summary>
    public static IAsyncEnumerable<object> RowsAsync(AmiContext context, IEntityType table) =>
        (IAsyncEnumerable<object>)RowsMethod.MakeGenericMethod(table.ClrType).Invoke(null, [context, table])!;

    private static readonly MethodInfo RowsMethod = typeof(StoreTables).GetMethod(
        nameof(Rows),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    private static IAsyncEnumerable<object> Rows<T>(AmiContext context, IEntityType table)
        where T : class
    {
        IQueryable<T> rows = context.Set<T>().IgnoreQueryFilters().AsNoTracking();
        foreach (var part in table.FindPrimaryKey()!.Properties.Reverse())
        {
            var row = Expression.Parameter(typeof(T));
            var key = Expression.Lambda(Expression.Property(row, part.PropertyInfo!), row);
            rows = rows.Provider.CreateQuery<T>(
                Expression.Call(
                    typeof(Queryable),
                    nameof(Queryable.OrderBy),
                    [typeof(T), part.ClrType],
                    rows.Expression,
                    Expression.Quote(key)
                )
            );
        }

        return rows.AsAsyncEnumerable();
    }
}
