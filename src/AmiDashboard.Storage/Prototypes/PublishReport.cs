using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;

namespace AmiDashboard.Storage.Prototypes;

/// <summary>
/// Publishes a team's monthly report: from then on it is kept as it was, and the next one speaks of another month. Refused
/// without weather or synthesis. The result is its id.
/// </summary>
public sealed class PublishReport(Store store) : IOperation<SaveReport.Request, long>
{
    public static Right Right => Right.Report;

    public Task<Outcome<long>> RunAsync(
        Viewer viewer,
        SaveReport.Request request,
        CancellationToken cancellation = default
    ) =>
        store.WriteAsync(
            viewer,
            Right,
            nameof(PublishReport),
            writing => ApplyAsync(writing, viewer, request, cancellation),
            cancellation
        );

    /// <summary>The same within a transaction that is open already.</summary>
    internal static async Task<Outcome<long>> ApplyAsync(
        Writing writing,
        Viewer viewer,
        SaveReport.Request request,
        CancellationToken cancellation
    )
    {
        var kept = await SaveReport.KeepAsync(writing, viewer, request, cancellation);
        if (!kept.Done)
        {
            return kept.Refusal;
        }

        if (ReportRules.CheckPublication(kept.Value.Text) is { } refusal)
        {
            return refusal;
        }

        (kept.Value.PublishedAt, kept.Value.PublishedBy) = (writing.Now, writing.By);
        await writing.Context.SaveChangesAsync(cancellation);
        return kept.Value.Id;
    }
}
