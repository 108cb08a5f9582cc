using AmiDashboard.Core.Applications;
using AmiDashboard.Exchange.DemarchesSimplifiees.Source;

namespace AmiDashboard.Exchange.DemarchesSimplifiees.Mirroring;

/// <summary>
/// Goes through the dossiers page by page, in one order. A page that is too slow or too large is asked again, smaller; one
/// that a single dossier breaks is cut before that dossier, which is then asked alone, and reported where it does not come.
/// </summary>
/// <param name="since">UTC, inclusive; null for all dossiers, by date of deposit.</param>
/// <param name="cursor">Where to go on, in the same order; null for the beginning.</param>
internal sealed class DossierScan(DossierSource source, Patience patience, DateTime? since, string? cursor)
{
    private string? after = cursor;

    /// <summary>What the source bears.</summary>
    private int size = DossierSource.LargestPage;

    /// <summary>How many to ask for so that the page ends before a dossier that breaks it.</summary>
    private int? before;

    public async Task<Answer<ScanStep>> NextAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var first = before ?? size;
            var answer = await source.PageAsync(new PageQuery(first, after, since), patience, cancellation);
            if (answer.Value is { } page)
            {
                if (before is null)
                {
                    size = Math.Min(DossierSource.LargestPage, size + Math.Max(1, size / 4));
                }

                before = null;
                return Step(page.Info, page.Nodes);
            }

            var failure = answer.Failure!;
            if (!failure.IsOfPage)
            {
                return failure;
            }

            if (first == 1)
            {
                return await AloneAsync(cancellation);
            }

            Shrink(failure, first);
        }
    }

    private void Shrink(SourceFailure failure, int first)
    {
        if (failure.Kind == SourceFailureKind.InvalidNull)
        {
            before = failure.Node is { } node && node < first ? Math.Max(1, node) : Math.Max(1, first / 2);
        }
        else
        {
            size = Math.Max(1, first / 2);
            before = null;
        }
    }

    /// <summary>The next dossier by its number, since no page that holds it can be had.</summary>
    private async Task<Answer<ScanStep>> AloneAsync(CancellationToken cancellation)
    {
        before = null;
        var outline = await source.OutlineAsync(new PageQuery(1, after, since), patience, cancellation);
        if (outline.Value is not { } page)
        {
            return outline.Failure!;
        }

        if (page.Nodes.Count == 0)
        {
            return Step(page.Info, []);
        }

        var (number, modified) = page.Nodes[0];
        var one = await source.OneAsync(number, patience, cancellation);
        if (one.Value is { } node)
        {
            return Step(page.Info, [node]) with { LatestSeen = modified };
        }

        var failure = one.Failure!;
        if (failure.Kind == SourceFailureKind.NotFound)
        {
            return Step(page.Info, []) with { LatestSeen = modified };
        }

        var problem = new SyncProblem
        {
            Number = number,
            ReasonKey = failure.Key,
            Detail = failure.Detail,
        };
        return failure.IsOfPage
            ? Step(page.Info, [new DossierNode(null, problem)]) with
            {
                LatestSeen = modified,
            }
            : failure;
    }

    private ScanStep Step(PageInfo info, IReadOnlyList<DossierNode> nodes)
    {
        after = info.Cursor ?? after;
        List<Dossier> dossiers = [.. nodes.Select(node => node.Dossier).OfType<Dossier>()];
        return new ScanStep(
            dossiers,
            [.. nodes.Select(node => node.Problem).OfType<SyncProblem>()],
            info.Cursor,
            dossiers.Count == 0 ? null : dossiers.Max(dossier => dossier.ModifiedAt),
            info.HasMore
        );
    }
}

/// <summary>What one page brought.</summary>
/// <param name="Cursor">Where the next page begins; null on an empty page.</param>
/// <param name="LatestSeen">UTC: latest modification on the page.</param>
internal sealed record ScanStep(
    IReadOnlyList<Dossier> Dossiers,
    IReadOnlyList<SyncProblem> Problems,
    string? Cursor,
    DateTime? LatestSeen,
    bool HasMore
);
