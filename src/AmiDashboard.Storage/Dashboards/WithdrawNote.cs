using AmiDashboard.Core;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.People;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Dashboards;

/// <summary>
/// Takes a note off its chart; it stays readable as of the days when it stood. Refused to whoever is neither its author nor
/// an administrator, and for one that is withdrawn already. The result is its id.
/// </summary>
public sealed class WithdrawNote(Store store) : IOperation<WithdrawNote.Request, long>
{
    public sealed record Request(long Id);

    public static Right Right => Right.Annotate;

    public Task<Outcome<long>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<long>(
            viewer,
            Right,
            nameof(WithdrawNote),
            async writing =>
            {
                var note = await writing.Context.ChartNotes.SingleOrDefaultAsync(
                    note => note.Id == request.Id,
                    cancellation
                );
                // Of a note that one may not read, one is not even told that it is there.
                if (note is null || !ChartNoteRules.MayRead(viewer, note.Chart, note.Edition))
                {
                    return Refusal.NotFound;
                }

                if (!ChartNoteRules.MayWithdraw(viewer, note))
                {
                    return new Refusal("Refusal_NoteAuthor");
                }

                if (note.WithdrawnAt is not null)
                {
                    return new Refusal("Refusal_NoteWithdrawn");
                }

                note.Withdraw(writing.Now, writing.By);
                writing.Touch(Subject.ChartNote, note.Id);
                return note.Id;
            },
            cancellation
        );
}
