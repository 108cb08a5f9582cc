using System.Collections.Concurrent;

namespace AmiDashboard.Storage.Scores;

/// <summary>
/// Scores of past days, each ranked once for a version of the data: who looks at the same day shares them. A few are kept,
/// those of older versions are dropped.
/// </summary>
internal sealed class PastScores
{
    private const int MostKept = 24;

    private readonly ConcurrentDictionary<(int Edition, DateTime AsOf), Kept> kept = new();

    /// <param name="asOf">UTC, the end of a past day.</param>
    public Task<EditionScores> OfAsync(EditionScores present, DateTime asOf, CancellationToken cancellation)
    {
        var key = (present.Edition.Number, asOf);
        if (kept.TryGetValue(key, out var known) && known.Stored == present.Stored)
        {
            return known.Past.WaitAsync(cancellation);
        }

        if (kept.Count >= MostKept)
        {
            kept.Clear();
        }

        // Not with the asker's cancellation: others may wait for the same day.
        var past = Task.Run(() => present.At(asOf, CancellationToken.None), CancellationToken.None);
        kept[key] = new(present.Stored, past);
        return past.WaitAsync(cancellation);
    }

    private sealed record Kept(StoredScores Stored, Task<EditionScores> Past);
}
