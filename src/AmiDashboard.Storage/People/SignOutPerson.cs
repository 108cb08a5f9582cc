using AmiDashboard.Core;
using AmiDashboard.Core.People;

namespace AmiDashboard.Storage.People;

/// <summary>Closes one's own sessions, on every machine and in every tab: nobody can tell what was left open where.</summary>
public sealed class SignOutPerson(Store store) : IOperation<SignOutPerson.Request, int>
{
    public sealed record Request;

    /// <summary>One's own sessions, and nobody else's.</summary>
    public static Right Right => Right.None;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync(
            viewer,
            Right,
            nameof(SignOutPerson),
            writing => Sessions.CloseAsync(writing, viewer.PersonId, cancellation),
            cancellation
        );
}
