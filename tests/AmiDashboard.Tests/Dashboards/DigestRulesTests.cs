using System.Collections.Immutable;
using System.Globalization;
using AmiDashboard.Core;
using AmiDashboard.Core.Dashboards;
using AmiDashboard.Core.People;

namespace AmiDashboard.Dashboards;

public sealed class DigestRulesTests
{
    private static readonly Threshold Late = new("overdue", ThresholdDirection.AtLeast, 100_000);

    [Theory]
    // Mondays, an hour earlier in UTC once summer time has begun (29 March 2026) and later again (25 October).
    [InlineData(DigestFrequency.Weekly, "2026-03-23T06:59:59", "2026-03-16")]
    [InlineData(DigestFrequency.Weekly, "2026-03-23T07:00:00", "2026-03-23")]
    [InlineData(DigestFrequency.Weekly, "2026-03-30T05:59:59", "2026-03-23")]
    [InlineData(DigestFrequency.Weekly, "2026-03-30T06:00:00", "2026-03-30")]
    [InlineData(DigestFrequency.Weekly, "2026-10-26T06:59:59", "2026-10-19")]
    [InlineData(DigestFrequency.Weekly, "2026-10-26T07:00:00", "2026-10-26")]
    [InlineData(DigestFrequency.Weekly, "2026-11-01T22:30:00", "2026-10-26")]
    [InlineData(DigestFrequency.Weekly, "2027-01-03T12:00:00", "2026-12-28")]
    // 1 January is a holiday and 2 and 3 a week-end in 2027; 1 May 2026 is a Friday that nobody works, and so on.
    [InlineData(DigestFrequency.Monthly, "2027-01-04T06:59:59", "2026-12-01")]
    [InlineData(DigestFrequency.Monthly, "2027-01-04T07:00:00", "2027-01-04")]
    [InlineData(DigestFrequency.Monthly, "2026-05-03T12:00:00", "2026-04-01")]
    [InlineData(DigestFrequency.Monthly, "2026-05-31T12:00:00", "2026-05-04")]
    // 1 April 2024 is Easter Monday.
    [InlineData(DigestFrequency.Monthly, "2024-04-01T12:00:00", "2024-03-01")]
    [InlineData(DigestFrequency.Monthly, "2024-04-02T06:00:00", "2024-04-02")]
    [InlineData(DigestFrequency.None, "2026-03-30T06:00:00", null)]
    public void A_digest_is_due_at_eight_in_Paris(DigestFrequency frequency, string now, string? due) =>
        Assert.Equal(due is null ? null : Day(due), DigestRules.LastDueDay(frequency, Utc(now)));

    [Theory]
    [InlineData(DigestFrequency.Weekly, "2026-12-28T06:59:59", "2026-12-28")]
    [InlineData(DigestFrequency.Weekly, "2026-12-28T07:00:00", "2027-01-04")]
    [InlineData(DigestFrequency.Monthly, "2026-12-15T12:00:00", "2027-01-04")]
    [InlineData(DigestFrequency.Monthly, "2026-11-02T06:59:00", "2026-11-02")]
    public void The_next_one_is_foretold(DigestFrequency frequency, string now, string next) =>
        Assert.Equal(Day(next), DigestRules.NextDueDay(frequency, Utc(now)));

    [Fact]
    public void Every_hour_of_three_years_sends_each_digest_once_on_its_day()
    {
        foreach (var frequency in new[] { DigestFrequency.Weekly, DigestFrequency.Monthly })
        {
            var subscription = Of(frequency, "2025-12-30T12:00:00");
            var sent = new List<DateOnly>();
            for (var now = Utc("2025-12-30T12:00:00"); now < Utc("2028-12-30T12:00:00"); now = now.AddHours(1))
            {
                if (DigestRules.DueAt(subscription, now) is { } due)
                {
                    Assert.True(DigestRules.Take(subscription, due, now));
                    DigestRules.Conclude(subscription, DigestDelivery.Sent, [], null, now);
                    Assert.Equal(new TimeOnly(8, 0), TimeOnly.FromDateTime(ParisTime.FromUtc(now)));
                    sent.Add(ParisTime.DayOf(now));
                }
            }

            Assert.Equal(frequency == DigestFrequency.Weekly ? 156 : 36, sent.Count);
            Assert.All(
                sent,
                day => Assert.True(frequency == DigestFrequency.Monthly || day.DayOfWeek == DayOfWeek.Monday)
            );
            Assert.Equal(sent.Count, sent.Distinct().Count());
        }
    }

    [Fact]
    public void After_three_weeks_without_a_node_one_digest_is_sent_late_and_never_two()
    {
        var subscription = Of(DigestFrequency.Weekly, "2026-09-01T12:00:00");
        subscription.LastSentFor = Day("2026-09-07");
        var now = Utc("2026-09-30T10:00:00");

        var due = DigestRules.DueAt(subscription, now);

        Assert.Equal(new DueMessage(Day("2026-09-28"), IsDigest: true), due);
        Assert.True(DigestRules.Take(subscription, due!, now));
        Assert.False(DigestRules.Take(subscription, due!, now));
        Assert.Null(DigestRules.DueAt(subscription, Utc("2026-10-05T05:59:00")));
        Assert.Equal(Day("2026-10-05"), DigestRules.DueAt(subscription, Utc("2026-10-05T06:00:00"))?.Day);
    }

    [Fact]
    public void Who_subscribes_on_a_Wednesday_is_sent_nothing_for_the_Monday_before()
    {
        var subscription = Of(DigestFrequency.Weekly, "2026-09-30T10:00:00");
        Assert.Null(DigestRules.DueAt(subscription, Utc("2026-09-30T10:01:00")));
        Assert.NotNull(DigestRules.DueAt(subscription, Utc("2026-10-05T06:00:00")));
    }

    [Theory]
    [InlineData(DigestFrequency.Weekly, "2026-09-28", "2026-09-21", "2026-09-20")]
    [InlineData(DigestFrequency.Weekly, "2026-09-28", "2026-09-07", "2026-09-06")]
    [InlineData(DigestFrequency.Weekly, "2026-09-28", null, "2026-09-20")]
    [InlineData(DigestFrequency.Monthly, "2027-01-04", null, "2026-12-03")]
    [InlineData(DigestFrequency.Weekly, "2026-09-28", "2026-09-28", "2026-09-20")]
    public void Changes_are_told_since_the_eve_of_the_digest_before(
        DigestFrequency frequency,
        string day,
        string? before,
        string since
    ) => Assert.Equal(Day(since), DigestRules.Since(frequency, Day(day), before is null ? null : Day(before)));

    [Fact]
    public void A_threshold_is_told_once_when_it_is_crossed_and_again_only_after_it_went_back()
    {
        ImmutableArray<Threshold> thresholds = [Late];
        var told = new List<bool>();
        foreach (decimal? number in new decimal?[] { 99_999, 100_000, 250_000, null, 100_000, 99_999, 100_001, 0 })
        {
            var readings = DigestRules.Look(thresholds, _ => number);
            told.Add(readings.Any(reading => reading.IsNew));
            thresholds = DigestRules.Looked(thresholds, readings);
        }

        Assert.Equal([false, true, false, false, false, false, true, false], told);
    }

    [Fact]
    public void At_most_is_crossed_downwards()
    {
        var low = new Threshold("left", ThresholdDirection.AtMost, 0);
        Assert.False(low.IsMetBy(1));
        Assert.True(low.IsMetBy(0));
        Assert.True(low.IsMetBy(-1));
    }

    [Fact]
    public void Thresholds_are_looked_at_on_working_mornings_and_once_each()
    {
        var subscription = Of(DigestFrequency.None, "2026-05-01T12:00:00", Late);
        var looks = new List<DateOnly>();
        for (var now = Utc("2026-05-01T12:00:00"); now < Utc("2026-05-18T12:00:00"); now = now.AddMinutes(30))
        {
            if (DigestRules.DueAt(subscription, now) is { } due)
            {
                Assert.False(due.IsDigest);
                DigestRules.KeepLook(subscription, [], now);
                looks.Add(due.Day);
            }
        }

        // Not on the week-ends, nor on 8 May (1945) and 14 May (Ascension).
        Assert.Equal([4, 5, 6, 7, 11, 12, 13, 15, 18], looks.Select(day => day.Day));
    }

    [Fact]
    public void A_message_that_failed_is_tried_again_with_longer_pauses_and_then_given_up()
    {
        var subscription = Of(DigestFrequency.Weekly, "2026-09-01T12:00:00", Late);
        var now = Utc("2026-09-28T06:00:00");
        var waits = new List<TimeSpan>();
        var crossed = DigestRules.Look(subscription.Thresholds, _ => 200_000);
        while (DigestRules.DueAt(subscription, now) is { } due)
        {
            Assert.Equal(new DueMessage(Day("2026-09-28"), IsDigest: true), due);
            Assert.True(DigestRules.Take(subscription, due, now));
            Assert.Null(DigestRules.DueAt(subscription, now.AddHours(1)));
            DigestRules.Conclude(subscription, DigestDelivery.Waiting, crossed, "451 later", now);
            if (subscription.NextTryAt is { } next)
            {
                Assert.Null(DigestRules.DueAt(subscription, next.AddSeconds(-1)));
                waits.Add(next - now);
                now = next;
            }
        }

        Assert.Equal([5, 15, 60, 240, 720], waits.Select(wait => wait.TotalMinutes));
        Assert.Equal(
            (DigestDelivery.GivenUp, 6, "451 later"),
            (subscription.Delivery, subscription.Tries, subscription.Failure)
        );
        // It was never told: the next look still finds it new.
        Assert.False(subscription.Thresholds[0].IsCrossed);
        Assert.Equal(
            new DueMessage(Day("2026-09-29"), IsDigest: false),
            DigestRules.DueAt(subscription, Utc("2026-09-29T06:00:00"))
        );
    }

    [Fact]
    public void A_new_digest_takes_the_place_of_one_that_still_waits()
    {
        var subscription = Of(DigestFrequency.Weekly, "2026-09-01T12:00:00");
        var now = Utc("2026-09-28T06:00:00");
        Assert.True(DigestRules.Take(subscription, new(Day("2026-09-28"), true), now));
        DigestRules.Conclude(subscription, DigestDelivery.Waiting, [], "421", now);

        var due = DigestRules.DueAt(subscription, Utc("2026-10-05T06:00:00"));

        Assert.Equal(Day("2026-10-05"), due?.Day);
        Assert.True(DigestRules.Take(subscription, due!, Utc("2026-10-05T06:00:00")));
        Assert.Equal(1, subscription.Tries);
    }

    [Fact]
    public void A_person_asks_for_known_figures_that_their_rights_show()
    {
        var cdc = new Viewer(1, "CDC", [new(Profile.Cdc, Perimeter.Everything)]);
        var reviewer = new Viewer(2, "Évaluateur", [new(Profile.Reviewer, Perimeter.Everything)]);
        Assert.Null(DigestRules.Check(cdc, [Late]));
        Assert.Equal("Refusal_ThresholdFigure", DigestRules.Check(reviewer, [Late])?.Key);
        Assert.Equal("Refusal_ThresholdFigure", DigestRules.Check(cdc, [Late with { Figure = "nothing" }])?.Key);
        Assert.Equal("Refusal_ThresholdValue", DigestRules.Check(cdc, [Late with { Value = decimal.MaxValue }])?.Key);
        Assert.Equal("Refusal_ThresholdTwice", DigestRules.Check(cdc, [Late, Late with { IsCrossed = true }])?.Key);
        Assert.Null(DigestRules.Check(cdc, [.. Some(20)]));
        Assert.Equal("Refusal_ThresholdsTooMany", DigestRules.Check(cdc, [.. Some(21)])?.Key);
    }

    private static IEnumerable<Threshold> Some(int count) =>
        Enumerable.Range(1, count).Select(value => Late with { Value = value });

    private static Subscription Of(
        DigestFrequency frequency,
        string chosen,
        params ImmutableArray<Threshold> thresholds
    ) =>
        new()
        {
            PersonId = 1,
            Frequency = frequency,
            ChosenAt = Utc(chosen),
            Thresholds = thresholds,
        };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTime Utc(string text) =>
        DateTime.SpecifyKind(DateTime.Parse(text, CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
