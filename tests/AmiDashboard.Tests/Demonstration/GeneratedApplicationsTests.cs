using System.Text.Json;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Demonstration;

namespace AmiDashboard.Demonstration;

public sealed class GeneratedApplicationsTests
{
    [Fact]
    public void The_same_seed_makes_the_same_applications_and_another_seed_others()
    {
        Assert.Equal(Written(seed: 7), Written(seed: 7));
        Assert.NotEqual(Written(seed: 7), Written(seed: 8));
    }

    [Fact]
    public void Applications_are_made_one_at_a_time()
    {
        using var making = GeneratedApplications.Of(GeneratedApplications.Most, seed: 1).GetEnumerator();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.True(making.MoveNext());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 1_000_000);
    }

    [Fact]
    public void Their_numbers_follow_one_another_as_their_deposits_do()
    {
        var all = GeneratedApplications.Of(300, seed: 5).ToList();
        Assert.Equal(Enumerable.Range(1_000_001, 300), all.Select(one => one.Dossier.Number));
        var deposits = all.Select(one => one.Dossier.DepositedAt).ToList();
        Assert.Equal(deposits.Order(), deposits);
        Assert.All(deposits, at => Assert.True(at <= GeneratedApplications.Edition.Deadline));
    }

    [Fact]
    public void Every_stage_of_the_programme_is_found_among_them()
    {
        var stages = GeneratedApplications
            .Of(500, seed: 5)
            .Select(one => one.Journey is [.., var last] ? last.Stage : Stage.Received);
        Assert.Equal(Enum.GetValues<Stage>(), stages.Distinct().Order());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(GeneratedApplications.Most + 1)]
    public void A_count_out_of_range_is_refused(int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => GeneratedApplications.Of(count, seed: 1));

    private static string Written(int seed) => JsonSerializer.Serialize(GeneratedApplications.Of(50, seed));
}
