using System.Collections.Immutable;
using AmiDashboard.Core.Editions;

namespace AmiDashboard.Core.Demonstration;

/// <summary>The days of one edition of the demonstration (Paris), and the instants that follow from them.</summary>
/// <param name="Closes">Last day of deposit, included.</param>
internal sealed record EditionCalendar(
    int Number,
    string Name,
    DateOnly Opens,
    DateOnly Closes,
    DateOnly Shortlist,
    DateOnly Results,
    string? Action = null
)
{
    private const string Pia = "Transition numérique de l’État et modernisation de l’action publique";

    /// <summary>Opening, closing and results are published; the days between are invented.</summary>
    public static readonly EditionCalendar First = new(
        1,
        "Édition 1 (2018)",
        new DateOnly(2018, 6, 14),
        new DateOnly(2018, 9, 14),
        new DateOnly(2018, 10, 18),
        new DateOnly(2018, 11, 21),
        Pia
    );

    /// <summary>All its days are invented, for illustration.</summary>
    public static readonly EditionCalendar Second = new(
        2,
        "Édition 2 (2019)",
        new DateOnly(2019, 2, 4),
        new DateOnly(2019, 4, 12),
        new DateOnly(2019, 5, 23),
        new DateOnly(2019, 7, 5),
        Pia
    );

    /// <summary>An edition that never was, whose reviews are under way.</summary>
    public static readonly EditionCalendar Third = new(
        3,
        "Édition 3 (fictive, en cours)",
        new DateOnly(2026, 1, 5),
        new DateOnly(2026, 2, 6),
        new DateOnly(2026, 12, 18),
        new DateOnly(2027, 1, 20),
        Pia
    );

    /// <summary>An edition that never was, for trials at scale.</summary>
    public static readonly EditionCalendar Simulated = new(
        9,
        "Édition simulée",
        new DateOnly(2020, 1, 6),
        new DateOnly(2020, 3, 13),
        new DateOnly(2020, 4, 30),
        new DateOnly(2020, 6, 19)
    );

    /// <summary>From when on applicants withdraw: weeks before the shortlist, or after the closing where that is far.</summary>
    public DateOnly Withdrawals =>
        Shortlist.DayNumber - Closes.DayNumber > 100 ? Closes.AddDays(30) : Shortlist.AddDays(-12);

    /// <summary>UTC: last second of the last day.</summary>
    public DateTime Deadline => ParisTime.StartOf(Closes.AddDays(1)).AddSeconds(-1);

    public Edition ToEdition() =>
        new()
        {
            Number = Number,
            Name = Name,
            OpensAt = ParisTime.StartOf(Opens),
            Deadline = Deadline,
            ResultsOn = Results,
            Action = Action,
        };

    /// <summary>
    /// When the one at <paramref name="rank"/> (0 for the first, 1 for the last) of all applicants deposits: few in the
    /// first months, more than half in the last two days. UTC, before <see cref="Deadline"/>.
    /// </summary>
    public DateTime DepositAt(double rank)
    {
        var whole = (Deadline - ParisTime.StartOf(Opens)).TotalDays - 3;
        ImmutableArray<(double Rank, double DaysBefore)> shape =
        [
            (0, whole),
            (.08, whole * .5),
            (.2, 14),
            (.38, 7),
            (.6, 2),
            (.78, 1),
            (1, .002),
        ];
        var after = Math.Clamp(shape.TakeWhile(point => point.Rank <= rank).Count(), 1, shape.Length - 1);
        var (from, to) = (shape[after - 1], shape[after]);
        var daysBefore =
            from.DaysBefore + ((rank - from.Rank) / (to.Rank - from.Rank) * (to.DaysBefore - from.DaysBefore));
        var at = ParisTime.FromUtc(Deadline.AddDays(-daysBefore));
        // Nobody deposits at night: the hours of a day are drawn together between seven and midnight.
        var ofDay = TimeSpan.FromHours(7 + (at.TimeOfDay.TotalDays * 17));
        return ParisTime.ToUtc(at.Date + TimeSpan.FromSeconds(Math.Floor(ofDay.TotalSeconds)));
    }

    /// <summary>An instant (UTC) of office hours, so many working days after a day.</summary>
    public static DateTime WorkingInstant(DateOnly day, int workingDays, Random random)
    {
        for (var left = workingDays; left > 0 || IsWeekEnd(day); day = day.AddDays(1))
        {
            left -= IsWeekEnd(day) ? 0 : 1;
        }

        return ParisTime.ToUtc(day.ToDateTime(new TimeOnly(9, 0)).AddMinutes(random.Next(8 * 60)));
    }

    private static bool IsWeekEnd(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
