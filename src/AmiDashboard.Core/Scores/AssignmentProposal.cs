using System.Collections.Immutable;

namespace AmiDashboard.Core.Scores;

/// <summary>An application that reviewers are sought for.</summary>
/// <param name="Assigned">Reviewers that it has already.</param>
/// <param name="Barred">Reviewers with a conflict of interest, declared or of the same ministry.</param>
public sealed record SoughtReviews(
    int Number,
    ImmutableArray<string> Techniques,
    ImmutableHashSet<int> Assigned,
    ImmutableHashSet<int> Barred
);

/// <param name="Load">Applications they have already.</param>
/// <param name="Capacity">Null for no limit.</param>
public sealed record AvailableReviewer(int Id, ImmutableArray<string> Expertise, int Load, int? Capacity);

/// <summary>One proposed assignment, and why this reviewer.</summary>
/// <param name="Known">Techniques of the application that the reviewer knows.</param>
/// <param name="Load">What the reviewer then has in all.</param>
public sealed record ProposedAssignment(int Number, int Reviewer, ImmutableArray<string> Known, int Load);

/// <summary>An application that lacks reviewers even so, and why.</summary>
public sealed record MissingReviewers(int Number, int Missing, int Barred, int Full);

/// <summary>
/// Who could review what, so that each application has at least so many reviewers. Applications with the fewest possible
/// reviewers are served first; for each the least loaded are taken, and among those at most one application above the least
/// loaded the ones who know its techniques. Where somebody is full, their applications are passed on to others, if that
/// makes room. The same input gives the same proposal.
/// </summary>
public sealed record AssignmentProposal(
    ImmutableArray<ProposedAssignment> Assignments,
    ImmutableArray<MissingReviewers> Missing
)
{
    public static AssignmentProposal Of(
        IReadOnlyList<SoughtReviews> applications,
        IReadOnlyList<AvailableReviewer> reviewers,
        int least
    )
    {
        var search = new AssignmentSearch(applications, reviewers);
        foreach (
            var application in applications
                .OrderBy(application => search.Possible(application).Count())
                .ThenBy(application => application.Number)
        )
        {
            while (search.ReviewersOf(application) < least && search.Add(application)) { }
        }

        return new AssignmentProposal(
            search.Proposed(),
            [
                .. applications
                    .Where(application => search.ReviewersOf(application) < least)
                    .OrderBy(application => application.Number)
                    .Select(application => new MissingReviewers(
                        application.Number,
                        least - search.ReviewersOf(application),
                        application.Barred.Count,
                        search.Full(application)
                    )),
            ]
        );
    }
}
