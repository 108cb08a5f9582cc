using AmiDashboard.Core.People;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Budgets;

/// <summary>The content of one document that is kept here; null outside the perimeter, and for a link.</summary>
public sealed class DocumentDownload(Store store) : IRead<DocumentDownload.Query, DownloadedDocument?>
{
    public sealed record Query(long Id);

    public static Right Right => Right.SeeBudgets;

    public async Task<DownloadedDocument?> RunAsync(
        Viewer viewer,
        Query query,
        CancellationToken cancellation = default
    )
    {
        await using var context = store.Read(viewer, Right);
        return await context
            .BudgetDocuments.Where(document => document.Id == query.Id && document.Sha256 != null)
            .Join(
                context.DocumentContents,
                document => document.Id,
                content => content.DocumentId,
                (document, content) => new DownloadedDocument(document.Name, content.Bytes)
            )
            .SingleOrDefaultAsync(cancellation);
    }
}

public sealed record DownloadedDocument(string Name, ReadOnlyMemory<byte> Content);
