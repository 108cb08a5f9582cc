using System.Collections.Immutable;

namespace AmiDashboard.Core.Scores.Figures;

/// <summary>
/// One reviewer's work on one application. It is asked for while it is assigned; a submission that counts was asked for
/// too, since imported reviews have no assignment: so never more are submitted than asked for.
/// </summary>
internal sealed record AskedReview(
    int Application,
    int Reviewer,
    ImmutableArray<AssignmentFact> Assignments,
    ImmutableArray<SubmissionFact> Submissions
)
{
    /// <summary>UTC instants at which it may have changed, in order, each once.</summary>
    public IEnumerable<DateTime> Changes =>
        Assignments
            .SelectMany(assignment => new[] { assignment.AssignedAt, assignment.EndedAt })
            .Concat(Submissions.SelectMany(submission => new[] { submission.SubmittedAt, submission.ReopenedAt }))
            .OfType<DateTime>()
            .Distinct()
            .Order();

    public bool IsAskedAt(DateTime asOf) =>
        Assignments.Any(assignment => assignment.AssignedAt <= asOf && !(assignment.EndedAt <= asOf))
        || IsSubmittedAt(asOf);

    public bool IsSubmittedAt(DateTime asOf) => Submissions.Any(submission => submission.CountsAt(asOf));
}
