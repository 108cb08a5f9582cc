using System.Text.Json;
using AmiDashboard.Core;
using AmiDashboard.Core.Dashboards;

namespace AmiDashboard.Dashboards;

/// <summary>
/// Figures that follow plans and weathers, computed a second time over plain rows: when milestones are expected along their
/// dependencies, and what of a prototype wants looking at.
/// </summary>
internal sealed class RawPlans
{
    public static readonly IReadOnlyDictionary<string, Func<RawPlans, IEnumerable<FigurePart>>> All = new Dictionary<
        string,
        Func<RawPlans, IEnumerable<FigurePart>>
    >
    {
        ["usability"] = raw =>
            raw.plans.Select(plan =>
            {
                var scores = raw
                    .results.Where(one => one.Number == plan.Number)
                    .SelectMany(one => Scores(one.Json))
                    .ToList();
                return new FigurePart(plan.Edition, plan.Number, scores.Sum(), scores.Count);
            }),
        ["alert-MilestoneSlipped"] = raw =>
            raw.Each(plan =>
                raw.Of(plan).Exists(one => raw.IsOpen(one) && (raw.IsPast(one) || raw.SlipOf(plan, one) >= 15))
            ),
        ["alert-WeatherStale"] = raw =>
            raw.Each(plan => (raw.LastReportOn(plan) ?? plan.StartsOn).AddDays(36) <= raw.day),
        ["alert-WeatherWorsening"] = raw =>
            raw.Each(plan =>
            {
                var last = raw
                    .reports.Where(one => one.Number == plan.Number)
                    .TakeLast(3)
                    .Select(one => one.Sky)
                    .ToList();
                return last.Exists(sky => last[^1] < sky);
            }),
        ["alert-NoSupport"] = raw =>
            raw.Each(plan =>
                raw.day <= plan.StartsOn.AddMonths(plan.Months)
                && raw.held.Where(one => one.Number == plan.Number)
                    .Select(one => ParisTime.DayOf(one.At))
                    .All(on => on.AddDays(45) <= raw.day)
                && plan.StartsOn.AddDays(45) <= raw.day
            ),
        ["alert-TrialUnplanned"] = raw =>
            raw.Each(plan =>
                !raw.trials.Contains(plan.Number)
                && raw.Of(plan).Max(one => raw.Expected(plan, one, raw.next.AddTicks(-1))).AddMonths(-3) <= raw.day
            ),
    };

    private static readonly string[] Skies = ["Storm", "Cloud", "Overcast", "Sun"];

    private sealed record Plan(int Id, int Edition, int Number, DateOnly StartsOn, int Months);

    private sealed record Step(long Id, int Plan, int Position, DateOnly Baseline, int[] After);

    private sealed record Word(long Step, string Kind, DateOnly On, DateTime At);

    private readonly DateOnly day;
    private readonly DateTime next;
    private List<Plan> plans = [];
    private List<Step> steps = [];
    private List<Word> words = [];
    private List<(int Number, int Sky, DateTime At)> reports = [];
    private List<(int Number, DateTime At)> held = [];
    private List<int> trials = [];
    private List<(int Number, string Json)> results = [];

    private RawPlans(AskedPart asked) => (day, next) = (asked.Day, asked.Next);

    public static async Task<RawPlans> ReadAsync(AskedPart asked) =>
        new(asked)
        {
            plans = await asked.RowsAsync(
                $"""
                SELECT p."Id", p."Edition", p."Number", p."StartsOn", p."Months" FROM prototype p
                WHERE p."StartedAt" < {asked.End} AND {asked.Seen("p")}
                """,
                row => new Plan(row.Int(0), row.Int(1), row.Int(2), row.Day(3), row.Int(4))
            ),
            steps = await asked.RowsAsync(
                """SELECT m."Id", m."PrototypeId", m."Position", m."BaselineOn", m."After" FROM milestone m""",
                row => new Step(row.Long(0), row.Int(1), row.Int(2), row.Day(3), row.Array<int>(4))
            ),
            words = await asked.RowsAsync(
                $"""
                SELECT v."MilestoneId", v."Kind", v."On", v."RecordedAt" FROM milestone_revision v
                WHERE v."RecordedAt" < {asked.End} ORDER BY v."Id"
                """,
                row => new Word(row.Long(0), row.GetString(1), row.Day(2), row.GetDateTime(3))
            ),
            reports = await asked.RowsAsync(
                $"""
                SELECT r."Number", r."Text", r."PublishedAt" FROM monthly_report r
                WHERE r."PublishedAt" < {asked.End} ORDER BY r."Month"
                """,
                row => (row.Int(0), SkyOf(row.GetString(1)), row.GetDateTime(2))
            ),
            held = await asked.RowsAsync(
                $"""
                SELECT t."Number", s."StartsAt" FROM support_session t JOIN support_session_step s ON s."SessionId" = t."Id"
                WHERE s."Step" = 'Held' AND s."Id" = (
                    SELECT MAX(l."Id") FROM support_session_step l
                    WHERE l."SessionId" = t."Id" AND l."RecordedAt" < {asked.End}
                )
                """,
                row => (row.Int(0), row.GetDateTime(1))
            ),
            trials = await asked.RowsAsync(
                $"SELECT t.\"Number\" {LastStep(asked)} AND s.\"Step\" <> 'Cancelled'",
                row => row.Int(0)
            ),
            results = await asked.RowsAsync(
                $"SELECT t.\"Number\", s.\"Result\" {LastStep(asked)} AND s.\"Step\" = 'Held'",
                row => (row.Int(0), row.GetString(1))
            ),
        };

    private static string LastStep(AskedPart asked) =>
        $"""
            FROM user_trial t JOIN user_trial_step s ON s."TrialId" = t."Id" WHERE s."Id" = (
                SELECT MAX(l."Id") FROM user_trial_step l WHERE l."TrialId" = t."Id" AND l."RecordedAt" < {asked.End}
            )
            """;

    private static int SkyOf(string json)
    {
        using var text = JsonDocument.Parse(json);
        return Array.IndexOf(Skies, text.RootElement.GetProperty("Weather").GetString());
    }

    /// <summary>Ten answers from 1 to 5: what the odd ones say for it, and the even ones against, out of forty.</summary>
    private static IEnumerable<decimal> Scores(string json)
    {
        using var result = JsonDocument.Parse(json);
        foreach (var answer in result.RootElement.GetProperty("Usability").EnumerateArray())
        {
            int[] items = [.. answer.GetProperty("Items").EnumerateArray().Select(item => item.GetInt32())];
            var (pro, against) = (
                items[0] + items[2] + items[4] + items[6] + items[8],
                items[1] + items[3] + items[5] + items[7] + items[9]
            );
            yield return 100m * (pro - against + 20) / 40m;
        }
    }

    /// <summary>Of those that are not finished.</summary>
    private IEnumerable<FigurePart> Each(Predicate<Plan> raises) =>
        plans
            .Where(plan => Of(plan).Exists(IsOpen) && raises(plan))
            .Select(plan => new FigurePart(plan.Edition, plan.Number, 1));

    private List<Step> Of(Plan plan) => steps.FindAll(step => step.Plan == plan.Id);

    private bool IsOpen(Step step) => words.FindLast(word => word.Step == step.Id)?.Kind != "Reached";

    private bool IsPast(Step step) => (words.FindLast(word => word.Step == step.Id)?.On ?? step.Baseline) < day;

    private int SlipOf(Plan plan, Step step) =>
        Expected(plan, step, next.AddTicks(-1)).DayNumber - step.Baseline.DayNumber;

    private DateOnly? LastReportOn(Plan plan) =>
        reports.Exists(one => one.Number == plan.Number)
            ? ParisTime.DayOf(reports.FindLast(one => one.Number == plan.Number).At)
            : null;

    /// <summary>
    /// The day it was reached; else what was last said, later by as many days as those it waits for slipped since it was said,
    /// never before them, and never before the day on which one asks.
    /// </summary>
    private DateOnly Expected(Plan plan, Step step, DateTime instant)
    {
        var said = words.FindLast(word => word.Step == step.Id && word.At <= instant);
        if (said?.Kind == "Reached")
        {
            return said.On;
        }

        List<Step> before = Of(plan).FindAll(one => step.After.Contains(one.Position));
        var (on, today) = (said?.On ?? step.Baseline, ParisTime.DayOf(instant));
        if (before.Count > 0)
        {
            var ready = before.Max(one => Expected(plan, one, instant));
            var readyThen = before.Max(one => said is null ? one.Baseline : Expected(plan, one, said.At));
            var moved = on.AddDays(ready > readyThen ? ready.DayNumber - readyThen.DayNumber : 0);
            on = moved > ready ? moved : ready;
        }

        return on > today ? on : today;
    }
}
