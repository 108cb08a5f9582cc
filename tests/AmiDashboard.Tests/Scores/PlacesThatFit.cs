using AmiDashboard.Core.Scores;

namespace AmiDashboard.Scores;

/// <summary>
/// How many places of a proposal can be filled at most: a maximum flow (Edmonds and Karp 1972), from a source through
/// applications and reviewers to a sink, over a plain table of capacities. Knows nothing of how the product searches.
/// </summary>
internal static class PlacesThatFit
{
    public static int Count(
        IReadOnlyList<SoughtReviews> applications,
        IReadOnlyList<AvailableReviewer> reviewers,
        int least
    )
    {
        var sink = applications.Count + reviewers.Count + 1;
        var left = Network(sink);
        for (var a = 0; a < applications.Count; a++)
        {
            left[0][1 + a] = Math.Max(0, least - applications[a].Assigned.Count);
            for (var r = 0; r < reviewers.Count; r++)
            {
                var id = reviewers[r].Id;
                var isBarred = applications[a].Barred.Contains(id) || applications[a].Assigned.Contains(id);
                left[1 + a][1 + applications.Count + r] = isBarred ? 0 : 1;
            }
        }

        for (var r = 0; r < reviewers.Count; r++)
        {
            left[1 + applications.Count + r][sink] = reviewers[r].Capacity is { } capacity
                ? Math.Max(0, capacity - reviewers[r].Load)
                : applications.Count;
        }

        return Flow(left, sink);
    }

    /// <summary>Edges from node to node that nothing goes through yet.</summary>
    internal static int[][] Network(int sink) => [.. Enumerable.Range(0, sink + 1).Select(_ => new int[sink + 1])];

    /// <summary>The most that goes from node 0 to <paramref name="sink"/>; leaves what is left of the capacities.</summary>
    internal static int Flow(int[][] left, int sink)
    {
        var flow = 0;
        while (ShortestPath(left, sink) is { } path)
        {
            var room = path.Min(step => left[step.From][step.To]);
            foreach (var (from, to) in path)
            {
                left[from][to] -= room;
                left[to][from] += room;
            }

            flow += room;
        }

        return flow;
    }

    private static List<(int From, int To)>? ShortestPath(int[][] left, int sink)
    {
        var previous = new Dictionary<int, int> { [0] = -1 };
        var queue = new Queue<int>([0]);
        while (queue.TryDequeue(out var node) && !previous.ContainsKey(sink))
        {
            for (var next = 0; next <= sink; next++)
            {
                if (left[node][next] > 0 && previous.TryAdd(next, node))
                {
                    queue.Enqueue(next);
                }
            }
        }

        if (!previous.ContainsKey(sink))
        {
            return null;
        }

        var path = new List<(int, int)>();
        for (var node = sink; node != 0; node = previous[node])
        {
            path.Add((previous[node], node));
        }

        return path;
    }
}
