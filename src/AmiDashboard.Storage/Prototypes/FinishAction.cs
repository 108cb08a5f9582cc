using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Prototypes;

/// <summary>Says that an action of a session is done, or that it is not after all. The result is its id.</summary>
public sealed class FinishAction(Store store) : IOperation<FinishAction.Request, long>
{
    /// <param name="Version">That of the action, as the person saw it.</param>
    public sealed record Request(long ActionId, bool IsDone, int Version);

    public static Right Right => Right.KeepPlans;

    public Task<Outcome<long>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync(
            viewer,
            Right,
            nameof(FinishAction),
            writing => ApplyAsync(writing, request, cancellation),
            cancellation
        );

    /// <summary>The same within a transaction that is open already.</summary>
    internal static async Task<Outcome<long>> ApplyAsync(
        Writing writing,
        Request request,
        CancellationToken cancellation
    )
    {
        var session = await writing
            .Context.SupportSessions.Include(one => one.Actions)
            .SingleOrDefaultAsync(one => one.Actions.Any(action => action.Id == request.ActionId), cancellation);
        if (session?.Actions.Find(one => one.Id == request.ActionId) is not { } action)
        {
            return Refusal.NotFound;
        }

        if (action.Version != request.Version)
        {
            return Refusal.Conflict;
        }

        action.DoneAt = request.IsDone ? writing.Now : null;
        action.DoneBy = request.IsDone ? writing.By : null;
        writing.Touch(Subject.Prototype, session.Number);
        return action.Id;
    }
}
