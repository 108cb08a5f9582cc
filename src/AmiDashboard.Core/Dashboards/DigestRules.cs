using System.Collections.Immutable;
using AmiDashboard.Core.People;

namespace AmiDashboard.Core.Dashboards;

/// <summary>
/// When a digest is due and thresholds are looked at, what a look says, and when a message that failed is tried again. A
/// message that comes late is sent once, for the last day it was due on.
/// </summary>
public static class DigestRules
{
    /// <summary>On the wall clock in Paris.</summary>
    public static readonly TimeOnly Hour = new(8, 0);

    /// <summary>Larger than any figure, in any unit.</summary>
    public const decimal LargestValue = 1_000_000_000_000_000m;

    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(15),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(4),
        TimeSpan.FromHours(12),
    ];

    /// <summary>The last Paris day on which a digest was due at an instant (UTC); null where none is asked for.</summary>
    public static DateOnly? LastDueDay(DigestFrequency frequency, DateTime now)
    {
        var day = LastMorning(now);
        return frequency switch
        {
            DigestFrequency.Weekly => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
            DigestFrequency.Monthly => MonthlyDay(day) <= day
                ? MonthlyDay(day)
                : MonthlyDay(FirstOfMonth(day).AddDays(-1)),
            _ => null,
        };
    }

    /// <summary>The next Paris day on which one will be due after an instant (UTC); null where none is asked for.</summary>
    public static DateOnly? NextDueDay(DigestFrequency frequency, DateTime now)
    {
        var day = LastMorning(now);
        return frequency switch
        {
            DigestFrequency.Weekly => LastDueDay(frequency, now)!.Value.AddDays(7),
            DigestFrequency.Monthly => MonthlyDay(day) > day
                ? MonthlyDay(day)
                : MonthlyDay(FirstOfMonth(day).AddMonths(1)),
            _ => null,
        };
    }

    /// <summary>UTC instant of a message that is due on a Paris day.</summary>
    public static DateTime InstantOf(DateOnly day) => ParisTime.ToUtc(day.ToDateTime(Hour));

    /// <summary>What is to be sent to somebody at an instant (UTC); null for nothing.</summary>
    public static DueMessage? DueAt(Subscription subscription, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        var due =
            LastDueDay(subscription.Frequency, now) is { } day
            && InstantOf(day) > subscription.ChosenAt
            && !(subscription.LastSentFor >= day)
                ? day
                : (DateOnly?)null;
        var look = LookDay(subscription, now);
        if (due is { } fresh)
        {
            return new(fresh, IsDigest: true);
        }

        if (subscription.Delivery == DigestDelivery.Waiting)
        {
            // What failed goes first: the look of a later day is in what is tried again.
            var isDigest = subscription is { WasDigest: true, Frequency: not DigestFrequency.None };
            return subscription.NextTryAt <= now && (isDigest || !subscription.Thresholds.IsEmpty)
                ? new((isDigest ? subscription.LastSentFor : subscription.LastLookedOn) ?? LastMorning(now), isDigest)
                : null;
        }

        return look is { } looked ? new(looked, IsDigest: false) : null;
    }

    /// <summary>The Paris day that a digest tells the changes since, at its end: the eve of the one before.</summary>
    /// <param name="day">That the digest is due on.</param>
    /// <param name="before">That the one before was due on; null for the first.</param>
    public static DateOnly Since(DigestFrequency frequency, DateOnly day, DateOnly? before) =>
        (
            before is { } last && last < day ? last
            : frequency == DigestFrequency.Monthly ? day.AddMonths(-1)
            : day.AddDays(-7)
        ).AddDays(-1);

    /// <summary>Every threshold whose figure is known, with what it is now.</summary>
    /// <param name="number">Of a figure, in its unit; null where it is not known to the person.</param>
    public static ImmutableArray<ThresholdReading> Look(
        IEnumerable<Threshold> thresholds,
        Func<KeyFigure, decimal?> number
    )
    {
        ArgumentNullException.ThrowIfNull(number);
        return
        [
            .. from threshold in thresholds
            let figure = threshold.KeyFigure
            where figure is not null
            let now = number(figure)
            where now is not null
            select new ThresholdReading(threshold, figure, now.Value),
        ];
    }

    /// <summary>The thresholds as the look leaves them; what is not known stays as it was.</summary>
    public static ImmutableArray<Threshold> Looked(
        ImmutableArray<Threshold> thresholds,
        IReadOnlyCollection<ThresholdReading> readings
    ) =>
        [
            .. thresholds.Select(threshold =>
                readings.FirstOrDefault(one => one.Threshold.IsSameAs(threshold)) is { } reading
                    ? threshold with
                    {
                        IsCrossed = reading.IsCrossed,
                    }
                    : threshold
            ),
        ];

    /// <summary>
    /// Takes a message in hand, so that nobody else sends it: false where it is not due (any more). From then on its day
    /// is over, whatever becomes of it.
    /// </summary>
    /// <param name="now">UTC.</param>
    public static bool Take(Subscription subscription, DueMessage due, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        ArgumentNullException.ThrowIfNull(due);
        if (DueAt(subscription, now) != due)
        {
            return false;
        }

        var isRetry =
            subscription.Delivery == DigestDelivery.Waiting
            && due.IsDigest == subscription.WasDigest
            && !(due.IsDigest && subscription.LastSentFor < due.Day);
        subscription.Tries = isRetry ? subscription.Tries + 1 : 1;
        subscription.WasDigest = due.IsDigest;
        subscription.LastSentFor = due.IsDigest ? due.Day : subscription.LastSentFor;
        subscription.LastLookedOn = LastMorning(now);
        Become(subscription, DigestDelivery.InHand, now, failure: null);
        subscription.NextTryAt = null;
        return true;
    }

    /// <summary>Says what became of a message that was taken in hand.</summary>
    /// <param name="readings">What the look said; told once it is out of the house.</param>
    /// <param name="failure">What the mail server answered, where it took nothing.</param>
    /// <param name="now">UTC.</param>
    public static void Conclude(
        Subscription subscription,
        DigestDelivery delivery,
        IReadOnlyCollection<ThresholdReading> readings,
        string? failure,
        DateTime now
    )
    {
        ArgumentNullException.ThrowIfNull(subscription);
        subscription.NextTryAt = delivery == DigestDelivery.Waiting ? NextTry(subscription.Tries, now) : null;
        if (delivery == DigestDelivery.Waiting && subscription.NextTryAt is null)
        {
            delivery = DigestDelivery.GivenUp;
        }

        Become(subscription, delivery, now, failure);
        if (delivery is DigestDelivery.Sent or DigestDelivery.Filed)
        {
            subscription.Thresholds = Looked(subscription.Thresholds, readings);
        }
    }

    /// <summary>Keeps a look that found nothing new to tell: no message, and what waited is told no more.</summary>
    /// <param name="now">UTC.</param>
    public static void KeepLook(Subscription subscription, IReadOnlyCollection<ThresholdReading> readings, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        subscription.LastLookedOn = LastMorning(now);
        subscription.Thresholds = Looked(subscription.Thresholds, readings);
        if (subscription is { Delivery: DigestDelivery.Waiting, WasDigest: false })
        {
            (subscription.Delivery, subscription.NextTryAt) = (DigestDelivery.None, null);
        }
    }

    /// <summary>When (UTC) a message is tried again that failed for now; null to give it up.</summary>
    /// <param name="tries">That there were, the one that failed included.</param>
    public static DateTime? NextTry(int tries, DateTime now) => tries <= Pauses.Length ? now + Pauses[tries - 1] : null;

    /// <summary>Null where a person may ask for these.</summary>
    public static Refusal? Check(Viewer viewer, IReadOnlyList<Threshold> thresholds)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(thresholds);
        return thresholds.Count > Subscription.MostThresholds
                ? new Refusal("Refusal_ThresholdsTooMany", Subscription.MostThresholds)
            : thresholds.Any(one => one.KeyFigure is not { } figure || !viewer.Can(figure.Right))
                ? new Refusal("Refusal_ThresholdFigure")
            : thresholds.Any(one => Math.Abs(one.Value) > LargestValue || !Enum.IsDefined(one.Direction))
                ? new Refusal("Refusal_ThresholdValue")
            : thresholds.Select((one, at) => (one, at)).Any(pair => thresholds.Skip(pair.at + 1).Any(pair.one.IsSameAs))
                ? new Refusal("Refusal_ThresholdTwice")
            : null;
    }

    /// <summary>The last Paris day whose hour has struck at an instant (UTC).</summary>
    public static DateOnly LastMorning(DateTime now)
    {
        var day = ParisTime.DayOf(now);
        return InstantOf(day) <= now ? day : day.AddDays(-1);
    }

    private static void Become(Subscription subscription, DigestDelivery delivery, DateTime now, string? failure) =>
        (subscription.Delivery, subscription.DeliveryAt, subscription.Failure) = (
            delivery,
            now,
            failure is { Length: > Subscription.LongestFailure } ? failure[..Subscription.LongestFailure] : failure
        );

    private static DateOnly? LookDay(Subscription subscription, DateTime now)
    {
        var day = LastMorning(now);
        return !subscription.Thresholds.IsEmpty && WorkingDays.IsWorked(day) && !(subscription.LastLookedOn >= day)
            ? day
            : null;
    }

    private static DateOnly MonthlyDay(DateOnly inMonth) => WorkingDays.FirstOfMonth(inMonth.Year, inMonth.Month);

    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);
}

/// <param name="Day">Paris day that it is due on.</param>
/// <param name="IsDigest">Else only a look at the thresholds, which is sent where one is newly crossed.</param>
public sealed record DueMessage(DateOnly Day, bool IsDigest);

/// <param name="Number">Of the figure now, in its unit.</param>
public sealed record ThresholdReading(Threshold Threshold, KeyFigure Figure, decimal Number)
{
    public bool IsCrossed => Threshold.IsMetBy(Number);

    /// <summary>Crossed now and not at the last look.</summary>
    public bool IsNew => IsCrossed && !Threshold.IsCrossed;
}
