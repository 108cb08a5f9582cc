using AmiDashboard.Core;
using AmiDashboard.Core.Dashboards;

namespace AmiDashboard.Dashboards;

/// <summary>
/// Figures that follow schedules, computed a second time over plain rows: what is expected of each instalment, and what of a
/// project's money wants looking at.
/// </summary>
internal sealed class RawMoney
{
    public static readonly IReadOnlyDictionary<string, Func<RawMoney, IEnumerable<FigurePart>>> All = new Dictionary<
        string,
        Func<RawMoney, IEnumerable<FigurePart>>
    >
    {
        ["expectedThisYear"] = raw =>
            raw.Sum(part => Math.Max(part.Forecast.DayNumber, raw.day.DayNumber) <= raw.LastOfYear.DayNumber),
        ["overdue"] = raw => raw.Sum(part => part.Due < raw.day),
        ["alert-PaymentOverdue"] = raw => raw.Each(one => raw.Expected(one).Exists(part => part.Due < raw.day)),
        ["alert-DocumentMissing"] = raw => raw.Each(raw.LacksDocument),
        ["alert-ForecastBeyondGrant"] = raw =>
            raw.Each(one => one.Paid + raw.Expected(one).Sum(part => part.Cents) > one.Granted),
        ["alert-ConventionUnsigned"] = raw =>
            raw.Each(one =>
                one.Granted > 0
                && one.GrantedOn?.AddDays(60) <= raw.day
                && !(raw.conventions.Find(other => other.Number == one.Number)?.SignedOn <= raw.day)
            ),
        ["alert-Silent"] = raw =>
            raw.Each(one => one.Contracted > one.Paid && raw.LastWord(one.Number)?.AddDays(90) <= raw.day),
    };

    private sealed record Project(
        int Edition,
        int Number,
        long Granted,
        long Contracted,
        long Paid,
        DateOnly? GrantedOn
    );

    private sealed record Contract(int Id, int Number, DateOnly? SignedOn, DateOnly? ClosedOn);

    private sealed record Line(long Id, int Contract, long Cents, DateOnly Planned, DateOnly? Said, string[] Required);

    private sealed record Claim(long Id, long Line, long Cents, DateOnly? DueOn, string State);

    private sealed record Part(long Cents, DateOnly Forecast, DateOnly Due);

    private readonly DateOnly day;
    private List<Project> projects = [];
    private List<Contract> conventions = [];
    private List<Line> lines = [];
    private List<Claim> claims = [];
    private List<(long Claim, string Kind)> documents = [];
    private List<(int Number, DateTime At)> words = [];

    private RawMoney(DateOnly day) => this.day = day;

    private DateOnly LastOfYear => new(day.Year, 12, 31);

    public static async Task<RawMoney> ReadAsync(AskedPart asked)
    {
        var written = $"e.\"AccountingDate\" <= {asked.Today} AND e.\"RecordedAt\" < {asked.End}";
        var raw = new RawMoney(asked.Day)
        {
            projects = await asked.RowsAsync(
                $"""
                SELECT e."Edition", e."Number", SUM(e."Granted"), SUM(e."Contracted"), SUM(e."Paid"),
                    MIN(CASE WHEN e."Granted" > 0 THEN e."AccountingDate" END)
                FROM ledger_entry e WHERE {written} AND e."Number" IS NOT NULL AND {asked.Seen("e")}
                GROUP BY e."Edition", e."Number"
                """,
                row => new Project(row.Int(0), row.Int(1), row.Long(2), row.Long(3), row.Long(4), row.DayOrNull(5))
            ),
            conventions = await asked.RowsAsync(
                """SELECT c."Id", c."Number", c."SignedOn", c."ClosedOn" FROM convention c""",
                row => new Contract(row.Int(0), row.Int(1), row.DayOrNull(2), row.DayOrNull(3))
            ),
            lines = await asked.RowsAsync(
                $"""
                SELECT i."Id", i."ConventionId", i."Amount", i."PlannedOn", (
                    SELECT f."ForecastOn" FROM forecast_revision f
                    WHERE f."InstalmentId" = i."Id" AND f."RecordedAt" < {asked.End} ORDER BY f."Id" DESC LIMIT 1
                ), i."Required", CASE WHEN i."ValidFrom" < {asked.End} AND (
                    i."ReplacedAt" IS NULL OR i."ReplacedAt" >= {asked.End}
                ) THEN 1 ELSE 0 END
                FROM instalment i ORDER BY i."PlannedOn", i."Id"
                """,
                row => new Line(
                    row.Long(0),
                    // Those that stood; the others are kept for what was once asked for on them.
                    row.Int(6) == 1
                        ? row.Int(1)
                        : -row.Int(1),
                    row.Long(2),
                    row.Day(3),
                    row.DayOrNull(4),
                    row.Array<string>(5)
                )
            ),
            claims = await asked.RowsAsync(
                $"""
                SELECT p."Id", p."InstalmentId", p."Amount", p."DueOn", s."State"
                FROM payment p JOIN payment_step s ON s."PaymentId" = p."Id"
                WHERE s."Id" = (
                    SELECT MAX(l."Id") FROM payment_step l WHERE l."PaymentId" = p."Id" AND l."At" < {asked.End}
                )
                ORDER BY p."Id"
                """,
                row => new Claim(row.Long(0), row.Long(1), row.Long(2), row.DayOrNull(3), row.GetString(4))
            ),
            documents = await asked.RowsAsync(
                $"""
                SELECT d."PaymentId", d."Kind" FROM budget_document d
                WHERE d."PaymentId" IS NOT NULL AND d."AddedAt" < {asked.End}
                    AND (d."WithdrawnAt" IS NULL OR d."WithdrawnAt" >= {asked.End})
                """,
                row => (row.Long(0), row.GetString(1))
            ),
            words = await asked.RowsAsync(
                $"""
                SELECT w."Number", MAX(w."At") FROM (
                    SELECT "Number", "RecordedAt" AS "At" FROM ledger_entry
                    UNION ALL SELECT "Number", "DraftedAt" FROM convention
                    UNION ALL SELECT c."Number", a."RecordedAt" FROM amendment a JOIN convention c ON c."Id" = a."ConventionId"
                    UNION ALL SELECT c."Number", i."ValidFrom" FROM instalment i JOIN convention c ON c."Id" = i."ConventionId"
                    UNION ALL SELECT c."Number", f."RecordedAt" FROM forecast_revision f
                        JOIN instalment i ON i."Id" = f."InstalmentId" JOIN convention c ON c."Id" = i."ConventionId"
                    UNION ALL SELECT p."Number", s."At" FROM payment_step s JOIN payment p ON p."Id" = s."PaymentId"
                    UNION ALL SELECT "Number", "AddedAt" FROM budget_document
                    UNION ALL SELECT "Number", "RecordedAt" FROM budget_comment
                ) w WHERE w."Number" IS NOT NULL AND w."At" < {asked.End} GROUP BY w."Number"
                """,
                row => (row.Int(0), row.GetDateTime(1))
            ),
        };
        return raw;
    }

    private IEnumerable<FigurePart> Each(Predicate<Project> raises) =>
        projects.Where(one => raises(one)).Select(one => new FigurePart(one.Edition, one.Number, 1));

    private IEnumerable<FigurePart> Sum(Predicate<Part> counts) =>
        projects.Select(one => new FigurePart(
            one.Edition,
            one.Number,
            Expected(one).Where(part => counts(part)).Sum(part => part.Cents)
        ));

    private DateOnly? LastWord(int number) =>
        words.Where(word => word.Number == number).Select(word => (DateOnly?)ParisTime.DayOf(word.At)).Max();

    private bool LacksDocument(Project project)
    {
        var contract = conventions.Find(one => one.Number == project.Number);
        return lines
            .Where(line => Math.Abs(line.Contract) == contract?.Id)
            .Any(line =>
                claims.Exists(claim =>
                    claim.Line == line.Id
                    && claim.State == "Requested"
                    && line.Required.Except(documents.Where(one => one.Claim == claim.Id).Select(one => one.Kind)).Any()
                )
            );
    }

    /// <summary>
    /// What the schedule foresees and the ledger did not pay: first each instalment's own payments are taken off it, as far
    /// as the ledger has them, then what is left of the ledger's sum from the earliest.
    /// </summary>
    private List<Part> Expected(Project project)
    {
        var contract = conventions.Find(one => one.Number == project.Number);
        if (contract is null || contract.ClosedOn <= day)
        {
            return [];
        }

        var standing = lines.FindAll(line => line.Contract == contract.Id);
        var left = standing.ToDictionary(line => line.Id, line => line.Cents);
        var paid = project.Paid;
        foreach (
            var (line, most) in standing
                .Select(line => (line, Of(line, "Paid").Sum(claim => claim.Cents)))
                .Concat(standing.Select(line => (line, long.MaxValue)))
        )
        {
            var taken = new[] { most, left[line.Id], paid }.Min();
            left[line.Id] -= taken;
            paid -= taken;
        }

        return [.. standing.SelectMany(line => Split(line, left[line.Id])).Where(part => part.Cents > 0)];
    }

    private IEnumerable<Part> Split(Line line, long cents)
    {
        var forecast = line.Said ?? line.Planned;
        foreach (var claim in Of(line, "Requested", "DocumentsComplete", "Prepared", "Validated"))
        {
            var taken = Math.Min(claim.Cents, cents);
            cents -= taken;
            yield return new(taken, forecast, claim.State == "Requested" ? forecast : claim.DueOn ?? forecast);
        }

        yield return new(cents, forecast, forecast);
    }

    private List<Claim> Of(Line line, params string[] states) =>
        claims.FindAll(claim => claim.Line == line.Id && states.Contains(claim.State));
}
