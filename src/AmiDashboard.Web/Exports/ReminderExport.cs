using System.Globalization;
using AmiDashboard.Core;
using AmiDashboard.Core.People;
using AmiDashboard.Exchange.Spreadsheets;
using AmiDashboard.Storage.Scores;
using AmiDashboard.Web.Scores;
using Microsoft.Extensions.Localization;

namespace AmiDashboard.Web.Exports;

/// <summary>Who still owes reviews, as a sheet to write reminders from: one line a reviewer, with a sentence to send.</summary>
public sealed class ReminderExport(ReviewerList list, GridSheet grids, IStringLocalizer<ScoreTexts> texts)
{
    public async Task<Sheet> OfAsync(Viewer viewer, int edition, CancellationToken cancellation)
    {
        var register = await list.RunAsync(viewer, new(edition), cancellation);
        var due = (await grids.RunAsync(viewer, new(edition), cancellation))?.Grid.ReviewsDueOn;
        return new(
            texts["Reminders_Title"],
            [
                new(CellKind.Text, texts["Column_Reviewer"], Width: 30),
                new(CellKind.Text, texts["Reviewer_Email"], Width: 34),
                new(CellKind.WholeNumber, texts["Column_Assigned"]),
                new(CellKind.WholeNumber, texts["Column_Submitted"]),
                new(CellKind.WholeNumber, texts["Column_Left"], IsSummed: true),
                new(CellKind.Date, texts["Column_Due"]),
                new(CellKind.Instant, texts["Column_LastWork"]),
                new(CellKind.Text, texts["Reminders_Message"], Width: 80),
            ],
            register
                .Reviewers.Where(work => work.Left > 0)
                .OrderByDescending(work => work.Left)
                .ThenBy(work => work.Reviewer.Name, StringComparer.CurrentCulture)
                .Select(work =>
                    (IReadOnlyList<object?>)
                        [
                            work.Reviewer.Name,
                            work.Email,
                            work.Assigned,
                            work.Submitted,
                            work.Left,
                            due,
                            work.LastWorkAt,
                            Message(work, due),
                        ]
                )
        )
        {
            TotalTitle = texts["Total"],
        };
    }

    private string Message(ReviewerWork work, DateOnly? due) =>
        due is { } day
            ? texts[
                "Reminders_MessageDue",
                work.Reviewer.Name,
                work.Left,
                work.Assigned,
                day.WrittenWithWeekday(CultureInfo.CurrentCulture)
            ]
            : texts["Reminders_MessageOpen", work.Reviewer.Name, work.Left, work.Assigned];
}
