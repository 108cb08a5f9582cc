using System.Diagnostics.Metrics;

namespace AmiDashboard.Storage.Changes;

/// <summary>What an operator's tools may watch of the feed and its boards, as the meter « AmiDashboard ».</summary>
internal sealed class FeedMeter : IDisposable
{
    public const string Name = "AmiDashboard";

    private readonly Meter meter = new(Name);
    private readonly Counter<long> boardFailures;
    private readonly Counter<long> feedFailures;

    public FeedMeter(ChangeFeed feed)
    {
        boardFailures = meter.CreateCounter<long>(
            "amidashboard.board.failures",
            description: "Changes that a board could not take in, and loads that failed."
        );
        feedFailures = meter.CreateCounter<long>(
            "amidashboard.feed.failures",
            description: "Looks at the change table that failed."
        );
        meter.CreateObservableGauge(
            "amidashboard.boards.behind",
            () => feed.Boards.Count(board => board.Behind is not null),
            description: "Boards that show less than what the feed has read."
        );
        meter.CreateObservableGauge(
            "amidashboard.boards.behind.time",
            () => feed.BehindFor.TotalSeconds,
            "s",
            "How old the oldest figure shown as live is; 0 where every board follows."
        );
        meter.CreateObservableGauge(
            "amidashboard.feed.lag",
            () => feed.UnreadFor.TotalSeconds,
            "s",
            "Since when the change table was last read to its end."
        );
        meter.CreateObservableGauge(
            "amidashboard.feed.position",
            () => feed.Position ?? 0,
            description: "Id of the last change read: nodes of one database compare theirs."
        );
    }

    /// <summary>For a test that listens to one node of several in its process.</summary>
    public Meter Meter => meter;

    public void Failed(BoardName board) =>
        boardFailures.Add(1, new KeyValuePair<string, object?>("board", board.ToString()));

    public void FeedFailed() => feedFailures.Add(1);

    public void Dispose() => meter.Dispose();
}
