using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Exchange.DemarchesSimplifiees.Source;
using AmiDashboard.Storage;
using AmiDashboard.Storage.Applications;

namespace AmiDashboard.Exchange.DemarchesSimplifiees.Documents;

/// <summary>
/// The address of a document at the source, asked again at the click since it dies within the hour. Only documents that
/// the viewer's own sheet of the application shows; null where it is not there, or not any more.
/// </summary>
public sealed class FreshLink : IRead<FreshLink.Query, Outcome<Uri>>
{
    private readonly DemarchesSimplifieesSettings settings;
    private readonly ApplicationSheet sheets;
    private readonly DossierSource source;

    internal FreshLink(DemarchesSimplifieesSettings settings, ApplicationSheet sheets, DossierSource source)
    {
        this.settings = settings;
        this.sheets = sheets;
        this.source = source;
    }

    /// <param name="Number">The application's number.</param>
    /// <param name="Field">The question's descriptor, or its label.</param>
    /// <param name="File">The file's index in the answer, from 0 (in a repeated block: over all its rows).</param>
    public sealed record Query(int Number, string Field, int File);

    public static Right Right => Right.SeeApplications;

    /// <summary>
    /// Refused as not found outside the perimeter, as <c>Refusal_DocumentGone</c> where the source no longer has it, and
    /// with the source's failure (<see cref="SyncTexts"/>) where it does not answer.
    /// </summary>
    public async Task<Outcome<Uri>> RunAsync(Viewer viewer, Query query, CancellationToken cancellation = default)
    {
        var sheet = await sheets.RunAsync(viewer, new(query.Number), cancellation);
        if (sheet is null || Shown(sheet.Dossier, query) is not { } wanted)
        {
            return Refusal.NotFound;
        }

        if (!settings.IsConfigured)
        {
            return new Refusal("Refusal_SyncNotConfigured");
        }

        var answer = await source.LinksAsync(query.Number, cancellation);
        if (answer.Value is not { } links)
        {
            return answer.Failure!.Kind == SourceFailureKind.NotFound
                ? new Refusal("Refusal_DocumentGone")
                : new Refusal(answer.Failure.Key, answer.Failure.Detail ?? "");
        }

        var link = links.FirstOrDefault(link =>
            link.Name == wanted.File.Name
            && link.Checksum == wanted.File.Checksum
            && (wanted.Field.DescriptorId is null || link.DescriptorId == wanted.Field.DescriptorId)
        );
        return AddressOf(link?.Url) is { } address ? address : new Refusal("Refusal_DocumentGone");
    }

    private static (DossierField Field, DossierFile File)? Shown(Dossier dossier, Query query)
    {
        var files = dossier
            .Fields.SelectMany(field => field.Rows.SelectMany(row => row).Prepend(field))
            .Where(field =>
                field.DescriptorId is null || field.Label == query.Field
                    ? field.Label == query.Field
                    : field.DescriptorId == query.Field
            )
            .SelectMany(field => field.Files.Select(file => (field, file)))
            .Skip(query.File)
            .Take(query.File < 0 ? 0 : 1)
            .ToList();
        return files.Count == 0 ? null : files[0];
    }

    /// <summary>https anywhere (the files are on another host); http only on the source's own, on this machine.</summary>
    private Uri? AddressOf(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address.UserInfo.Length == 0
        && (
            address.Scheme == Uri.UriSchemeHttps
            || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback && address.Host == settings.Endpoint.Host)
        )
            ? address
            : null;
}
