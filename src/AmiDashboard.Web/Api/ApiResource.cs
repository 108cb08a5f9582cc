using AmiDashboard.Core;
using AmiDashboard.Core.People;

namespace AmiDashboard.Web.Api;

/// <summary>
/// One resource of the read API: what it is asked by, what it answers, and who may. From what it declares come its
/// addresses, its part of the OpenAPI document, the page <c>/api</c>, JSON and CSV. To add one is to register it
/// (<see cref="ApiServices"/>).
/// </summary>
internal abstract class ApiResource
{
    /// <summary>Under <c>/api/v1/</c>, without a slash before it: <c>applications/{number}</c>.</summary>
    public abstract string Path { get; }

    /// <summary>For its texts and the operation's id: <c>Application</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What one needs to be answered at all.</summary>
    public abstract Right Right { get; }

    /// <summary>In the order of the rows; empty where they depend on what is asked.</summary>
    public abstract IReadOnlyList<ApiColumn> Columns { get; }

    public virtual IReadOnlyList<ApiParameter> Parameters => [];

    /// <summary>Answers one object rather than a page of rows.</summary>
    public virtual bool IsOne => false;

    public IReadOnlyList<ApiParameter> EveryParameter =>
        [.. Parameters, .. IsOne ? [] : ApiQuestion.Paging, .. ApiQuestion.Ways];

    /// <summary>Finds out of which version of the data the answer would be, and reads no row yet.</summary>
    public abstract Task<Outcome<ApiAnswer>> OpenAsync(ApiQuestion question, CancellationToken cancellation);
}

/// <summary>An answer that is not read yet.</summary>
/// <param name="Version">Equal versions, equal rows for equal questions by equal viewers on one day.</param>
/// <param name="RowsAsync">
/// At most so many rows after a key (<see cref="ApiQuestion.After"/>), by key; called with one more than the page holds.
/// </param>
internal sealed record ApiAnswer(
    string Version,
    IReadOnlyList<ApiColumn> Columns,
    Func<long?, int, CancellationToken, Task<IReadOnlyList<ApiRow>>> RowsAsync
);

/// <param name="Key">Above that of the row before: what the next page begins after.</param>
/// <param name="Cells">One for each column, of its type, or null.</param>
internal sealed record ApiRow(long Key, IReadOnlyList<object?> Cells);
