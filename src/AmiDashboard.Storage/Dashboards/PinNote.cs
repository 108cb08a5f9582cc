using AmiDashboard.Core;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Dashboards;

/// <summary>
/// Pins a note to a chart that its author may see. Refused for an empty or too long text, a day out of range, a chart that
/// takes none, and an edition that is unknown or that the author does not see whole. The result is its id.
/// </summary>
public sealed class PinNote(Store store) : IOperation<PinNote.Request, long>
{
    /// <param name="Day">Paris day.</param>
    /// <param name="Edition">Null for a note that speaks of every edition.</param>
    public sealed record Request(string Chart, DateOnly? Day, int? Edition, string? Text);

    public static Right Right => Right.Annotate;

    public Task<Outcome<long>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<long>(
            viewer,
            Right,
            nameof(PinNote),
            async writing =>
            {
                var text = ChartNoteRules.TextOf(request.Text);
                var refusal =
                    ChartNoteRules.Check(request.Chart, request.Day, text)
                    ?? ChartNoteRules.CheckAuthor(viewer, request.Chart, request.Edition);
                if (refusal is not null)
                {
                    return refusal;
                }

                if (
                    request.Edition is { } edition
                    && !await writing.Context.Editions.AnyAsync(one => one.Number == edition, cancellation)
                )
                {
                    return new Refusal("Refusal_EditionUnknown", edition);
                }

                var note = new ChartNote
                {
                    Chart = request.Chart,
                    Day = request.Day!.Value,
                    Edition = request.Edition,
                    Text = text,
                    RecordedAt = writing.Now,
                    RecordedBy = writing.By,
                    PersonId = viewer.IsProduct ? null : viewer.PersonId,
                };
                writing.Context.ChartNotes.Add(note);
                await writing.Context.SaveChangesAsync(cancellation);
                writing.Touch(Subject.ChartNote, note.Id);
                return note.Id;
            },
            cancellation
        );
}
