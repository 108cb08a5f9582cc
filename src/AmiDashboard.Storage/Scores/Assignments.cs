using AmiDashboard.Core.Scores;
using AmiDashboard.Storage.Changes;

namespace AmiDashboard.Storage.Scores;

/// <summary>How an assignment ends, whoever ends it.</summary>
internal static class Assignments
{
    public static void End(Writing writing, Assignment assignment, AssignmentEnd end)
    {
        (assignment.EndedAt, assignment.EndedBy, assignment.End) = (writing.Now, writing.By, end);
        writing.Touch(Subject.Assignment, assignment.Id);
        writing.Touch(Subject.Reviewer, assignment.ReviewerId);
    }
}
