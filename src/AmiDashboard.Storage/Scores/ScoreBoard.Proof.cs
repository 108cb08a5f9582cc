using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Changes;

namespace AmiDashboard.Storage.Scores;

/// <summary>What the board answers from, and the same loaded anew: <see cref="BoardProof"/> compares them.</summary>
public sealed partial class ScoreBoard
{
    async Task<BoardImage?> IFollowingBoard.KeptAsync(CancellationToken cancellation)
    {
        await loading.WaitAsync(cancellation);
        try
        {
            if (editions.IsEmpty)
            {
                return null;
            }

            await CatchUpAsync(cancellation);
            return ImageOf(editions.Values);
        }
        finally
        {
            loading.Release();
        }
    }

    async Task<BoardImage> IFollowingBoard.BuildAsync(
        AmiContext snapshot,
        BoardImage kept,
        CancellationToken cancellation
    )
    {
        var known = await ApplicationBoard.LoadAsync(snapshot, version: 0, cancellation);
        var built = new List<EditionScores>();
        foreach (var edition in known.Editions.Where(one => kept.ContainsKey($"edition {one.Number}")))
        {
            if (await ScoreFactQuery.LoadAsync(snapshot, edition.Number, cancellation) is { } stored)
            {
                built.Add(EditionScores.Of(version: 0, stored, edition, known.Facts.Values));
            }
        }

        return ImageOf(built);
    }

    /// <summary>Without the version, and the intervals that come later: the rest follows from these.</summary>
    private static BoardImage ImageOf(IEnumerable<EditionScores> editions) =>
        new(
            editions.Select(one =>
                KeyValuePair.Create(
                    $"edition {one.Edition.Number}",
                    (object)(one.Edition, one.Stored, one.Applications, one.Ranking, one.Agreement)
                )
            )
        );
}
