using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Prototypes;

/// <summary>Withdraws a project's published sheet; the text stays as a draft. The result is the sheet's new version.</summary>
public sealed class WithdrawSheet(Store store) : IOperation<WithdrawSheet.Request, int>
{
    /// <param name="Version">That of the sheet, as the person saw it.</param>
    public sealed record Request(int Number, int Version);

    public static Right Right => Right.LeadSupport;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<int>(
            viewer,
            Right,
            nameof(WithdrawSheet),
            async writing =>
            {
                var sheet = await writing
                    .Context.ProjectSheets.Include(sheet => sheet.Publications)
                    .SingleOrDefaultAsync(sheet => sheet.Number == request.Number, cancellation);
                if (sheet is null)
                {
                    return Refusal.NotFound;
                }

                if (sheet.Version != request.Version)
                {
                    return Refusal.Conflict;
                }

                foreach (var one in sheet.Publications.Where(one => one.WithdrawnAt is null))
                {
                    (one.WithdrawnAt, one.WithdrawnBy) = (writing.Now, writing.By);
                }

                writing.Context.Entry(sheet).State = EntityState.Modified;
                writing.Touch(Subject.Prototype, request.Number);
                await writing.Context.SaveChangesAsync(cancellation);
                return sheet.Version;
            },
            cancellation
        );
}
