using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Prototypes;

/// <summary>
/// Keeps the text of a project's sheet, and publishes it where asked: what was published is kept as it was. The result is
/// the sheet's new version.
/// </summary>
public sealed class SaveSheet(Store store) : IOperation<SaveSheet.Request, int>
{
    /// <param name="Version">The one that the person saw; null for the first word.</param>
    public sealed record Request(int Number, SheetText Text, bool IsPublished, int? Version);

    public static Right Right => Right.KeepPlans;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync(
            viewer,
            Right,
            nameof(SaveSheet),
            writing => ApplyAsync(writing, viewer, request, cancellation),
            cancellation
        );

    /// <summary>The same within a transaction that is open already.</summary>
    internal static async Task<Outcome<int>> ApplyAsync(
        Writing writing,
        Viewer viewer,
        Request request,
        CancellationToken cancellation
    )
    {
        // To be read by everybody is for those who lead the call to say.
        var right = request.IsPublished ? Right.LeadSupport : Right;
        var taken = await PrototypeTurn.TakeAsync(writing, viewer, right, request.Number, cancellation);
        if (!taken.Done)
        {
            return taken.Refusal;
        }

        var text = request.Text.Tidy();
        if ((request.IsPublished ? text.CheckPublication() : text.CheckDraft()) is { } refusal)
        {
            return refusal;
        }

        var sheet = await writing
            .Context.ProjectSheets.Include(sheet => sheet.Publications)
            .SingleOrDefaultAsync(sheet => sheet.Number == request.Number, cancellation);
        if (sheet?.Version != request.Version)
        {
            return Refusal.Conflict;
        }

        if (sheet is null)
        {
            sheet = new ProjectSheet
            {
                Edition = taken.Value.Edition,
                Number = request.Number,
                Draft = text,
                SavedAt = writing.Now,
                SavedBy = writing.By,
            };
            writing.Context.ProjectSheets.Add(sheet);
        }
        else
        {
            (sheet.Draft, sheet.SavedAt, sheet.SavedBy) = (text, writing.Now, writing.By);
        }

        if (request.IsPublished)
        {
            sheet.Publications.Add(
                new SheetPublication
                {
                    Text = text,
                    PublishedAt = writing.Now,
                    PublishedBy = writing.By,
                }
            );
        }

        await writing.Context.SaveChangesAsync(cancellation);
        return sheet.Version;
    }
}
