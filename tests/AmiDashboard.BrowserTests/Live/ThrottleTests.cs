using AmiDashboard.Web.Live;
using Microsoft.Extensions.Time.Testing;

namespace AmiDashboard.Live;

public sealed class ThrottleTests : IDisposable
{
    private readonly FakeTimeProvider time = new();
    private readonly Throttle throttle;
    private int redraws;

    public ThrottleTests() =>
        throttle = new Throttle(
            time,
            TimeSpan.FromMilliseconds(250),
            () =>
            {
                redraws++;
                return Task.CompletedTask;
            }
        );

    [Fact]
    public void The_first_change_is_drawn_at_once_and_a_burst_after_it_once_more()
    {
        throttle.Signal();
        time.Advance(TimeSpan.Zero);
        Assert.Equal(1, redraws);
        for (var change = 0; change < 100; change++)
        {
            throttle.Signal();
        }

        time.Advance(TimeSpan.FromMilliseconds(249));
        Assert.Equal(1, redraws);
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(2, redraws);
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(2, redraws);
    }

    [Fact]
    public void A_closed_page_draws_nothing_more()
    {
        throttle.Signal();
        time.Advance(TimeSpan.Zero);
        throttle.Signal();
        throttle.Dispose();
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(1, redraws);
    }

    public void Dispose() => throttle.Dispose();
}
