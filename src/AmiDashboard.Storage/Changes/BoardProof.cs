using AmiDashboard.Core.People;
using AmiDashboard.Storage.Portability;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Changes;

/// <summary>
/// Compares what each board of this node answers from with the same loaded anew, at the same position of the change
/// table. The feed waits only while the boards are looked at, which costs a few milliseconds; one proof at a time.
/// </summary>
public sealed class BoardProof(Store store, ChangeFeed feed) : IDisposable
{
    private const int MostTries = 20;

    private readonly SemaphoreSlim turn = new(1, 1);

    /// <param name="Position">Id of the last change that both have taken in.</param>
    /// <param name="Boards">Those that somebody has asked already: the others have nothing to be wrong.</param>
    public sealed record Result(long Position, IReadOnlyList<BoardComparison> Boards);

    /// <summary>Null where writers left no quiet moment to compare in.</summary>
    public async Task<Result?> RunAsync(CancellationToken cancellation = default)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            for (var tries = 0; tries < MostTries; tries++)
            {
                await using var context = store.Read(Viewer.Product, Right.None);
                if (await feed.CaptureAsync(() => SnapshotAsync(context, cancellation), cancellation) is { } captured)
                {
                    return await CompareAsync(context, captured, cancellation);
                }
            }

            return null;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    /// <summary>From here on the context sees one moment; answers its last change.</summary>
    private static async Task<long> SnapshotAsync(AmiContext context, CancellationToken cancellation)
    {
        // Ends with the context.
        _ = await context.BeginSnapshotAsync(cancellation);
        return await context.Changes.MaxAsync(change => (long?)change.Id, cancellation) ?? 0;
    }

    private static async Task<Result> CompareAsync(
        AmiContext snapshot,
        FeedCapture captured,
        CancellationToken cancellation
    )
    {
        var boards = new List<BoardComparison>();
        foreach (var (board, kept) in captured.Boards)
        {
            var built = await board.BuildAsync(snapshot, kept, cancellation);
            boards.Add(
                new BoardComparison(
                    board.Name,
                    built.Count,
                    [
                        .. kept
                            .Keys.Union(built.Keys)
                            .Order(StringComparer.Ordinal)
                            .Select(name =>
                                FactDifference.Between(kept.GetValueOrDefault(name), built.GetValueOrDefault(name))
                                    is { } path
                                    ? name + path
                                    : null
                            )
                            .OfType<string>(),
                    ]
                )
            );
        }

        return new Result(captured.Position, boards);
    }
}

/// <param name="Facts">How many were loaded anew.</param>
/// <param name="Differing">Names of those that the board has otherwise, and where; empty where it is right.</param>
public sealed record BoardComparison(BoardName Name, int Facts, IReadOnlyList<string> Differing);

/// <summary>What the boards answered from at one position of the change table.</summary>
internal sealed record FeedCapture(long Position, IReadOnlyList<(IFollowingBoard Board, BoardImage Kept)> Boards);
