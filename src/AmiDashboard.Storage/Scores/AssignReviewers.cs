using AmiDashboard.Core;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Core.Scores;
using AmiDashboard.Storage.Applications;
using AmiDashboard.Storage.Changes;
using Microsoft.EntityFrameworkCore;

namespace AmiDashboard.Storage.Scores;

/// <summary>
/// Gives applications to reviewers, all or none of them. Refuses a conflict of interest, an application that is not to be
/// reviewed, somebody who is full, and a pair that exists already. The result is the number of assignments made.
/// </summary>
public sealed class AssignReviewers(Store store) : IOperation<AssignReviewers.Request, int>
{
    /// <summary>Pairs that one transaction takes well.</summary>
    public const int MostPairs = 20_000;

    public sealed record Request(int Edition, IReadOnlyList<Pair> Pairs);

    /// <param name="Number">The application's.</param>
    public sealed record Pair(int Number, int ReviewerId);

    public static Right Right => Right.ManageReviews;

    public Task<Outcome<int>> RunAsync(Viewer viewer, Request request, CancellationToken cancellation = default) =>
        store.WriteAsync<int>(
            viewer,
            Right,
            nameof(AssignReviewers),
            async writing =>
            {
                if (request.Pairs.Count is 0 or > MostPairs)
                {
                    return new Refusal("Refusal_NoPairs", MostPairs);
                }

                if (await ScoringTurn.TakeAloneAsync(writing, request.Edition, cancellation) is { } closed)
                {
                    return closed;
                }

                var known = await KnownAsync(writing.Context, request.Edition, cancellation);
                var added = new List<Assignment>(request.Pairs.Count);
                foreach (var pair in request.Pairs.Distinct())
                {
                    if (
                        !known.Applications.TryGetValue(pair.Number, out var application)
                        || !known.Reviewers.TryGetValue(pair.ReviewerId, out var reviewer)
                    )
                    {
                        return Refusal.NotFound;
                    }

                    if (Check(application, reviewer, known) is { } refusal)
                    {
                        return refusal;
                    }

                    known.Loads[reviewer.Id] = known.Loads.GetValueOrDefault(reviewer.Id) + 1;
                    added.Add(
                        new Assignment
                        {
                            ApplicationId = application.Id,
                            Edition = application.Edition,
                            Number = application.Number,
                            ReviewerId = reviewer.Id,
                            AssignedAt = writing.Now,
                            AssignedBy = writing.By,
                        }
                    );
                    writing.Touch(Subject.Reviewer, reviewer.Id);
                }

                writing.Context.Assignments.AddRange(added);
                await writing.Context.SaveChangesAsync(cancellation);
                foreach (var assignment in added)
                {
                    writing.Touch(Subject.Assignment, assignment.Id);
                }

                return added.Count;
            },
            cancellation
        );

    private static Refusal? Check(Application application, Reviewer reviewer, Known known) =>
        application.Stage is not (Stage.Eligible or Stage.UnderReview or Stage.Shortlisted)
            ? new Refusal("Refusal_NotToReview", application.Number, application.Stage)
        : reviewer is { PersonId: null, Email: null } ? new Refusal("Refusal_ReviewerCannotSignIn", reviewer.Name)
        : reviewer.IsOfMinistry(application.Ministry)
            ? new Refusal("Refusal_SameMinistry", reviewer.Name, application.Number)
        : known.Conflicts.Contains((application.Number, reviewer.Id))
            ? new Refusal("Refusal_ConflictDeclared", reviewer.Name, application.Number)
        : known.Assigned.Contains((application.Number, reviewer.Id))
            ? new Refusal("Refusal_AssignedAlready", reviewer.Name, application.Number)
        : known.Loads.GetValueOrDefault(reviewer.Id) >= (reviewer.Capacity ?? int.MaxValue)
            ? new Refusal("Refusal_ReviewerFull", reviewer.Name, reviewer.Capacity ?? 0)
        : null;

    private static async Task<Known> KnownAsync(AmiContext context, int edition, CancellationToken cancellation)
    {
        var assigned = await context
            .Assignments.Where(assignment => assignment.Edition == edition && assignment.EndedAt == null)
            .Select(assignment => new { assignment.Number, assignment.ReviewerId })
            .ToListAsync(cancellation);
        return new Known(
            await context
                .Applications.Shown()
                .AsNoTracking()
                .Where(application => application.Edition == edition)
                .ToDictionaryAsync(application => application.Number, cancellation),
            await context
                .Reviewers.AsNoTracking()
                .Where(reviewer => reviewer.Edition == edition)
                .ToDictionaryAsync(reviewer => reviewer.Id, cancellation),
            [
                .. (
                    await context
                        .Conflicts.Where(conflict => conflict.Edition == edition && conflict.LiftedAt == null)
                        .Select(conflict => new { conflict.Number, conflict.ReviewerId })
                        .ToListAsync(cancellation)
                ).Select(conflict => (conflict.Number, conflict.ReviewerId)),
            ],
            [.. assigned.Select(one => (one.Number, one.ReviewerId))],
            // All that they have, also of applications that the one who assigns does not see.
            await context
                .Assignments.IgnoreQueryFilters()
                .Where(assignment => assignment.Edition == edition && assignment.EndedAt == null)
                .GroupBy(assignment => assignment.ReviewerId)
                .Select(group => new { group.Key, Count = group.Count() })
                .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation)
        );
    }

    private sealed record Known(
        Dictionary<int, Application> Applications,
        Dictionary<int, Reviewer> Reviewers,
        HashSet<(int Number, int Reviewer)> Conflicts,
        HashSet<(int Number, int Reviewer)> Assigned,
        Dictionary<int, int> Loads
    );
}
