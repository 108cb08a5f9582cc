using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;

namespace AmiDashboard.Storage.Prototypes;

/// <summary>Says where a prototype's source code is, or (null) that it is nowhere to be seen. The result is its number.</summary>
public sealed class LinkRepository(Store store) : IOperation<LinkRepository.Request, int>
{
    /// <param name="Address">Https, or null.</param>
    /// <param name="Version">That of the prototype, as the person saw it.</param>
    public sealed record Request(int Number, string? Address, int Version);

    public static Right Right => Right.KeepPlans;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync(
            viewer,
            Right,
            nameof(LinkRepository),
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
        var taken = await PrototypeTurn.TakeAsync(writing, viewer, Right, request.Number, cancellation);
        if (!taken.Done)
        {
            return taken.Refusal;
        }

        var address = PlanText.Tidy(request.Address);
        if (PlanText.CheckAddress(address) is { } refusal)
        {
            return refusal;
        }

        if (taken.Value.Version != request.Version)
        {
            return Refusal.Conflict;
        }

        taken.Value.Repository = address;
        return request.Number;
    }
}
