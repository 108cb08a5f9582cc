using System.Collections.Immutable;

namespace AmiDashboard.Core.Applications.Figures;

/// <summary>Deposits added up day by day (Paris days), one curve an edition, against its deadline.</summary>
public sealed record DepositCurve(FigureScope Scope, ImmutableArray<EditionDeposits> Editions)
{
    public int Total => Editions.Sum(edition => edition.Total);

    public static DepositCurve Of(IEnumerable<ApplicationFact> facts, FigureScope scope)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(scope);
        var byEdition = scope.Admitted(facts).GroupBy(fact => fact.Edition).ToDictionary(group => group.Key);
        return new DepositCurve(
            scope,
            [
                .. scope
                    .Editions.Where(edition => scope.Filter.Edition is not { } wanted || wanted == edition.Number)
                    .Select(edition =>
                        EditionDeposits.Of(
                            byEdition.GetValueOrDefault(edition.Number) ?? Enumerable.Empty<ApplicationFact>(),
                            edition,
                            scope
                        )
                    ),
            ]
        );
    }
}

/// <param name="Days">Days with at least one deposit, in order.</param>
/// <param name="Late">Deposits after the deadline.</param>
public sealed record EditionDeposits(EditionDates Edition, ImmutableArray<DepositDay> Days, int Late, Count All)
{
    public int Total => All.Applications;

    internal static EditionDeposits Of(IEnumerable<ApplicationFact> facts, EditionDates edition, FigureScope scope)
    {
        var perDay = new SortedDictionary<DateOnly, int>();
        var late = 0;
        foreach (var fact in facts)
        {
            var day = ParisTime.DayOf(fact.DepositedAt);
            perDay[day] = perDay.GetValueOrDefault(day) + 1;
            late += fact.DepositedAt > edition.Deadline ? 1 : 0;
        }

        var days = ImmutableArray.CreateBuilder<DepositDay>(perDay.Count);
        var sum = 0;
        var rows = scope.Filter with { Edition = edition.Number };
        foreach (var (day, count) in perDay)
        {
            sum += count;
            days.Add(
                new DepositDay(day, count, new Count(sum, rows with { DepositedTo = Earlier(rows.DepositedTo, day) }))
            );
        }

        return new EditionDeposits(edition, days.MoveToImmutable(), late, new Count(sum, rows));
    }

    private static DateOnly Earlier(DateOnly? limit, DateOnly day) => limit < day ? limit.Value : day;
}

/// <param name="Deposits">On that day.</param>
/// <param name="SoFar">Up to the end of that day.</param>
public sealed record DepositDay(DateOnly Day, int Deposits, Count SoFar);
