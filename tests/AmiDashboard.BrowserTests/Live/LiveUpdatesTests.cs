using AmiDashboard.Applications;
using AmiDashboard.Core.People;
using AmiDashboard.Web.Live;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AmiDashboard.Live;

public sealed class LiveUpdatesTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider clock = new(Noon);
    private readonly IServiceScope scope;
    private readonly LiveUpdates live;
    private readonly IDisposable listening;

    /// <summary>What the page says, each time that it says something else.</summary>
    private readonly List<DateTime?> said = [];

    public LiveUpdatesTests(Demonstration demonstration)
    {
        ArgumentNullException.ThrowIfNull(demonstration);
        scope = demonstration.Program.Services.CreateScope();
        live = ActivatorUtilities.CreateInstance<LiveUpdates>(scope.ServiceProvider, clock);
        listening = live.FollowStatus(() =>
        {
            if (said.Count == 0 || said[^1] != live.StaleSince)
            {
                said.Add(live.StaleSince);
            }
        });
    }

    [Fact]
    public void A_redraw_that_fails_is_said_and_tried_again_until_it_succeeds()
    {
        var tries = 0;
        using var following = live.Follow(
            Viewer.Product,
            () => ++tries < 3 ? throw new TimeoutException() : Task.CompletedTask
        );
        live.Resume();

        Pass(TimeSpan.Zero);
        Assert.Equal(1, tries);
        Assert.Equal([Noon.UtcDateTime], said);

        Pass(TimeSpan.FromSeconds(4.9));
        Assert.Equal(1, tries);
        Pass(TimeSpan.FromSeconds(0.1));
        Assert.Equal(2, tries);
        Assert.Equal([Noon.UtcDateTime], said);

        Pass(TimeSpan.FromSeconds(5));
        Assert.Equal(3, tries);
        Assert.Equal([Noon.UtcDateTime, null], said);

        Pass(TimeSpan.FromHours(1));
        Assert.Equal(3, tries);
    }

    [Fact]
    public void One_redraw_that_fails_does_not_stop_the_others_nor_do_they_hide_it()
    {
        var drawn = 0;
        using var failing = live.Follow(Viewer.Product, () => throw new TimeoutException());
        using var other = live.Follow(
            Viewer.Product,
            () =>
            {
                drawn++;
                return Task.CompletedTask;
            }
        );

        live.Resume();
        Pass(TimeSpan.Zero);

        Assert.Equal(1, drawn);
        Assert.Equal(Noon.UtcDateTime, live.StaleSince);
    }

    [Fact]
    public void A_page_that_is_closed_is_neither_tried_again_nor_said_to_be_stale()
    {
        var tries = 0;
        var following = live.Follow(
            Viewer.Product,
            () =>
            {
                tries++;
                throw new TimeoutException();
            }
        );
        live.Resume();
        Pass(TimeSpan.Zero);
        Assert.NotNull(live.StaleSince);

        following.Dispose();
        Pass(TimeSpan.FromMinutes(1));

        Assert.Null(live.StaleSince);
        Assert.Equal(1, tries);
    }

    public void Dispose()
    {
        listening.Dispose();
        scope.Dispose();
    }

    /// <summary>What is due at once on this clock is due when it is looked at again.</summary>
    private void Pass(TimeSpan time)
    {
        clock.Advance(time);
        clock.Advance(TimeSpan.Zero);
    }
}
