using System.Collections.Immutable;
using AmiDashboard.Core.Applications.Figures;
using AmiDashboard.Core.Budgets.Figures;

namespace AmiDashboard.Core.Prototypes.Figures;

/// <summary>
/// Time of support by month and track. Planned: every session as it was last planned, unless it was called off. Held: those
/// that took place, as long as they were. Overdue: those whose time is past and of which nobody said whether they were held.
/// </summary>
/// <param name="Day">The Paris day of the scope's instant.</param>
/// <param name="Tracks">One for each track, in the order of the enumeration.</param>
/// <param name="Months">Those with a session, in order.</param>
public sealed record SupportHours(
    FigureScope Scope,
    DateOnly Day,
    ImmutableArray<SupportTotal> Tracks,
    ImmutableArray<SupportMonth> Months
)
{
    public static SupportHours Of(PrototypeFacts facts, FigureScope scope)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(scope);
        var day = ParisTime.DayOf(scope.AsOf);
        KnownSession[] sessions =
        [
            .. facts
                .Admitted(scope)
                .SelectMany(fact => fact.Sessions.Select(session => KnownSession.At(session, fact.Number, scope.AsOf)))
                .OfType<KnownSession>(),
        ];
        return new(
            scope,
            day,
            [.. Enum.GetValues<SupportTrack>().Select(TotalOf)],
            [
                .. sessions
                    .SelectMany(session => session.Months(day).Select(month => (Month: month, Session: session)))
                    .GroupBy(one => one.Month, one => one.Session)
                    .OrderBy(month => month.Key.From)
                    .Select(month => SupportMonth.Of(month.Key, [.. month], scope)),
            ]
        );

        SupportTotal TotalOf(SupportTrack track)
        {
            KnownSession[] some = [.. sessions.Where(session => session.Track == track)];
            var due = some.Select(session => session.Planned).Where(step => step?.StartsAt <= scope.AsOf);
            return new(track, due.Sum(step => step!.Minutes), SupportSum.Of(some));
        }
    }
}

/// <param name="PlannedToDate">Minutes of those planned to have begun by the figure's instant.</param>
/// <param name="Sum">All of the track.</param>
public sealed record SupportTotal(SupportTrack Track, int PlannedToDate, SupportSum Sum);

/// <param name="Projects">Those with a session in it.</param>
public sealed record SupportMonth(Period Month, SupportSum Technical, SupportSum Strategic, ProjectSet Projects)
{
    public SupportSum Of(SupportTrack track) => track == SupportTrack.Technical ? Technical : Strategic;

    internal static SupportMonth Of(Period month, IReadOnlyCollection<KnownSession> sessions, FigureScope scope)
    {
        var day = ParisTime.DayOf(scope.AsOf);
        return new(
            month,
            SumOf(SupportTrack.Technical),
            SumOf(SupportTrack.Strategic),
            ProjectSet.Of(scope, sessions.Select(session => session.Number))
        );

        SupportSum SumOf(SupportTrack track) =>
            SupportSum.Of(
                sessions.Where(session => session.Track == track),
                step => KnownSession.MonthOf(step, day) == month
            );
    }
}

/// <summary>Sessions and their minutes.</summary>
public sealed record SupportSum(
    int PlannedSessions,
    int Planned,
    int HeldSessions,
    int Held,
    int OverdueSessions,
    int Overdue
)
{
    public static SupportSum Of(IEnumerable<SupportSum> sums) =>
        sums.Aggregate(
            new SupportSum(0, 0, 0, 0, 0, 0),
            (one, other) =>
                new(
                    one.PlannedSessions + other.PlannedSessions,
                    one.Planned + other.Planned,
                    one.HeldSessions + other.HeldSessions,
                    one.Held + other.Held,
                    one.OverdueSessions + other.OverdueSessions,
                    one.Overdue + other.Overdue
                )
        );

    /// <param name="counts">Which steps are meant; null for all.</param>
    internal static SupportSum Of(IEnumerable<KnownSession> sessions, Func<SupportSessionStep, bool>? counts = null)
    {
        var (planned, held, overdue) = (new List<int>(), new List<int>(), new List<int>());
        foreach (var session in sessions)
        {
            Add(planned, session.Planned);
            Add(held, session.Held);
            Add(overdue, session.IsOverdue ? session.Planned : null);
        }

        return new(planned.Count, planned.Sum(), held.Count, held.Sum(), overdue.Count, overdue.Sum());

        void Add(List<int> minutes, SupportSessionStep? step)
        {
            if (step is not null && counts?.Invoke(step) != false)
            {
                minutes.Add(step.Minutes);
            }
        }
    }
}

/// <summary>A session as it was known at an instant.</summary>
/// <param name="Planned">As it was last planned; null for one that was only ever held.</param>
/// <param name="Held">Null while nobody said that it was.</param>
internal sealed record KnownSession(
    int Number,
    SupportTrack Track,
    SupportSessionStep? Planned,
    SupportSessionStep? Held,
    bool IsOverdue
)
{
    /// <summary>Null for one that was not known then, or was called off.</summary>
    public static KnownSession? At(SupportSession session, int number, DateTime asOf)
    {
        var last = session.Steps.LastOrDefault(step => step.RecordedAt <= asOf);
        return last is null or { Step: SessionStep.Cancelled }
            ? null
            : new(
                number,
                session.Track,
                session.Steps.LastOrDefault(step => step.RecordedAt <= asOf && step.Step == SessionStep.Planned),
                last.Step == SessionStep.Held ? last : null,
                last.Step == SessionStep.Planned && last.StartsAt.AddMinutes(last.Minutes) <= asOf
            );
    }

    /// <summary>The months that it was planned in and held in.</summary>
    public IEnumerable<Period> Months(DateOnly day) =>
        ((SupportSessionStep?[])[Planned, Held])
            .OfType<SupportSessionStep>()
            .Select(step => MonthOf(step, day))
            .Distinct();

    /// <summary>That of its Paris day, within what figures look at.</summary>
    public static Period MonthOf(SupportSessionStep step, DateOnly day) =>
        Period.MonthOf(Horizon.Clamp(ParisTime.DayOf(step.StartsAt), day));
}
