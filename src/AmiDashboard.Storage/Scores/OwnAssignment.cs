using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Scores;

/// <summary>The assignment by which the viewer reviews an application, as long as it holds.</summary>
internal static class OwnAssignment
{
    public static Task<Assignment?> FindAsync(
        AmiContext context,
        Viewer viewer,
        int number,
        CancellationToken cancellation
    ) =>
        (
            from assignment in context.Assignments
            join reviewer in context.Reviewers on assignment.ReviewerId equals reviewer.Id
            where assignment.Number == number && assignment.EndedAt == null && reviewer.PersonId == viewer.PersonId
            select assignment
        ).SingleOrDefaultAsync(cancellation);
}
