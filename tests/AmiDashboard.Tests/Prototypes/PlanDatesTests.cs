using AmiDashboard.Core;
using AmiDashboard.Core.Prototypes;

namespace AmiDashboard.Prototypes;

/// <summary>Days of plans whatever the length of months, and those of reports whatever the clocks do.</summary>
public sealed class PlanDatesTests
{
    [Theory]
    [InlineData("2018-12-17", 10, "2019-10-17")]
    [InlineData("2019-01-31", 1, "2019-02-28")]
    [InlineData("2020-01-31", 1, "2020-02-29")]
    [InlineData("2018-04-30", 10, "2019-02-28")]
    [InlineData("2018-12-31", 6, "2019-06-30")]
    [InlineData("2020-02-29", 12, "2021-02-28")]
    [InlineData("2019-02-28", 12, "2020-02-28")]
    public void Support_ends_the_same_day_or_the_last_of_its_month(string start, int months, string end) =>
        Assert.Equal(Day(end), Plan(start, months).EndsOn);

    [Theory]
    [InlineData("2019-01-29", 1, 0, "2019-02-28")]
    [InlineData("2019-01-30", 1, 1, "2019-03-01")]
    [InlineData("2019-01-31", 1, 15, "2019-03-15")]
    [InlineData("2020-01-29", 1, 0, "2020-02-29")]
    [InlineData("2020-01-31", 1, 1, "2020-03-01")]
    [InlineData("2019-08-31", 1, 0, "2019-09-30")]
    [InlineData("2019-08-31", 0, 30, "2019-09-30")]
    [InlineData("2018-12-03", 10, 0, "2019-10-03")]
    public void A_milestone_falls_months_first_then_days(string start, int months, int days, string on) =>
        Assert.Equal(Day(on), Step(months, days).On(Day(start)));

    [Fact]
    public void A_template_is_refused_exactly_where_some_day_of_start_would_break_its_order()
    {
        int[] days = [0, 1, 2, 15, 27, 28, 29, 30];
        var steps = Enumerable.Range(0, 3).SelectMany(months => days.Select(day => (months, day))).ToList();
        foreach (var first in steps)
        {
            foreach (var second in steps)
            {
                var (before, after) = (Step(first.months, first.day), Step(second.months, second.day, 1));
                var isBroken = Starts.Any(start => before.On(start) > after.On(start));
                Assert.True(
                    (PlanRules.CheckTemplate([before, after], 10)?.Key == "Refusal_MilestoneBefore") == isBroken,
                    $"{first} then {second}"
                );
            }
        }
    }

    [Fact]
    public void A_template_is_refused_exactly_where_some_day_of_start_would_put_it_after_the_end_of_support()
    {
        foreach (var months in Enumerable.Range(0, 4))
        {
            foreach (var days in Enumerable.Range(0, 31))
            {
                var step = Step(months, days);
                var isLate = Starts.Any(start => step.On(start) > start.AddMonths(2));
                Assert.True(
                    (PlanRules.CheckTemplate([step], 2)?.Key == "Refusal_MilestoneMonth") == isLate,
                    $"{months} months and {days} days"
                );
            }
        }
    }

    [Fact]
    public void The_usual_plan_is_within_ten_months_and_in_order_whenever_it_starts()
    {
        Assert.Null(PlanRules.CheckTemplate(PlanTemplate.Usual, 10));
        Assert.Equal(100, PlanTemplate.Usual.Sum(one => one.Weight));
        foreach (var start in Starts)
        {
            var drawn = PlanRules.Draw(PlanTemplate.Usual, 1, 1001, start).ToDictionary(one => one.Position);
            Assert.All(
                drawn.Values,
                one =>
                {
                    Assert.InRange(one.BaselineOn, start, start.AddMonths(10));
                    Assert.All(one.After, before => Assert.True(drawn[before].BaselineOn <= one.BaselineOn));
                }
            );
        }
    }

    [Theory]
    // The night of 31 March 2019 has no 2:30, that of 27 October has it twice.
    [InlineData("2019-03-30T22:59:00", "2019-05-05")]
    [InlineData("2019-03-30T23:00:00", "2019-05-06")]
    [InlineData("2019-03-31T21:59:00", "2019-05-06")]
    [InlineData("2019-03-31T22:00:00", "2019-05-07")]
    [InlineData("2019-10-26T21:59:00", "2019-12-01")]
    [InlineData("2019-10-26T22:00:00", "2019-12-02")]
    [InlineData("2019-10-27T22:59:00", "2019-12-02")]
    [InlineData("2019-10-27T23:00:00", "2019-12-03")]
    [InlineData("2020-02-01T12:00:00", "2020-03-08")]
    [InlineData("2019-02-01T12:00:00", "2019-03-09")]
    public void A_weather_is_stale_by_days_of_Paris(string published, string stale) =>
        Assert.Equal(Day(stale), ReportRules.StaleOn(Utc(published)));

    [Theory]
    [InlineData("2019-01-31T22:59:00", "2019-02-01", "Refusal_ReportMonth")]
    [InlineData("2019-01-31T23:00:00", "2019-02-01", null)]
    [InlineData("2018-12-31T23:00:00", "2019-01-01", null)]
    [InlineData("2019-03-31T21:59:00", "2019-04-01", "Refusal_ReportMonth")]
    [InlineData("2019-03-31T22:00:00", "2019-04-01", null)]
    [InlineData("2019-06-15T12:00:00", "2018-11-01", "Refusal_ReportMonth")]
    [InlineData("2019-06-15T12:00:00", "2018-12-01", null)]
    [InlineData("2019-06-15T12:00:00", "2019-05-02", "Refusal_ReportMonth")]
    public void A_month_is_open_to_reports_once_it_begins_in_Paris(string now, string month, string? refusal) =>
        Assert.Equal(
            refusal,
            ReportRules.CheckMonth(Plan("2018-12-17", 10), Day(month), null, ParisTime.DayOf(Utc(now)))?.Key
        );

    [Theory]
    [InlineData("2019-03-31T02:30:00", "2019-03-31T01:30:00", "03:30")]
    [InlineData("2019-03-31T01:59:00", "2019-03-31T00:59:00", "01:59")]
    [InlineData("2019-10-27T02:30:00", "2019-10-27T00:30:00", "02:30")]
    [InlineData("2019-10-27T03:00:00", "2019-10-27T02:00:00", "03:00")]
    public void A_session_typed_in_the_night_of_a_change_of_hour_is_one_instant(string typed, string utc, string shown)
    {
        var at = ParisTime.ToUtc(DateTime.Parse(typed, null));
        Assert.Equal(Utc(utc), at);
        Assert.Equal(shown, $"{ParisTime.FromUtc(at):HH:mm}");
        Assert.Null(SupportRules.CheckHeld(at, "Dit", [], at));
        Assert.Equal("Refusal_InFuture", SupportRules.CheckHeld(at, "Dit", [], at.AddMinutes(-1))?.Key);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\n")]
    [InlineData("\0")]
    [InlineData(" \u0007\u0085 ")]
    public void A_text_of_which_nothing_is_kept_says_nothing(string? text)
    {
        Assert.True(PlanText.IsEmpty(text));
        Assert.Equal("Refusal_ReasonMissing", PlanText.CheckReason(text)?.Key);
        Assert.Equal("Refusal_ReasonMissing", EvaluationRules.CheckVerdict(true, default, default, text)?.Key);
        Assert.Equal("Refusal_Coach", SupportRules.Check(60, text, "Sujet", null)?.Key);
        Assert.Equal("Refusal_MilestoneName", PlanRules.CheckTemplate([Step(1, 0) with { Name = text! }], 10)?.Key);
    }

    /// <summary>Every day of four years, a leap year among them.</summary>
    private static readonly List<DateOnly> Starts =
    [
        .. Enumerable.Range(0, (365 * 4) + 1).Select(day => new DateOnly(2018, 1, 1).AddDays(day)),
    ];

    private static TemplateMilestone Step(int months, int days, params int[] after) =>
        new(MilestonePhase.Data, "Étape", 10, "Équipe", months, days, [.. after]);

    private static Prototype Plan(string start, int months) =>
        new()
        {
            Edition = 1,
            Number = 1001,
            Title = "Projet",
            StartsOn = Day(start),
            Months = months,
            StartedAt = default,
            StartedBy = "DINSIC",
        };

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");

    private static DateTime Utc(string instant) =>
        DateTime.SpecifyKind(DateTime.Parse(instant, null), DateTimeKind.Utc);
}
