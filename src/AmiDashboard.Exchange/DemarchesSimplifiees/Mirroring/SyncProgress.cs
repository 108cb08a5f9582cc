using AmiDashboard.Core.Applications;

namespace AmiDashboard.Exchange.DemarchesSimplifiees.Mirroring;

/// <summary>How far a run is.</summary>
/// <param name="Kind">Full where an incremental one was asked for and there was nothing to start from.</param>
/// <param name="Expected">Null where it cannot be known.</param>
/// <param name="Problems">Dossiers that could not be taken, of those read since the run began or was taken up again.</param>
public sealed record SyncProgress(
    SyncKind Kind,
    int Read,
    int? Expected,
    int Added,
    int Changed,
    int Unchanged,
    int Problems
);

/// <summary>How a run ended.</summary>
/// <param name="ErrorKey">Key of <see cref="SyncTexts"/>; null where it was done, or interrupted.</param>
/// <param name="ErrorDetail">The sentence's argument.</param>
public sealed record SyncEnd(long Run, SyncState State, SyncProgress Counts, string? ErrorKey, string? ErrorDetail)
{
    public bool IsDone => State == SyncState.Done;
}

/// <summary>Adds up the pages of a run and tells whoever listens.</summary>
internal sealed class Counting(SyncProgress counts, IProgress<SyncProgress>? listener)
{
    public SyncProgress Counts { get; private set; } = counts;

    public void Add(ScanStep step, Storage.Applications.RecordDossiers.Result result)
    {
        Counts = Counts with
        {
            Read = Counts.Read + step.Dossiers.Count + step.Problems.Count,
            Added = Counts.Added + result.Added,
            Changed = Counts.Changed + result.Changed,
            Unchanged = Counts.Unchanged + result.Unchanged,
            Problems = Counts.Problems + step.Problems.Count,
        };
        listener?.Report(Counts);
    }
}
