namespace AmiDashboard.Web.Dashboards;

/// <summary>
/// One thing at a time, and person after person: who asked for three hundred waits for their own, and delays everybody else
/// by one.
/// </summary>
public sealed class PersonTurns
{
    private readonly Lock gate = new();

    /// <summary>Of those who wait: in the order of their next turn, each with all that they wait for.</summary>
    private readonly List<(int Person, Queue<TaskCompletionSource> Waiting)> lines = [];

    private bool isTaken;

    /// <summary>
    /// Ends once the turn has come, which <see cref="Pass"/> gives on; cancelled, it is not waited for any more.
    /// </summary>
    public async Task TakeAsync(int person, CancellationToken cancellation)
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (!isTaken)
            {
                isTaken = true;
                return;
            }

            var line = lines.FindIndex(one => one.Person == person);
            if (line < 0)
            {
                lines.Add((person, new([turn])));
            }
            else
            {
                lines[line].Waiting.Enqueue(turn);
            }
        }

        await using var leaving = cancellation.Register(() => turn.TrySetCanceled(cancellation));
        await turn.Task;
    }

    /// <summary>Gives the turn to the next person who still waits.</summary>
    public void Pass()
    {
        lock (gate)
        {
            while (lines.Count > 0)
            {
                var (person, waiting) = lines[0];
                lines.RemoveAt(0);
                var isGiven = waiting.Dequeue().TrySetResult();
                if (waiting.Count > 0)
                {
                    // Who left meanwhile has not had their turn: the person keeps their place.
                    lines.Insert(isGiven ? lines.Count : 0, (person, waiting));
                }

                if (isGiven)
                {
                    return;
                }
            }

            isTaken = false;
        }
    }
}
