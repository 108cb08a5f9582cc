namespace AmiDashboard.Storage.Changes;

/// <summary>The boards, in the order in which they hear of a change: a later one may rest on an earlier one.</summary>
public enum BoardName
{
    Applications,
    Scores,
    Budgets,
    Prototypes,
    Notes,
}

/// <summary>What the feed asks of a board.</summary>
internal interface IFollowingBoard
{
    BoardName Name { get; }

    /// <summary>Takes in what was committed, and tells those it is for. A failure leaves what is kept as it was.</summary>
    Task FollowAsync(IReadOnlyList<ChangeRecord> changes, CancellationToken cancellation);

    /// <summary>
    /// Loads whatever is kept again, whole, and tells everybody who listens: what was missed is not known, and that the
    /// database was away is no secret.
    /// </summary>
    /// <param name="version">Id of the last change that the feed has read.</param>
    Task LoadAgainAsync(long version, CancellationToken cancellation);

    /// <summary>What it answers from, fact by fact; null where nobody asked yet.</summary>
    Task<BoardImage?> KeptAsync(CancellationToken cancellation);

    /// <summary>The same, loaded anew within a snapshot; only what <paramref name="kept"/> has too.</summary>
    Task<BoardImage> BuildAsync(AmiContext snapshot, BoardImage kept, CancellationToken cancellation);
}

/// <summary>The facts of a board by their names, such as « application 1001 ».</summary>
internal sealed class BoardImage() : Dictionary<string, object>(StringComparer.Ordinal)
{
    public BoardImage(IEnumerable<KeyValuePair<string, object>> facts)
        : this() => AddRange(facts);

    public void AddRange(IEnumerable<KeyValuePair<string, object>> facts)
    {
        foreach (var (name, fact) in facts)
        {
            Add(name, fact);
        }
    }
}
