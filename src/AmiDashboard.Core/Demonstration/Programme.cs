using System.Collections.Immutable;
using AmiDashboard.Core.Applications;
using AmiDashboard.Core.Editions;

namespace AmiDashboard.Core.Demonstration;

/// <summary>One application of the demonstration: its dossier, and what the programme did with it after the deposit.</summary>
public sealed record DemonstrationApplication(int Edition, Dossier Dossier, ImmutableArray<JourneyStep> Journey);

/// <summary>
/// The programme that a first start shows: two editions that were, of 52 and 46 applications, and one of 18 that never
/// was, under review. The known laureates are true (see <see cref="FirstEdition"/> and <see cref="SecondEdition"/>), all
/// else is invented. The same at every call.
/// </summary>
public static class Programme
{
    /// <summary>Numbers start behind these, far from those of real dossiers in one's first trials.</summary>
    private const int FirstNumber = 100_000;
    private const int SecondNumber = 200_000;
    private const int ThirdNumber = 300_000;

    /// <summary>New objects at each call, since a store makes them its own.</summary>
    public static IReadOnlyList<Edition> Editions =>
        [EditionCalendar.First.ToEdition(), EditionCalendar.Second.ToEdition(), EditionCalendar.Third.ToEdition()];

    /// <summary>In the order of their numbers, which is that of their deposits.</summary>
    public static ImmutableArray<DemonstrationApplication> Applications { get; } =
    [
        .. Of(EditionCalendar.First, FirstNumber, FirstEdition.Rows),
        .. Of(EditionCalendar.Second, SecondNumber, SecondEdition.Rows),
        .. Of(EditionCalendar.Third, ThirdNumber, ThirdEdition.Rows),
    ];

    /// <summary>Number of the first application whose organisation begins so.</summary>
    internal static int NumberOf(string organisation) =>
        Applications
            .First(one =>
                one.Dossier.Applicant.Organisation?.StartsWith(organisation, StringComparison.Ordinal) ?? false
            )
            .Dossier.Number;

    private static IEnumerable<DemonstrationApplication> Of(EditionCalendar calendar, int before, string table)
    {
        var rows = Row.Parse(table).ToArray();
        var random = new Random(calendar.Number);
        random.Shuffle(rows);
        // The late one comes last, as its number must.
        var ordered = rows.OrderBy(row => row.Fate is Fate.DepositedLate);
        return ordered.Select(
            (row, index) =>
                Apply(calendar, before + 1 + index, row, (index + random.NextDouble()) / rows.Length, random)
        );
    }

    /// <param name="steps">How many steps of its journey it has made; all where not said.</param>
    internal static DemonstrationApplication Apply(
        EditionCalendar calendar,
        int number,
        Row row,
        double rank,
        Random random,
        int steps = int.MaxValue
    )
    {
        var deposited = row.Fate is Fate.DepositedLate ? calendar.Deadline.AddMinutes(17) : calendar.DepositAt(rank);
        ImmutableArray<JourneyStep> journey = [.. Journey.Of(calendar, row, random).Take(steps)];
        return new DemonstrationApplication(
            calendar.Number,
            DemonstrationDossier.Of(calendar, number, row, deposited, journey, random),
            journey
        );
    }
}
