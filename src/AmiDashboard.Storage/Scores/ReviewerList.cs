using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Scores;

/// <summary>The reviewers of an edition and how far each is, and the people who could be enlisted.</summary>
public sealed class ReviewerList(Store store) : IRead<ReviewerList.Query, ReviewerRegister>
{
    public sealed record Query(int Edition);

    public static Right Right => Right.ManageReviews;

    public async Task<ReviewerRegister> RunAsync(Viewer viewer, Query query, CancellationToken cancellation = default)
    {
        await using var context = store.Read(viewer, Right);
        if (!viewer.PerimeterOf(Right).Covers(query.Edition))
        {
            return new ReviewerRegister([], []);
        }

        var reviewers = await context
            .Reviewers.Where(reviewer => reviewer.Edition == query.Edition)
            .OrderBy(reviewer => reviewer.Name)
            .ToListAsync(cancellation);
        var people = await context
            .People.Where(person =>
                person.Entitlements.Any(held => held.WithdrawnAt == null && held.Profile == Profile.Reviewer)
            )
            .Select(person => new CandidateReviewer(person.Id, person.Name, person.Email))
            .ToListAsync(cancellation);
        var work = (
            await (
                from assignment in context.Assignments
                where assignment.Edition == query.Edition && assignment.EndedAt == null
                join review in context.Reviews
                    on new { assignment.ApplicationId, assignment.ReviewerId } equals new
                    {
                        review.ApplicationId,
                        review.ReviewerId,
                    }
                    into begun
                from review in begun.DefaultIfEmpty()
                select new
                {
                    assignment.ReviewerId,
                    State = (ReviewState?)review.State,
                    SavedAt = (DateTime?)review.SavedAt,
                }
            ).ToListAsync(cancellation)
        ).ToLookup(one => one.ReviewerId);
        var conflicts = await context
            .Conflicts.Where(conflict => conflict.Edition == query.Edition && conflict.LiftedAt == null)
            .GroupBy(conflict => conflict.ReviewerId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        return new ReviewerRegister(
            [
                .. reviewers.Select(reviewer => new ReviewerWork(
                    reviewer,
                    reviewer.Email ?? people.Find(person => person.PersonId == reviewer.PersonId)?.Email,
                    work[reviewer.Id].Count(),
                    work[reviewer.Id].Count(one => one.State == ReviewState.Submitted),
                    work[reviewer.Id].Count(one => one.State is ReviewState.Draft or ReviewState.Reopened),
                    conflicts.GetValueOrDefault(reviewer.Id),
                    work[reviewer.Id].Max(one => one.SavedAt)
                )),
            ],
            [
                .. people
                    .Where(person => reviewers.TrueForAll(reviewer => reviewer.PersonId != person.PersonId))
                    .OrderBy(person => person.Name, StringComparer.CurrentCulture),
            ]
        );
    }
}

/// <param name="Candidates">People with a reviewer's profile who are not enlisted yet.</param>
public sealed record ReviewerRegister(
    IReadOnlyList<ReviewerWork> Reviewers,
    IReadOnlyList<CandidateReviewer> Candidates
);

/// <param name="LastWorkAt">UTC; null before the first word.</param>
public sealed record ReviewerWork(
    Reviewer Reviewer,
    string? Email,
    int Assigned,
    int Submitted,
    int Begun,
    int Conflicts,
    DateTime? LastWorkAt
)
{
    public int Left => Assigned - Submitted;
}

public sealed record CandidateReviewer(int PersonId, string Name, string? Email);
