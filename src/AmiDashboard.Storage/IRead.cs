using AmiDashboard.Core;
using AmiDashboard.Core.People;

namespace AmiDashboard.Storage;

/// <summary>
/// The one way to see facts. A read names its right, takes the viewer, and sees through a context that only holds the
/// viewer's perimeter; without the right it throws <see cref="AccessDeniedException"/>.
/// </summary>
public interface IRead<in TQuery, TResult>
{
    static abstract Right Right { get; }

    Task<TResult> RunAsync(Viewer viewer, TQuery query, CancellationToken cancellation = default);
}

/// <summary>
/// The one way to write facts: checks the right, loads within the perimeter, asks Core's rules, writes facts and one
/// change record in one transaction. A refusal is a value.
/// </summary>
public interface IOperation<in TRequest, TResult>
{
    static abstract Right Right { get; }

    Task<Outcome<TResult>> RunAsync(Viewer viewer, TRequest request, CancellationToken cancellation = default);
}

/// <summary>A read was asked for without its right: pages check first, so this is a mistake or an attempt.</summary>
public sealed class AccessDeniedException(Right right) : Exception($"The right {right} is missing.")
{
    public Right Right { get; } = right;
}
