namespace AmiDashboard.Core.Applications;

public enum SyncKind
{
    Incremental,
    Full,
    Import,
}

public enum SyncState
{
    Running,
    Done,
    Failed,

    /// <summary>Its process ended before it did; the next run of its kind goes on from where it stood.</summary>
    Interrupted,

    /// <summary>A person stopped it.</summary>
    Cancelled,
}

/// <summary>One synchronisation or import: what it was, how far it is, what it met. Instants are UTC.</summary>
public sealed class SyncRun
{
    public long Id { get; init; }

    public required SyncKind Kind { get; init; }

    /// <summary>The edition's number.</summary>
    public required int Edition { get; init; }

    public SyncState State { get; set; }

    public required string StartedBy { get; init; }

    /// <summary>Which process runs it: machine, process number and the process's start, so that a dead one is known.</summary>
    public string? Owner { get; set; }

    public required DateTime StartedAt { get; init; }

    /// <summary>Moves with each page; a running run whose heart stopped is interrupted.</summary>
    public DateTime HeartbeatAt { get; set; }

    public DateTime? FinishedAt { get; set; }

    /// <summary>The source's date from which an incremental run asks; null for a full one.</summary>
    public DateTime? UpdatedSince { get; init; }

    /// <summary>
    /// Every modification up to this date at the source is in the mirror once the run is done (an incremental one: at any
    /// moment). A full run takes it before its first page, since its pages do not come by date of modification.
    /// </summary>
    public DateTime? LatestSeen { get; set; }

    /// <summary>Where the next page begins; only good in the order it was given for.</summary>
    public string? Cursor { get; set; }

    /// <summary>How many dossiers are expected, where that is known: the bar's length.</summary>
    public int? Expected { get; set; }

    public int Read { get; set; }

    public int Added { get; set; }

    public int Changed { get; set; }

    public int Unchanged { get; set; }

    public int Purged { get; set; }

    public int Missing { get; set; }

    /// <summary>Key of the sentence that says why it failed.</summary>
    public string? ErrorKey { get; set; }

    public string? ErrorDetail { get; set; }

    public int Version { get; set; }

    public List<SyncProblem> Problems { get; } = [];
}

/// <summary>One dossier or line that could not be taken, and why.</summary>
public sealed class SyncProblem
{
    public long Id { get; init; }

    public long RunId { get; init; }

    public int? Number { get; init; }

    public int? Line { get; init; }

    public string? Column { get; init; }

    /// <summary>The value met, cut at 200 characters.</summary>
    public string? Value { get; init; }

    /// <summary>Key of the sentence that says why.</summary>
    public required string ReasonKey { get; init; }

    public string? Detail { get; init; }
}
