using AmiDashboard.Core.Applications;
using AmiDashboard.Exchange.DemarchesSimplifiees.Mirroring;
using AmiDashboard.Storage.Applications.Runs;

namespace AmiDashboard.DemarchesSimplifiees;

/// <summary>In winter: Paris is an hour before UTC, so the night's window is 01:00 to 03:00 UTC.</summary>
public sealed class SynchronisationPlanTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(15);

    [Fact]
    public void The_first_run_is_full_and_due() =>
        Assert.Equal((SyncKind.Full, At(1, 9, 0)), Next(Mirror(), At(1, 9, 0)));

    [Fact]
    public void By_day_an_incremental_run_comes_an_interval_after_the_last_began() =>
        Assert.Equal(
            (SyncKind.Incremental, At(2, 9, 15)),
            Next(
                Mirror(full: Run(SyncKind.Full, At(2, 1, 0)), last: Run(SyncKind.Incremental, At(2, 9, 0))),
                At(2, 9, 5)
            )
        );

    [Fact]
    public void By_night_the_full_run_comes_first_and_once()
    {
        var evening = Mirror(full: Run(SyncKind.Full, At(1, 1, 0)), last: Run(SyncKind.Incremental, At(2, 0, 50)));
        Assert.Equal((SyncKind.Full, At(2, 1, 0)), Next(evening, At(2, 0, 55)));

        var done = Run(SyncKind.Full, At(2, 1, 0));
        Assert.Equal((SyncKind.Incremental, At(2, 1, 15)), Next(Mirror(full: done, last: done), At(2, 1, 10)));
    }

    [Fact]
    public void A_full_run_that_failed_is_tried_again_in_the_same_night_but_not_at_once()
    {
        var failed = Run(SyncKind.Full, At(2, 1, 0), SyncState.Failed, "Sync_Internal");
        var mirror = Mirror(full: Run(SyncKind.Full, At(1, 1, 0)), last: failed);

        Assert.Equal((SyncKind.Full, At(2, 1, 15)), Next(mirror, At(2, 1, 5)));
    }

    [Fact]
    public void Missed_nights_are_made_up_for_by_day()
    {
        var mirror = Mirror(full: Run(SyncKind.Full, At(1, 1, 0)), last: Run(SyncKind.Incremental, At(3, 11, 55)));

        var (kind, at) = Next(mirror, At(3, 12, 0));

        Assert.Equal(SyncKind.Full, kind);
        Assert.True(at <= At(3, 12, 0));
    }

    [Fact]
    public void An_interrupted_full_run_is_taken_up_at_once() =>
        Assert.Equal(
            (SyncKind.Full, At(2, 12, 0)),
            Next(
                Mirror(
                    full: Run(SyncKind.Full, At(1, 1, 0)),
                    last: Run(SyncKind.Full, At(2, 11, 59), SyncState.Interrupted)
                ),
                At(2, 12, 0)
            )
        );

    [Fact]
    public void After_a_refused_token_an_hour_is_left_to_a_person() =>
        Assert.Equal(
            (SyncKind.Incremental, At(2, 10, 0)),
            Next(
                Mirror(
                    full: Run(SyncKind.Full, At(2, 1, 0)),
                    last: Run(SyncKind.Incremental, At(2, 9, 0), SyncState.Failed, "Sync_TokenExpired")
                ),
                At(2, 9, 1)
            )
        );

    [Fact]
    public void On_the_night_without_two_o_clock_the_full_run_still_comes()
    {
        // 31 March 2019: Paris goes from 02:00 to 03:00.
        var mirror = Mirror(
            full: Run(SyncKind.Full, new DateTime(2019, 3, 30, 1, 0, 0, DateTimeKind.Utc)),
            last: Run(SyncKind.Incremental, new DateTime(2019, 3, 31, 0, 50, 0, DateTimeKind.Utc))
        );

        var (kind, at) = Next(mirror, new DateTime(2019, 3, 31, 0, 55, 0, DateTimeKind.Utc));

        Assert.Equal((SyncKind.Full, new DateTime(2019, 3, 31, 1, 0, 0, DateTimeKind.Utc)), (kind, at));
    }

    private static (SyncKind, DateTime) Next(Mirror mirror, DateTime now) =>
        SynchronisationPlan.Next(mirror, now, Interval);

    private static DateTime At(int day, int hour, int minute) => new(2018, 12, day, hour, minute, 0, DateTimeKind.Utc);

    private static SyncRun Run(
        SyncKind kind,
        DateTime startedAt,
        SyncState state = SyncState.Done,
        string? error = null
    ) =>
        new()
        {
            Kind = kind,
            Edition = 1,
            StartedAt = startedAt,
            StartedBy = "",
            State = state,
            ErrorKey = error,
        };

    private static Mirror Mirror(SyncRun? full = null, SyncRun? last = null) =>
        new(null, last, last, full, null, 0, 0, []);
}
