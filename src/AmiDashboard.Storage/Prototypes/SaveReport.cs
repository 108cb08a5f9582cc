using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Prototypes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Prototypes;

/// <summary>
/// Keeps what a team typed of its monthly report, complete or not; the result is the draft's new version. Refused for a
/// month that is published or to come, and, as a conflict, where a colleague changed the draft meanwhile.
/// </summary>
public sealed class SaveReport(Store store) : IOperation<SaveReport.Request, int>
{
    /// <param name="Month">Its first day (Paris).</param>
    /// <param name="Version">The one that the person saw; null for the first word.</param>
    public sealed record Request(int Number, DateOnly Month, ReportText Text, int? Version);

    public static Right Right => Right.Report;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<int>(
            viewer,
            Right,
            nameof(SaveReport),
            async writing =>
            {
                var kept = await KeepAsync(writing, viewer, request, cancellation);
                if (!kept.Done)
                {
                    return kept.Refusal;
                }

                await writing.Context.SaveChangesAsync(cancellation);
                return kept.Value.Version;
            },
            cancellation
        );

    /// <summary>The draft with its new text, not saved yet.</summary>
    internal static async Task<Outcome<MonthlyReport>> KeepAsync(
        Writing writing,
        Viewer viewer,
        Request request,
        CancellationToken cancellation
    )
    {
        var taken = await PrototypeTurn.TakeAsync(writing, viewer, Right, request.Number, cancellation);
        if (!taken.Done)
        {
            return taken.Refusal;
        }

        var reports = writing.Context.MonthlyReports.Where(report => report.Number == request.Number);
        var last = await reports
            .Where(report => report.PublishedAt != null)
            .MaxAsync(report => (DateOnly?)report.Month, cancellation);
        var text = request.Text.Plain();
        var refusal =
            ReportRules.CheckMonth(taken.Value, request.Month, last, ParisTime.DayOf(writing.Now))
            ?? ReportRules.CheckDraft(text);
        if (refusal is not null)
        {
            return refusal;
        }

        var draft = await reports.SingleOrDefaultAsync(report => report.Month == request.Month, cancellation);
        if (draft?.Version != request.Version)
        {
            return Refusal.Conflict;
        }

        if (draft is null)
        {
            draft = new MonthlyReport
            {
                Edition = taken.Value.Edition,
                Number = request.Number,
                Month = request.Month,
                Text = text,
                StartedAt = writing.Now,
                SavedAt = writing.Now,
                SavedBy = writing.By,
            };
            writing.Context.MonthlyReports.Add(draft);
        }
        else
        {
            (draft.Text, draft.SavedAt, draft.SavedBy) = (text, writing.Now, writing.By);
        }

        return draft;
    }
}
