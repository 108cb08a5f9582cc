using System.Collections.Immutable;

namespace AmiDashboard.Core.Scores;

/// <summary>The state of a proposal under way: who has how many, and what was given to whom.</summary>
internal sealed class AssignmentSearch
{
    private readonly IReadOnlyList<AvailableReviewer> reviewers;
    private readonly Dictionary<int, SoughtReviews> applications;
    private readonly Dictionary<int, int> loads;
    private readonly Dictionary<int, HashSet<int>> given;

    public AssignmentSearch(IReadOnlyList<SoughtReviews> applications, IReadOnlyList<AvailableReviewer> reviewers)
    {
        this.reviewers = reviewers;
        this.applications = applications.ToDictionary(application => application.Number);
        loads = reviewers.ToDictionary(reviewer => reviewer.Id, reviewer => reviewer.Load);
        given = applications.ToDictionary(application => application.Number, _ => new HashSet<int>());
    }

    public int ReviewersOf(SoughtReviews application) => application.Assigned.Count + given[application.Number].Count;

    /// <summary>Those who may still be given it, full or not.</summary>
    public IEnumerable<AvailableReviewer> Possible(SoughtReviews application) =>
        reviewers.Where(reviewer => MayTake(application, reviewer.Id));

    public int Full(SoughtReviews application) => Possible(application).Count(IsFull);

    /// <summary>Gives it to one more reviewer; false where nobody is left, even by passing others' applications on.</summary>
    public bool Add(SoughtReviews application)
    {
        var free = Possible(application).Where(reviewer => !IsFull(reviewer)).ToList();
        if (free.Count == 0)
        {
            return PassOn(application);
        }

        var least = free.Min(reviewer => loads[reviewer.Id]);
        var chosen = free.Where(reviewer => loads[reviewer.Id] <= least + 1)
            .OrderByDescending(reviewer => Known(application, reviewer).Length)
            .ThenBy(reviewer => loads[reviewer.Id])
            .ThenBy(reviewer => reviewer.Id)
            .First();
        Give(application.Number, chosen.Id);
        return true;
    }

    public ImmutableArray<ProposedAssignment> Proposed()
    {
        var byId = reviewers.ToDictionary(reviewer => reviewer.Id);
        return
        [
            .. given
                .OrderBy(pair => pair.Key)
                .SelectMany(pair =>
                    pair.Value.Order()
                        .Select(reviewer => new ProposedAssignment(
                            pair.Key,
                            reviewer,
                            Known(applications[pair.Key], byId[reviewer]),
                            loads[reviewer]
                        ))
                ),
        ];
    }

    /// <summary>An augmenting path, breadth first: a full reviewer takes it and hands one of theirs to the next.</summary>
    private bool PassOn(SoughtReviews application)
    {
        var from = new Dictionary<int, (int Application, int? Previous)>();
        var queue = new Queue<int>();
        foreach (var reviewer in Possible(application))
        {
            from[reviewer.Id] = (application.Number, null);
            queue.Enqueue(reviewer.Id);
        }

        while (queue.TryDequeue(out var full))
        {
            foreach (
                var held in given.Where(pair => pair.Value.Contains(full)).Select(pair => pair.Key).Order().ToList()
            )
            {
                foreach (var next in Possible(applications[held]).Where(next => !from.ContainsKey(next.Id)))
                {
                    from[next.Id] = (held, full);
                    if (!IsFull(next))
                    {
                        Follow(next.Id, from);
                        return true;
                    }

                    queue.Enqueue(next.Id);
                }
            }
        }

        return false;
    }

    private void Follow(int last, Dictionary<int, (int Application, int? Previous)> from)
    {
        for (int? taker = last; taker is { } reviewer; )
        {
            var (application, previous) = from[reviewer];
            Give(application, reviewer);
            if (previous is { } giver)
            {
                given[application].Remove(giver);
                loads[giver]--;
            }

            taker = previous;
        }
    }

    private void Give(int application, int reviewer)
    {
        given[application].Add(reviewer);
        loads[reviewer]++;
    }

    private bool MayTake(SoughtReviews application, int reviewer) =>
        !application.Assigned.Contains(reviewer)
        && !application.Barred.Contains(reviewer)
        && !given[application.Number].Contains(reviewer);

    private bool IsFull(AvailableReviewer reviewer) => loads[reviewer.Id] >= (reviewer.Capacity ?? int.MaxValue);

    private static ImmutableArray<string> Known(SoughtReviews application, AvailableReviewer reviewer) =>
        [.. application.Techniques.Where(reviewer.Expertise.Contains)];
}
