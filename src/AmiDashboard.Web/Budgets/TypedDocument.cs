using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Budgets.Documents;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Budgets;
using AmiDashboard.Web.Limits;
using Microsoft.AspNetCore.Components.Forms;

namespace AmiDashboard.Web.Budgets;

/// <summary>A document while it is given: a file, which keeps its own name, or a link with a name.</summary>
public sealed class TypedDocument
{
    private string? fileName;

    /// <summary>Of the chosen file: kept while the form is refused, so that nobody chooses it twice.</summary>
    private byte[]? content;
    private Refusal? unread;

    public DocumentKind Kind { get; set; } = DocumentKind.Other;

    public string? Name { get; set; }

    public string? Link { get; set; }

    public bool HasFile => content is not null;

    /// <summary>Whether anything was given, be it wrong.</summary>
    public bool IsGiven =>
        HasFile || unread is not null || !string.IsNullOrWhiteSpace(Name) || !string.IsNullOrWhiteSpace(Link);

    public string Title => (HasFile ? fileName : Name) ?? "";

    public async Task TakeAsync(IBrowserFile file, Uploads uploads, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(uploads);
        (content, unread, fileName) = (null, null, file.Name);
        if (file.Size > DocumentSniffing.Largest)
        {
            unread = new Refusal("Refusal_DocumentTooBig", DocumentSniffing.Largest / 1024 / 1024);
            return;
        }

        var room = uploads.Begin(viewer);
        if (!room.Done)
        {
            unread = room.Refusal;
            return;
        }

        using var taken = room.Value;
        try
        {
            await using var sent = file.OpenReadStream(DocumentSniffing.Largest);
            using var kept = new MemoryStream();
            await sent.CopyToAsync(kept);
            content = kept.ToArray();
        }
        catch (IOException)
        {
            unread = new Refusal("Refusal_DocumentInterrupted");
        }
    }

    public void Forget() => (content, unread, fileName) = (null, null, null);

    public void Clear()
    {
        Forget();
        (Name, Link) = (null, null);
    }

    /// <summary>Adds it to a project, to one of its payments, or to the envelope of an edition.</summary>
    public async Task<Outcome<long>> AttachAsync(
        AttachDocument attach,
        Viewer viewer,
        int edition,
        int? number,
        long? paymentId
    )
    {
        ArgumentNullException.ThrowIfNull(attach);
        return unread is not null
            ? unread
            : await attach.RunAsync(viewer, new(edition, number, paymentId, Kind, Title, Link, content));
    }
}
