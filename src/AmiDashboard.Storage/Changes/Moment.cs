namespace AmiDashboard.Storage.Changes;

/// <summary>
/// When something was, in UTC to be shown, and by the steady clock to tell how long ago: a clock that is set, forward or
/// back, makes nothing older or younger.
/// </summary>
internal readonly record struct Moment(DateTime Utc, long Steady)
{
    public static Moment Now(TimeProvider time) => new(time.GetUtcNow().UtcDateTime, time.GetTimestamp());

    public TimeSpan Age(TimeProvider time) => time.GetElapsedTime(Steady);
}
