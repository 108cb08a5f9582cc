using AmiDashboard.Core;
using AmiDashboard.Core.People;

namespace AmiDashboard.Storage.People;

/// <summary>
/// Closes somebody's sessions, on every machine and in every tab. It takes no right away: who may sign in does so again.
/// Refuses people who hold nothing within what one
/// manages.
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
            async writing =>
            {
                var person = await Granting.PersonAsync(writing.Context, request.PersonId, cancellation);
                var managed = viewer.PerimeterOf(Right);
                var held = person?.Entitlements.ConvertAll(one => one.Perimeter) ?? [];
                var reach = await ManagedReach.LoadAsync(writing.Context, managed, held, cancellation);
                return
                    person is not null
                    && (managed.IsEverything || held.Exists(one => !one.IsNothing && reach.Includes(one)))
                    ? await Sessions.CloseAsync(writing, request.PersonId, cancellation)
                    : Refusal.NotFound;
            },
            cancellation
        );
}
