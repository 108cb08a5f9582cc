using AmiDashboard.Core;
using AmiDashboard.Core.Budgets;
using AmiDashboard.Core.Budgets.Documents;
using AmiDashboard.Storage.Budgets;
using AmiDashboard.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace AmiDashboard.Web.Budgets;

/// <summary>Adds a document: a file, which keeps its own name, or a link with a name.</summary>
public sealed partial class DocumentAct
{
    private DocumentKind kind;
    private string? name;
    private string? link;
    private string? fileName;

    /// <summary>Of the chosen file: kept while the form is refused, so that nobody chooses it twice.</summary>
    private byte[]? content;
    private Refusal? unread;

    [Parameter, EditorRequired]
    public int Edition { get; set; }

    [Parameter, EditorRequired]
    public int Number { get; set; }

    /// <summary>Null for one of the project.</summary>
    [Parameter]
    public long? PaymentId { get; set; }

    [Parameter, EditorRequired]
    public required string Of { get; set; }

    /// <summary>What is waited for: the first of them is proposed.</summary>
    [Parameter]
    public IReadOnlyList<DocumentKind> Missing { get; set; } = [];

    /// <summary>What to say once it is there.</summary>
    [Parameter]
    public EventCallback<string> OnDone { get; set; }

    [Inject]
    public required CurrentViewer Current { get; set; }

    [Inject]
    public required AttachDocument Attach { get; set; }

    private void Begin() => kind = name is null && content is null && Missing is [var first, ..] ? first : kind;

    private async Task TakeAsync(InputFileChangeEventArgs chosen)
    {
        (content, unread, fileName) = (null, null, chosen.File.Name);
        if (chosen.File.Size > DocumentSniffing.Largest)
        {
            unread = new Refusal("Refusal_DocumentTooBig", DocumentSniffing.Largest / 1024 / 1024);
            return;
        }

        try
        {
            await using var sent = chosen.File.OpenReadStream(DocumentSniffing.Largest);
            using var kept = new MemoryStream();
            await sent.CopyToAsync(kept);
            content = kept.ToArray();
        }
        catch (IOException)
        {
            unread = new Refusal("Refusal_DocumentInterrupted");
        }
    }

    private async Task<Refusal?> AttachAsync()
    {
        if (unread is not null)
        {
            return unread;
        }

        var outcome = await Attach.RunAsync(
            Current.Value,
            new(Edition, Number, PaymentId, kind, content is null ? name ?? "" : fileName ?? "", link, content)
        );
        return outcome.Refusal;
    }

    private Task DoneAsync()
    {
        var said = L["Attached", content is null ? name ?? "" : fileName ?? ""].Value;
        (name, link, fileName, content) = (null, null, null, null);
        return OnDone.InvokeAsync(said);
    }
}
