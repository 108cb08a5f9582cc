using AmiDashboard.Web.Dashboards;

namespace AmiDashboard.Dashboards;

public sealed class PersonTurnsTests
{
    private readonly PersonTurns turns = new();
    private readonly List<string> had = [];

    [Fact]
    public async Task Who_asked_for_many_waits_for_their_own_and_not_the_others()
    {
        await turns.TakeAsync(1, CancellationToken.None);
        Task[] waiting = [Take(1, "A2"), Take(1, "A3"), Take(1, "A4"), Take(2, "B1"), Take(3, "C1"), Take(2, "B2")];

        turns.Pass();
        await Task.WhenAll(waiting);

        Assert.Equal(["A2", "B1", "C1", "A3", "B2", "A4"], had);
    }

    [Fact]
    public async Task Who_leaves_is_passed_over_and_costs_nobody_their_place()
    {
        using var leaving = new CancellationTokenSource();
        await turns.TakeAsync(1, CancellationToken.None);
        var left = Take(1, "A2", leaving.Token);
        Task[] waiting = [Take(1, "A3"), Take(2, "B1")];
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);

        turns.Pass();
        await Task.WhenAll(waiting);
        await Take(2, "B2");

        Assert.Equal(["A3", "B1", "B2"], had);
    }

    private async Task Take(int person, string name, CancellationToken cancellation = default)
    {
        await turns.TakeAsync(person, cancellation);
        had.Add(name);
        turns.Pass();
    }
}
