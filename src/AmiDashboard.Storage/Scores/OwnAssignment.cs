using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Scores;

/// <summary>The assignment by which the viewer reviews an application, as long as it holds.</summary>
internal static class OwnAssignment
{
    public static async Task<Assignment?> FindAsync(
        AmiContext context,
        Viewer viewer,
        int number,
        CancellationToken cancellation
    )
    {
        var own = await (
            from assignment in context.Assignments
            join reviewer in context.Reviewers on assignment.ReviewerId equals reviewer.Id
            join application in context.Applications on assignment.ApplicationId equals application.Id
            where assignment.Number == number && assignment.EndedAt == null && reviewer.PersonId == viewer.PersonId
            select new
            {
                Assignment = assignment,
                Reviewer = reviewer,
                application.Ministry,
            }
        ).SingleOrDefaultAsync(cancellation);
        // The source may name the ministry after the application was given.
        return own is null || own.Reviewer.IsOfMinistry(own.Ministry) ? null : own.Assignment;
    }
}
