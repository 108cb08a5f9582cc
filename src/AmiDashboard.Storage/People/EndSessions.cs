using AmiDashboard.Core;
using AmiDashboard.Core.People;

namespace AmiDashboard.Storage.People;

/// <summary>
/// Closes somebody's sessions, on every machine and in every tab. It takes no right away: who may sign in does so again.
/// </summary>
public sealed class EndSessions(Store store) : IOperation<EndSessions.Request, int>
{
    public sealed record Request(int PersonId);

    public static Right Right => Right.ManagePeople;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync(
            viewer,
            Right,
            nameof(EndSessions),
            writing => Sessions.CloseAsync(writing, request.PersonId, cancellation),
            cancellation
        );
}
