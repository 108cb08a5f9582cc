using AmiDashboard.Core;

namespace AmiDashboard.Web.Api;

/// <summary>A resource whose rows are all of one kind, each column taking its value of the row.</summary>
internal abstract class ApiTable<TRow> : ApiResource
{
    private IReadOnlyList<ApiColumn>? columns;

    public sealed override IReadOnlyList<ApiColumn> Columns => columns ??= [.. Table.Select(one => one.Column)];

    protected abstract IReadOnlyList<ApiColumn<TRow>> Table { get; }

    /// <summary>Unique, and what rows are ordered by.</summary>
    protected abstract long KeyOf(TRow row);

    /// <summary>An answer whose rows are asked of the store, a page at a time and by key.</summary>
    protected Outcome<ApiAnswer> Paged(
        string version,
        Func<long?, int, CancellationToken, Task<IReadOnlyList<TRow>>> readAsync
    ) =>
        new ApiAnswer(
            version,
            Columns,
            async (after, most, cancellation) => [.. (await readAsync(after, most, cancellation)).Select(RowOf)]
        );

    /// <summary>An answer whose rows come all at once, in any order.</summary>
    protected Outcome<ApiAnswer> Whole(string version, Func<CancellationToken, Task<IEnumerable<TRow>>> readAsync) =>
        Paged(
            version,
            async (after, most, cancellation) =>
                [
                    .. (await readAsync(cancellation))
                        .OrderBy(KeyOf)
                        .Where(row => after is null || KeyOf(row) > after)
                        .Take(most),
                ]
        );

    /// <summary>The same, folded of facts that are at hand.</summary>
    protected Outcome<ApiAnswer> Folded(string version, Func<IEnumerable<TRow>> fold) =>
        Whole(version, _ => Task.FromResult(fold()));

    private ApiRow RowOf(TRow row) => new(KeyOf(row), [.. Table.Select(column => column.ValueOf(row))]);
}
