using System.Text.Json;
using AmiDashboard.Core.Applications;
using AmiDashboard.Storage.Applications.Runs;

namespace AmiDashboard.Exchange.DemarchesSimplifiees.Source;

/// <param name="First">1 to <see cref="DossierSource.LargestPage"/>.</param>
/// <param name="After">Cursor, of the same order; null for the first page.</param>
/// <param name="Since">UTC, inclusive; null for all.</param>
internal sealed record PageQuery(int First, string? After, DateTime? Since);

/// <summary>What every list of the source has.</summary>
/// <param name="Cursor">Null on an empty page.</param>
internal sealed record PageInfo(string? Cursor, bool HasMore)
{
    /// <summary>Only good while the answer is being read.</summary>
    public IEnumerable<JsonElement> Nodes { get; private init; } = [];

    /// <summary>Null where it is no page, or one that could not be gone on from: more to come and no new cursor.</summary>
    public static PageInfo? Of(JsonElement? connection, string? after)
    {
        if (
            connection?.Member("pageInfo") is not { } info
            || info.Flag("hasNextPage") is not { } hasMore
            || connection.Value.Member("nodes") is not { ValueKind: JsonValueKind.Array }
        )
        {
            return null;
        }

        var cursor = info.Text("endCursor");
        return hasMore && (cursor is null || cursor == after)
            ? null
            : new PageInfo(cursor, hasMore) { Nodes = connection.Value.Items("nodes") };
    }
}

/// <summary>One node of a page: a dossier, or why it could not be read.</summary>
internal sealed record DossierNode(Dossier? Dossier, SyncProblem? Problem);

/// <param name="ModifiedAt">UTC.</param>
internal sealed record DossierOutline(int Number, DateTime? ModifiedAt);

internal sealed record DossierPage(PageInfo Info, IReadOnlyList<DossierNode> Nodes);

internal sealed record OutlinePage(PageInfo Info, IReadOnlyList<DossierOutline> Nodes);

internal sealed record DeletionPage(PageInfo Info, IReadOnlyList<ConcludeRun.Deletion> Nodes);

/// <summary>A file and its address of the moment.</summary>
internal sealed record FileLink(string? DescriptorId, string Label, string Name, string? Checksum, string? Url)
{
    public static IEnumerable<FileLink> Of(JsonElement dossier) =>
        dossier
            .Items("champs")
            .SelectMany(field => field.Items("rows").SelectMany(row => row.Items("champs")).Prepend(field))
            .SelectMany(field =>
                field
                    .Items("files")
                    .Select(file => new FileLink(
                        field.Text("champDescriptorId"),
                        field.Text("label") ?? "",
                        file.Text("filename") ?? "",
                        file.Text("checksum"),
                        file.Text("url")
                    ))
            );
}
