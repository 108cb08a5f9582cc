using AmiDashboard.Exchange.DemarchesSimplifiees.Source;
using AmiDashboard.Storage.Applications.Runs;

namespace AmiDashboard.Exchange.DemarchesSimplifiees.Mirroring;

/// <summary>What the source holds in its bin, and what it deleted for good.</summary>
internal sealed record DeletionLists(IReadOnlyList<int> Binned, IReadOnlyList<ConcludeRun.Deletion> Deleted)
{
    /// <summary>Both lists, to their last pages.</summary>
    /// <param name="since">UTC; null for all there ever was.</param>
    public static async Task<Answer<DeletionLists>> ReadAsync(
        DossierSource source,
        Patience patience,
        DateTime? since,
        CancellationToken cancellation
    )
    {
        var binned = await ReadAsync(source, patience, bin: true, since, cancellation);
        if (binned.Value is null)
        {
            return binned.Failure!;
        }

        var deleted = await ReadAsync(source, patience, bin: false, since, cancellation);
        return deleted.Value is null
            ? deleted.Failure!
            : new DeletionLists([.. binned.Value.Select(deletion => deletion.Number)], deleted.Value);
    }

    private static async Task<Answer<List<ConcludeRun.Deletion>>> ReadAsync(
        DossierSource source,
        Patience patience,
        bool bin,
        DateTime? since,
        CancellationToken cancellation
    )
    {
        List<ConcludeRun.Deletion> all = [];
        var (size, cursor) = (DossierSource.LargestPage, (string?)null);
        while (true)
        {
            var answer = await source.DeletionsAsync(bin, new PageQuery(size, cursor, since), patience, cancellation);
            if (answer.Value is { } page)
            {
                all.AddRange(page.Nodes);
                cursor = page.Info.Cursor;
                if (!page.Info.HasMore)
                {
                    return all;
                }
            }
            else if (answer.Failure!.IsOfPage && size > 1)
            {
                size /= 2;
            }
            else
            {
                return answer.Failure!;
            }
        }
    }
}
