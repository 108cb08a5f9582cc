using AmiDashboard.Core;
using AmiDashboard.Core.Editions;
using AmiDashboard.Exchange.DemarchesSimplifiees.Exports;
using AmiDashboard.Storage.Applications.Imports;
using AmiDashboard.Storage.Editions;
using AmiDashboard.Web.Limits;
using AmiDashboard.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace AmiDashboard.Web.Administration;

/// <summary>An export is read and reported first; nothing is written before the person says so.</summary>
public sealed partial class ImportPage
{
    private IReadOnlyList<Edition> editions = [];
    private int edition;
    private ImportPreview? preview;
    private ApplyImport.Result? done;
    private string? refusal;

    [Inject]
    public required CurrentViewer Current { get; set; }

    [Inject]
    public required EditionList Editions { get; set; }

    [Inject]
    public required KnownFormOfEdition Form { get; set; }

    [Inject]
    public required ReadExport Reading { get; set; }

    [Inject]
    public required PreviewImport Preview { get; set; }

    [Inject]
    public required ApplyImport Apply { get; set; }

    [Inject]
    public required Uploads Uploads { get; set; }

    protected override async Task OnInitializedAsync()
    {
        editions = await Editions.RunAsync(Current.Value, new());
        edition = editions.Count > 0 ? editions[^1].Number : 0;
    }

    private async Task ReadAsync(InputFileChangeEventArgs chosen)
    {
        Forget();
        var room = Uploads.Begin(Current.Value);
        if (!room.Done)
        {
            refusal = Say(room.Refusal);
            return;
        }

        using var taken = room.Value;
        try
        {
            var form = await Form.RunAsync(Current.Value, new(edition));
            // One byte more than is taken, so that the reader says what is wrong and not the transport.
            await using var sent = chosen.File.OpenReadStream(Math.Max(chosen.File.Size, 1));
            var file = await Reading.RunAsync(sent, chosen.File.Name, form);
            if (file.Refusal is { } unreadable)
            {
                refusal = ImportTexts.Say(unreadable);
                return;
            }

            var outcome = await Preview.RunAsync(Current.Value, new(edition, file.Value!));
            (preview, refusal) = (outcome.Value, outcome.Refusal is { } no ? Say(no) : null);
        }
        catch (IOException)
        {
            refusal = L["Import_Interrupted"];
        }
    }

    private async Task ApplyAsync()
    {
        var outcome = await Apply.RunAsync(Current.Value, new(edition, preview!.File));
        (done, refusal) = (outcome.Value, outcome.Refusal is { } no ? Say(no) : null);
        if (outcome.Done)
        {
            preview = null;
        }
    }

    private void Forget() => (preview, done, refusal) = (null, null, null);

    private string Say(Refusal no) => ImportTexts.Knows(no.Key) ? ImportTexts.Say(no) : L[no.Key, [.. no.Arguments]];
}
