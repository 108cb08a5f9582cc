using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using AmiDashboard.Web.SignIn;

namespace AmiDashboard.Web.Composition;

/// <summary>
/// <c>/health/boards</c>, for administrators: whether this node follows the database, and whether each of its boards is
/// what a fresh load of it would be. It loads everything once more, so it is for a doubt and not for a probe. 503 where
/// something is behind or otherwise, or writers left no quiet moment to compare in.
/// </summary>
internal static class BoardEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/health/boards", CompareAsync).RequireAuthorization(new AsksAttribute(Right.ManagePeople));

    private static async Task<IResult> CompareAsync(BoardProof proof, ChangeFeed feed, CancellationToken cancellation)
    {
        var compared = await proof.RunAsync(cancellation);
        var staleness = feed.Staleness;
        var isSound = staleness is null && compared is not null && compared.Boards.All(one => one.Differing.Count == 0);
        return Results.Json(
            new
            {
                staleSince = staleness?.Since,
                behind = staleness?.Boards.Select(board => $"{board}"),
                position = compared?.Position,
                boards = compared?.Boards.Select(one => new
                {
                    name = $"{one.Name}",
                    facts = one.Facts,
                    differing = one.Differing,
                }),
            },
            statusCode: isSound ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable
        );
    }
}
